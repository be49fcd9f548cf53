"""Which judgements answer one question, so that a reviewer sees it once."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from factcheck.graph.signed import SignedGraph


class Links:
    """Which claims stand for each other: agreements on an aspect, or the same words."""

    def __init__(self, graph: SignedGraph, agreeing: Iterable[int], claims: Iterable[int]) -> None:
        """Hold the agreements ``agreeing``, and what is read from the same words as a claim."""
        self._graph = graph
        self._agreeing = graph.by_claim(agreeing)
        self._same: dict[int, list[int]] = defaultdict(list)
        for a, b in graph.places.same_words(claims):
            self._same[a].append(b)
            self._same[b].append(a)

    def agreements(self, claim: int, like: Callable[[int], bool]) -> Iterator[int]:
        """Yield the agreements of a claim whose aspect is ``like`` the one asked for."""
        aspects = self._graph.aspects
        return (one for one in self._agreeing.get(claim, ()) if like(aspects[one]))

    def of(self, claim: int, like: Callable[[int], bool]) -> Iterator[int]:
        """Yield the claims that stand for a claim where such an aspect is concerned."""
        for agreement in self.agreements(claim, like):
            yield self._graph.other(agreement, claim)
        yield from self._same.get(claim, ())


class Group(NamedTuple):
    """Judgements on one aspect.

    Attributes:
        judgements: the judgements, the strongest first.
        claims: their claims and all that stand for them, in order: whatever comes of the group
            rests on these claims and all judgements of theirs.
    """

    judgements: Sequence[int]
    claims: Sequence[int]


class Part(NamedTuple):
    """Part of what a group comes to, such as a side of a dispute.

    Attributes:
        claims, judgements: some of the group's.
    """

    claims: Sequence[int]
    judgements: Sequence[int]


class Settling(Protocol):
    """Says what findings come to, given what works it out."""

    def parts(self, group: Group, work: Callable[[], Sequence[Part]], /) -> Sequence[Part]:
        """Return what a group comes to."""

    def count(self, claims: Collection[int], work: Callable[[], int], /) -> int:
        """Return a number that rests on claims and on where they stand."""


class Anew:
    """Works out everything."""

    def parts(self, _: Group, work: Callable[[], Sequence[Part]], /) -> Sequence[Part]:
        """Return what a group comes to."""
        return work()

    def count(self, _: Collection[int], work: Callable[[], int], /) -> int:
        """Return a number that rests on claims and on where they stand."""
        return work()


ANEW = Anew()


def gather(graph: SignedGraph, judgements: Iterable[int], links: Links) -> Iterator[Group]:
    """Yield groups of judgements on one aspect, that with the strongest judgement first.

    The strongest judgement left is the pivot of a group. A judgement joins where it shares a claim
    with the group, or a claim that stands for one of the group's, and its aspect overlaps the
    *pivot's*: comparing with the pivot alone keeps a chain of half related aspects ("abuse
    potential", "potential benefit", "benefit for sleep") from swallowing everything. A claim may
    so be in several groups, a judgement only in one.
    """
    ordered = graph.strongest(judgements)
    left = graph.by_claim(ordered)
    taken = bytearray(len(graph))
    for pivot in ordered:
        if taken[pivot]:
            continue
        like = graph.compared.like(graph.aspects[pivot])
        members: list[int] = []
        reached = {graph.a[pivot], graph.b[pivot]}
        queue, asked = deque(reached), set[int]()
        while queue:
            claim = queue.popleft()
            near = {claim, *links.of(claim, like)} - asked
            asked |= near
            for joining in _joining(graph, near, left, taken, like):
                members.append(joining)
                ends = {graph.a[joining], graph.b[joining]} - reached
                reached |= ends
                queue.extend(ends)
        yield Group(graph.strongest(members), sorted(asked))


def _joining(
    graph: SignedGraph,
    claims: Iterable[int],
    left: dict[int, list[int]],
    taken: bytearray,
    like: Callable[[int], bool],
) -> Iterator[int]:
    """Take the judgements of claims that are not taken yet and on a like aspect.

    What is taken leaves the list of its claim, so that no later group meets it again.
    """
    for claim in claims:
        kept = []
        for one in left.get(claim, ()):
            if taken[one]:
                continue
            if like(graph.aspects[one]):
                taken[one] = True
                yield one
            else:
                kept.append(one)
        if claim in left:
            left[claim] = kept
