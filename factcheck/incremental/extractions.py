"""Documents that were read before are not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from attrs import frozen

from factcheck.incremental.memory import Memory
from factcheck.incremental.packing import numbered, pack_all, unpack_all
from factcheck.model import Claim, Document, Note, Skipped
from factcheck.protocols import Extraction

BATCH = 500
"""Documents that are asked for at a time."""


@frozen
class Recalled:
    """What a document yielded when it was read."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]


def extractions(
    memory: Memory,
    documents: Sequence[Document],
    extract: Callable[[Sequence[Document]], Iterable[Sequence[Extraction]]],
) -> list[Extraction]:
    """Return what every document yields, in their order.

    Args:
        memory: what earlier runs read, and where this one leaves what it reads.
        documents: what to read.
        extract: reads documents, and yields what some at a time yield, in their order; it is
            given those that were not read before.
    """
    keys = list(map(memory.key, documents))
    found = dict(_recalled(memory, documents, keys))
    new = {key: one for key, one in zip(keys, documents, strict=True) if key not in found}
    waiting = iter(new)
    for some in extract(tuple(new.values())):
        read = dict(zip(islice(waiting, len(some)), some, strict=True))
        memory.entries.keep({key: _packed(one, new[key]) for key, one in read.items()})
        found |= read
    return [found[key] for key in keys]


def _recalled(
    memory: Memory, documents: Sequence[Document], keys: Sequence[str]
) -> Iterator[tuple[str, Extraction]]:
    for start in range(0, len(keys), BATCH):
        some = dict(zip(keys[start : start + BATCH], documents[start:], strict=False))
        for key, content in memory.entries.recall(tuple(some)).items():
            yield key, Recalled(*unpack_all(content, (some[key],)))


def _packed(one: Extraction, document: Document) -> bytes:
    return pack_all((one.claims, one.skipped, one.notes), numbered((document,)))
