"""Single dates, from a day to a century, without the words that bound them."""

from __future__ import annotations

from factcheck.extraction.quantities.calendar import (
    SEASONS,
    Period,
    century_of,
    day_of,
    day_of_any_year,
    month_of,
    month_of_any_year,
    season_of,
    years,
)
from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.numbers import ORDINAL_ENDINGS, read_number
from factcheck.extraction.quantities.words import Words
from factcheck.model.frozen import immutable

DASHES = frozenset("-–—‐‑")
JOINTS = frozenset({"to", "until", "till", "through", "and", "or"})


@immutable(auto_attribs=True, frozen=True)
class Point:
    """A date without the words around it.

    Attributes:
        first, after: its tokens.
        period: its days.
        bare: whether it is only four digits, which may be a count as well.
        month, day: kept where no year is given, so that the end of a range can lend its own.
        ends: the first and the last period of a range; empty for a single date.
    """

    first: int
    after: int
    period: Period
    bare: bool = False
    month: int = 0
    day: int = 0
    ends: tuple[Period, ...] = ()


def read_point(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Return the date that begins with a token, the words that bound it left out."""
    if words.numeric[at]:
        if words.glued(at) and words.words[at - 1][-1:].isalnum():
            return None
        for rule in (_iso, _slashed, _day_month, _decade, _era, _century, _bare_year):
            found = rule(words, at, grammar, floor)
            if found is not None:
                return found
        return None
    low = words.lows[at]
    if low in grammar.lexicon.months:
        return _month_day(words, at, grammar)
    if low in SEASONS:
        return _season(words, at)
    if low in grammar.decades:
        named = words.lows[at - 1] == "the" and at - 1 >= floor and words.lows[at + 1] != "of"
        start = 1900 + grammar.decades[low]
        return Point(at, at + 1, years(start, start + 9, "decade")) if named else None
    return _century(words, at, grammar, floor)


def _iso(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read 2020-03-04 and 2020/03/04."""
    joint = words.lows[at + 1]
    if len(words.words[at]) != 4 or joint not in {"-", "/"} or words.lows[at + 3] != joint:
        return None
    if not all(words.glued(position) for position in range(at + 1, at + 5)):
        return None
    parts = [words.plain_integer(at + step) for step in (0, 2, 4)]
    if None in parts or len(words.words[at + 4]) > 2:
        return None
    year, month, day = (int(part or 0) for part in parts)
    period = day_of(year, month, day)
    return None if period is None else Point(at, at + 5, period)


def _slashed(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read 3/4/2020, the third of April or March the fourth, and 3.4.2020."""
    numbers = _slashed_numbers(words, at)
    if numbers is None:
        return None
    first, second, year, dotted = numbers
    found = [day_of(year, second, first)]
    if not dotted:
        found.append(day_of(year, first, second))
    periods = [period for period in found if period is not None]
    if not periods:
        return None
    low, high = min(period.low for period in periods), max(period.high for period in periods)
    return Point(at, at + (3 if dotted else 5), Period(low, high, "day"))


def _slashed_numbers(words: Words, at: int) -> tuple[int, int, int, bool] | None:
    if (
        words.lows[at + 1] == "/"
        and words.lows[at + 3] == "/"
        and words.glued(at + 2)
        and words.glued(at + 4)
    ):
        parts = [words.plain_integer(at + step) for step in (0, 2, 4)]
        if None in parts or len(words.words[at + 4]) not in {2, 4} or words.glued(at + 1) is False:
            return None
        year = int(parts[2] or 0)
        if len(words.words[at + 4]) == 2:
            year += 1900 if year >= 50 else 2000
        return int(parts[0] or 0), int(parts[1] or 0), year, False
    # "3.4.2020" comes as the decimal 3.4 with ".2020" glued to it.
    day, _, month = words.words[at].partition(".")
    year_token = words.words[at + 1]
    if not (month.isdecimal() and day.isdecimal() and max(len(day), len(month)) <= 2):
        return None
    if len(year_token) == 5 and year_token[0] == "." and words.glued(at + 1):
        return int(day), int(month), int(year_token[1:]), True
    return None


def _day_month(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read "3 March 2020", "3rd of March" and "3–5 March 2020"."""
    day = words.plain_integer(at)
    if day is None or not 1 <= day <= 31:
        return None
    last_day, after = day, at + 1
    if words.lows[after] in DASHES | {"to"} and words.plain_integer(after + 1) is not None:
        last_day, after = words.plain_integer(after + 1) or day, after + 2
    if words.glued(after) and words.lows[after] in {"st", "nd", "rd", "th"}:
        after += 1
    if words.lows[after] == "of":
        after += 1
    month = grammar.lexicon.months.get(words.lows[after])
    if month is None or not _month_here(words, after):
        return None
    after = _past_stop(words, after)
    return _dated(words, at, after, month, (day, last_day))


def _month_here(words: Words, at: int) -> bool:
    """Return whether a month's name is one next to a number; "5 may" and "10 sun" are not."""
    return words.words[at][:1].isupper() or words.lows[at] not in {
        "may",
        "march",
        "mar",
        "dec",
        "sep",
        "sun",
    }


def _past_stop(words: Words, at: int) -> int:
    """Return the token after a month, with the full stop of an abbreviation."""
    short = len(words.words[at]) <= 4 and words.lows[at] not in {"may", "june", "july"}
    abbreviated = short and words.lows[at + 1] == "." and words.glued(at + 1)
    return (
        at + 2 if abbreviated and (words.numeric[at + 2] or words.lows[at + 2] == ",") else at + 1
    )


def _dated(words: Words, first: int, after: int, month: int, days: tuple[int, int]) -> Point | None:
    """Add the year, if one follows, to a month and its days."""
    comma = 1 if words.lows[after] == "," else 0
    year = words.plain_integer(after + comma)
    if (
        year is not None
        and len(words.words[after + comma]) == 4
        and words.lows[after + comma + 1] != "%"
    ):
        begin, end = day_of(year, month, days[0]), day_of(year, month, days[1])
        if begin is None or end is None or end.low < begin.low:
            return None
        return Point(first, after + comma + 1, Period(begin.low, end.high, "day"))
    begin, end = day_of_any_year(month, days[0]), day_of_any_year(month, days[1])
    if begin is None or end is None or end.low < begin.low:
        return None
    return Point(
        first, after, Period(begin.low, end.high, "day", yearless=True), month=month, day=days[0]
    )


def _month_day(words: Words, at: int, grammar: Grammar) -> Point | None:
    """Read "March 2020", "March 3, 2020", "March 3-5" and "March"."""
    month = grammar.lexicon.months[words.lows[at]]
    after = _past_stop(words, at)
    if words.glued(after) and words.numeric[after]:
        return None
    if not _month_here(words, at) and not (words.numeric[after] and len(words.words[after]) == 4):
        return None
    of = 1 if words.lows[after] in {"of", ","} else 0
    number = words.plain_integer(after + of)
    if number is not None and len(words.words[after + of]) == 4:
        return Point(at, after + of + 1, month_of(number, month))
    day = words.plain_integer(after)
    if day is not None and 1 <= day <= 31 and words.lows[after + 1] != "%":
        after += 1
        last_day = day
        if words.glued(after) and words.lows[after] in {"st", "nd", "rd", "th"}:
            after += 1
        following = words.plain_integer(after + 1)
        if words.lows[after] in DASHES | {"to"} and following is not None and day < following <= 31:
            last_day, after = following, after + 2
        return _dated(words, at, after, month, (day, last_day))
    return Point(at, after if after == at + 1 else at + 1, month_of_any_year(month), month=month)


def _season(words: Words, at: int) -> Point | None:
    of = 1 if words.lows[at + 1] in {"of", ","} else 0
    year = words.plain_integer(at + 1 + of)
    if year is None or not 1000 <= year <= 2099:
        return None
    return Point(at, at + 2 + of, season_of(year, words.lows[at]))


def _decade(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read 1960s, 1960's, '60s and "the 1900s"."""
    after = at + 1
    if words.lows[after] in {"'", "’"} and words.glued(after):
        after += 1
    if words.lows[after] != "s" or not words.glued(after):
        return None
    value = words.plain_integer(at)
    if value is None or value % 10:
        return None
    if len(words.words[at]) == 4 and 1000 <= value <= 2990 and (after == at + 1 or value % 10 == 0):
        span = 99 if value % 100 == 0 and value < 2000 else 9
        return Point(
            at, after + 1, years(value, value + span, "decade" if span == 9 else "century")
        )
    apostrophe = words.lows[at - 1] in {"'", "’", "‘"} and words.glued(at) and at - 1 >= floor
    if len(words.words[at]) == 2 and value >= 10 and apostrophe:
        start = (1900 if value >= 30 else 2000) + value
        return Point(at - 1, after + 1, years(start, start + 9, "decade"))
    return None


def _era(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read AD 79, 79 CE, 44 BC and 44 B.C."""
    year = words.plain_integer(at)
    if year is None or not 0 < year < 20_000:
        return None
    era, after = _era_at(words, at + 1)
    first = at
    if not era and words.words[at - 1] in {"AD", "CE"} and at - 1 >= floor:
        era, after, first = "AD", at + 1, at - 1
    if not era:
        return None
    astronomical = 1 - year if era == "BC" else year
    return Point(first, after, years(astronomical, astronomical, "year"))


def _era_at(words: Words, at: int) -> tuple[str, int]:
    if words.words[at] in {"BC", "BCE", "AD", "CE"}:
        return ("BC" if words.words[at].startswith("B") else "AD"), at + 1
    letters = words.words[at] + words.words[at + 2]
    if letters in {"BC", "AD", "CE"} and words.lows[at + 1] == "." and words.glued(at + 2):
        after = at + 4 if words.lows[at + 3] == "." else at + 3
        return ("BC" if letters == "BC" else "AD"), after
    return "", at


def _century(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    """Read "19th century", "nineteenth-century" and "18th and 19th centuries"."""
    if words.numeric[at] and words.lows[at + 1] not in ORDINAL_ENDINGS:
        return None
    number = read_number(words, at, grammar, floor)
    if number is None or number.kind != "ordinal" or not 1 <= number.low <= 40:
        return None
    first, last, after = number.low, number.low, number.after
    if words.lows[after] in DASHES | JOINTS:
        following = read_number(words, after + 1, grammar, after + 1)
        if following is not None and following.kind == "ordinal":
            last, after = following.low, following.after
    if words.lows[after] in DASHES:
        after += 1
    if words.lows[after] not in {"century", "centuries"} or last > 40:
        return None
    era, after = _era_at(words, after + 1)
    periods = [century_of(int(first), era == "BC"), century_of(int(last), era == "BC")]
    low, high = min(p.low for p in periods), max(p.high for p in periods)
    return Point(number.first, after, Period(low, high, "century"))


def _bare_year(words: Words, at: int, grammar: Grammar, floor: int) -> Point | None:
    year = words.plain_integer(at)
    if year is None or len(words.words[at]) != 4 or not 1000 <= year <= 2099:
        return None
    if words.lows[at + 1] in {"%", "$", "€", "£", "°", "±", "×"} or words.lows[at - 1] in {
        "$",
        "€",
        "£",
        "=",
    }:
        return None
    if words.glued(at + 1) and words.alphabetic(at + 1):
        return None
    return Point(at, at + 1, years(year, year, "year"), bare=True)
