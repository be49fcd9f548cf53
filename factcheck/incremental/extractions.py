"""Documents that were read before are not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from attrs import frozen

from factcheck.incremental.memory import Memory
from factcheck.incremental.shelves import keep, recalled
from factcheck.model import Claim, Document, Note, Skipped
from factcheck.protocols import Extraction


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
    every = dict(zip(keys, documents, strict=True))
    found: dict[str, Extraction] = {
        key: Recalled(*value) for key, value in recalled(memory.entries, every)
    }
    new = {key: one for key, one in every.items() if key not in found}
    waiting = iter(new)
    for some in extract(tuple(new.values())):
        read = dict(zip(islice(waiting, len(some)), some, strict=True))
        values = [(one.claims, one.skipped, one.notes) for one in read.values()]
        keep(memory.entries, {key: new[key] for key in read}, values)
        found |= read
    return [found[key] for key in keys]
