"""Rule ``value``: quantities, dates, durations and shares as intervals on one scale."""

from __future__ import annotations

import re
from math import sqrt

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, reconciled
from factcheck.model import Claim, Interval, Polarity, Stance, Value

_DISTANCES = {
    "from": "the distance",
    "away": "the distance",
    "off": "the distance",
    "inland": "the distance inland",
    "above": "the height",
    "below": "the depth",
}
_BEING = frozenset("be have contain includ hold compris consist number total".split())
_WORDED = {"degree", "ordinal"}
ROUNDING = 0.015
"""Share by which a converted figure is commonly rounded, on either side."""

MAGNITUDE = 10
"""Two times until something works whose middles lie an order of magnitude apart ("in an hour"
against "in hours or days") pull apart, though the one lies in the other."""

NARROW_OVERLAP = 0.34
"""Two ranges that share less than a third of what they cover together pull apart enough for a
reviewer to see ("weeks or months" against "months or years")."""


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare values of one attribute of one subject.

    The attribute decides: a latency is not a length, a number of people no number of rooms, a
    share of one thing no share of another. Beyond subject and attribute, the claims have to
    share something that says what the value is of.
    """
    found: dict[tuple[str, ...], list[Finding]] = {}
    for first in a.values:
        for second in b.values:
            if first.scale == second.scale and first.scale not in _WORDED:
                finding = _compare(a, b, first, second, alignment, context)
                if finding is not None:
                    found.setdefault((first.scale, *first.attribute), []).append(finding)
    return reconciled(found.values())


def _compare(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> Finding | None:
    if not _same_attribute(first, second):
        return None
    if _same_figure(first, second) and a.polarity is b.polarity and alignment.subject < 0.5:
        words = f"“{first.text}” and “{second.text}”"
        rationale = f"Both give the same figure for {_name(first, context)}: {words}."
        aspect = first.attribute
        return Finding("value", Stance.AGREES, 0.5, rationale, aspect, first.span, second.span)
    if not _same_matter(a, b, first, second, alignment, context):
        return None
    if a.polarity is not b.polarity:
        return None
    x, y = _as_precise(first, second)
    if a.polarity is Polarity.NEGATED and (x.low, x.high) != (y.low, y.high):
        return None
    words = f"“{first.text}” against “{second.text}”"
    name = _name(first, context)
    aspect = tuple(dict.fromkeys((*first.attribute, *_matter(a, b, alignment))))
    if x.disjoint(y):
        strength = min(1.0, 0.7 + 0.3 * min(1.0, abs(x.gap(y)) * 3))
        if first.approximate or second.approximate:
            strength -= 0.1
        rationale = f"They give different values for {name}: {words}."
        return Finding(
            "value", Stance.CONTRADICTS, strength, rationale, aspect, first.span, second.span
        )
    if (x, y) == (first.interval, second.interval) and _pull_apart(first, second):
        rationale = f"Their ranges for {name} only partly meet: {words}."
        return Finding("value", Stance.QUALIFIES, 0.6, rationale, aspect, first.span, second.span)
    rationale = f"They give compatible values for {name}: {words}."
    strength = 0.9 if x == y else 0.75
    return Finding("value", Stance.AGREES, strength, rationale, aspect, first.span, second.span)


def _as_precise(first: Value, second: Value) -> tuple[Interval, Interval]:
    """Return the intervals, widened by rounding where the units as written differ.

    Authors round what they convert: 95 feet and 29 metres are one height.
    """
    if _unit(first.text) == _unit(second.text) or first.scale in {"date", "duration"}:
        return first.interval, second.interval
    return _rounded(first.interval), _rounded(second.interval)


def _unit(text: str) -> str:
    return re.sub(r"[\d.,\s]+", " ", text).strip().lower()


def _rounded(interval: Interval) -> Interval:
    low = interval.low - abs(interval.low) * ROUNDING if interval.bounded else interval.low
    high = interval.high + abs(interval.high) * ROUNDING if interval.bounded else interval.high
    return Interval(low, high)


def _same_attribute(first: Value, second: Value) -> bool:
    one, other = set(first.attribute), set(second.attribute)
    if any((role in one) != (role in other) for role in ("difference", "per", "when")):
        return False
    if "when" in one:
        return False
    if not one or not other:
        return False
    if first.scale == "duration":
        roles = (first.attribute[0], second.attribute[0])
        if roles[0] != roles[1]:
            return False
        rest = (one - {roles[0]}, other - {roles[1]})
        return bool(rest[0] & rest[1]) or (not rest[0] and not rest[1])
    if first.scale == "proportion":
        return one == other == {"frequency"} or bool((one & other) - {"share", "frequency"})
    return bool(one & other)


def _same_figure(first: Value, second: Value) -> bool:
    """Return whether two values are one telling figure: a date, or no small round number.

    Two sources that both count 137 steps speak of one stair, whatever they call its owner.
    """
    if first.interval != second.interval or first.approximate or second.approximate:
        return False
    if first.scale == "date":
        return first.interval.bounded
    point = first.interval.low == first.interval.high
    return point and first.scale == "count" and len(str(int(first.interval.low)).rstrip("0")) > 1


def _same_matter(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> bool:
    """Return whether the claims share subject and, beyond it, what the value is of."""
    if first.attribute == second.attribute == ("from",):
        # A distance is one between two things, whichever of them is the subject.
        return alignment.containment >= 0.5
    if alignment.subject < 0.5:
        return False
    if first.scale == "duration" and first.attribute[0] == "latency":
        return _same_effect(a, b, alignment, context)
    if first.scale != "date" and "time" in alignment.differing:
        return False
    if first.scale.startswith("count") and not _same_event(a, b):
        return False
    attribute = set(first.attribute) & set(second.attribute)
    if attribute == {"frequency"}:
        return bool(set(a.predicate) & set(b.predicate)) and alignment.containment >= 0.6
    return any(term not in attribute for term in alignment.shared)


def _same_event(a: Claim, b: Claim) -> bool:
    """Return whether the counts are of the same event, or of plainly being there."""
    first, second = set(a.predicate), set(b.predicate)
    return bool(first & second) or (first <= _BEING and second <= _BEING)


def _same_effect(a: Claim, b: Claim, alignment: Alignment, context: Context) -> bool:
    """Return whether two latencies are until the same: both until it works, or a shared event."""
    if set(a.terms) & context.relations.effects and set(b.terms) & context.relations.effects:
        return True
    subjects = set(a.subject.terms if a.subject else ()) | set(b.subject.terms if b.subject else ())
    return any(term not in subjects for term in alignment.shared)


def _pull_apart(first: Value, second: Value) -> bool:
    """Return whether two values meet but leave a reviewer with two ideas of the matter."""
    x, y = first.interval, second.interval
    if first.scale == "duration" and first.attribute[0] == "latency" and x.low > 0 and y.low > 0:
        middles = [sqrt(one.low * one.high) for one in (x, y)]
        if x.bounded and y.bounded and max(middles) >= MAGNITUDE * min(middles):
            return True
    if not (x.bounded and y.bounded) or x.within(y) or y.within(x):
        return False
    shared = min(x.high, y.high) - max(x.low, y.low)
    covered = max(x.high, y.high) - min(x.low, y.low)
    return covered > 0 and shared / covered < NARROW_OVERLAP


def _matter(a: Claim, b: Claim, alignment: Alignment) -> tuple[str, ...]:
    """Return what the values are about: what the subjects share, else what the claims share."""
    subjects = set(a.subject.terms if a.subject else ()) & set(b.subject.terms if b.subject else ())
    return tuple(term for term in alignment.shared if term in subjects)[:2] or alignment.shared[:2]


def _name(value: Value, context: Context) -> str:
    roles = {
        "latency": "the time it takes",
        "extent": "how long it lasts",
        "past": "how long ago it was",
        "interval": "how often it comes",
        "duration": "the time",
    }
    if value.scale == "length" and value.attribute[0] in _DISTANCES:
        return _DISTANCES[value.attribute[0]]
    if value.scale == "duration":
        return roles.get(value.attribute[0], "the time")
    if value.scale == "date":
        return f"the date ({context.label(value.attribute)})"
    return f"“{context.label(value.attribute)}”" if value.attribute else f"the {value.scale}"
