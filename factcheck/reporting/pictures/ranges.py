"""What the sources of a dispute say about one quantity, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from factcheck.judging.dates import on_one_scale
from factcheck.model import Claim, Dispute, Document, Interval, Judgement, Span, Value
from factcheck.reporting.quotation import SourceIndex, index_source

_APART = frozenset({"degree", "ordinal"})
"""Scales without amounts: words for degrees have no unit, and places no distance."""


@frozen
class Range:
    """What one source says.

    Attributes:
        letter: the side it is on.
        source: the document.
        words: its own words, clean.
        interval: what they allow, in the base unit of the scale.
        approximate: whether the words say that it is not exact.
        claim: id of the claim.
    """

    letter: str
    source: Document
    words: str
    interval: Interval
    approximate: bool
    claim: str


@frozen
class Ranges:
    """Every range of a dispute, on the scale that its strongest pair was compared on."""

    scale: str
    rows: tuple[Range, ...]


def ranges(dispute: Dispute) -> Ranges | None:
    """Return what the sides of ``dispute`` say in numbers or dates.

    A claim that was judged counts with the values among its deciding words; one that only
    supports a side counts with its values of the same attribute.

    Returns:
        The ranges in the order of sides, the earliest or smallest first; None where the dispute
        is not about amounts or dates, or fewer than two sides state one.
    """
    compared = list(_compared(dispute))
    if not compared:
        return None
    scale = compared[0][1].scale
    decided: dict[str, list[Value]] = {}
    for claim, value in compared:
        if value.scale == scale and value not in decided.setdefault(claim.id, []):
            decided[claim.id].append(value)
    attributes = {term for _, value in compared for term in value.attribute}
    indexes: dict[str, SourceIndex] = {}
    rows: dict[tuple[str, str, Interval], Range] = {}
    for position in dispute.positions:
        for claim in position.claims:
            for value in decided.get(claim.id) or _likewise(claim, scale, attributes):
                if claim.source.id not in indexes:
                    indexes[claim.source.id] = index_source(claim.source, [])
                words = indexes[claim.source.id].words(value.span)
                row = _row(position.letter, claim, value, words)
                rows.setdefault((row.letter, row.source.id, row.interval), row)
    ordered = sorted(
        rows.values(),
        key=lambda row: (row.letter, row.interval.low, row.interval.high, row.source.name),
    )
    return Ranges(scale, tuple(ordered)) if len({row.letter for row in ordered}) > 1 else None


def _compared(dispute: Dispute) -> Iterator[tuple[Claim, Value]]:
    """Yield the values that the judgements of a dispute compared, each on the common scale."""
    for judgement in dispute.judgements:
        pair = _deciding_pair(judgement) if judgement.rule.startswith("value") else None
        if pair is not None:
            yield judgement.a, pair[0]
            yield judgement.b, pair[1]


def _deciding_pair(judgement: Judgement) -> tuple[Value, Value] | None:
    for one in _within(judgement.a, judgement.a_evidence):
        for other in _within(judgement.b, judgement.b_evidence):
            first, second = on_one_scale(one, other)
            if first.scale == second.scale and first.scale not in _APART:
                return first, second
    return None


def _within(claim: Claim, evidence: Span) -> list[Value]:
    """Return the values of a claim that share words with its evidence, the closest first."""
    found = [value for value in claim.values if value.span.overlap(evidence)]
    return sorted(found, key=lambda value: (value.span != evidence, value.span))


def _likewise(claim: Claim, scale: str, attributes: set[str]) -> list[Value]:
    return [
        value
        for value in claim.values
        if value.scale == scale and (attributes & {*value.attribute} or not attributes)
    ]


def _row(letter: str, claim: Claim, value: Value, words: str) -> Range:
    return Range(letter, claim.source, words, value.interval, value.approximate, claim.id)
