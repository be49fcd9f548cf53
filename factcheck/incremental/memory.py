"""Where things are remembered, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from factcheck.incremental.basis import digest
from factcheck.incremental.packing import pack, unpack
from factcheck.model import Document
from factcheck.protocols import Entries

RENEWED = 0.05
"""Share of the work done anew from which a run is kept in place of the last one: to write all of it
costs more than to do a little twice."""


@frozen
class Memory:
    """What runs leave to later runs.

    Attributes:
        entries: where it is kept.
        basis: a digest of what reading a document rests on besides the document.
    """

    entries: Entries
    basis: str

    def recalled(self, key: str) -> Any:
        """Return the value that was kept under a key; None where there is none."""
        content = self.entries.recall((key,)).get(key)
        return None if content is None else unpack(content, ())

    def keep(self, key: str, value: object, dropped: Sequence[str] = ()) -> None:
        """Keep a value under a key, and drop what is kept under others."""
        self.entries.keep({key: pack(value, {})}, dropped)

    def renewed(self, new: int, whole: int) -> bool:
        """Return whether so much of all is new that it should be kept."""
        return new > RENEWED * whole

    def key(self, document: Document) -> str:
        """Return the key of what a document states: a digest of all that this rests on."""
        return digest("extraction", self.basis, document.digest)
