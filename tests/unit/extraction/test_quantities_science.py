"""Quantities as reports of measurements write them: units, signs, statistics, names, spans."""

from __future__ import annotations

from math import inf

import pytest
from effort import TWICE, lines

from factcheck.extraction.quantities import STATISTIC, Quantity, quantities
from factcheck.lexicon import load

LEXICON = load(["english"])


def read(text: str) -> list[Quantity]:
    return list(quantities(text, LEXICON))


def texts(text: str) -> list[str]:
    return [one.text for one in read(text)]


def only(text: str) -> Quantity:
    found = read(text)
    assert len(found) == 1, [quantity.text for quantity in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("a 10 wt.% solution", "proportion", 0.1),
        ("80 vol% of it", "proportion", 0.8),
        ("2% w/v of salt", "proportion", 0.02),
        ("4 × 105 kg of ore", "mass", 4e5),
        ("2.5×1011 cells", "count", 2.5e11),
        ("5 × 100 m", "length", 100.0),
        ("1200 cm−3.", "count/volume", 1.2e9),
        ("heated to 6500 K for long", "temperature", 6500.0),
        ("120 kg N ha−1", "mass/area", 0.012),
        ("5 emu mol−1", "unit:emu/unit:mole", 5.0),
        ("a field of 3 nT", "unit:tesla", 3e-9),
        ("rocks of 55 Ma", "duration", 55e6 * 31556952),
        ("at 48°30′36″N", "unit:latitude", 48.51),
        ("at 54° S", "unit:latitude", -54.0),
        ("at 12 °W", "unit:longitude", -12.0),
        ("a 30° slope", "unit:degree", 30.0),
        ("turned 30 degrees east of north", "unit:degree", 30.0),
        ("T = − 10 K", "temperature", -10.0),
        ("a change of +1%", "proportion", 0.01),
        ("every 6 hours", "count/day", 4.0),
        ("a debt of $2.5T now", "money:USD", 2.5e12),
        ("it cost £5M", "money:GBP", 5e6),
        ("g is 9.8 m s−2", "unit:metre per second squared", 9.8),
        ("it fell at 3 km/s2", "unit:metre per second squared", 3000.0),
        ("4 km cubed", "volume", 4e9),
        ("12 metres squared", "area", 12.0),
        ("5 W m−2 K−1", "unit:W/area/temperature", 5.0),
        ("3 μbar", "unit:pascal", 0.3),
        ("10⁶ cells", "count", 1e6),
        ("10−4 of it", "count", 1e-4),
        ("a gradient that was 1:10", "ratio", 0.1),
    ],
)
def test_units_and_signs(text: str, scale: str, value: float) -> None:
    found = read(text)[-1]
    assert found.scale == scale
    assert found.interval.low == pytest.approx(value)
    assert found.interval.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("accurate to ±5 m", -5.0, 5.0),
        ("from 10° to 20° W", -20.0, -10.0),
        ("≳ 40 m", 40.0, inf),
        ("≲ 40 m", 0.0, 40.0),
        ("upto 40 m", 0.0, 40.0),
        ("(1.2–3.4) × 10⁵ cells", 1.2e5, 3.4e5),
        ("(4 ± 1)×10-3 m", 0.003, 0.005),
        ("∼−20 to −30‰", -0.033, -0.018),
        ("at least every 5 days", 0.2, inf),
        ("open every day", 1.0, inf),
        ("it opens daily.", 1.0, inf),
        ("once every day", 1.0, 1.0),
    ],
)
def test_bounds(text: str, low: float, high: float) -> None:
    interval = only(text).interval
    assert interval.low == pytest.approx(low)
    assert interval.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("It was clear (p < 0.05).", 0.0, 0.05, "< 0.05"),
        ("The fall was small (d = 0.31).", 0.31, 0.31, "= 0.31"),
        ("It was not (P = .4).", 0.4, 0.4, ".4"),
        ("At a 95% confidence level it held.", 0.95, 0.95, "95%"),
        ("The ratio (95% CI 1.2–3.4) rose.", 1.2, 3.4, "1.2–3.4"),
        ("The ratio (95% CI: -1.2, 3.4) rose.", -1.2, 3.4, "-1.2, 3.4"),
        ("It rose (confidence interval, 5% to 9%).", 5.0, 9.0, "5% to 9%"),
    ],
)
def test_statistics_stand_apart(text: str, low: float, high: float, words: str) -> None:
    found = read(text)[-1]
    assert (found.scale, found.text) == (STATISTIC, words)
    assert (found.interval.low, found.interval.high) == (low, high)


def test_a_confidence_level_lends_no_unit_to_the_value_before_it() -> None:
    value, level, bounds = read("The odds ratio was 2.3, 95% CI 1.1 to 4.2.")
    assert (value.text, value.scale, value.unit) == ("2.3", "count", "")
    assert (level.scale, bounds.scale) == (STATISTIC, STATISTIC)


@pytest.mark.parametrize(
    ("text", "scales"),
    [
        ("5, 10 and 15 mg", ["mass", "mass", "mass"]),
        ("20 × 30 cm", ["length", "length"]),
        ("5 vs. 6 kg", ["mass", "mass"]),
        ("5, 10 mg", ["count", "mass"]),
    ],
)
def test_the_end_of_a_list_lends_its_unit(text: str, scales: list[str]) -> None:
    assert [one.scale for one in read(text)] == scales


@pytest.mark.parametrize(
    "text",
    [
        "Samples 1 and 2 were dry.",
        "In week 12 it rained.",
        "They drilled at site 714 first.",
        "Its formula is Mg(OH)2 there.",
        "We made poly(2,5-oxide) of it.",
        "It grew (F(2, 7.1) was large).",
        "It lasts ha−1 and no more.",
        "The {100} planes slip.",
        "The code is 007 here.",
        "A two-dimensional model and a three-way valve.",
        "According to Zimmer (1974) it leaks.",
        "Lind and Weber (2000) agree.",
        "Lind (2001) reported leaks.",
        "They stood at ground-zero.",
    ],
)
def test_names_and_formulas_are_no_quantities(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That year 12 ships sank.", ["12 ships"]),
        ("In the group 12 patients fell ill.", ["12 patients"]),
        ("We test 10 pumps.", ["10 pumps"]),
        ("The bridge (1932) stands.", ["1932"]),
        ("A three-quarters majority won.", ["three-quarters"]),
    ],
)
def test_what_looks_like_a_name_and_counts(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "number", "numeral"),
    [
        ("12 or more old ships", "12 or more", True),
        ("5 km of road", "5 km", True),
        ("three people per boat", "three people per boat", True),
        ("about every 2 weeks", "about every 2 weeks", True),
        ("most ships sank", "most", False),
        ("it doubled", "doubled", False),
        ("several ships", "several", False),
    ],
)
def test_the_number_without_what_it_counts(text: str, number: str, numeral: bool) -> None:
    found = only(text)
    assert (text[found.start : found.number_end], found.numeral) == (number, numeral)


@pytest.mark.parametrize(
    "piece",
    ["5 ", "1, ", "5 ± ", "5 × 106 ", "(", "p < ", "95% CI ", "5° ", "1°2′3″", "week 1, ", "every ",
     "of ", "x−1 ", "two-", "A (1999", "ha−", "~ ", "at least ", "5-", "1/2 "],
)  # fmt: skip
def test_work_grows_with_the_length_of_the_text(piece: str) -> None:
    def work(times: int) -> int:
        return lines(lambda: read(piece * times))

    assert work(1_000) <= TWICE * work(500)
