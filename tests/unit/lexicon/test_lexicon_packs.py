"""The packs that come with factcheck: valid, broad, and at peace with themselves."""

from itertools import combinations

import pytest
from attrs import fields

from factcheck.lexicon import Lexicon, builtin_packs, check, load
from factcheck.lexicon.merging import WORD_LISTS

ENGLISH = load(["english"])
DIMENSIONS = sorted({degree.dimension for found in ENGLISH.degrees.values() for degree in found})


@pytest.mark.parametrize("pack", builtin_packs())
def test_a_built_in_pack_is_valid(pack: str) -> None:
    assert check(pack) == []


@pytest.mark.parametrize("packs", [["english"], builtin_packs()], ids=["english", "all"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("increases", "decreases"),
        ("increases", "unchanged"),
        ("decreases", "unchanged"),
        ("improves", "worsens"),
        ("negators", "not_negative"),
        ("negative_determiners", "not_negative"),
        ("negative_determiners", "negators"),
        ("negative_prepositions", "not_negative"),
        ("negative_verbs", "decreases"),
        ("hedges", "negators"),
    ],
)
def test_no_word_is_in_two_lists_that_exclude_each_other(
    packs: list[str], one: str, other: str
) -> None:
    lexicon = load(packs)
    assert sorted(getattr(lexicon, one) & getattr(lexicon, other)) == []


def test_english_knows_something_of_every_kind() -> None:
    # Garbled terms are what the spun-text pack is for.
    empty = [
        entry.name
        for entry in fields(Lexicon)
        if entry.name != "garbled" and not getattr(ENGLISH, entry.name)
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("negators", 60),
        ("negative_verbs", 20),
        ("not_negative", 120),
        ("hedges", 250),
        ("reporting_verbs", 120),
        ("reporting_nouns", 120),
        ("distancing", 200),
        ("inventions", 20),
        ("reports", 15),
        ("falsehoods", 30),
        ("truths", 8),
        ("measures", 20),
        ("contrasts", 25),
        ("leading", 15),
        ("usual", 8),
        ("describing", 50),
        ("effects", 20),
        ("background", 40),
        ("frames", 60),
        ("promotional", 100),
        ("advice", 50),
        ("generic", 150),
        ("increases", 150),
        ("decreases", 150),
        ("improves", 60),
        ("worsens", 60),
        ("undesirable", 150),
        ("degrees", 1200),
        ("proportions", 300),
        ("units", 900),
        ("numbers", 35),
    ],
)
def test_english_covers_more_than_a_sample(name: str, least: int) -> None:
    assert len(getattr(ENGLISH, name)) >= least


@pytest.mark.parametrize("name", WORD_LISTS)
def test_phrases_fit_the_window_in_which_consumers_look(name: str) -> None:
    longest = 6 if name in {"distancing", "garbled"} else 8
    assert [word for word in sorted(getattr(ENGLISH, name)) if len(word.split()) > longest] == []


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_dimension_has_opposites_and_their_bands_lie_apart(dimension: str) -> None:
    bands = sorted(
        {
            (degree.low, degree.high)
            for found in ENGLISH.degrees.values()
            for degree in found
            if degree.dimension == dimension
        }
    )
    low = [band for band in bands if band[1] <= 0.4]
    high = [band for band in bands if band[0] >= 0.6]
    assert low and high
    assert max(band[1] for band in low) < min(band[0] for band in high)


@pytest.mark.parametrize(
    ("dimension", "low", "high"),
    [
        ("amount", "low", "high"),
        ("amount", "negligible", "considerable"),
        ("speed", "slow", "rapid"),
        ("speed", "gradually", "quickly"),
        ("severity", "mild", "severe"),
        ("strength", "weak", "powerful"),
        ("size", "tiny", "large"),
        ("height", "low", "tall"),
        ("length", "short", "long"),
        ("width", "narrow", "broad"),
        ("weight", "light", "heavy"),
        ("age", "new", "ancient"),
        ("cost", "cheap", "expensive"),
        ("quality", "poor", "excellent"),
        ("safety", "dangerous", "safe"),
        ("difficulty", "easy", "hard"),
        ("importance", "trivial", "crucial"),
        ("effectiveness", "useless", "effective"),
        ("frequency", "rare", "common"),
        ("temperature", "cold", "hot"),
        ("distance", "near", "remote"),
        ("depth", "shallow", "deep"),
        ("certainty", "doubtful", "inevitable"),
        ("popularity", "unpopular", "popular"),
        ("complexity", "simple", "complicated"),
        ("duration", "brief", "permanent"),
        ("density", "sparse", "dense"),
        ("brightness", "dim", "bright"),
        ("loudness", "quiet", "deafening"),
        ("wealth", "poor", "wealthy"),
        ("addictiveness", "non-addictive", "addictive"),
        ("legality", "illegal", "lawful"),
        ("necessity", "optional", "mandatory"),
    ],
)
def test_opposites_stand_apart(dimension: str, low: str, high: str) -> None:
    on = {
        word: next(d for d in ENGLISH.degrees[word] if d.dimension == dimension)
        for word in (low, high)
    }
    assert on[low].high < on[high].low


