"""Numbers, units, ranges, bounds, shares and ratios; dates and durations have their own file."""

from __future__ import annotations

from math import inf

import pytest
from effort import TWICE, lines

from factcheck.extraction.quantities import Quantity, quantities
from factcheck.lexicon import load

LEXICON = load(["english"])
YEAR = LEXICON.units["year"].factor


def read(text: str) -> list[Quantity]:
    return list(quantities(text, LEXICON))


def only(text: str) -> Quantity:
    found = read(text)
    assert len(found) == 1, [quantity.text for quantity in found]
    return found[0]


def ends(text: str) -> tuple[str, object, object]:
    quantity = only(text)
    return quantity.scale, quantity.interval.low, quantity.interval.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,503 lighthouses", 1503),
        ("2.5 million people", 2.5e6),
        ("two and a half million people", 2.5e6),
        ("half a million people", 5e5),
        ("twenty-one ships", 21),
        ("a dozen eggs", 12),
        ("a couple of keepers", 2),
        ("one hundred and five ships", 105),
        ("three million four hundred thousand ships", 3.4e6),
        ("1.5 × 10^6 cells", 1.5e6),
        ("1.5 x 10⁶ cells", 1.5e6),
        ("3e8 cells", 3e8),
        ("5k runners", 5000),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert ends(text) == ("count", pytest.approx(value), pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("half of adults", 0.5),
        ("two thirds of the patients", 2 / 3),
        ("three-quarters of adults", 0.75),
        ("1 in 5 American adults suffer", 0.2),
        ("one in ten", 0.1),
        ("3 out of 4 doctors", 0.75),
        ("a third of ships", 1 / 3),
        ("31% of women", 0.31),
        ("four per cent", 0.04),
    ],
)
def test_shares(text: str, share: float) -> None:
    assert ends(text) == ("proportion", pytest.approx(share), pytest.approx(share))


def test_the_noun_of_a_count_and_of_a_share() -> None:
    assert only("five lighthouse keepers slept").noun == "keepers"
    assert only("five lighthouse keepers slept").unit == "keepers"
    assert only("20% of the American adults").noun == "adults"
    assert only("one keeper").noun == "keeper"


@pytest.mark.parametrize(
    ("text", "scale", "low", "high"),
    [
        ("5-10 kg", "mass", 5, 10),
        ("from 5 to 10 km", "length", 5_000, 10_000),
        ("between 5 and 10 kg", "mass", 5, 10),
        ("3 kg to 10 kg", "mass", 3, 10),
        ("8- to 16-metre masts", "length", 8, 16),
        ("5–10%", "proportion", 0.05, 0.1),
        ("20 to 30% of adults", "proportion", 0.2, 0.3),
        ("two or three ships", "count", 2, 3),
        ("two to three hundred ships", "count", 200, 300),
        ("5 to 10 million people", "count", 5e6, 1e7),
        ("5 ± 2 kg", "mass", 3, 7),
    ],
)
def test_ranges(text: str, scale: str, low: float, high: float) -> None:
    assert ends(text) == (scale, pytest.approx(low), pytest.approx(high))


def test_a_change_is_two_values_and_no_range() -> None:
    found = read("The share rose from 5% to 10%.")
    assert [quantity.interval.low for quantity in found] == [0.05, 0.1]


@pytest.mark.parametrize(
    ("text", "low", "high", "opened"),
    [
        ("at least 5 ships", 5, inf, (False, False)),
        ("5 or more ships", 5, inf, (False, False)),
        ("more than 300 ships", 300, inf, (True, False)),
        ("fewer than ten ships", 0, 10, (False, True)),
        ("no more than 3 ships", 0, 3, (False, False)),
        ("as many as 200 ships", 0, 200, (False, False)),
        ("≥16", 16, inf, (False, False)),
        ("< 5", 0, 5, (False, True)),
        ("only 5 ships", 5, 5, (False, False)),
    ],
)
def test_bounds(text: str, low: float, high: float, opened: tuple[bool, bool]) -> None:
    interval = only(text).interval
    assert (interval.low, interval.high) == (low, high)
    assert (interval.low_open, interval.high_open) == opened


def test_a_bounded_share_ends_at_all() -> None:
    interval = only("more than half of patients").interval
    assert (interval.low, interval.high, interval.low_open) == (0.5, 1.0, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 300 ships", 270, 330),
        ("about 5 ships", 4, 6),
        ("some 300 ships", 270, 330),
        ("300 or so", 270, 330),
        ("nearly 90 ships", 81, 90),
    ],
)
def test_approximations_widen(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.interval.low, quantity.interval.high) == (low, high)
    assert quantity.approximate


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("£1,200", "money:GBP", 1200),
        ("$5 million", "money:USD", 5e6),
        ("5 million dollars", "money:USD", 5e6),
        ("€3bn", "money:EUR", 3e9),
        ("US$ 40", "money:USD", 40),
        ("USD 300", "money:USD", 300),
        ("95 feet", "length", 28.956),
        ("10 nautical miles", "length", 18_520),
        ("5 ft 11 in", "length", 1.8034),
        ("5 square miles", "area", 1.2949940551e7),
        ("30 km²", "area", 3e7),
        ("3.2 kWh", "energy", 1.152e7),
        ("5 GB", "data", 5e9),
        ("36 km/h", "speed", 10),
        ("100 m s-1", "speed", 100),
        ("-5 °C", "temperature", 268.15),
        ("minus 5 degrees Celsius", "temperature", 268.15),
        ("5 percentage points", "unit:percentage point", 5),
    ],
)
def test_units(text: str, scale: str, value: float) -> None:
    assert ends(text) == (scale, pytest.approx(value), pytest.approx(value))


