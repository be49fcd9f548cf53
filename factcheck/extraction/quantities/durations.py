"""Lengths of time without a figure: "within hours", "weeks or even months", "in a day"."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from factcheck.extraction.quantities.bounds import Limits, bounded, effect_after, modifiers_before
from factcheck.extraction.quantities.grammar import UNENDING, Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.units import HYPHENS
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import Interval

VAGUE_PLURALS: Mapping[str, tuple[float, float]] = {
    "second": (1, 60),
    "minute": (1, 60),
    "hour": (1, 24),
    "day": (1, 7),
    "week": (1, 8),
    "month": (1, 24),
    "year": (1, 20),
    "decade": (2, 10),
    "century": (2, 10),
    "millennium": (2, 10),
}
"""How many of a unit its plural alone allows.

A speaker who says "hours" would say "a day" or "days" beyond 24 of them, and so on up:
seconds, minutes, hours and days end where the next unit begins, so that "hours" excludes
"weeks". Weeks, months and years overlap with what follows, as people count a year in months
and two months in weeks, so that "weeks or months" agrees with "months or years".
"""

LONG_TIME = 100 * 365.2425 * 86400
"""Seconds from which something is kept "forever": a hundred years, a choice."""

OVERNIGHT = (6 * 3600.0, 24 * 3600.0)
"""From an evening to a morning at the shortest, to the same hour of the next day at most."""

_BEFORE = listed(
    """within in for after over through throughout than about until till or and to even mere only
    just many if not perhaps possibly maybe sometimes often typically usually than nearly
    almost around roughly"""
)
_LASTING = listed(
    """take require need last wait spend endure persist continue span get demand live survive
    stay remain go"""
)
_AFTER = listed("ago later earlier afterwards afterward thereafter long")
_COUNTED = listed("number couple lot lots amount rest end course")
_JOINTS = (
    ("or", "even"),
    ("and", "even"),
    ("if", "not"),
    ("or", "perhaps"),
    ("or", "possibly"),
    ("or", "sometimes"),
    ("or", ","),
    (",", "or"),
    ("or",),
    ("to",),
    ("and",),
    ("-",),
    ("–",),
    ("/",),
)
_RECENT = listed("last past previous next coming preceding following")
_WHOLE = frozenset({"decade", "century", "year", "month", "week", "hour"})


def read_vague_duration(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    """Return the length of time that begins with the plural of a unit, None if none does."""
    if words.lows[at] in UNENDING:
        return Reading(at, at + 1, "duration", Interval(LONG_TIME, inf), False, words.lows[at])
    if words.lows[at] == "overnight":
        return Reading(at, at + 1, "duration", Interval(*OVERNIGHT), True, "overnight")
    low, high = _vague(words.lows[at], grammar)
    after = _joined(words, at, grammar)
    if after != at + 1:
        later = _vague(words.lows[after - 1], grammar)
        low, high = min(low, later[0]), max(high, later[1])
    if not _stands_for_a_length(words, at, after, grammar):
        return None
    return Reading(at, after, "duration", Interval(low, high), True, words.words[after - 1])


def _vague(word: str, grammar: Grammar) -> tuple[float, float]:
    name = grammar.vague_units[word]
    factor = grammar.units[name].factor
    least, most = VAGUE_PLURALS[name]
    return least * factor, most * factor


def _joined(words: Words, at: int, grammar: Grammar) -> int:
    """Return the token after "weeks" or after "weeks or even months"."""
    for joint in _JOINTS:
        end = at + 1 + len(joint)
        if tuple(words.lows[at + 1 : end]) == joint and words.lows[end] in grammar.vague_units:
            return end + 1
    return at + 1


def _stands_for_a_length(words: Words, at: int, after: int, grammar: Grammar) -> bool:
    before = words.lows[at - 1]
    if before == "of":
        return words.lows[at - 2] not in _COUNTED and not words.numeric[at - 2]
    if words.lows[after] in _AFTER or after > at + 2:
        return True
    if before in {"and", "to"} and words.lows[at - 2] != "up":
        return False
    return before in _BEFORE or grammar.lemma_in(before, _LASTING)


def read_single_duration(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    """Return "a day", "an hour and a half" and "the past decade", given the unit's token."""
    factor = grammar.period(words.lows[at])
    first = at - 1
    if factor is None or first < floor:
        return None
    article = words.lows[first]
    if article in _RECENT and words.lows[first - 1] == "the" and words.lows[at] in _WHOLE:
        return Reading(at - 1, at + 1, "duration", Interval(factor, factor), False, words.words[at])
    if article not in {"a", "an"} or words.lows[at + 1] in HYPHENS:
        return None
    after, amount = at + 1, 1.0
    if words.lows[after] == "and" and words.lows[after + 1] == "a":
        share = grammar.denominators.get(words.lows[after + 2], 0.0)
        if share >= 0.25:
            after, amount = after + 3, 1.0 + share
    modifiers = modifiers_before(words, first, floor)
    named = amount > 1 or _is_one_unit(words, first, after, modifiers.effects, grammar)
    if not named or words.lows[modifiers.first - 1] == "per":
        return None
    added = effect_after(words, after)
    effects = modifiers.effects
    if added is not None:
        effects, after = (*effects, added[0]), added[1]
    interval, blurred = bounded(Interval(amount, amount), _without_direction(effects), Limits())
    scaled = Interval(
        interval.low * factor, interval.high * factor, interval.low_open, interval.high_open
    )
    return Reading(modifiers.first, after, "duration", scaled, blurred, words.words[at])


def _without_direction(effects: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(effect for effect in effects if effect not in {"between", "from"})


def _is_one_unit(
    words: Words, first: int, after: int, effects: tuple[str, ...], grammar: Grammar
) -> bool:
    if effects or words.lows[after] in _AFTER:
        return True
    before = words.lows[first - 1]
    if words.lows[first + 1] in {"second", "minute"} and words.alphabetic(after):
        return before in {"within", "in", "for", "per"} and words.lows[after] in grammar.stops
    return before in {"in", "for", "after", "or", "within", "during", "to"} or grammar.lemma_in(
        before, _LASTING
    )
