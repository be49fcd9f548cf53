"""Which sources stand behind a statement by themselves, and which repeat each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, repeat
from typing import Protocol, TypeVar

from attrs import field, frozen
from rapidfuzz import fuzz, process

from factcheck.graph.sides import Sides
from factcheck.model import CandidatePair, Claim

COPY_RATIO = 90
"""rapidfuzz ratio (0 to 100) from which two passages are taken for copies of one text."""

COPY_WORDS = 8
"""Shorter statements can come out alike by chance, so they are no sign of copying."""

RETOLD = 4
"""Statements alike in the same order, close together in both, that make a retold passage.

Authors who work alone agree here and there. That they also line up four statements in one order
is how rewritten text is told from text on the same subject (the order of matches is what
sequence-based measures of text reuse rest on: Clough et al., "METER: MEasuring TExt Reuse", 2002).
"""

ALIKE = 3
"""One claim may retell another where the weight of all terms of both is at most so many times that
of those that they share."""

FINE = 1 << 40
"""Weights are added as whole multiples of one part in so many, which gives one sum in any order."""

REACH = 500
"""Characters from one statement of a passage to the next: two or three sentences."""

Pair = tuple[str, str]


class Stated(Protocol):
    """What has to be known of a claim to tell whether its passage is retold."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """One past its last character."""


StatedT = TypeVar("StatedT", bound=Stated)


@frozen
class Retold:
    """Which claims retell each other: ids of claims by that of a claim."""

    by_claim: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Retold:
        """Return what pairs of ids tell, each of which stands once."""
        found: dict[str, list[str]] = defaultdict(list)
        for a, b in pairs:
            found[a].append(b)
        return cls(found)


NOTHING_RETOLD = Retold({})


def independent_sources(claims: Sequence[Claim], retold: Retold = NOTHING_RETOLD) -> int:
    """Return how many sources stand behind claims once those that repeat each other count once.

    Sources repeat each other that have the same text, that share a passage of eight words or more
    nearly word for word, or one of whose claims here retells the other's (see ``retold_pairs``).

    Args:
        claims: what the sources state.
        retold: which claims retell each other.
    """
    stated = {claim.id: claim.source.id for claim in claims}
    sources = Sides(stated.values(), {})
    texts: dict[str, str] = {}
    for claim in claims:
        sources.merge(texts.setdefault(claim.source.text, claim.source.id), claim.source.id)
        for other in retold.by_claim.get(claim.id, ()):
            if other in stated:
                sources.merge(stated[other], claim.source.id)
    for a, b in _copies(claims):
        sources.merge(a, b)
    return len(sources.groups(set(stated.values())))


def _copies(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids of sources that share a passage nearly word for word."""
    said: dict[str, str] = {}
    for claim in claims:
        words = claim.words.casefold()
        if len(words.split()) >= COPY_WORDS:
            yield said.setdefault(words, claim.source.id), claim.source.id
    texts = sorted(said, key=lambda text: (len(text), text))
    for index, text in enumerate(texts[:-1], 1):
        # Two texts have no more in common than the shorter one has.
        longest = len(text) * (200 - COPY_RATIO) // COPY_RATIO + 1
        near = texts[index : bisect_right(texts, longest, lo=index, key=len)]
        for other, _, _ in process.extract_iter(
            text, near, scorer=fuzz.ratio, score_cutoff=COPY_RATIO
        ):
            yield said[text], said[other]


def retold_pairs(pairs: Iterable[CandidatePair], weights: Mapping[str, float]) -> Iterator[Pair]:
    """Yield the pairs of ids of claims that lie in a passage of one source retold in another.

    Such a passage has four statements or more that share terms with statements of the other
    source, in the same order, with little between them in either. What they state may differ: a
    figure that was changed in retelling makes nobody an independent witness.

    Only pairs with the claims of one document are held at a time. A part of the pairs yields its
    part of what all of them yield where no document's pairs are torn apart.

    Args:
        pairs: candidate pairs, with canonical terms in their claims, those together that have
            their first claim from one document.
        weights: how telling each term is, from 0 to 1.

    Yields:
        Pairs of ids, the smaller one first.
    """
    likeness = Likeness(fine(weights))
    for first, some in groupby(pairs, key=lambda pair: pair.a.source.id):
        between: dict[str, list[CandidatePair]] = defaultdict(list)
        for pair in some:
            between[pair.b.source.id].append(pair)
        between.pop(first, None)
        for found in between.values():
            if len(found) >= RETOLD:
                alike = ((pair.a, pair.b) for pair in found if likeness.retells(pair.a, pair.b))
                yield from ((min(a.id, b.id), max(a.id, b.id)) for a, b in passages(alike))


def fine(weights: Mapping[str, float]) -> dict[str, int]:
    """Return weights as whole numbers."""
    return {term: round(weight * FINE) for term, weight in weights.items()}


@frozen
class Likeness:
    """Tells of any two claims whether their terms are alike, and knows what each claim's weigh.

    Attributes:
        weights: how telling each term is, as ``fine`` returns it.
    """

    weights: Mapping[str, int]
    _weighed: dict[frozenset[str], int] = field(factory=dict, init=False, eq=False, repr=False)

    def retells(self, a: Claim, b: Claim) -> bool:
        """Return whether the terms of two claims are alike enough for one to retell the other."""
        first, second = a.vocabulary, b.vocabulary
        common = first & second
        if not common:
            return False
        shared = self._sum(common)
        return ALIKE * shared >= self._weight(first) + self._weight(second) - shared > 0

    def _weight(self, terms: frozenset[str]) -> int:
        known = self._weighed.get(terms)
        if known is None:
            known = self._weighed[terms] = self._sum(terms)
        return known

    def _sum(self, terms: Iterable[str]) -> int:
        return sum(map(self.weights.get, terms, repeat(FINE)))


def passages(alike: Iterable[tuple[StatedT, StatedT]]) -> Iterator[tuple[StatedT, StatedT]]:
    """Yield the pairs of claims that lie in a chain of enough steps forward in both documents.

    Args:
        alike: all pairs of claims of two documents of which one may retell the other (see
            ``Likeness``).
    """
    ordered = sorted(alike, key=_places)
    starts = [a.start for a, _ in ordered]
    before, after = [1] * len(ordered), [1] * len(ordered)
    follows: list[list[int]] = [[] for _ in ordered]
    for index, (a, b) in enumerate(ordered):
        for earlier in range(bisect_left(starts, a.start - REACH), index):
            if _next(ordered[earlier][0], a) and _next(ordered[earlier][1], b):
                follows[index].append(earlier)
                before[index] = max(before[index], before[earlier] + 1)
    for index in reversed(range(len(ordered))):
        for earlier in follows[index]:
            after[earlier] = max(after[earlier], after[index] + 1)
    for index, (a, b) in enumerate(ordered):
        if before[index] + after[index] - 1 >= RETOLD:
            yield a, b


def _places(pair: tuple[Stated, Stated]) -> tuple[object, ...]:
    a, b = pair
    return a.start, a.end, b.start, b.end, a.id, b.id


def _next(earlier: Stated, later: Stated) -> bool:
    return earlier.end <= later.start <= earlier.start + REACH
