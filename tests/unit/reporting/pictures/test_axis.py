"""Axes: round ticks, true places, readable units."""

from itertools import pairwise
from math import inf, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.quantities.calendar import ordinal
from factcheck.model import Interval
from factcheck.reporting.pictures.axis import LARGEST
from factcheck.reporting.pictures.scales import axis_of, told

HOUR, DAY, YEAR = 3600.0, 86400.0, 31556952.0
SCALES = (
    "duration",
    "date",
    "unit:day of year",
    "unit:time of day",
    "proportion",
    "count",
    "count/day",
    "money:GBP",
    "money:ducat",
    "length",
    "temperature",
    "unit:volt",
)


def labels(scale: str, *bounds: tuple[float, float], most: int = 6) -> list[str]:
    axis = axis_of(scale, [Interval(low, high) for low, high in bounds], most)
    assert axis is not None
    return [tick.label for tick in axis.ticks]


@pytest.mark.parametrize(
    ("scale", "bounds", "expected"),
    [
        ("duration", [(34 * 60, 34 * 60), (48 * 60, 48 * 60)], ["35", "40", "45"]),
        ("duration", [(HOUR, HOUR), (DAY, 7 * DAY)], ["1 hour", "1 day", "1 week"]),
        ("proportion", [(0.88, 0.88), (0, 0.15)], ["0%", "20%", "40%", "60%", "80%"]),
        ("count", [(3, 3), (4, 4)], ["3", "4"]),
        ("length", [(0.002, 0.002), (3, 3)], ["1 cm", "10 cm", "1 m"]),
        ("money:GBP", [(2.2, 2.2), (2.8, 2.8)], ["£2.20", "£2.40", "£2.60", "£2.80"]),
        (
            "money:EUR",
            [(2e6, 2e6), (5e6, 5e6)],
            ["€2 million", "€3 million", "€4 million", "€5 million"],
        ),
        ("temperature", [(273.15, 273.15), (293.15, 293.15)], ["0", "5", "10", "15", "20"]),
        (
            "unit:time of day",
            [(32400, 32400), (63000, 63000)],
            ["10:00", "12:00", "14:00", "16:00", "18:00"],
        ),
        ("unit:day of year", [(60, 60), (244, 244)], ["1 Mar", "1 May", "1 Jul", "1 Sep"]),
    ],
)
def test_ticks_are_round_in_a_readable_unit(
    scale: str, bounds: list[tuple[float, float]], expected: list[str]
) -> None:
    assert labels(scale, *bounds) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((1984, 1, 1), (1988, 12, 31), ["1984", "1986", "1988"]),
        ((-50, 1, 1), (120, 12, 31), ["50 BC", "1", "50", "100"]),
        ((2021, 9, 14), (2022, 3, 31), ["Nov 2021", "Jan 2022", "Mar 2022"]),
        ((2021, 3, 3), (2021, 3, 20), ["6 Mar 2021", "11 Mar 2021", "16 Mar 2021", "21 Mar 2021"]),
    ],
)
def test_dates_have_ticks_at_the_beginnings_of_years_months_or_days(
    first: tuple[int, int, int], last: tuple[int, int, int], expected: list[str]
) -> None:
    found = labels(
        "date", (ordinal(*first), ordinal(*first)), (ordinal(*last), ordinal(*last)), most=4
    )
    assert found == expected


def test_values_two_orders_of_magnitude_apart_get_a_logarithmic_axis() -> None:
    near = axis_of("length", [Interval(1, 1), Interval(99, 99)], 5)
    far = axis_of("length", [Interval(1, 1), Interval(101, 101)], 5)
    assert near is not None and not near.logarithmic
    assert far is not None and far.logarithmic
    assert far.at(10) - far.at(1) == pytest.approx(far.at(100) - far.at(10))


@pytest.mark.parametrize(
    ("scale", "interval", "words"),
    [
        ("duration", Interval(2629746, 20 * YEAR), "1 month to 20 years"),
        ("duration", Interval(90 * 60, 90 * 60), "90 minutes"),
        ("length", Interval(5000, inf, low_open=True), "more than 5 km"),
        ("length", Interval(-inf, 5), "up to 5 m"),
        ("money:CHF", Interval(14300, 14300), "CHF 14,300"),
        ("temperature", Interval(268.15, 268.15), "−5 °C"),
        ("count/day", Interval(240, 240), "240 times per day"),
        ("date", Interval(ordinal(1960, 1, 1), ordinal(1969, 12, 31)), "1960 to 1969"),
        ("date", Interval(ordinal(2022, 3, 1), ordinal(2022, 3, 31)), "March 2022"),
        ("date", Interval(-inf, ordinal(1858, 2, 3)), "until 3 February 1858"),
        ("date", Interval(ordinal(1994, 1, 1), inf), "from 1994 on"),
    ],
)
def test_intervals_are_told_as_people_write_them(
    scale: str, interval: Interval, words: str
) -> None:
    assert told(scale, interval) == words


bounds = st.floats(allow_nan=False)


@settings(deadline=None)
@given(st.sampled_from(SCALES), st.lists(st.tuples(bounds, bounds), min_size=1, max_size=5))
def test_any_intervals_have_an_axis_in_order(scale: str, pairs: list[tuple[float, float]]) -> None:
    intervals = [Interval(min(pair), max(pair)) for pair in pairs]
    for interval in intervals:
        assert told(scale, interval)
    axis = axis_of(scale, intervals, 6)
    known = sorted(
        bound
        for interval in intervals
        for bound in (interval.low, interval.high)
        if isfinite(bound) and abs(bound) < LARGEST
    )
    if axis is None:
        assert not known
        return
    places = [axis.at(bound) for bound in known]
    assert all(0 <= place <= 1 for place in places)
    assert places == sorted(places)
    ticks = [tick.value for tick in axis.ticks]
    assert all(one < other for one, other in pairwise(ticks))
    assert all(
        axis.low - 1e-6 * abs(axis.low) <= tick <= axis.high + 1e-6 * abs(axis.high)
        for tick in ticks
    )
