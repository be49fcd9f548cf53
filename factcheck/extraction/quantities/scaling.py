"""From a measure and the words that bound it to an interval on a scale."""

from __future__ import annotations

from math import inf, isfinite, isnan

from factcheck.extraction.quantities.bounds import Limits, bounded, effect_after
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.sides import Measure
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit
from factcheck.model.value import Interval

COUNT = Unit("count", 1.0)
_SIGNED_SCALES = ("temperature", "date", "unit:", "money:")


def reading_of(words: Words, measure: Measure, name: str | None = None) -> Reading | None:
    """Return a measure as an interval, None where the numbers leave the reach of floats.

    Args:
        words: the text.
        measure: the numbers, their unit and the bounding words found so far.
        name: what to call the unit, if not as it is written.
    """
    unit = measure.unit.unit if measure.unit is not None else COUNT
    effects, first = _used_effects(words, measure)
    after = measure.after
    added = effect_after(words, after)
    if added is not None:
        effects, after = (*effects, added[0]), added[1]
    interval, blurred = bounded(
        Interval(measure.low, measure.high), effects, _limits(measure, unit)
    )
    low, high = (bound * unit.factor + unit.offset for bound in (interval.low, interval.high))
    if isnan(low) or isnan(high) or low > high or not (isfinite(low) or isfinite(high)):
        return None
    written = measure.unit.text if measure.unit is not None else ""
    return Reading(
        first=first,
        after=after,
        scale=unit.scale,
        interval=Interval(low, high, interval.low_open, interval.high_open),
        approximate=blurred or measure.vague,
        unit=written if name is None else name,
        noun=measure.noun,
        measured=unit,
    )


def _used_effects(words: Words, measure: Measure) -> tuple[tuple[str, ...], int]:
    """Return the effects that bear on a measure and its first token.

    "between" and "from" belong to a range only. "over" before a length of time may tell when
    rather than how long ("over two years"), so that its bound is not taken as open.
    """
    modifiers = measure.modifiers
    if not modifiers.effects:
        return measure.effects, measure.first
    effects, first = modifiers.effects, modifiers.first
    if effects[-1] in {"between", "from"}:
        effects = effects[:-1]
        if measure.high == measure.low:
            first = first + 1 if effects else measure.first
    timed = measure.unit is not None and measure.unit.unit.scale == "duration"
    if timed and words.lows[first] == "over":
        effects = tuple("ge" if effect == "gt" else effect for effect in effects)
    kept = tuple(effect for effect in effects if effect not in {"between", "from"})
    return (*kept, *measure.effects), first


def _limits(measure: Measure, unit: Unit) -> Limits:
    """Return the ends of a scale in the unit as written."""
    least = -inf if measure.low < 0 or unit.scale.startswith(_SIGNED_SCALES) else 0.0
    most = inf
    if unit.scale == "proportion" and measure.high * unit.factor <= 1:
        most = 1 / unit.factor
    integers = measure.low == int(measure.low) and measure.high == int(measure.high)
    whole = unit.scale == "count" and integers
    return Limits(least, most, whole)
