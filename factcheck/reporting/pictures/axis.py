"""Axes: where a number lies between two ends, and which round numbers to write along it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, inf, isfinite, log10

from attrs import frozen

from factcheck.model import Interval

LOGARITHMIC_FROM = 100
"""Values that lie further apart than two orders of magnitude get a logarithmic axis: on a linear
one the smaller of them could not be told from nothing."""

LARGEST = 1e100
"""Bounds beyond this count as open, and below its inverse as nothing: no one means them, and
whatever is reckoned with the rest stays finite."""

_PADDING = 0.06
_OPEN_PADDING = 0.16


def reachable(interval: Interval) -> Interval:
    """Return an interval with bounds too large to reckon with as open, too small ones as nothing.

    >>> reachable(Interval(1e-200, 1e200))
    Interval(low=0.0, high=inf, low_open=False, high_open=False)
    """
    low, high = (_reachable(bound) for bound in (interval.low, interval.high))
    return Interval(min(low, LARGEST), max(high, -LARGEST), interval.low_open, interval.high_open)


def _reachable(bound: float) -> float:
    if abs(bound) >= LARGEST:
        return inf if bound > 0 else -inf
    return bound if abs(bound) > 1 / LARGEST else 0.0


@frozen
class Tick:
    """A round number on an axis, and how it is written."""

    value: float
    label: str


@frozen
class Axis:
    """A stretch of a scale.

    Attributes:
        low, high: its ends, in the base unit of the scale.
        ticks: round numbers within, in order.
        name: what the numbers count, such as ``metres``.
        logarithmic: whether equal distances stand for equal ratios.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...]
    name: str
    logarithmic: bool = False

    def at(self, value: float) -> float:
        """Return where ``value`` lies, from 0 to 1; what lies beyond an end is put at the end."""
        if value <= self.low:
            return 0.0
        if value >= self.high:
            return 1.0
        if self.logarithmic:
            return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return (value - self.low) / (self.high - self.low)


@frozen
class Stretch:
    """The part of a scale that intervals cover: finite bounds and which sides go on."""

    low: float
    high: float
    open_low: bool
    open_high: bool
    smallest: float

    @classmethod
    def of(cls, intervals: Iterable[Interval]) -> Stretch | None:
        """Return what ``intervals`` cover, None where no bound is finite."""
        known = [reachable(interval) for interval in intervals]
        bounds = [
            bound
            for interval in known
            for bound in (interval.low, interval.high)
            if isfinite(bound)
        ]
        if not bounds:
            return None
        return cls(
            min(bounds),
            max(bounds),
            any(interval.low == -inf for interval in known),
            any(interval.high == inf for interval in known),
            min((bound for bound in bounds if bound > 0), default=inf),
        )

    @property
    def logarithmic(self) -> bool:
        """Whether the values span too much for a linear axis."""
        return (
            self.low >= 0
            and isfinite(self.smallest)
            and log10(self.high) - log10(self.smallest) > log10(LOGARITHMIC_FROM)
        )

    def padded(self, least: float, floor_at: float = -inf, ceiling: float = inf) -> Stretch:
        """Return a wider stretch, so that no bar touches an end and arrows have room.

        Args:
            least: how wide it has to be at least.
            floor_at: least amount of the scale, kept where the values keep to it.
            ceiling: greatest amount of the scale, likewise.
        """
        span = max(self.high - self.low, least, 1e-9 * max(abs(self.low), abs(self.high)))
        missing = (span - (self.high - self.low)) / 2
        low = self.low - missing - span * (_OPEN_PADDING if self.open_low else _PADDING)
        high = self.high + missing + span * (_OPEN_PADDING if self.open_high else _PADDING)
        if self.low >= floor_at and low < floor_at + span / 4:
            low = floor_at
        if self.high <= ceiling:
            high = min(high, ceiling)
        return Stretch(low, high, self.open_low, self.open_high, self.smallest)

    def padded_by_ratio(self) -> Stretch:
        """Return a wider stretch for a logarithmic axis, which begins above nothing."""
        ratio = log10(self.high) - log10(self.smallest)
        reaches_nothing = self.open_low or self.low < self.smallest
        low = self.smallest * 10 ** (-ratio * (_OPEN_PADDING if reaches_nothing else _PADDING))
        high = self.high * 10 ** (ratio * (_OPEN_PADDING if self.open_high else _PADDING))
        return Stretch(low, high, reaches_nothing, self.open_high, self.smallest)


def nice_step(raw: float, steps: Sequence[float] = ()) -> float:
    """Return the smallest round step from ``raw`` on.

    It is one of ``steps``, else 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph
    labels", Graphics Gems, 1990).

    >>> nice_step(0.13), nice_step(3), nice_step(7, (1, 2, 3, 6, 12))
    (0.2, 5.0, 12)
    """
    if steps and raw > steps[0] / 2:
        for step in steps:
            if step >= raw:
                return step
    exponent = floor(log10(max(raw, 1e-290)))
    for factor in (1, 2, 5, 10):
        # A negative power as a quotient keeps 2 / 10 from becoming 0.20000000000000001.
        step = factor * 10.0**exponent if exponent >= 0 else factor / 10.0**-exponent
        if step >= raw * (1 - 1e-9):
            return step
    return 10.0 ** (exponent + 1)


def multiples(step: float, low: float, high: float) -> list[float]:
    """Return the multiples of ``step`` from ``low`` to ``high``."""
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    found = (count * step for count in range(first, min(last, first + 50) + 1))
    slack = 1e-9 * (high - low)
    return [value for value in found if low - slack <= value <= high + slack]
