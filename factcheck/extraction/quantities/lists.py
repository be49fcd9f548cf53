"""Units that the last number of a list lends to the others: "5, 10 and 15 mg"."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import Interval

_COMMAS = frozenset({",", "and", "or", "&", "/", "versus", "vs"})


def with_lent_units(words: Words, readings: list[Reading]) -> list[Reading]:
    """Return the readings, in the order of the text, with the units of lists filled in."""
    lent = list(readings)
    for place in range(len(lent) - 2, -1, -1):
        bare, named = lent[place], lent[place + 1]
        unit = named.measured
        if bare.scale != "count" or bare.unit or not bare.interval.bounded or unit is None:
            continue
        if named.scale == "count" or not _only_commas(words, bare.after, named.first):
            continue
        factor, offset = unit.factor, unit.offset
        interval = bare.interval
        lent[place] = evolve(
            bare,
            scale=named.scale,
            interval=Interval(
                interval.low * factor + offset,
                interval.high * factor + offset,
                interval.low_open,
                interval.high_open,
            ),
            unit=named.unit,
            measured=unit,
        )
    return lent


def _only_commas(words: Words, first: int, after: int) -> bool:
    return 0 < after - first <= 2 and all(words.low(at) in _COMMAS for at in range(first, after))
