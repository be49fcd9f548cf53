"""How many times as much: "twice", "threefold", "a factor of ten", and how often: "once a week"."""

from __future__ import annotations

from math import inf

from factcheck.extraction.quantities.grammar import (
    ADVERBS,
    CHANGES,
    DAY,
    MULTIPLE_ADJECTIVES,
    MULTIPLES,
    Grammar,
)
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.units import UnitPhrase, with_rate
from factcheck.extraction.quantities.words import Words
from factcheck.lexicon.schema import Unit
from factcheck.model.value import Interval

_MEASURED = listed("the that what its their his her this those these as")

_BEHIND_ADVERB = listed(". , ; : ) in on at by to from and or but during since with for under of")
_DAILY = listed("night morning evening")
_EXCEPTING = listed("except but apart save")

STARTERS = frozenset({*MULTIPLES, *CHANGES, *MULTIPLE_ADJECTIVES, *ADVERBS, "every"})
"""Words that may begin what this module reads."""

ONCE = Unit("count", 1.0)


def read_ratio(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    """Return the ratio or frequency that begins with a word such as "twice", None if none does."""
    low = words.lows[at]
    if low == "every":
        return _every(words, at, grammar)
    if low in ADVERBS:
        return _by_adverb(words, at, grammar)
    if low in grammar.folds:
        value = grammar.folds[low]
        return Reading(at, at + 1, "ratio", Interval(value, value), False, "fold")
    if low in MULTIPLES:
        return _multiple(words, at, grammar)
    if low in CHANGES:
        value, following = CHANGES[low], words.lows[at + 1]
        if (low == "halves" and following == "of") or (low.endswith("ing") and following == "time"):
            return None
        return Reading(at, at + 1, "ratio", Interval(value, value), False, "times")
    fold = words.lows[at + 1] in {"-", "‐", "‑"} or words.lows[at - 1] in {"a", "an", "the"}
    if words.lows[at + 1] in _MEASURED and not fold:
        return Reading(
            at,
            at + 1,
            "ratio",
            Interval(MULTIPLE_ADJECTIVES[low], MULTIPLE_ADJECTIVES[low]),
            False,
            "times",
        )
    return None


def _multiple(words: Words, at: int, grammar: Grammar) -> Reading | None:
    value = MULTIPLES[words.lows[at]]
    rate = with_rate(words, UnitPhrase(at + 1, ONCE, ""), grammar)
    if words.lows[at + 1] == "every":
        period = _every(words, at + 1, grammar)
        if period is not None:
            often = period.interval
            counted = Interval(often.low * value, often.low * value)
            return Reading(at, period.after, period.scale, counted, False, period.unit)
    if rate.after > at + 1:
        number = value * rate.unit.factor
        return Reading(at, rate.after, rate.unit.scale, Interval(number, number), False, rate.text)
    if words.lows[at] == "once" or words.lows[at + 1] in {"-", "‐"}:
        return None
    return Reading(at, at + 1, "ratio", Interval(value, value), False, "times")


def _by_adverb(words: Words, at: int, grammar: Grammar) -> Reading | None:
    """Read "takes place **annually**"; "weekly visits" and "the monthly" are of a sort."""
    ends = at + 1 == len(words) or words.lows[at + 1] in _BEHIND_ADVERB
    if not ends or at == 0 or words.lows[at - 1] in _MEASURED | {"a", "an"}:
        return None
    name, amount = ADVERBS[words.lows[at]]
    period = grammar.period(name)
    assert period is not None
    return Reading(at, at + 1, "count/day", _often(name, period * amount), False, name)


def _every(words: Words, at: int, grammar: Grammar) -> Reading | None:
    """Read "every day" and "every other week"; figures ("every 6 hours") are read as measures."""
    following, amount = at + 1, 1.0
    if words.lows[following] == "other":
        following, amount = following + 1, 2.0
    named = "day" if words.lows[following] in _DAILY else words.lows[following]
    period = grammar.period(named)
    if period is None or words.lows[following].endswith("s") or len(words.lows[following]) < 3:
        return None
    if following + 1 < len(words) and words.lows[following + 1] in _EXCEPTING:
        return None
    if words.lows[following] == "second" or (
        following < len(words) and words.lows[following + 1] in {"-", "‐"}
    ):
        return None
    often = _often(named, period * amount)
    return Reading(at, following + 1, "count/day", often, False, named)


def _often(period: str, seconds: float) -> Interval:
    """Return how often per day something is so once a period; on every day it may be more often."""
    often = DAY / seconds
    return Interval(often, inf if period == "day" and often == 1 else often)


def frequency(words: Words, at: int, grammar: Grammar) -> UnitPhrase | None:
    """Return the rate that follows "times", at the token after it: "a day", "daily"."""
    found = with_rate(words, UnitPhrase(at, ONCE, "times"), grammar)
    return None if found.after == at else found
