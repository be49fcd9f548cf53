"""Where things are remembered, and for whom."""

from __future__ import annotations

from attrs import Attribute, astuple, frozen

from factcheck.incremental.basis import digest
from factcheck.model import Document
from factcheck.protocols import Entries


@frozen
class Memory:
    """What runs leave to later runs.

    Attributes:
        entries: where it is kept.
        basis: a digest of what reading a document rests on besides the document.
    """

    entries: Entries
    basis: str

    def key(self, document: Document) -> str:
        """Return the key of what a document states: a digest of all that this rests on."""
        plain = astuple(document, recurse=False, filter=_plain)
        passages = [
            (one.kind.value, one.text, one.level, [astuple(run, recurse=False) for run in one.runs])
            for one in document.passages
        ]
        return digest("extraction", self.basis, plain, passages)


def _plain(attribute: Attribute[object], _: object) -> bool:
    return attribute.name != "passages"
