"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import overload

from attrs import frozen

from factcheck.blocking.index import Index
from factcheck.blocking.said import AspectsOf
from factcheck.blocking.traits import traits_of
from factcheck.model import Aspects, CandidatePair, Claim, Counts


def candidate_pair(a: Claim, b: Claim) -> CandidatePair:
    """Return the pair of two claims, the first of which comes first in the corpus."""
    return CandidatePair(a, b, tuple(sorted(a.vocabulary & b.vocabulary)))


class Pairs(Sequence[CandidatePair]):
    """Candidate pairs in corpus order, each made where it is asked for."""

    def __init__(self, claims: Sequence[Claim], later: Sequence[Sequence[int]]) -> None:
        """Hold, for every claim, the positions of the later claims that it makes a pair with."""
        self._claims = claims
        self._later = later
        self._ends = list(accumulate(map(len, later)))

    @property
    def later(self) -> Sequence[Sequence[int]]:
        """For every claim, the positions of the later claims that it makes a pair with."""
        return self._later

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[CandidatePair]:
        return self._from(0)

    @overload
    def __getitem__(self, index: int) -> CandidatePair: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[CandidatePair, ...]: ...

    def __getitem__(self, index: int | slice) -> CandidatePair | tuple[CandidatePair, ...]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return tuple(islice(self._from(start), max(0, stop - start)))[::step]
        return next(self._from(range(len(self))[index]))

    def _from(self, start: int) -> Iterator[CandidatePair]:
        row = bisect_right(self._ends, start)
        skipped = start - (self._ends[row - 1] if row else 0)
        for position in range(row, len(self._later)):
            claim = self._claims[position]
            for other in self._later[position][skipped:]:
                yield candidate_pair(claim, self._claims[other])
            skipped = 0


@frozen
class Blocked:
    """Candidate pairs, and how many there might have been."""

    pairs: Pairs
    counts: Counts

    @property
    def later(self) -> Sequence[Sequence[int]]:
        """For every claim, the positions of the later claims that it makes a pair with."""
        return self.pairs.later


def _plain(claim: Claim) -> Aspects:
    return Aspects(answers=frozenset([("polarity", claim.polarity)]))


def block(
    claims: tuple[Claim, ...],
    weights: Mapping[str, float],
    *,
    aspects: AspectsOf = _plain,
    bound: int = 60,
    within_documents: bool = False,
) -> Blocked:
    """Return the pairs of claims that share enough rare terms to be worth judging.

    Args:
        claims: the claims, document by document in corpus order.
        weights: how telling each term is, from 0 to 1.
        aspects: tells what claims name and answer; those that name different things of one kind
            make no pair.
        bound: how many candidates each claim chooses: all that it meets, where they are no more;
            else those that answer a question otherwise, the most telling first, and others in one
            place of ``AGREEING``. Of equals it chooses those whose ids are nearest to its own, so
            that no claim is chosen by all. A pair stays where either of its claims chose it, and
            the others are counted as cut.
        within_documents: whether two claims of one document make a pair.
    """
    traits = [traits_of(claim, aspects) for claim in claims]
    order = sorted(range(len(claims)), key=lambda position: traits[position].document)
    index = Index.of([traits[position] for position in order], weights, within_documents)
    later: list[list[int]] = [[] for _ in claims]
    worthy = missed = 0
    for number in index.in_turn():
        position, choice = order[number], index.choose(number, bound)
        worthy += choice.worthy
        missed += choice.missed
        for other in (order[chosen.claim] for chosen in choice.others):
            later[min(position, other)].append(max(position, other))
    pairs = Pairs(claims, [array("L", sorted(set(row))) for row in later])
    sizes = Counter(one.document for one in traits)
    within = 0 if within_documents else sum(size * (size - 1) // 2 for size in sizes.values())
    return Blocked(pairs, counted(len(claims), within, len(pairs), worthy, missed))


def counted(claims: int, within: int, kept: int, worthy: int, missed: int) -> Counts:
    """Return how many pairs there might have been.

    Args:
        claims: how many claims there are.
        within: how many of their pairs lie within one document and are not asked for.
        kept: how many pairs were kept.
        worthy: the sum of what every ``Choice`` says of it.
        missed: likewise.
    """
    possible = claims * (claims - 1) // 2 - within
    cut = min(possible - kept, max(0, worthy - kept) + missed)
    return Counts(possible, kept, cut)
