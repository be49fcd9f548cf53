"""Which sources stand behind a statement by themselves, and which repeat each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations
from math import fsum

from rapidfuzz import fuzz

from factcheck.graph.grouping import place
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

ALIKE = 1 / 3
"""Weight of the shared terms over that of all from which one claim may retell another."""

REACH = 500
"""Characters from one statement of a passage to the next: two or three sentences."""

Pair = frozenset[str]


def independent_sources(claims: Sequence[Claim], retold: Set[Pair] = frozenset()) -> int:
    """Return how many sources stand behind claims once those that repeat each other count once.

    Sources repeat each other that have the same text, that share a passage of eight words or more
    nearly word for word, or one of whose claims here retells the other's (see ``retold_pairs``).

    Args:
        claims: what the sources state.
        retold: pairs of ids of claims of which one retells the other.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=place):
        by_source.setdefault(claim.source.id, []).append(claim)
    sources = Sides(by_source, {})
    for a, b in combinations(by_source, 2):
        if not sources.together(a, b) and _repeat(by_source[a], by_source[b], retold):
            sources.merge(a, b)
    return len(sources.groups(by_source))


def retold_pairs(pairs: Iterable[CandidatePair], weights: Mapping[str, float]) -> frozenset[Pair]:
    """Return the pairs of claims that lie in a passage of one source retold in another.

    Such a passage has four statements or more that share terms with statements of the other
    source, in the same order, with little between them in either. What they state may differ: a
    figure that was changed in retelling makes nobody an independent witness.

    Args:
        pairs: candidate pairs, with canonical terms in their claims.
        weights: how telling each term is, from 0 to 1.
    """
    between: dict[tuple[str, str], list[CandidatePair]] = defaultdict(list)
    for pair in pairs:
        if pair.a.source.id != pair.b.source.id and _alike(pair.a, pair.b, weights):
            between[pair.a.source.id, pair.b.source.id].append(pair)
    found: set[Pair] = set()
    for alike in between.values():
        if len(alike) >= RETOLD:
            found.update(_in_order(alike))
    return frozenset(found)


def _alike(a: Claim, b: Claim, weights: Mapping[str, float]) -> bool:
    first, second = a.vocabulary, b.vocabulary
    # The sum of a set depends on its order in the last digit unless it is exact.
    shared, union = (
        fsum(weights.get(term, 1.0) for term in terms) for terms in (first & second, first | second)
    )
    return shared >= ALIKE * union > 0


def _in_order(alike: list[CandidatePair]) -> set[Pair]:
    """Return the pairs that lie in a chain of enough steps forward in both documents."""
    ordered = sorted(alike, key=lambda pair: (pair.a.span, pair.b.span, pair.a.id, pair.b.id))
    starts = [pair.a.start for pair in ordered]
    before, after = [1] * len(ordered), [1] * len(ordered)
    follows: list[list[int]] = [[] for _ in ordered]
    for index, pair in enumerate(ordered):
        for earlier in range(bisect_left(starts, pair.a.start - REACH), index):
            if _next(ordered[earlier].a, pair.a) and _next(ordered[earlier].b, pair.b):
                follows[index].append(earlier)
                before[index] = max(before[index], before[earlier] + 1)
    for index in reversed(range(len(ordered))):
        for earlier in follows[index]:
            after[earlier] = max(after[earlier], after[index] + 1)
    return {
        frozenset((pair.a.id, pair.b.id))
        for index, pair in enumerate(ordered)
        if before[index] + after[index] - 1 >= RETOLD
    }


def _next(earlier: Claim, later: Claim) -> bool:
    return earlier.end <= later.start <= earlier.start + REACH


def _repeat(first: Sequence[Claim], second: Sequence[Claim], retold: Set[Pair]) -> bool:
    if first[0].source.text == second[0].source.text:
        return True
    if any(frozenset((a.id, b.id)) in retold for a in first for b in second):
        return True
    return any(
        fuzz.ratio(a, b, score_cutoff=COPY_RATIO) > 0
        for a in _long_words(first)
        for b in _long_words(second)
    )


def _long_words(claims: Sequence[Claim]) -> list[str]:
    words = (claim.words.casefold() for claim in claims)
    return [text for text in words if len(text.split()) >= COPY_WORDS]