def test_antonyms_on_one_dimension_stand_apart() -> None:
    lexicon = load()
    touching = sorted(
        (word, other, ours.dimension)
        for word, others in lexicon.antonyms.items()
        for other in others
        for ours in lexicon.degrees.get(word, ())
        for theirs in lexicon.degrees.get(other, ())
        if ours.dimension == theirs.dimension
        and ours.low <= theirs.high
        and theirs.low <= ours.high
    )
    assert touching == []


def test_synonyms_on_one_dimension_meet() -> None:
    lexicon = load()
    apart = sorted(
        (word, canonical, ours.dimension)
        for word, canonical in lexicon.synonyms.items()
        for ours in lexicon.degrees.get(word, ())
        for theirs in lexicon.degrees.get(canonical, ())
        if ours.dimension == theirs.dimension and (ours.high < theirs.low or theirs.high < ours.low)
    )
    assert apart == []


def test_no_synonym_changes_the_direction() -> None:
    lexicon = load()
    opposite = sorted(
        (word, canonical)
        for word, canonical in lexicon.synonyms.items()
        for up, down in [
            (lexicon.increases, lexicon.decreases),
            (lexicon.improves, lexicon.worsens),
        ]
        if (word in up and canonical in down) or (word in down and canonical in up)
    )
    assert opposite == []


LADDERS = [
    ["never", "often"],
    ["never", "always"],
    ["rarely", "often"],
    ["rarely", "always"],
    ["rarely", "usually"],
    ["sometimes", "always"],
    ["occasionally", "usually"],
    ["none", "some", "all"],
    ["none", "half", "all"],
    ["hardly any", "many"],
    ["few", "most"],
    ["minority", "majority"],
    ["less than half", "the majority of"],
    ["not all", "all"],
    ["not always", "invariably"],
]


@pytest.mark.parametrize("ladder", LADDERS, ids=" < ".join)
def test_shares_that_exclude_each_other_stand_apart(ladder: list[str]) -> None:
    for lower, upper in combinations(ladder, 2):
        assert ENGLISH.proportions[lower][1] < ENGLISH.proportions[upper][0]


@pytest.mark.parametrize(
    ("number", "unit", "scale", "expected"),
    [
        (2, "hours", "duration", 7200),
        (1, "day", "duration", 86_400),
        (1, "year", "duration", 365.2425 * 86_400),
        (12, "months", "duration", 365.2425 * 86_400),
        (26.2, "miles", "length", 42_164.8128),
        (6, "ft", "length", 1.8288),
        (1, "light-year", "length", 9.4607304725808e15),
        (1, "acre", "area", 4046.8564224),
        (1, "km²", "area", 1e6),
        (1, "gallon", "volume", 3.785411784e-3),
        (500, "mL", "volume", 0.0005),
        (70, "mg", "mass", 7e-5),
        (16, "ounces", "mass", 0.45359237),
        (37, "°C", "temperature", 310.15),
        (98.6, "°F", "temperature", 310.15),
        (-40, "degrees Fahrenheit", "temperature", 233.15),
        (100, "km/h", "speed", 27.7777777),
        (60, "mph", "speed", 26.8224),
        (1, "kWh", "energy", 3.6e6),
        (100, "hp", "power", 74_569.98715),
        (8, "bits", "data", 1),
        (5, "GB", "data", 5e9),
        (50, "%", "proportion", 0.5),
        (3, "€", "money:EUR", 3),
        (3, "dollars", "money:USD", 3),
        (50, "pence", "money:GBP", 0.5),
        (760, "mmHg", "unit:pascal", 101_325),
        (180, "degrees", "unit:degree", 180),
        (2.4, "GHz", "unit:hertz", 2.4e9),
    ],
)
def test_units_convert(number: float, unit: str, scale: str, expected: float) -> None:
    found = ENGLISH.units[unit]
    assert found.scale == scale
    assert number * found.factor + found.offset == pytest.approx(expected, rel=1e-6)


def test_singular_and_plural_unit_words_mean_the_same() -> None:
    different = [
        word
        for word, unit in ENGLISH.units.items()
        if len(word) > 3 and word + "s" in ENGLISH.units and ENGLISH.units[word + "s"] != unit
    ]
    assert different == []


def test_every_month_has_a_name_and_an_abbreviation() -> None:
    assert sorted(set(ENGLISH.months.values())) == list(range(1, 13))
    for name, number in ENGLISH.months.items():
        assert ENGLISH.months[name[:3]] == number


def test_number_words_count() -> None:
    by_value = {value: word for word, value in ENGLISH.numbers.items()}
    assert set(range(21)) <= set(by_value)
    assert set(range(10, 101, 10)) <= set(by_value)
    assert ENGLISH.numbers["thirteen"] == 13
    assert ENGLISH.numbers["ninety"] == 90
    assert ENGLISH.numbers["billion"] == 10**9


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        # "the town lies far from the coast", "larger than previously thought"
        ("negative_prepositions", "far from"),
        ("distancing", "previously thought"),
        ("distancing", "once believed"),
        # "engineers look for leaks", "stored as potential energy"
        ("advice", "look for"),
        ("hedges", "potential"),
        # "a kind of protein", "a breakthrough in 1953", "two in five", "the team won"
        ("hedges", "kind of"),
        ("promotional", "breakthrough"),
        ("units", "in"),
        ("units", "won"),
    ],
)
def test_words_of_plain_statements_are_no_cues(name: str, phrase: str) -> None:
    assert phrase not in getattr(ENGLISH, name)
