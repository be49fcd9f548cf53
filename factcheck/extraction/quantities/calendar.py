"""Days of the proleptic Gregorian calendar, before the year 1 as well."""

from __future__ import annotations

from math import inf

from factcheck.model.frozen import immutable

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_STARTS = tuple(sum(_LENGTHS[:month]) for month in range(13))

SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
"""First and last month, in the northern hemisphere's reckoning."""


@immutable(auto_attribs=True, frozen=True)
class Period:
    """A first and a last day, counted like ``datetime.date.toordinal``: 0001-01-01 is day 1.

    Attributes:
        low, high: the days; infinite where the period has no end.
        precision: ``day``, ``month``, ``season``, ``year``, ``decade`` or ``century``.
        yearless: whether the days count from a year's start because no year is given.
    """

    low: float
    high: float
    precision: str
    yearless: bool = False


def ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a day.

    >>> ordinal(1970, 1, 1)
    719163
    >>> ordinal(0, 12, 31)
    0
    """
    # Years begin in March, so that the leap day comes last.
    shifted = year - 1 if month <= 2 else year
    months = (month + 9) % 12
    leaps = shifted // 4 - shifted // 100 + shifted // 400
    return 365 * shifted + leaps + (153 * months + 2) // 5 + day - 306


def length_of_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return ordinal(*following, 1) - ordinal(year, month, 1)


def years(first: int, last: int, precision: str) -> Period:
    """Return the period from the first day of one year to the last of another."""
    return Period(ordinal(first, 1, 1), ordinal(last, 12, 31), precision)


def month_of(year: int, month: int) -> Period:
    """Return the days of a month."""
    first = ordinal(year, month, 1)
    return Period(first, first + length_of_month(year, month) - 1, "month")


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return one day, None where the month is shorter."""
    if not (1 <= month <= 12 and 1 <= day <= length_of_month(year, month)):
        return None
    return Period(ordinal(year, month, day), ordinal(year, month, day), "day")


def month_of_any_year(month: int) -> Period:
    """Return a month as days of a leap year."""
    return Period(_MONTH_STARTS[month - 1] + 1, _MONTH_STARTS[month], "month", yearless=True)


def day_of_any_year(month: int, day: int) -> Period | None:
    """Return a day as a day of a leap year, None where the month is shorter."""
    if not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]):
        return None
    number = _MONTH_STARTS[month - 1] + day
    return Period(number, number, "day", yearless=True)


def season_of(year: int, season: str) -> Period:
    """Return a season; winter covers those that begin and end in the year."""
    first, last = SEASONS[season]
    if first > last:
        return Period(ordinal(year - 1, first, 1), month_of(year + 1, last).high, "season")
    return Period(ordinal(year, first, 1), month_of(year, last).high, "season")


def century_of(number: int, before_christ: bool) -> Period:
    """Return the nth century, a hundred calendar years from 1 on, or before that."""
    if before_christ:
        return years(-100 * number + 1, -100 * (number - 1), "century")
    return years(100 * (number - 1) + 1, 100 * number, "century")


def part_of(period: Period, part: str) -> Period:
    """Return the early, middle or late two fifths of a period; neighbours overlap a little."""
    width = period.high - period.low
    if width in {inf, 0}:
        return period
    begin, end = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}[part]
    return Period(
        round(period.low + begin * width),
        round(period.low + end * width),
        period.precision,
        period.yearless,
    )


BLUR = {
    "day": 7,
    "month": 31,
    "season": 91,
    "year": 5 * 365,
    "decade": 5 * 365,
    "century": 25 * 365,
}
"""How many days "about" reaches to either side of a date, by how precise it is."""


def blurred(period: Period) -> Period:
    """Return what "about" or "circa" makes of a period."""
    reach = BLUR[period.precision]
    return Period(period.low - reach, period.high + reach, period.precision, period.yearless)
