"""Dates of every precision, from a day to a century."""

from __future__ import annotations

from math import inf

from attrs import evolve

from factcheck.extraction.quantities.calendar import (
    Period,
    blurred,
    day_of,
    month_of,
    ordinal,
    part_of,
    years,
)
from factcheck.extraction.quantities.datepoints import DASHES, Point, read_point
from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.identifiers import is_cited
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.nouns import plural
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.units import read_simple_unit
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import DAY_OF_YEAR, Interval

_YEAR_CONTEXT = listed(
    """in since by until till from before after during circa c ca early mid late year years of
    throughout through around summer spring autumn fall winter"""
)
_COUNTING = listed(
    """about almost around exactly just least most nearly only over roughly some than
    approximately circa"""
)
_BOUNDS = {
    "since": "from",
    "from": "from",
    "after": "after",
    "following": "after",
    "post": "after",
    "before": "before",
    "pre": "before",
    "prior to": "before",
    "by": "until",
    "until": "until",
    "till": "until",
    "up to": "until",
    "through": "until",
    "no later than": "until",
    "as late as": "until",
    "as early as": "from",
    "not before": "from",
    "starting in": "from",
    "beginning in": "from",
    "about": "about",
    "around": "about",
    "circa": "about",
    "ca": "about",
    "ca .": "about",
    "c": "about",
    "c .": "about",
    "approximately": "about",
    "~": "about",
}
_PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "beginning": "early",
    "start": "early",
    "end": "late",
}


def read_date(words: Words, at: int, grammar: Grammar, floor: int, goes_on: bool) -> Reading | None:
    """Return the date that begins with a token, None if none does.

    Args:
        words: the text.
        at: the first token of the date proper; the words that bound it stand before it.
        grammar: the names of months and numbers.
        floor: the first token that the date may take in.
        goes_on: whether the token continues a list of dates.
    """
    point = read_point(words, at, grammar, floor)
    if point is None:
        return None
    point = _with_range(words, point, grammar)
    if (
        point.bare
        and not (goes_on and _names_no_count(words, point, grammar))
        and not _is_year(words, point, grammar)
    ):
        return None
    if point.period.yearless and not _is_month(words, point):
        return None
    return _with_bounds(words, point, floor)


def _with_bounds(words: Words, point: Point, floor: int) -> Reading:
    first, period, ends = point.first, point.period, point.ends
    if words.lows[first - 1] == "the" and first - 1 >= floor:
        first -= 1
    part = _part_before(words, first, floor)
    if part is not None:
        first, period, ends = part[0], part_of(period, part[1]), ()
    elif first < point.first:
        first = point.first
    effects: list[str] = []
    outer = first - 1 if words.lows[first - 1] in {"the", "in"} and first - 1 >= floor else first
    for begin in (first, outer):
        found = _bound_before(words, begin, floor)
        while found is not None and len(effects) < 3:
            effects.append(found[0])
            first = found[1]
            found = _bound_before(words, first, floor)
        if effects:
            break
    after = point.after
    if words.lows[after] in {"onward", "onwards"}:
        effects, after = ["from"], after + 1
    return _reading(first, after, period, effects, ends)


def _reading(
    first: int, after: int, period: Period, effects: list[str], ends: tuple[Period, ...]
) -> Reading:
    if "about" in effects:
        period, ends = blurred(period), ()
    named = tuple(Interval(one.low, one.high) for one in ends or (period,))
    low, high = period.low, period.high
    for effect in effects:
        if effect == "from":
            high = inf
        elif effect == "after":
            low, high = high + 1, inf
        elif effect == "before":
            low, high = -inf, low - 1
        elif effect == "until":
            low = -inf
    scale = DAY_OF_YEAR if period.yearless else "date"
    return Reading(first, after, scale, Interval(low, high), "about" in effects, named=named)


def _bound_before(words: Words, at: int, floor: int) -> tuple[str, int] | None:
    hyphen = 1 if words.lows[at - 1] in DASHES and words.glued(at) and words.glued(at - 1) else 0
    for length in (3, 2, 1):
        begin = at - hyphen - length
        if begin >= floor:
            effect = _BOUNDS.get(" ".join(words.lows[begin : at - hyphen]))
            # "pre-1990" needs its hyphen, and "c" its full stop or a space.
            if effect is not None and (not hyphen or words.lows[begin] in {"pre", "post"}):
                return effect, begin
    return None


def _part_before(words: Words, at: int, floor: int) -> tuple[int, str] | None:
    before = at - 1
    if words.lows[before] in DASHES and words.glued(before):
        before -= 1
    if words.lows[before] == "of" or (
        words.lows[before] == "the" and words.lows[before - 1] == "of"
    ):
        before -= 1 if words.lows[before] == "of" else 2
    part = _PARTS.get(words.lows[before])
    return None if part is None or before < floor else (before, part)


def _names_no_count(words: Words, point: Point, grammar: Grammar) -> bool:
    """Return whether neither a unit nor a plural makes a count of four digits."""
    following = words.lows[point.after]
    return not plural(following) and read_simple_unit(words, point.after, grammar) is None


