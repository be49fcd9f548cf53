"""Passages that several sources share, as readers see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from factcheck.graph.independence import REACH
from factcheck.model import Claim, Span


@frozen
class SharedPassage:
    """A passage of one source that another source tells too.

    Attributes:
        source, span: the passage: id of its document and its place.
        other, other_span: the same in the other source.
        statements: how many claims of the passage have their like in the other one.
    """

    source: str
    span: Span
    other: str
    other_span: Span
    statements: int


def shared_passages(
    claims: Iterable[Claim], retold: Iterable[tuple[str, str]]
) -> dict[str, tuple[SharedPassage, ...]]:
    """Return the passages that sources share, by the id of the document they stand in.

    Every passage comes twice: in either source, with its place in the other.

    Args:
        claims: every claim of a run.
        retold: pairs of ids of claims that retell each other, as ``Run.retold`` has them.
    """
    known = {claim.id: claim for claim in claims}
    between: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for first, second in retold:
        for a, b in ((known[first], known[second]), (known[second], known[first])):
            between[a.source.id, b.source.id].append((a.span, b.span))
    found: dict[str, list[SharedPassage]] = defaultdict(list)
    for (source, other), pairs in sorted(between.items()):
        found[source] += _stretches(source, other, sorted(pairs))
    return {
        source: tuple(sorted(passages, key=lambda each: (each.span, each.other)))
        for source, passages in found.items()
    }


def _stretches(source: str, other: str, pairs: list[tuple[Span, Span]]) -> list[SharedPassage]:
    """Return the stretches that pairs make which are close together in both documents."""
    found: list[tuple[Span, Span, int]] = []
    last = None
    for a, b in pairs:
        for index, (here, there, statements) in enumerate(found):
            if _near(here, a) and _near(there, b):
                found[index] = _hull(here, a), _hull(there, b), statements + (a != last)
                break
        else:
            found.append((a, b, 1))
        last = a
    return [
        SharedPassage(source, here, other, there, statements) for here, there, statements in found
    ]


def _near(passage: Span, claim: Span) -> bool:
    return passage.start - REACH <= claim.start and claim.end <= passage.end + REACH


def _hull(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))
