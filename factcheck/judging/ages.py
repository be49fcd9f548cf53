"""One rule that two sources draw at another age: "children under 12", "children under 5"."""

from __future__ import annotations

from math import inf

from factcheck.judging.alignment import WHICH, Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Stance, Value

AGE = "age"
_SAME = 0.8
"""Shared weight over both together from which two claims set one rule."""
_SURE = 0.8
_AGED = ("aged", "age", "old", "older", "year")


def other_ages(a: Claim, b: Claim, alignment: Alignment, context: Context) -> list[Finding]:
    """Find that the same is said of all up to one age and up to another, or from it on.

    A wider rule would hold of those of the narrower one too, but whoever sets an age means that
    it ends there. Rules with sums of their own ("under 12 pay £2", "under 16 pay £3") are two.
    """
    first, second = _line(a), _line(b)
    if first is None or second is None or a.polarity is not b.polarity:
        return []
    aged = frozenset(map(context.relations.terms.of, _AGED))
    more = ({*a.terms} ^ {*b.terms}) - aged
    if a.predicate != b.predicate or {*alignment.differing} > {WHICH}:
        return []
    if more and alignment.jaccard < _SAME:
        return []
    if _upward(first) is not _upward(second) or first.interval == second.interval:
        return []
    if _besides(a, first) != _besides(b, second):
        return []
    rationale = f"They draw the line at another age: “{first.text}” against “{second.text}”."
    evidence = (first.span, second.span)
    return [Finding("value", Stance.CONTRADICTS, _SURE, rationale, (AGE,), *evidence)]


def _line(claim: Claim) -> Value | None:
    """Return the age up to which, or from which on, somebody is spoken of."""
    if not claim.limits(WHICH):
        return None
    ages = [value for value in claim.values if value.attribute[:1] == (AGE,)]
    one_sided = [value for value in ages if value.interval.low <= 0 or value.interval.high == inf]
    return one_sided[0] if len(ages) == len(one_sided) == 1 else None


def _upward(value: Value) -> bool:
    return value.interval.high == inf


def _besides(claim: Claim, age: Value) -> set[tuple[str, float, float]]:
    rest = (value for value in claim.values if value is not age)
    return {(value.scale, value.interval.low, value.interval.high) for value in rest}
