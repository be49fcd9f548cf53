"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import NamedTuple, overload

from attrs import frozen

from factcheck.blocking.index import Choice, Index
from factcheck.blocking.said import AspectsOf
from factcheck.blocking.traits import Describing, described
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


class Selection(NamedTuple):
    """What a claim of an index chose.

    Attributes:
        claim: its number.
        others: the numbers of those that it makes a pair with.
        worthy, missed: as ``Choice`` has them.
    """

    claim: int
    others: Sequence[int]
    worthy: int
    missed: int

    @classmethod
    def of(cls, claim: int, choice: Choice) -> Selection:
        """Return a choice without its reasons."""
        others = [chosen.claim for chosen in choice.others]
        return cls(claim, others, choice.worthy, choice.missed)


class Paired(NamedTuple):
    """The pairs of all claims.

    Attributes:
        later: for every place in the corpus, those of the later claims that it makes a pair with.
        worthy, missed: sums of what every ``Choice`` says of it.
    """

    later: Sequence[Sequence[int]]
    worthy: int
    missed: int


def paired(selections: Iterable[Selection], positions: Sequence[int]) -> Paired:
    """Return the pairs of all claims, given what each chooses.

    Args:
        selections: what claims choose, in any order.
        positions: the place of each claim in the corpus.
    """
    later: list[list[int]] = [[] for _ in positions]
    worthy = missed = 0
    for selection in selections:
        worthy += selection.worthy
        missed += selection.missed
        position = positions[selection.claim]
        others = sorted(map(positions.__getitem__, selection.others))
        after = bisect_right(others, position)
        later[position] += others[after:]
        for other in others[:after]:
            later[other].append(position)
    return Paired([array("L", sorted(set(row))) for row in later], worthy, missed)


Choosing = Callable[[Index, Sequence[int], int], Paired]
"""Says which pairs the claims of an index make, given the place of each in the corpus, and how many
others a claim chooses at most."""


def chosen_anew(index: Index, positions: Sequence[int], bound: int) -> Paired:
    """Return the pairs that claims make."""
    every = index.in_turn(range(len(index.ids)))
    return paired((Selection.of(claim, index.choose(claim, bound)) for claim in every), positions)


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
    descriptions: Describing = described,
    choices: Choosing = chosen_anew,
    aspects: AspectsOf = _plain,
    bound: int = 60,
    within_documents: bool = False,
) -> Blocked:
    """Return the pairs of claims that share enough rare terms to be worth judging.

    Args:
        claims: the claims, document by document in corpus order.
        weights: how telling each term is, from 0 to 1.
        descriptions: describes claims as far as choosing goes.
        choices: says which pairs claims make.
        aspects: tells what claims name and answer; those that name different things of one kind
            make no pair.
        bound: how many candidates each claim chooses: all that it meets, where they are no more;
            else those that may contradict it, the most telling first, and those that may agree
            with it in one place of ``AGREEING``. Of equals it chooses those whose ids are nearest
            to its own, so that no claim is chosen by all. A pair stays where either of its claims
            chose it, and the others are counted as cut.
        within_documents: whether two claims of one document make a pair.
    """
    traits = descriptions(claims, aspects)
    order = sorted(range(len(claims)), key=lambda position: traits[position].document)
    index = Index.of([traits[position] for position in order], weights, within_documents)
    later, worthy, missed = choices(index, order, bound)
    pairs = Pairs(claims, later)
    sizes = Counter(one.document for one in traits)
    within = 0 if within_documents else sum(size * (size - 1) // 2 for size in sizes.values())
    return Blocked(pairs, counted(len(claims), within, len(pairs), worthy, missed))


@frozen
class KeyBlocker:
    """The built-in ``Blocker``: claims are found by their keys (see ``block``).

    Attributes:
        aspects, bound, within_documents, descriptions, choices: as ``block`` takes them.
    """

    aspects: AspectsOf
    bound: int
    within_documents: bool
    descriptions: Describing = described
    choices: Choosing = chosen_anew

    def __call__(self, claims: tuple[Claim, ...], weights: Mapping[str, float], /) -> Blocked:
        """Return the pairs of claims that are worth judging."""
        return block(
            claims,
            weights,
            descriptions=self.descriptions,
            choices=self.choices,
            aspects=self.aspects,
            bound=self.bound,
            within_documents=self.within_documents,
        )


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
