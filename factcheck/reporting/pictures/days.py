"""Dates and times of day, as people write them."""

from __future__ import annotations

from math import ceil, floor, inf

from factcheck.extraction.quantities.calendar import length_of_month, ordinal
from factcheck.model import Interval
from factcheck.reporting.pictures.axis import Axis, Stretch, Tick, multiples, nice_step

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_LEAP_YEAR = 2000
"""A year with all the days that dates without a year are counted in."""

_YEARS_FROM, _MONTHS_FROM = 800, 75
"""Days from which on an axis of dates has a tick at the beginnings of years, and of months."""

_FARTHEST = 4e8
"""Days beyond which no calendar is drawn: a million years."""


def date_of(day: float) -> tuple[int, int, int]:
    """Return year, month and day by the number of a day; the year 1 BC is 0.

    >>> date_of(719163), date_of(0)
    ((1970, 1, 1), (0, 12, 31))
    """
    number = floor(max(-_FARTHEST, min(_FARTHEST, day)))
    year = floor((number - 1) / 365.2425) + 1
    while ordinal(year, 1, 1) > number:
        year -= 1
    while ordinal(year + 1, 1, 1) <= number:
        year += 1
    month = max(month for month in range(1, 13) if ordinal(year, month, 1) <= number)
    return year, month, number - ordinal(year, month, 1) + 1


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _written(day: float, precision: str) -> str:
    year, month, of_month = date_of(day)
    if precision == "year":
        return _year(year)
    name = _MONTHS[month - 1]
    return f"{name} {_year(year)}" if precision == "month" else f"{of_month} {name} {_year(year)}"


def dates_told(interval: Interval) -> str:
    """Return an interval of days in words.

    >>> dates_told(Interval(724276, 724641)), dates_told(Interval(678164, 678164))
    ('1984', '1 October 1857')
    """
    precision = _precision(interval)
    low, high = (_written(bound, precision) for bound in (interval.low, interval.high))
    if not interval.bounded:
        if interval.high < inf:
            return f"until {high}"
        return f"from {low} on"
    return low if low == high else f"{low} to {high}"


def _precision(interval: Interval) -> str:
    """Return ``year`` where the interval begins and ends with years, and so for months."""
    firsts = [date_of(bound)[1:] for bound in (interval.low, interval.high + 1)]
    firsts = [
        first
        for first, bound in zip(firsts, (interval.low, interval.high), strict=True)
        if abs(bound) < inf
    ]
    if all(first == (1, 1) for first in firsts):
        return "year"
    return "month" if all(day == 1 for _, day in firsts) else "day"


def dates_axis(stretch: Stretch, most: int) -> Axis:
    """Return the axis of dates that cover ``stretch``: years, months or days."""
    wide = stretch.padded(4.0)
    span = wide.high - wide.low
    if span > _YEARS_FROM:
        step = max(1.0, nice_step(span / most / 365.2425))
        years = multiples(step, date_of(wide.low)[0], date_of(wide.high)[0])
        return _dated(wide, [_new_year(floor(year)) for year in years], "year", "years")
    if span > _MONTHS_FROM:
        months = _months(wide, nice_step(span / most / 30.44, (1, 2, 3, 6, 12)))
        return _dated(wide, months, "month", "months")
    return _dated(wide, _days(wide, nice_step(span / most, (1, 2, 5, 10, 15))), "day", "days")


def _new_year(year: int) -> int:
    """Return the first day of a year, counting 50 BC as -50 and beginning with the year 1."""
    return ordinal(year if year > 0 else year + 1, 1, 1)


def _months(wide: Stretch, step: float) -> list[int]:
    year, month, _ = date_of(wide.low)
    first = year * 12 + month - 1
    year, month, _ = date_of(wide.high)
    counted = multiples(step, first, year * 12 + month - 1)
    return [ordinal(floor(each) // 12, floor(each) % 12 + 1, 1) for each in counted]


def _days(wide: Stretch, step: float) -> list[int]:
    """Return every ``step``-th day, counted from the first of each month."""
    days = range(ceil(wide.low), floor(wide.high) + 1)
    return [day for day in days if (date_of(day)[2] - 1) % int(step) == 0 and date_of(day)[2] < 30]


def _dated(wide: Stretch, days: list[int], precision: str, name: str) -> Axis:
    ticks = tuple(
        Tick(day, _short(_written(day, precision))) for day in days if wide.low <= day <= wide.high
    )
    return Axis(wide.low, wide.high, ticks, name)


def _short(date: str) -> str:
    """Return a date with the name of its month in three letters, to save room."""
    return " ".join(word[:3] if word in _MONTHS else word for word in date.split(" "))


def yearless_told(interval: Interval) -> str:
    """Return days of any year in words.

    >>> yearless_told(Interval(124, 124)), yearless_told(Interval(122, 152))
    ('3 May', 'May')
    """
    low, high = (_yearless(bound) for bound in (interval.low, interval.high))
    if low == high:
        return low
    _, month, first = _of_year(interval.low)
    _, last_month, last = _of_year(interval.high)
    if first == 1 and last == length_of_month(_LEAP_YEAR, last_month):
        ends = (_MONTHS[month - 1], _MONTHS[last_month - 1])
        return ends[0] if month == last_month else " to ".join(ends)
    return f"{low} to {high}"


def _of_year(day: float) -> tuple[int, int, int]:
    return date_of(ordinal(_LEAP_YEAR, 1, 1) - 1 + max(1.0, min(366.0, day)))


def _yearless(day: float) -> str:
    _, month, of_month = _of_year(day)
    return f"{of_month} {_MONTHS[month - 1]}"


def yearless_axis(stretch: Stretch, most: int) -> Axis:
    """Return the axis of dates without a year: months, or days where they are few."""
    wide = stretch.padded(4.0, 1.0, 367.0)
    per_tick = (wide.high - wide.low) / most
    if per_tick > 15:
        step = floor(nice_step(per_tick / 30.5, (1, 2, 3, 6)))
        days = [ordinal(_LEAP_YEAR, month, 1) for month in range(1, 13, step)]
        marks = [day - ordinal(_LEAP_YEAR, 1, 1) + 1.0 for day in days]
    else:
        marks = multiples(max(1.0, nice_step(per_tick)), ceil(wide.low), wide.high)
    ticks = tuple(
        Tick(day, _short(_yearless(day))) for day in marks if wide.low <= day <= wide.high
    )
    return Axis(wide.low, wide.high, ticks, "days of the year")


def clock(seconds: float) -> str:
    """Return a time of day.

    >>> clock(34200)
    '09:30'
    """
    minutes = floor(max(0.0, min(86400.0, seconds)) / 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def clock_told(interval: Interval) -> str:
    """Return a time of day, or two, in words."""
    if not interval.bounded:
        return (
            f"until {clock(interval.high)}"
            if interval.high < inf
            else f"from {clock(interval.low)} on"
        )
    low, high = clock(interval.low), clock(interval.high)
    return low if low == high else f"{low} to {high}"


def clock_axis(stretch: Stretch, most: int) -> Axis:
    """Return the axis of times of day."""
    wide = stretch.padded(3600.0, 0.0, 86400.0)
    minutes = (wide.high - wide.low) / 60 / most
    step = nice_step(minutes, (5, 10, 15, 30, 60, 120, 180, 360)) * 60
    marks = multiples(step, wide.low, wide.high)
    ticks = tuple(Tick(mark, clock(mark)) for mark in marks)
    return Axis(wide.low, wide.high, ticks, "time of day")
