"""Sides: groups of claims that stand together and never hold two claims that conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from factcheck.model import Claim, Judgement, Stance


class Sides:
    """A partition of claims that only grows coarser, under pairs that must stay apart.

    Merging greedily in the order of the callers' confidence is the deterministic form of pivot
    clustering for correlation clustering (Ailon, Charikar and Newman, "Aggregating inconsistent
    information", Journal of the ACM 55, 2008), with conflicts as constraints that are never broken.
    """

    def __init__(self, claims: Iterable[str], apart: Mapping[str, Set[str]]) -> None:
        self._members = {claim: {claim} for claim in claims}
        self._side = {claim: claim for claim in self._members}
        self._apart = apart

    def together(self, a: str, b: str) -> bool:
        """Return whether two claims are on one side."""
        return self._side[a] == self._side[b]

    def merge(self, a: str, b: str) -> bool:
        """Put two claims on one side unless a conflict forbids it; return whether they are."""
        first, second = self._side[a], self._side[b]
        if first == second:
            return True
        if second in self._opponents(first):
            return False
        keep, drop = sorted((first, second), key=lambda side: (-len(self._members[side]), side))
        for claim in self._members[drop]:
            self._side[claim] = keep
        self._members[keep] |= self._members.pop(drop)
        return True

    def groups(self, order: Iterable[str]) -> list[list[str]]:
        """Return the sides, and the claims within each, in the order given."""
        found: dict[str, list[str]] = {}
        for claim in order:
            found.setdefault(self._side[claim], []).append(claim)
        return list(found.values())

    def _opponents(self, side: str) -> set[str]:
        return {
            self._side[other]
            for claim in self._members[side]
            for other in self._apart.get(claim, ())
            if other in self._side
        }


def opposed(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Return, by claim, the claims that conflicting judgements put it apart from."""
    found: dict[str, set[str]] = defaultdict(set)
    for judgement in judgements:
        if judgement.stance is not Stance.AGREES:
            found[judgement.a.id].add(judgement.b.id)
            found[judgement.b.id].add(judgement.a.id)
    return dict(found)


def same_words(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Return pairs of ids of claims that are read from the same words of one document.

    A proposition and a part of it (at least half of the shorter one in common) are one statement
    to a reader, so findings on both are one finding.
    """
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.source.id].append(claim)
    pairs = []
    for _, group in sorted(by_document.items()):
        group.sort(key=lambda claim: (claim.span, claim.id))
        for index, claim in enumerate(group):
            for other in group[index + 1 :]:
                if other.start >= claim.end:
                    break
                shorter = min(len(claim.span), len(other.span))
                if claim.id != other.id and 2 * claim.span.overlap(other.span) >= shorter:
                    pairs.append((claim.id, other.id))
    return pairs
