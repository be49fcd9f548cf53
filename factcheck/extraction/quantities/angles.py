"""Angles in degrees, minutes and seconds, and the latitudes and longitudes that they give."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.sides import Measure
from factcheck.extraction.quantities.units import UnitPhrase
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit

DEGREE = "unit:degree"
_PARTS = (("'’′", 60.0), ('"”″', 3600.0))
_HEMISPHERES = {
    "N": ("latitude", 1.0),
    "north": ("latitude", 1.0),
    "S": ("latitude", -1.0),
    "south": ("latitude", -1.0),
    "E": ("longitude", 1.0),
    "east": ("longitude", 1.0),
    "W": ("longitude", -1.0),
    "west": ("longitude", -1.0),
}
_CIRCLES = frozenset({"latitude", "longitude"})


def with_minutes(words: Words, measure: Measure) -> Measure:
    """Return a measure in degrees with what follows: "57°44′8″N", "54° south", "74° latitude"."""
    unit = measure.unit
    if unit is None or unit.unit.scale != DEGREE or unit.unit.factor != 1.0:
        return measure
    after, low, high = measure.after, measure.low, measure.high
    for signs, parts in _PARTS:
        value = words.literal(after)
        if value is None or not words.glued(after) or words.lows[after + 1] not in tuple(signs):
            break
        low, high, after = low + value / parts, high + value / parts, after + 2
    circle, sign = _HEMISPHERES.get(words.words[after], ("", 1.0))
    if circle and words.lows[after + 1] == "of":
        circle, sign = "", 1.0
    elif circle:
        after += 1
    if words.lows[after] in _CIRCLES:
        circle, after = words.lows[after], after + 1
    if after == measure.after:
        return measure
    low, high = min(sign * low, sign * high), max(sign * low, sign * high)
    scale = f"unit:{circle}" if circle else DEGREE
    named = UnitPhrase(after, Unit(scale, 1.0), unit.text)
    return evolve(measure, after=after, low=low, high=high, unit=named)
