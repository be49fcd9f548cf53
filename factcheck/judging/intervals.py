"""How the intervals of two values stand to each other: as rounded, as limits, as ranges."""

from __future__ import annotations

import re
from math import sqrt

from factcheck.model import Interval, Value
from factcheck.model.value import DATES, TIME_OF_DAY

_UNCONVERTED = frozenset(DATES)
_MOST = re.compile(
    r"(up to|within|at most|no more than|not more than|as much as|as many as|a maximum of"
    r"|not exceed(?:ing)?)\b"
)
_LEAST = re.compile(r"(at least|no less than|not less than|no fewer than|a minimum of)\b")

_NUMBER = r"(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
_IN_DAYS = re.compile(rf"{_NUMBER}[ -](?:days?|weeks?|hours?|nights?|fortnights?)\b")
_COUNTED = re.compile(rf"{_NUMBER}[ -](?:full |whole |calendar )?(month|year)s?\b")
_CALENDAR = {"month": (28, 30.436875, 31), "year": (360, 365.2425, 366)}
"""The days for which a month and a year may stand, the mean of the Gregorian calendar between."""

_WHOLE = Interval(1, 1)
"""Every one of those there are: no share that is rounded."""

_FIVE_MINUTES = 300
"""Seconds to which times of day are commonly rounded."""

ROUNDING = 0.015
"""Share by which a converted figure is commonly rounded, on either side."""

MAGNITUDE = 10
"""Two times until something works whose middles lie an order of magnitude apart ("in an hour"
against "in hours or days") pull apart, though the one lies in the other."""

NARROW_OVERLAP = 0.34
"""Two ranges that share less than a third of what they cover together pull apart enough for a
reviewer to see ("weeks or months" against "months or years")."""


def as_precise(first: Value, second: Value) -> tuple[Interval, Interval]:
    """Return the intervals, widened by rounding where the units as written differ.

    Authors round what they convert: 95 feet and 29 metres are one height, and twelve weeks are
    three months.
    """
    if first.scale == TIME_OF_DAY:
        return _to_the_minute(first.interval, second.interval)
    if first.scale == "duration":
        return _by_the_calendar(first, second, first.interval, second.interval)
    exact = first.scale in _UNCONVERTED or _unit(first.text) == _unit(second.text)
    whole = first.scale == "proportion" and _WHOLE in (first.interval, second.interval)
    if exact or whole:
        return first.interval, second.interval
    return _rounded(first.interval), _rounded(second.interval)


def _by_the_calendar(
    first: Value, second: Value, x: Interval, y: Interval
) -> tuple[Interval, Interval]:
    """Return two lengths of time, widened where one counts months or years and the other days."""
    return _widened(first, second, x), _widened(second, first, y)


def _widened(value: Value, other: Value, interval: Interval) -> Interval:
    if not _IN_DAYS.search(other.text.lower()) or any(unit in other.text for unit in _CALENDAR):
        return interval
    counted = _COUNTED.search(value.text.lower())
    if counted is None:
        return interval
    shortest, mean, longest = _CALENDAR[counted[1]]
    return Interval(interval.low * shortest / mean, interval.high * longest / mean)


def _to_the_minute(first: Interval, second: Interval) -> tuple[Interval, Interval]:
    """Return two times of day, of which one in round figures may be off: 22:35 for 22:34."""
    rough = [one.low % _FIVE_MINUTES == 0 for one in (first, second)]
    if rough[0] is rough[1]:
        return first, second
    widened = [
        Interval(one.low - _FIVE_MINUTES / 2, one.high + _FIVE_MINUTES / 2) if round_ else one
        for one, round_ in zip((first, second), rough, strict=True)
    ]
    return widened[0], widened[1]


def _unit(text: str) -> str:
    return re.sub(r"[\d.,\s]+", " ", text).strip().lower()


def _rounded(interval: Interval) -> Interval:
    low = interval.low - abs(interval.low) * ROUNDING if interval.bounded else interval.low
    high = interval.high + abs(interval.high) * ROUNDING if interval.bounded else interval.high
    return Interval(low, high)


def limits_differ(first: Value, second: Value, *, required: bool) -> bool:
    """Return whether both values are the most that can be, "up to 30 days", "within 90 days".

    So it is with the least that has to be where both are ``required``, "must be at least 18"; else
    "at least 40 came" leaves room for "at least 50 came".
    """
    if all(_MOST.match(value.text.lower()) for value in (first, second)):
        x, y = first.interval.high, second.interval.high
    elif required and all(_LEAST.match(value.text.lower()) for value in (first, second)):
        x, y = first.interval.low, second.interval.low
    else:
        return False
    ends = _by_the_calendar(first, second, Interval(x, x), Interval(y, y))
    return _rounded(ends[0]).disjoint(ends[1])


def bounds(value: Value) -> bool:
    """Return whether a denial is part of the words of a value: "**not** exceed 15 kg"."""
    return value.text.lower().startswith(("no ", "not "))


def under_a_limit(scale: str, first: Interval, second: Interval) -> bool:
    """Return whether one is the most that can be, and the other less: "up to 40 l", "30 l".

    What takes up to an hour may well take 45 minutes; what holds up to 40 litres holds no 30.
    """
    return scale != "duration" and any(
        limit.low == 0 < figure.low and figure.high < limit.high
        for limit, figure in ((first, second), (second, first))
    )


def same_figure(first: Value, second: Value) -> bool:
    """Return whether two values are one telling figure: a date, or no small round number.

    Two sources that both count 137 steps speak of one stair, whatever they call its owner.
    """
    if first.interval != second.interval or first.approximate or second.approximate:
        return False
    if first.scale == "date":
        return first.interval.bounded
    point = first.interval.low == first.interval.high
    return point and first.scale == "count" and len(str(int(first.interval.low)).rstrip("0")) > 1


def pull_apart(first: Value, second: Value) -> bool:
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
