"""Documents that were read before are not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from attrs import astuple, frozen

from factcheck.incremental.basis import digest
from factcheck.incremental.packing import pack, unpack
from factcheck.model import Claim, Document, Note, Skipped
from factcheck.protocols import Entries, Extraction

BATCH = 500
"""Documents that are asked for at a time."""


@frozen
class Recalled:
    """What a document yielded when it was read."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]


@frozen
class Extractions:
    """What documents yield, by all that it depends on.

    Attributes:
        entries: where it is kept.
        basis: what it depends on besides the document.
    """

    entries: Entries
    basis: str

    def of(
        self,
        documents: Sequence[Document],
        extract: Callable[[Sequence[Document]], Iterable[Sequence[Extraction]]],
    ) -> list[Extraction]:
        """Return what every document yields, in their order.

        Args:
            documents: what to read.
            extract: reads documents, and yields what some at a time yield, in their order; it is
                given those that were not read before.
        """
        keys = [digest("extraction", self.basis, astuple(document)) for document in documents]
        found = dict(self._recalled(documents, keys))
        new = {key: one for key, one in zip(keys, documents, strict=True) if key not in found}
        waiting = iter(new)
        for some in extract(tuple(new.values())):
            read = dict(zip(islice(waiting, len(some)), some, strict=True))
            self.entries.keep({key: _packed(one, new[key]) for key, one in read.items()})
            found |= read
        return [found[key] for key in keys]

    def _recalled(
        self, documents: Sequence[Document], keys: Sequence[str]
    ) -> Iterator[tuple[str, Extraction]]:
        for start in range(0, len(keys), BATCH):
            some = dict(zip(keys[start : start + BATCH], documents[start:], strict=False))
            for key, content in self.entries.recall(tuple(some)).items():
                yield key, Recalled(*unpack(content, (some[key],)))


def _packed(one: Extraction, document: Document) -> bytes:
    return pack((one.claims, one.skipped, one.notes), (document,))
