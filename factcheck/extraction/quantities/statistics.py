"""Figures that say how sure others are: p-values, confidence levels and intervals."""

from __future__ import annotations

from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.numbers import read_number
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import Interval

STATISTIC = "statistic"
"""The scale of figures that measure a test and not the world; they are values of no claim."""

_COMPARING = frozenset("=<>≤≥")
_JOINTS = frozenset("-–—,−") | {"to", "and"}
_NAMES = frozenset({"ci", "cis", "confidence", "credible"})
_EXTENTS = frozenset({"interval", "intervals", "limits"})
_SIGNS = frozenset("-–−+")
_ENDS = frozenset(",;)].") | {""}
_SYMBOLS = frozenset("p r d t f z g β η κ χ r2 r² η2 η² χ2 χ² i2 i² q".split())
"""What tests and sizes of effects are written with; a probability comes without a sign too."""

_PUNCTUATION = frozenset(",:=[(]);") | {"of"}
_REACH = 4


def read_statistic(words: Words, at: int, grammar: Grammar, floor: int) -> Reading | None:
    """Return the value of "p < 0.05" or of "95% CI 1.2–3.4", given the first figure's token."""
    return _probability(words, at, floor) or _level(words, at) or _bounds(words, at, grammar)


def _probability(words: Words, at: int, floor: int) -> Reading | None:
    last = at - 1 if words.lows[at - 1] in _SIGNS else at
    first = last
    while first > last - 2 and words.lows[first - 1] in _COMPARING:
        first -= 1
    value = words.literal(at)
    if first == last or words.lows[first - 1] not in _SYMBOLS or value is None:
        return None
    if words.lows[first - 1] != "p":
        if words.lows[at + 1] not in _ENDS:
            return None
        return Reading(max(first, floor), at + 1, STATISTIC, Interval(value, value), unit="size")
    if value > 1:
        return None
    signs = words.lows[first:at]
    low = 0.0 if "<" in signs or "≤" in signs else value
    high = 1.0 if ">" in signs or "≥" in signs else value
    first = at if signs == ["="] else first
    return Reading(max(first, floor), at + 1, STATISTIC, Interval(low, high), unit="p")


def _level(words: Words, at: int) -> Reading | None:
    """Read the "95%" of "95% CI" and of "a 95% confidence level"."""
    value = words.literal(at)
    if value is None or words.lows[at + 1] != "%" or words.lows[at + 2] not in _NAMES:
        return None
    level = Interval(value / 100, value / 100)
    return Reading(at, at + 2, STATISTIC, level, unit="%")


def _bounds(words: Words, at: int, grammar: Grammar) -> Reading | None:
    """Read the "1.2–3.4" of "95% CI 1.2–3.4" and of "95% confidence interval: 1.2, 3.4"."""
    named = first = at - 1 if words.lows[at - 1] in _SIGNS else at
    while words.lows[named - 1] in _PUNCTUATION and named > at - _REACH:
        named -= 1
    name = words.lows[named - 1]
    if name not in {"ci", "cis"} and not (name in _EXTENTS and words.lows[named - 2] in _NAMES):
        return None
    ends = _two_numbers(words, first, grammar)
    if ends is None:
        return None
    low, high, after = ends
    return Reading(first, after, STATISTIC, Interval(min(low, high), max(low, high)), unit="CI")


def _two_numbers(words: Words, at: int, grammar: Grammar) -> tuple[float, float, int] | None:
    first = _figure(words, at, grammar)
    if first is None:
        return None
    joint = first[1]
    if words.lows[joint] == "%":
        joint += 1
    if words.lows[joint] not in _JOINTS:
        return None
    second = _figure(words, joint + 1, grammar)
    if second is None:
        return None
    after = second[1] + 1 if words.lows[second[1]] == "%" else second[1]
    return first[0], second[0], after


def _figure(words: Words, at: int, grammar: Grammar) -> tuple[float, int] | None:
    """Return the number in digits that begins with a token, its sign included."""
    begins = at + 1 if words.lows[at] in _SIGNS and words.numeric[at + 1] else at
    if not words.numeric[begins]:
        return None
    number = read_number(words, begins, grammar, at)
    return None if number is None else (number.low, number.after)
