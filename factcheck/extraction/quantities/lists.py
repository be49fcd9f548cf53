"""Units that stand elsewhere: "5, 10 and 15 **mg**", "**every day** 300 boats"."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.quantities.grammar import DAY, Grammar
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import Interval

_CLOSING = frozenset({"and", "or", "&", "/", "versus", "vs", "×", "x"})
_EACH = frozenset(["every", "each"])
_HOUR = 3600
"""Seconds of an hour, the shortest time by which things are counted."""


def with_lent_units(words: Words, readings: list[Reading]) -> list[Reading]:
    """Return the readings, in the order of the text, with the units of lists filled in.

    A list ends in "and" or the like: a comma alone also parts what has nothing in common.
    """
    lent = list(readings)
    closed = False
    for place in range(len(lent) - 2, -1, -1):
        bare, named = lent[place], lent[place + 1]
        unit = named.measured
        joint = words.lows[bare.after : named.first]
        closed = _joins(joint) and (closed or not _CLOSING.isdisjoint(joint))
        if not closed or unit is None or named.scale == "count":
            continue
        if bare.scale != "count" or bare.unit or not bare.interval.bounded:
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


def _joins(joint: list[str]) -> bool:
    if joint == ["vs", "."]:
        return True
    return 0 < len(joint) <= 2 and all(word == "," or word in _CLOSING for word in joint)


def with_fronted_rates(words: Words, readings: list[Reading], grammar: Grammar) -> list[Reading]:
    """Return the readings with what is counted by a time in front: "**every day** 300 boats"."""
    rated: list[Reading] = []
    for reading in readings:
        comma = words.lows[reading.first - 1] == ","
        every, time = reading.first - 2 - comma, reading.first - 1 - comma
        unit = grammar.units.get(words.lows[time])
        counted = reading.scale == "count" and reading.counted and words.lows[every] in _EACH
        if not counted or unit is None or unit.scale != "duration" or unit.factor < _HOUR:
            rated.append(reading)
            continue
        if rated and rated[-1].first == every:
            rated.pop()
        days = unit.factor / DAY
        low, high = reading.interval.low / days, reading.interval.high / days
        interval = evolve(reading.interval, low=low, high=high)
        rated.append(evolve(reading, first=every, scale="count/day", interval=interval))
    return rated