@pytest.mark.parametrize(
    "text", ["It warmed by 3.6 °F.", "a rise of 2 °C", "2 degrees Celsius above the old level"]
)
def test_a_difference_in_temperature_is_no_temperature(text: str) -> None:
    assert ends(text) == ("unit:kelvin", pytest.approx(2), pytest.approx(2))


def test_a_conversion_in_parentheses_is_a_quantity_of_its_own() -> None:
    feet, metres = read("It stands 95 feet (29 m) tall.")
    assert feet.interval.low == pytest.approx(metres.interval.low, rel=0.01)
    assert feet.text == "95 feet"
    assert metres.text == "29 m"


def test_a_list_shares_its_last_unit() -> None:
    assert [round(q.interval.low * 1e6) for q in read("doses of 5, 10 and 15 mg")] == [5, 10, 15]


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("5 mg per day", "mass/day", 5e-6),
        ("five litres a day", "volume/day", 0.005),
        ("twice a day", "count/day", 2),
        ("3 times a week", "count/day", 3 / 7),
        ("once daily", "count/day", 1),
        ("every 6 hours", "count/day", 4),
        ("every other day", "count/day", 0.5),
        ("12 per 100,000 people", "count/count", 12e-5),
        ("3 ships per harbour", "count/harbour", 3),
    ],
)
def test_rates_have_scales_of_their_own(text: str, scale: str, value: float) -> None:
    assert ends(text) == (scale, pytest.approx(value), pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two to five times the dose", 2, 5),
        ("twice as many", 2, 2),
        ("double the dose", 2, 2),
        ("threefold", 3, 3),
        ("five-fold", 5, 5),
        ("a factor of ten", 10, 10),
        ("2:1", 2, 2),
        ("10x", 10, 10),
    ],
)
def test_ratios(text: str, low: float, high: float) -> None:
    assert ends(text) == ("ratio", low, high)


def test_ordinals() -> None:
    assert ends("the third lighthouse") == ("ordinal", 3, 3)
    assert ends("the 21st ship") == ("ordinal", 21, 21)
    assert only("the third lighthouse").noun == "lighthouse"


def test_words_for_shares() -> None:
    most = only("Most patients improved.")
    assert (most.interval.low, most.interval.high, most.interval.low_open) == (0.5, 1.0, True)
    assert most.noun == "patients"
    assert read("It is the most effective.") == []


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread.",
        "It is listed in Schedule III under Article 5.",
        "They trained GPT-4 on it.",
        "Then Apollo 11 landed.",
        "See section 3.2 and Figure 2.",
        "As shown before [12].",
        "As shown before [3, 7-9].",
        "Call 555-123-4567 now.",
        "Call +44 20 7946 0958 now.",
        "ISBN 978-3-16-148410-0",
        "Use version 3.11.2 of it.",
        "It is open 24/7.",
        "One of the keepers saw it.",
        "This one and no other helps one another.",
        "They may march on.",
        "It was found (Miller, 1998).",
    ],
)
def test_no_quantities(text: str) -> None:
    assert read(text) == []


def test_one_counts_before_a_noun_or_after_a_bound() -> None:
    assert only("one keeper slept").interval.low == 1
    assert only("at least one slept").interval.high == inf


@pytest.mark.parametrize(
    "pattern",
    ["1,", "1 ", "-", "7", "1-", "1.", "$", "±", "a ", "of ", "1/", "(1", "[1,", "1990, ",
     "1 in ", "one ", "1:", "5 kg and "],
)  # fmt: skip
def test_work_grows_with_the_length_of_a_text(pattern: str) -> None:
    def work(times: int) -> int:
        return lines(lambda: quantities(pattern * times, LEXICON))

    assert work(1_000) <= TWICE * work(500)


@pytest.mark.parametrize(
    "text", ["The side won 26-1.", "A 2–2 draw followed.", "They lost 3-6, 4-6.", "It fell 30–12."]
)
def test_scores_are_no_ranges(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize("text", ["The side won 3-5 games.", "It takes 3-5 hours.", "10-12 came."])
def test_ranges_begin_with_the_smaller_number(text: str) -> None:
    found = only(text).interval
    assert found.low < found.high


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("fell by up to a third", 1 / 3),
        ("rose by as much as a quarter", 0.25),
        ("rose by up to a fifth", 0.2),
    ],
)
def test_a_part_that_is_reached(text: str, high: float) -> None:
    found = only(text)
    assert found.scale == "proportion"
    assert found.interval.high == pytest.approx(high)


@pytest.mark.parametrize("text", ["sold by a third party", "went up to a third person"])
def test_a_third_one_is_no_part(text: str) -> None:
    assert all(quantity.scale != "proportion" for quantity in read(text))


@pytest.mark.parametrize(("text", "pounds"), [("79p", 0.79), ("150p", 1.5)])
def test_pence(text: str, pounds: float) -> None:
    found = only(text)
    assert found.scale == "money:GBP"
    assert found.interval.low == pytest.approx(pounds)


@pytest.mark.parametrize("text", ["shown in 1080p", "it has 340 p. of text"])
def test_p_is_not_always_pence(text: str) -> None:
    assert all(quantity.scale != "money:GBP" for quantity in read(text))


@pytest.mark.parametrize(
    ("text", "low", "high"), [("children under 12 swim", 0, 12), ("adults over 65 walk", 65, inf)]
)
def test_people_under_or_over_an_age(text: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.scale, found.unit) == ("duration", "age")
    assert (found.interval.low, found.interval.high) == pytest.approx((low * YEAR, high * YEAR))