def _is_year(words: Words, point: Point, grammar: Grammar) -> bool:
    """Return whether four digits are a year here."""
    before, following = words.lows[point.first - 1], words.lows[point.after]
    if words.alphabetic(point.after) and read_simple_unit(words, point.after, grammar) is not None:
        return False
    if is_cited(words, point.first, grammar):
        return False
    recent = point.period.low >= ordinal(1800, 1, 1)
    # A count of two thousand takes a plural: "a 2019 study", "the grossest 2011 film".
    counts = plural(following)
    acronym = words.words[point.after].isupper()
    described = words.alphabetic(point.after) and (following not in grammar.stops or acronym)
    if before == "(" or (
        words.lows[point.first - 2] == "(" and before in {"born", "b", "d", "died", "–", "est"}
    ):
        return following in _CLOSING or (recent and described and not counts)
    if before in _COUNTING and words.alphabetic(point.after) and following not in grammar.stops:
        return False
    if before == "." and words.lows[point.first - 2] in {"c", "ca", "b", "d"}:
        return True
    if before in DASHES and words.lows[point.first - 2] in _PARTS:
        return True
    if before in _YEAR_CONTEXT:
        if not counts:
            return True
        return before == "in" and (recent or words.opens_sentence(point.first - 1))
    if (words.lows[point.first - 2], before) in _BEFORE_YEAR and not counts:
        return recent or before == "to"
    if described and not counts:
        return recent
    if before in {"'", "’"} and words.glued(point.first):
        return False
    return recent and words.lows[point.after] in {"'", "’"} and words.lows[point.after + 1] == "s"


_CLOSING = frozenset({")", ",", ";", "–", "-", "to"})
_BEFORE_YEAR = frozenset(
    {
        ("prior", "to"),
        ("back", "to"),
        ("dating", "to"),
        ("dates", "to"),
        ("dated", "to"),
        ("it", "is"),
        ("it", "was"),
        ("in", "both"),
        ("in", "just"),
        ("planned", "for"),
        ("scheduled", "for"),
        ("expected", "for"),
        ("year", ","),
        ("year", "of"),
    }
)


def _is_month(words: Words, point: Point) -> bool:
    """Return whether a month without a year is a date and neither a verb nor a name."""
    if point.day:
        return True
    if point.ends:
        # "From May to September": two names of months with capitals are no verb and no name.
        ends = (word for word in words.words[point.first : point.after] if word[:1].isupper())
        return sum(1 for _ in ends) >= len(point.ends)
    before = words.lows[point.first - 1]
    capital = words.words[point.first][:1].isupper()
    return capital and before in {
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "of",
        "last",
        "early",
        "late",
        "mid",
        "from",
        "through",
        "to",
        "before",
        "after",
    }


def _with_range(words: Words, point: Point, grammar: Grammar) -> Point:
    """Join "1939–45", "March to May 2020" and "between 1990 and 1995"."""
    joint = words.lows[point.after]
    if joint == "and":
        before = 2 if words.lows[point.first - 1] == "the" else 1
        if words.lows[point.first - before] != "between":
            return point
    elif joint not in DASHES | {"to", "until", "till", "through"}:
        return point
    at = point.after + 1
    if words.lows[at] == "the":
        at += 1
    while words.lows[at] in {"early", "late", "mid"}:
        at += 1
    end = _short_year(words, point, at) or read_point(words, at, grammar, at)
    if end is None:
        return point
    start = point.period
    if start.yearless and not end.period.yearless and end.period.precision in {"day", "month"}:
        start = _lent_year(point, end) or start
    if start.yearless != end.period.yearless or end.period.high < start.low:
        return point
    first = point.first
    if words.lows[first - 1] == "the" and words.lows[first - 2] in {"between", "from"}:
        first -= 1
    if words.lows[first - 1] in {"between", "from"} and joint != "-":
        first -= 1
    joined = Period(start.low, end.period.high, end.period.precision, start.yearless)
    return evolve(
        point,
        first=first,
        after=end.after,
        period=joined,
        bare=_still_bare(words, point, end, grammar),
        ends=(start, end.period),
    )


def _still_bare(words: Words, point: Point, end: Point, grammar: Grammar) -> bool:
    """Return whether a range of two four-digit numbers may count something else."""
    if not (point.bare and end.bare):
        return False
    span = end.period.high - point.period.low
    led = words.lows[point.first - 1] in {"between", "from"}
    return not (
        span < 150 * 366
        and point.period.low >= ordinal(1100 if led else 1500, 1, 1)
        and (not words.alphabetic(end.after) or words.lows[end.after] in grammar.stops)
    )


def _short_year(words: Words, point: Point, at: int) -> Point | None:
    last = words.plain_integer(at)
    if (
        not point.bare
        or last is None
        or len(words.words[at]) != 2
        or words.lows[at - 1] not in DASHES
    ):
        return None
    year = int(words.words[point.after - 1])
    if last <= year % 100 or (words.glued(at + 1) and words.lows[at + 1] in {"-", "%"}):
        return None
    end = year - year % 100 + last
    return Point(at, at + 1, years(end, end, "year"), bare=True)


def _lent_year(point: Point, end: Point) -> Period | None:
    """Return the start of a range in the year in which its end lies."""
    year = int(end.period.low // 365.2425) + 1
    for candidate in (year + 1, year, year - 1):
        if ordinal(candidate, 1, 1) <= end.period.low <= ordinal(candidate, 12, 31):
            return (
                day_of(candidate, point.month, point.day)
                if point.day
                else month_of(candidate, point.month)
            )
    return None
