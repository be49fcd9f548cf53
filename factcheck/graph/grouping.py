"""Which judgements answer one question, so that a reviewer sees it once."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator

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


def gather(graph: SignedGraph, judgements: Iterable[int], links: Links) -> Iterator[list[int]]:
    """Yield groups of judgements on one aspect, the strongest judgement of each first.

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
        yield graph.strongest(members)


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
