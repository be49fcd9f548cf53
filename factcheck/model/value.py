"""Everything comparable is an interval on a scale."""

from __future__ import annotations

from math import inf, log10

from attrs import frozen

from factcheck.model.span import Span

DAY_OF_YEAR = "unit:day of year"
"""The scale of dates without a year, in days of a leap year."""

DATES = ("date", DAY_OF_YEAR)
"""The scales of dates, with their year and without."""

TIME_OF_DAY = "unit:time of day"
"""The scale of times of day, in seconds since midnight."""


@frozen
class Interval:
    """A range of numbers; an open end leaves its bound out.

    >>> Interval(0.5, 1.0, low_open=True).disjoint(Interval(0.2, 0.5))
    True
    >>> Interval(3600, 86400).disjoint(Interval(43200, 604800))
    False
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low > -inf and self.high < inf

    def disjoint(self, other: Interval) -> bool:
        """Return whether no number lies in both."""
        return self._before(other) or other._before(self)

    def _before(self, other: Interval) -> bool:
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low

    def within(self, other: Interval) -> bool:
        """Return whether every number of this interval lies in ``other``."""
        return other.low <= self.low and self.high <= other.high

    def gap(self, other: Interval) -> float:
        """Return how far apart two intervals lie; 0 where they meet.

        Measured in powers of ten where both are positive, else relative to the larger bound.
        """
        first, second = sorted((self, other), key=lambda interval: (interval.low, interval.high))
        if not first.disjoint(second):
            return 0.0
        if first.high > 0:
            return log10(second.low / first.high)
        widest = max(abs(first.high), abs(second.low))
        return (second.low - first.high) / widest if widest else 0.0


@frozen
class Value:
    """A comparable quantity, degree, share, date or duration that a claim states.

    Attributes:
        scale: name of the scale: ``duration`` (seconds), ``date`` (days since 0001-01-01,
            proleptic Gregorian), ``proportion`` (0 to 1), ``degree`` (0 to 1), ``count``,
            ``ordinal``, ``money:<currency>``, ``mass`` (kg), ``length`` (m), ``area`` (m²),
            ``volume`` (m³), ``temperature`` (K), ``speed`` (m/s), ``energy`` (J), ``power`` (W),
            ``data`` (byte), ``ratio``, or ``unit:<word>`` for units without conversion.
        interval: what the words allow, in the base unit of the scale.
        text: the words, as written.
        span: where they stand.
        approximate: whether a word such as "about" widened the interval.
        attribute: terms that say of what this is the value ("onset", "cost"), canonical stems.
        holder: terms of the thing that it is the value of, where that is not the subject of the
            claim: "they offer **a crossing** of 41 minutes".
    """

    scale: str
    interval: Interval
    text: str
    span: Span
    approximate: bool = False
    attribute: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        """Whether it is written with a digit, unlike "most" or "half"."""
        return any(map(str.isdigit, self.text))
