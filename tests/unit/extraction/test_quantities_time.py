"""Dates, ages and lengths of time."""

from __future__ import annotations

from datetime import date
from math import inf

import pytest

from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.quantities.calendar import ordinal
from factcheck.lexicon import load

LEXICON = load(["english"])
HOUR, DAY = 3600.0, 86_400.0
YEAR = LEXICON.units["year"].factor


def only(text: str) -> Quantity:
    found = quantities(text, LEXICON)
    assert len(found) == 1, [quantity.text for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in 1970", (1970, 1, 1), (1970, 12, 31)),
        ("In 1970 earlier work ended", (1970, 1, 1), (1970, 12, 31)),
        ("in the 1960s", (1960, 1, 1), (1969, 12, 31)),
        ("the '60s", (1960, 1, 1), (1969, 12, 31)),
        ("in the sixties", (1960, 1, 1), (1969, 12, 31)),
        ("the nineteenth century", (1801, 1, 1), (1900, 12, 31)),
        ("19th-century lamps", (1801, 1, 1), (1900, 12, 31)),
        ("March 2020", (2020, 3, 1), (2020, 3, 31)),
        ("3 March 2020", (2020, 3, 3), (2020, 3, 3)),
        ("March 3, 2020", (2020, 3, 3), (2020, 3, 3)),
        ("the 4th of July 1776", (1776, 7, 4), (1776, 7, 4)),
        ("3–5 March 2020", (2020, 3, 3), (2020, 3, 5)),
        ("from March to May 2020", (2020, 3, 1), (2020, 5, 31)),
        ("2020-03-04", (2020, 3, 4), (2020, 3, 4)),
        ("3/4/2020", (2020, 3, 4), (2020, 4, 3)),
        ("25/12/2020", (2020, 12, 25), (2020, 12, 25)),
        ("between 1990 and 1995", (1990, 1, 1), (1995, 12, 31)),
        ("between 1210 and 1228", (1210, 1, 1), (1228, 12, 31)),
        ("1939–45", (1939, 1, 1), (1945, 12, 31)),
        ("(1852–1911)", (1852, 1, 1), (1911, 12, 31)),
        ("spring 1911", (1911, 3, 1), (1911, 5, 31)),
        ("c. 1850", (1845, 1, 2), (1855, 12, 30)),
        ("AD 79", (79, 1, 1), (79, 12, 31)),
    ],
)
def test_dates(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    quantity = only(text)
    assert quantity.scale == "date"
    days = (quantity.interval.low, quantity.interval.high)
    assert days == pytest.approx((date(*first).toordinal(), date(*last).toordinal()), abs=2)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("since 1998", date(1998, 1, 1).toordinal(), inf),
        ("from 2010 onwards", date(2010, 1, 1).toordinal(), inf),
        ("after 1970", date(1971, 1, 1).toordinal(), inf),
        ("until 2004", -inf, date(2004, 12, 31).toordinal()),
        ("by 1911", -inf, date(1911, 12, 31).toordinal()),
        ("before 1970", -inf, date(1969, 12, 31).toordinal()),
    ],
)
def test_half_open_dates(text: str, low: float, high: float) -> None:
    interval = only(text).interval
    assert (interval.low, interval.high) == (low, high)


def test_years_before_the_year_one_are_negative() -> None:
    interval = only("44 BC").interval
    assert interval.high < 0
    assert interval.high - interval.low == 364
    assert (interval.low, interval.high) == (ordinal(-43, 1, 1), ordinal(-43, 12, 31))


def test_early_and_late_are_parts() -> None:
    early, late = only("the early 1960s").interval, only("the late 1960s").interval
    assert early.disjoint(late)
    assert late.within(only("the 1960s").interval)


def test_a_day_without_a_year_has_a_scale_of_its_own() -> None:
    assert only("on 1 March").scale == "unit:day of year"
    months = only("It is open from May to September.")
    assert (months.text, months.interval.low, months.interval.high) == (
        "from May to September", 122, 274
    )  # fmt: skip
    assert only("on 1 March").interval.low == 61


@pytest.mark.parametrize("text", ["2000 people", "the march of 2000 men", "1500 metres"])
def test_four_digits_may_be_no_year(text: str) -> None:
    assert only(text).scale in {"count", "length"}


