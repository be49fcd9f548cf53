"""Which finding of one run is which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from factcheck.history.snapshot import SavedFinding

Marks = Iterable[Hashable]


def _whole(finding: SavedFinding) -> Marks:
    return (finding.fingerprint,)


def _pairs(finding: SavedFinding) -> Marks:
    return {(pair.a, pair.b) for pair in finding.pairs}


def _claims_on_aspect(finding: SavedFinding) -> Marks:
    return {(finding.aspect, claim.fingerprint) for claim in finding.claims}


def _documents_on_aspect(finding: SavedFinding) -> Marks:
    return {(finding.aspect, document) for document in finding.documents}


_TIERS: tuple[tuple[Callable[[SavedFinding], Marks], int], ...] = (
    (_whole, 1),
    (_pairs, 1),
    (_claims_on_aspect, 1),
    (_documents_on_aspect, 2),
)
"""What two findings may have in common, the most telling first, and how much of it makes them
one: the same pairs; a pair; an aspect with a claim; an aspect in two documents, where the sentences
of both were edited."""


def matched(
    old: Sequence[SavedFinding], new: Sequence[SavedFinding]
) -> list[tuple[SavedFinding, SavedFinding]]:
    """Return the findings that are one, each at most once, as they stand in ``new``."""
    heirs: dict[int, int] = {}
    taken: set[int] = set()
    for marks, least in _TIERS:
        left = {place: each for place, each in enumerate(old) if place not in taken}
        free = {place: each for place, each in enumerate(new) if place not in heirs}
        for (place, before), shared in _shared(left, free, marks):
            if shared >= least and place not in heirs and before not in taken:
                heirs[place] = before
                taken.add(before)
    return [(old[heirs[place]], each) for place, each in enumerate(new) if place in heirs]


def _shared(
    old: dict[int, SavedFinding],
    new: dict[int, SavedFinding],
    marks: Callable[[SavedFinding], Marks],
) -> list[tuple[tuple[int, int], int]]:
    """Return places in ``new`` and ``old`` with how much they share, the most first."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for place, finding in old.items():
        for mark in marks(finding):
            holders[mark].append(place)
    counts: Counter[tuple[int, int]] = Counter(
        (place, before)
        for place, finding in new.items()
        for mark in marks(finding)
        for before in holders[mark]
    )
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
