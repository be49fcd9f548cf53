"""Amounts in readable units: lengths of time, distances, money, shares, counts and rates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import floor, inf, log10

from attrs import frozen

from factcheck.model import Interval
from factcheck.reporting.pictures.axis import Axis, Stretch, Tick, multiples, nice_step

_MINUTE, _HOUR, _DAY, _WEEK = 60.0, 3600.0, 86400.0, 604800.0
_MONTH, _YEAR = 2629746.0, 31556952.0
"""Mean lengths in the Gregorian calendar, as in the lexicon."""


@frozen
class Unit:
    """A unit to write amounts in.

    Attributes:
        name: what an axis is called by; empty where its numbers carry the unit.
        size: in the base unit of the scale.
        before, after: what stands around a number; a time's ``after`` is put in the plural.
        zero: the amount, in the base unit, that is written as 0.
        steps: round steps between ticks where they are not decimal.
        cents: whether small fractions are written with two decimals.
    """

    name: str
    size: float = 1.0
    before: str = ""
    after: str = ""
    zero: float = 0.0
    steps: tuple[float, ...] = ()
    cents: bool = False

    def written(self, value: float, decimals: int | None = None) -> str:
        """Return an amount of the base unit as it is written in this one."""
        number = (value - self.zero) / self.size
        if decimals is None and self.cents and number != round(number) and abs(number) >= 0.01:
            decimals = 2
        if decimals and self.cents:
            decimals = max(2, decimals)
        precision = 2 if self.steps else 4
        digits = _digits(number, precision) if decimals is None else _grouped(number, decimals)
        sign, digits = ("−", digits[1:]) if digits.startswith("-") else ("", digits)
        plural = "s" if self.steps and digits != "1" else ""
        return f"{sign}{self.before}{digits}{self.after}{plural}"


def _digits(number: float, significant: int) -> str:
    """Return a number with some significant digits, or all those of a whole number."""
    if number == 0:
        return "0"
    if abs(number) >= 1e15 or abs(number) < 1e-4:
        return f"{number:.3g}"
    whole = abs(number - round(number)) < 1e-6 * abs(number)
    decimals = 0 if whole else max(0, significant - 1 - floor(log10(abs(number))))
    digits = _grouped(number, decimals)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _grouped(number: float, decimals: int) -> str:
    return f"{number:.3g}" if abs(number) >= 1e15 else f"{number + 0.0:,.{min(decimals, 20)}f}"


_TIMES = (
    Unit("microseconds", 1e-6, after=" microsecond", steps=(1, 2, 5, 10, 20, 50, 100, 200, 500)),
    Unit("milliseconds", 1e-3, after=" millisecond", steps=(1, 2, 5, 10, 20, 50, 100, 200, 500)),
    Unit("seconds", 1, after=" second", steps=(1, 2, 5, 10, 15, 30)),
    Unit("minutes", _MINUTE, after=" minute", steps=(1, 2, 5, 10, 15, 30)),
    Unit("hours", _HOUR, after=" hour", steps=(1, 2, 3, 6, 12)),
    Unit("days", _DAY, after=" day", steps=(1, 2, 5, 10, 20)),
    Unit("weeks", _WEEK, after=" week", steps=(1, 2, 5, 10, 20)),
    Unit("months", _MONTH, after=" month", steps=(1, 2, 3, 6, 12)),
    Unit("years", _YEAR, after=" year", steps=(1, 2, 5, 10, 20, 50)),
)


def _metric(*known: tuple[str, str, float]) -> tuple[Unit, ...]:
    return tuple(Unit(name, size, after=f" {symbol}") for name, symbol, size in known)


_UNITS: dict[str, tuple[Unit, ...]] = {
    "duration": _TIMES,
    "length": _metric(
        ("nanometres", "nm", 1e-9),
        ("micrometres", "µm", 1e-6),
        ("millimetres", "mm", 1e-3),
        ("centimetres", "cm", 1e-2),
        ("metres", "m", 1),
        ("kilometres", "km", 1e3),
    ),
    "mass": _metric(
        ("micrograms", "µg", 1e-9),
        ("milligrams", "mg", 1e-6),
        ("grams", "g", 1e-3),
        ("kilograms", "kg", 1),
        ("tonnes", "t", 1e3),
        ("million tonnes", "million t", 1e9),
    ),
    "area": _metric(
        ("square centimetres", "cm²", 1e-4),
        ("square metres", "m²", 1),
        ("hectares", "ha", 1e4),
        ("square kilometres", "km²", 1e6),
    ),
    "volume": _metric(
        ("microlitres", "µl", 1e-9),
        ("millilitres", "ml", 1e-6),
        ("litres", "l", 1e-3),
        ("cubic metres", "m³", 1),
        ("million cubic metres", "million m³", 1e6),
    ),
    "speed": _metric(("kilometres per hour", "km/h", 1 / 3.6)),
    "energy": _metric(
        ("joules", "J", 1),
        ("kilojoules", "kJ", 1e3),
        ("megajoules", "MJ", 1e6),
        ("gigajoules", "GJ", 1e9),
        ("terajoules", "TJ", 1e12),
    ),
    "power": _metric(
        ("milliwatts", "mW", 1e-3),
        ("watts", "W", 1),
        ("kilowatts", "kW", 1e3),
        ("megawatts", "MW", 1e6),
        ("gigawatts", "GW", 1e9),
    ),
    "data": _metric(
        ("bytes", "B", 1),
        ("kilobytes", "kB", 1e3),
        ("megabytes", "MB", 1e6),
        ("gigabytes", "GB", 1e9),
        ("terabytes", "TB", 1e12),
        ("petabytes", "PB", 1e15),
    ),
    "temperature": (Unit("degrees Celsius", after=" °C", zero=273.15),),
    "proportion": (Unit("", 0.01, after="%"),),
    "ratio": (Unit("times", after="×"),),
    "ordinal": (Unit("place"),),
}
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪"}
_LARGE = (("", 1.0), (" million", 1e6), (" billion", 1e9))
_WHOLE = frozenset({"count", "ordinal"})
_SIGNED = ("unit:", "money:", "temperature")


def units_of(scale: str) -> tuple[Unit, ...]:
    """Return the units that amounts of a scale are written in, the smallest first."""
    base, _, per = scale.partition("/")
    if per:
        return tuple(_rate(unit, base, per) for unit in units_of(base))
    kind, _, detail = base.partition(":")
    if kind == "money":
        return tuple(_money(detail, words, size) for words, size in _LARGE)
    if kind == "count":
        return tuple(
            Unit(words.strip() + "s" if words else "number", size, after=words)
            for words, size in _LARGE
        )
    return _UNITS.get(base, (Unit(detail or base, after=f" {detail or base}"),))


def _money(currency: str, words: str, size: float) -> Unit:
    cents = not words
    if currency in _SIGNS:
        return Unit("", size, _SIGNS[currency], words, cents=cents)
    if len(currency) == 3 and currency.isupper():
        return Unit("", size, f"{currency} ", words, cents=cents)
    return Unit(f"{words} {currency}".strip(), size, after=f"{words} {currency}")


def _rate(unit: Unit, base: str, per: str) -> Unit:
    """Return the unit of something per day or person; a count per day tells how often."""
    often = (base, unit.size) == ("count", 1.0)
    name, after = ("times", " times") if often else (unit.name, unit.after)
    name = f"{name} per {per}" if name else ""
    return Unit(name, unit.size, unit.before, f"{after} per {per}", unit.zero)


def written(scale: str, value: float) -> str:
    """Return an amount in the unit that suits it.

    >>> written("duration", 604800), written("length", 0.25), written("money:GBP", 2.2)
    ('1 week', '25 cm', '£2.20')
    """
    return _suiting(scale, value).written(value)


def _suiting(scale: str, value: float) -> Unit:
    """Return the largest unit in which an amount is no fraction; for times, best a whole number."""
    units = units_of(scale)
    fitting = [unit for unit in units if abs(value) >= unit.size * (1 - 1e-9)] or [units[0]]
    whole = [unit for unit in fitting if unit.steps and _is_whole(value / unit.size)]
    return (whole or fitting)[-1]


def _is_whole(number: float) -> bool:
    return number <= 120 and abs(number - round(number)) < 0.005 * number


def told(scale: str, interval: Interval) -> str:
    """Return an interval in words.

    >>> told("duration", Interval(3600, 604800)), told("length", Interval(0, 20, False, True))
    ('1 hour to 1 week', 'less than 20 m')
    """
    nothing = interval.low == 0 and not scale.startswith(_SIGNED)
    if interval.high == inf:
        low = written(scale, interval.low)
        return f"more than {low}" if interval.low_open else f"{low} or more"
    high = written(scale, interval.high)
    if interval.low == -inf or (nothing and interval.high > 0):
        return f"less than {high}" if interval.high_open else f"up to {high}"
    unit = _suiting(scale, interval.low)
    if unit.steps and not _is_whole(interval.high / _suiting(scale, interval.high).size):
        high = unit.written(interval.high)
    low = unit.written(interval.low)
    return low if low == high else f"{low} to {high}"


def axis_of(scale: str, stretch: Stretch, most: int) -> Axis:
    """Return the axis for amounts that cover ``stretch``, with about ``most`` ticks."""
    if stretch.logarithmic:
        axis = _logarithmic(scale, stretch.padded_by_ratio(), most)
        if len(axis.ticks) > 1:
            return axis
    return _linear(scale, stretch, most)


def _logarithmic(scale: str, stretch: Stretch, most: int) -> Axis:
    found = [value for value in _steps_up(scale, stretch) if value >= stretch.low]
    stride = max(1, -(-len(found) // most)) if scale != "duration" else 1
    ticks = tuple(Tick(value, written(scale, value)) for value in found[::stride])
    units = units_of(scale)
    name = "time" if scale == "duration" else "" if len(units) > 1 else units[0].name
    return Axis(stretch.low, stretch.high, ticks, name, logarithmic=True)


def _steps_up(scale: str, stretch: Stretch) -> Iterator[float]:
    """Yield what a logarithmic axis may mark: units of time, and powers of ten of all else."""
    if scale == "duration":
        yield from (unit.size for unit in _TIMES if unit.size <= stretch.high)
        first, size = 1, _YEAR
    else:
        first, size = floor(log10(stretch.low)), units_of(scale)[0].size
        first = floor(log10(stretch.low / size))
    for power in count(first):
        value = size * 10.0**power
        if value > stretch.high:
            return
        yield value


def _linear(scale: str, stretch: Stretch, most: int) -> Axis:
    unit = _unit_for(scale, stretch, most)
    floor_at = -inf if scale.startswith(_SIGNED) else 0.0
    ceiling = 1.0 if scale == "proportion" else inf
    largest = max(abs(stretch.low - unit.zero), abs(stretch.high - unit.zero))
    least = 1.0 if scale in _WHOLE else 0.1 * largest or unit.size
    wide = stretch.padded(least, floor_at, ceiling)
    low, high = ((bound - unit.zero) / unit.size for bound in (wide.low, wide.high))
    step = nice_step((high - low) / most, unit.steps)
    if scale in _WHOLE and unit.size == 1:
        step = max(1.0, step)
    decimals = max(0, -floor(log10(step) + 1e-9))
    values = (number * unit.size + unit.zero for number in multiples(step, low, high))
    plain = Unit(unit.name, unit.size, zero=unit.zero) if unit.name else unit
    ticks = tuple(Tick(value, plain.written(value, decimals)) for value in values)
    return Axis(wide.low, wide.high, ticks, unit.name)


def _unit_for(scale: str, stretch: Stretch, most: int) -> Unit:
    """Return the largest unit in which the values are no fractions; times have whole ticks."""
    units = units_of(scale)
    largest = max(abs(stretch.low), abs(stretch.high))
    span = stretch.high - stretch.low or 0.1 * largest
    fitting = [
        unit
        for unit in units
        if largest >= unit.size and (not unit.steps or 2 * span / most >= unit.size)
    ]
    return fitting[-1] if fitting else units[0]
