"""Times of day: "9 am", "4.30 p.m.", "22:30", "ten in the morning", "noon"."""

from __future__ import annotations

from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import TIME_OF_DAY, Interval

HOUR_WORDS = {"noon": 12, "midday": 12, "midnight": 24}
_BEFORE = frozenset(
    "at from until till to by before after around about between and since – - —".split()
)

_HOURS = {
    word: hour
    for hour, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_OCLOCK = frozenset(["o'clock", "o’clock"])
_PARTS = {
    ("in", "the", "morning"): "am",
    ("in", "the", "afternoon"): "pm",
    ("in", "the", "evening"): "pm",
}


def read_clock(words: Words, at: int) -> Reading | None:
    """Return the time of day that begins with a token, in seconds since midnight.

    Two numbers with a colon are one only behind a word that introduces a time, since they can be
    a ratio or a score as well. Midnight is the end of a day.
    """
    if words.lows[at] in HOUR_WORDS:
        return _reading(at, at + 1, HOUR_WORDS[words.lows[at]], 0)
    hour, minute, after = _figures(words, at)
    if hour is None:
        return None
    half, end = _half(words, after)
    if not half and words.lows[at - 1] in _BEFORE:
        half, end = _part_of_day(words, after)
    if half and 1 <= hour <= 12:
        return _reading(at, end, hour % 12 + (12 if half == "pm" else 0), minute)
    if words.lows[at] in _HOURS:
        return None
    colon = after == at + 3 and words.lows[at - 1] in _BEFORE
    return _reading(at, after, hour, minute) if colon and hour <= 24 else None


def _figures(words: Words, at: int) -> tuple[int | None, int, int]:
    """Return hour, minute and where the figures end: "9", "4.30", "22:30"."""
    if words.lows[at] in _HOURS:
        return _HOURS[words.lows[at]], 0, at + 1
    hour, minute = words.plain_integer(at), words.plain_integer(at + 2)
    parted = words.lows[at + 1] == ":" and words.glued(at + 1) and words.glued(at + 2)
    if hour is not None and not parted:
        return hour, 0, at + 1
    if hour is not None and minute is not None and minute < 60 and len(words.words[at + 2]) == 2:
        goes_on = words.lows[at + 3] == ":" and words.glued(at + 3)
        return (None, 0, at) if goes_on else (hour, minute, at + 3)
    whole, _, part = words.words[at].partition(".")
    if words.numeric[at] and whole.isdecimal() and len(part) == 2 and int(part) < 60:
        return int(whole), int(part), at + 1
    return None, 0, at


def _half(words: Words, at: int) -> tuple[str, int]:
    """Return which half of the day is named behind the figures, and where that ends."""
    if words.lows[at] in {"am", "pm"}:
        return words.lows[at], at + 1
    dotted = words.lows[at + 1] == "." and words.glued(at + 1) and words.lows[at + 2] == "m"
    if words.lows[at] in {"a", "p"} and dotted and words.glued(at + 2):
        stop = words.lows[at + 3] == "." and words.glued(at + 3)
        return words.lows[at] + "m", at + 4 if stop else at + 3
    return "", at


def _part_of_day(words: Words, at: int) -> tuple[str, int]:
    """Return which half of the day is told in words: "ten **in the morning**"."""
    first = at + 1 if words.lows[at] in _OCLOCK else at
    told = _PARTS.get((words.lows[first], words.lows[first + 1], words.lows[first + 2]), "")
    return told, first + 3 if told else at


def _reading(first: int, after: int, hour: int, minute: int) -> Reading:
    seconds = hour * 3600 + minute * 60
    return Reading(first, after, TIME_OF_DAY, Interval(seconds, seconds))
