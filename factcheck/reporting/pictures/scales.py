"""What each scale is drawn on, and how its intervals are told."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from factcheck.model import Interval
from factcheck.model.value import DAY_OF_YEAR, TIME_OF_DAY
from factcheck.reporting.pictures import days, measures
from factcheck.reporting.pictures.axis import Axis, Stretch, reachable


def axis_of(scale: str, intervals: Iterable[Interval], most: int) -> Axis | None:
    """Return an axis on which all bounds of ``intervals`` lie.

    Args:
        scale: the name of a scale, as in ``Value.scale``.
        intervals: what will be drawn.
        most: about how many ticks there is room for.

    Returns:
        The axis; None where no bound is finite.

    >>> axis = axis_of("duration", [Interval(2040, 2040), Interval(2880, 2880)], 5)
    >>> axis.name, [tick.label for tick in axis.ticks]
    ('minutes', ['35', '40', '45'])
    """
    stretch = Stretch.of(intervals)
    if stretch is None:
        return None
    if scale == "date":
        return days.dates_axis(stretch, most)
    if scale == DAY_OF_YEAR:
        return days.yearless_axis(stretch, most)
    if scale == TIME_OF_DAY:
        return days.clock_axis(stretch, most)
    return measures.axis_of(scale, stretch, most)


def told(scale: str, interval: Interval) -> str:
    """Return an interval of a scale in words.

    >>> told("proportion", Interval(0.88, 0.88)), told("unit:time of day", Interval(0, 3600))
    ('88%', '00:00 to 01:00')
    """
    known = reachable(interval)
    if known.low == -inf and known.high == inf:
        return "anything"
    if scale == "date":
        return days.dates_told(known)
    if scale == DAY_OF_YEAR:
        return days.yearless_told(known)
    if scale == TIME_OF_DAY:
        return days.clock_told(known)
    return measures.told(scale, known)
