"""Groups of judgements that are what they were come to what they came to.

What a group comes to rests on its judgements and on all others of its claims, and on where these
stand (see ``factcheck.graph.grouping``). Of the last run on a collection it is kept under a digest
of all this.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, TypeVar

from attrs import define, field

from factcheck.graph import Group, Numbered, Part, Settling
from factcheck.incremental.basis import WHOLE, digest, digest_of, number_of
from factcheck.incremental.memory import Memory

T = TypeVar("T")
Outcome = list[tuple[list[int], list[int]]]
"""Parts of a group by the places of claims and judgements among the group's."""


@contextmanager
def settled(
    memory: Memory, name: str, standing: Numbered, retold: Iterable[tuple[str, str]]
) -> Iterator[Settling]:
    """Lend what says what groups come to; what it said is kept at the end.

    Args:
        memory: what groups of earlier runs came to, and where this one leaves it.
        name: tells this collection from others.
        standing: the judgements of a run, after ``balance``.
        retold: pairs of ids of claims of which one retells the other.
    """
    key = digest("settled", memory.basis, name)
    known: dict[int, Any] = memory.recalled(key) or {}
    settling = _Settling(standing.graph.ids, _around(standing, retold), known)
    yield settling
    if memory.renewed(sum(one not in known for one in settling.found), len(settling.found)):
        memory.keep(key, settling.found)


@define
class _Settling:
    """Says what findings come to.

    Attributes:
        judgements: the digits of the ids of all judgements.
        claims: digests of what rests on each claim.
        known: what findings came to before.
        found: what those came to that were asked for.
    """

    judgements: Sequence[int]
    claims: Sequence[int]
    known: dict[int, Any]
    found: dict[int, Any] = field(factory=dict, init=False)

    def parts(self, group: Group, work: Callable[[], Sequence[Part]], /) -> list[Part]:
        """Return what a group comes to."""
        ids = map(self.judgements.__getitem__, group.judgements)
        key = number_of((self._around(group.claims), *ids))
        return [
            Part(
                list(map(group.claims.__getitem__, claims)),
                list(map(group.judgements.__getitem__, judgements)),
            )
            for claims, judgements in self._taken(key, lambda: _within(group, work()))
        ]

    def count(self, claims: Collection[int], work: Callable[[], int], /) -> int:
        """Return a number that rests on claims and on where they stand."""
        return self._taken(number_of((self._around(claims),)), work)

    def _around(self, claims: Iterable[int]) -> int:
        return sum(map(self.claims.__getitem__, claims)) & WHOLE

    def _taken(self, key: int, work: Callable[[], T]) -> T:
        found = self.found[key] = self.known[key] if key in self.known else work()
        return found


def _within(group: Group, parts: Iterable[Part]) -> Outcome:
    claims = {claim: place for place, claim in enumerate(group.claims)}
    judgements = {judgement: place for place, judgement in enumerate(group.judgements)}
    return [
        (
            list(map(claims.__getitem__, part.claims)),
            list(map(judgements.__getitem__, part.judgements)),
        )
        for part in parts
    ]


def _around(standing: Numbered, retold: Iterable[tuple[str, str]]) -> list[int]:
    """Return digests of claims: of where each stands, what retells it and all its judgements.

    Each takes in the terms that tell no aspects apart, as judgements are grouped by aspects.
    """
    graph = standing.graph
    everywhere = int.from_bytes(digest_of(sorted(graph.compared.everywhere)))
    found = []
    for _, some in groupby(standing.claims, key=lambda claim: claim.source.id):
        own = list(some)
        around = hash((everywhere, int(own[0].source.digest, 16)))
        found += [hash((around, _digits(one.id), one.start, one.end)) for one in own]
    numbers = {claim.id: number for number, claim in enumerate(standing.claims)}
    for pair in retold:
        for one, other in (pair, pair[::-1]):
            if one in numbers:
                found[numbers[one]] += _digits(other)
    aspects = dict(zip(graph.aspects, standing.judgements, strict=True))
    named = {number: int.from_bytes(digest_of(one.aspect)) for number, one in aspects.items()}
    named_column = map(named.__getitem__, graph.aspects)
    columns = (graph.ids, graph.confidences, named_column, graph.a_words, graph.b_words)
    # Numbers have the same hash in every process.
    ties = map(hash, zip(*columns, strict=True))
    for a, b, tie in zip(graph.a, graph.b, ties, strict=True):
        found[a] += tie
        found[b] += tie
    return [one & WHOLE for one in found]


def _digits(content_id: str) -> int:
    return int(content_id.rpartition("-")[2], 16)