def test_a_list_of_years_goes_on() -> None:
    found = quantities("He won in 1911, 1912 and 1915.", LEXICON)
    assert [quantity.scale for quantity in found] == ["date"] * 3


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It works within hours.", HOUR, 24 * HOUR),
        ("It takes days.", DAY, 7 * DAY),
        ("It takes weeks.", 7 * DAY, 56 * DAY),
        ("It lasted for decades.", 20 * YEAR, 100 * YEAR),
        ("a few hours", 2 * HOUR, 5 * HOUR),
        ("hours or days", HOUR, 7 * DAY),
        ("in an hour", HOUR, HOUR),
        ("It takes a day.", DAY, DAY),
        ("24 hours", DAY, DAY),
        ("a ninety-minute talk", 1.5 * HOUR, 1.5 * HOUR),
        ("a two-hour walk", 2 * HOUR, 2 * HOUR),
        ("half an hour", 0.5 * HOUR, 0.5 * HOUR),
        ("an hour and a half", 1.5 * HOUR, 1.5 * HOUR),
        ("1 hour 30 minutes", 1.5 * HOUR, 1.5 * HOUR),
        ("the last two decades", 20 * YEAR, 20 * YEAR),
        ("five to ten years", 5 * YEAR, 10 * YEAR),
        ("within 24 hours", 0, DAY),
        ("5+ years", 5 * YEAR, inf),
        ("over two years", 2 * YEAR, inf),
    ],
)
def test_lengths_of_time(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.scale == "duration"
    assert quantity.interval.low == pytest.approx(low, rel=1e-3)
    assert quantity.interval.high == pytest.approx(high, rel=1e-3)


def test_vague_lengths_meet_their_neighbours_only() -> None:
    hours, weeks = only("within hours").interval, only("It takes weeks.").interval
    assert hours.disjoint(weeks)
    assert not hours.disjoint(only("It takes days.").interval)
    weeks_or_months = only("It takes weeks or even months.").interval
    assert not weeks_or_months.disjoint(only("It takes months or years.").interval)
    assert weeks_or_months.disjoint(only("within hours").interval)


def test_plurals_of_time_that_are_no_lengths() -> None:
    assert quantities("Their working hours and school days changed in recent years.", LEXICON) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("aged 18-40", 18, 40),
        ("for children from 6 years", 6, 6),
        ("a 65-year-old man", 65, 65),
        ("the over 65s", 65, inf),
        ("65 years of age and older", 65, inf),
        ("a mean age of 54.8 years", 54.8, 54.8),
    ],
)
def test_ages(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.scale, quantity.unit) == ("duration", "age")
    assert quantity.interval.low == pytest.approx(low * YEAR, rel=1e-3)
    assert quantity.interval.high == pytest.approx(high * YEAR, rel=1e-3)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Every day 37,300 boats pass.", 37_300),
        ("Each week, 70 boats arrive.", 10),
        ("Every day 300 boats pass.", 300),
    ],
)
def test_a_time_in_front_makes_a_rate(text: str, low: float) -> None:
    quantity = only(text)
    assert (quantity.scale, quantity.noun) == ("count/day", "boats")
    assert quantity.interval.low == quantity.interval.high == low


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("opens at 9 am", 9),
        ("opens at 9 a.m.", 9),
        ("closes at 4.30 pm", 16.5),
        ("left at 22:30", 22.5),
        ("closes at 12 am", 0),
        ("opens at ten in the morning", 10),
        ("closes at six o'clock in the evening", 18),
        ("open until 2 in the morning", 2),
        ("begins at noon", 12),
        ("runs until midnight", 24),
    ],
)
def test_times_of_day(text: str, hour: float) -> None:
    quantity = only(text)
    assert quantity.scale == "unit:time of day"
    assert quantity.interval.low == quantity.interval.high == hour * HOUR


@pytest.mark.parametrize(
    "text",
    [
        "a ratio of 16:10",
        "she ran it in 2:03:45",
        "I am 9",
        "at 25:30",
        "won 3:10",
        "13 pm",
        "two in three",
    ],
)
def test_no_times_of_day(text: str) -> None:
    assert "unit:time of day" not in {quantity.scale for quantity in quantities(text, LEXICON)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("until 1974", [(1974, 1974)]),
        ("from 1974 to 1980", [(1974, 1974), (1980, 1980)]),
        ("in 1974", [(1974, 1974)]),
    ],
)
def test_the_days_named_whatever_bounds_them(text: str, named: list[tuple[int, int]]) -> None:
    assert [(one.low, one.high) for one in only(text).named] == [
        (ordinal(first, 1, 1), ordinal(last, 12, 31)) for first, last in named
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He kept the light from 1902 through 1917 for the town.",
        "It ran between 1940 and 1944 as a ferry.",
        "The pier ( 1951 plan ) was dropped.",
        "By mid-1843 Weavers had gone.",
        "It is 1935 and the mill is shut.",
        "The finds are dated to 1775.",
        "That year, 2008, it rained.",
        "The 2016 US survey found it.",
        "It was planned for 2020 but failed.",
    ],
)
def test_years_without_a_preposition_of_time(text: str) -> None:
    assert [one.scale for one in quantities(text, LEXICON)] == ["date"]


@pytest.mark.parametrize(
    "text", ["It cost the lives of 1850 Belgians.", "It holds 2000 litres.", "They sold 1999 eggs."]
)
def test_four_digits_that_count(text: str) -> None:
    assert "date" not in [one.scale for one in quantities(text, LEXICON)]


def test_a_rank_behind_a_possessive_counts() -> None:
    assert only("It is Weaver's 6th novel.").scale == "ordinal"
