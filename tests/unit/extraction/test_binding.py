"""Quantities and degrees, and what each is the value of."""

from __future__ import annotations

import pytest
from claim_reading import LEXICON, claims, only, wrong

from factcheck.lexicon.terms import Terms
from factcheck.model import Claim, Polarity, Value

TERMS = Terms(LEXICON)


def value(claim: Claim, scale: str) -> Value:
    found = [value for value in claim.values if value.scale == scale]
    assert len(found) == 1, [(value.scale, value.text) for value in claim.values]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The ferry crosses the strait within two hours.", "latency"),
        ("Relief comes in minutes.", "latency"),
        ("The paint is dry after two days.", "latency"),
        ("The seeds had ten days to sprout.", "latency"),
        ("The resin gets hours or even days to harden.", "latency"),
        ("Symptoms improve after two weeks.", "latency"),
        ("The exhibition lasted for six months.", "extent"),
        ("The effect lasts for several days.", "extent"),
        ("The siege went on for three years.", "extent"),
        ("The flight lasts nine hours.", "extent"),
        ("The mine closed ten years ago.", "past"),
        pytest.param(
            "The comet returns every 76 years.",
            "interval",
            marks=wrong("“every 76 years” is read as a count a day"),
        ),
    ],
)
def test_how_long_until_and_how_long_it_goes_on(sentence: str, role: str) -> None:
    assert value(only(sentence), "duration").attribute[0] == role


@pytest.mark.parametrize(
    ("sentence", "scale", "attribute"),
    [
        ("The wall is 29 m tall.", "length", "height"),
        ("The tower has a height of 41 metres.", "length", "height"),
        ("The train reaches a speed of 300 km/h.", "speed", "speed"),
        ("The ticket costs 12 euros.", "money:EUR", "cost"),
        ("The telescope weighs two tonnes.", "mass", "weigh"),
        ("The lighthouse was built in 1877.", "date", "build"),
        ("The mayor was elected in May 2014.", "date", "elect"),
        ("The population of the town is 12,000.", "count", "population"),
        ("The choir has forty members.", "count", "member"),
        ("The number of mills in the valley is 31.", "count", "mill"),
        ("The height of the dam is put at 80 metres.", "length", "height"),
        ("About 40 % of the forest burned.", "proportion", "forest"),
        ("Most voters supported the plan.", "proportion", "voter"),
        ("The tunnel cost nine billion pounds.", "money:GBP", "cost"),
    ],
)
def test_what_a_quantity_measures(sentence: str, scale: str, attribute: str) -> None:
    assert TERMS.of(attribute) in value(only(sentence), scale).attribute


@pytest.mark.parametrize(
    ("sentence", "dimension", "of"),
    [
        ("The rail link is expensive.", "cost", "link"),
        ("The glue dries quickly.", "speed", "dry"),
        ("Inflation remained high.", "amount", "inflation"),
        ("The vaccine is safe.", "safety", "vaccine"),
        ("The crater is young.", "age", "crater"),
    ],
)
def test_degrees(sentence: str, dimension: str, of: str) -> None:
    found = value(only(sentence), "degree")
    assert found.attribute == (dimension, TERMS.of(of))
    assert 0 <= found.interval.low < found.interval.high <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The expensive link was closed.",
        "Diesel is less expensive than petrol.",
        "The Great Lakes froze.",
    ],
)
def test_no_degree_is_stated(sentence: str) -> None:
    assert not [v for claim in claims(sentence) for v in claim.values if v.scale == "degree"]


def test_a_value_belongs_to_the_statement_it_stands_in() -> None:
    found = {claim.text: [v.text for v in claim.values] for claim in claims(
        "The enzyme was isolated in 1926 and crystallised in 1930.")}  # fmt: skip
    assert list(found.values()) == [["1926"], ["1930"]]


def test_values_quote_their_source() -> None:
    text = "The bridge (built in 1901) spans about 300 metres and carries 40 % of the traffic."
    for claim in claims(text):
        for found in claim.values:
            assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    "sentence",
    ["The parcel takes days rather than weeks.", "The parcel takes days, not weeks."],
)
def test_what_a_quantity_is_not_is_no_value(sentence: str) -> None:
    affirmed = [claim for claim in claims(sentence) if claim.polarity is Polarity.AFFIRMED]
    assert [value(claim, "duration").text for claim in affirmed] == ["days"]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("The new pump uses 30 % less water.", "difference water pump"),
        ("The new pump uses 30 % less", "difference less pump"),
        ("Patients on the drug slept 20 % more", "difference more patient"),
        ("The branch line sold 12 % fewer", "difference fewer line"),
    ],
)
def test_what_a_difference_is_of_may_be_left_out(sentence: str, of: str) -> None:
    assert " ".join(value(only(sentence), "proportion").attribute) == of


@pytest.mark.parametrize(
    ("sentence", "scale", "of", "held"),
    [
        ("Guests face a walk of 25 minutes.", "duration", "duration", "walk"),
        ("The firm offers a 25-minute walk.", "duration", "extent walk", "walk"),
        ("The club bought a 40-seat coach.", "count", "seat", "coach"),
        ("The shop sells a candle for £4.", "money:GBP", "cost", "candl"),
        ("The county spent £3 million on the canal.", "money:GBP", "cost", "canal"),
        ("The walk takes 25 minutes.", "duration", "latency", ""),
        ("The 40-seat coach is red.", "count", "seat", ""),
        ("The study ran over a period of 20 years.", "duration", "extent", ""),
        ("Storms follow cycles of 60 years.", "duration", "duration", ""),
    ],
)
def test_a_measure_may_be_of_what_is_no_subject(
    sentence: str, scale: str, of: str, held: str
) -> None:
    read = value(only(sentence), scale)
    assert (" ".join(read.attribute), " ".join(read.holder)) == (of, held)


@pytest.mark.parametrize(
    ("sentence", "scale", "of"),
    [
        ("The canal was built for £3 million.", "money:GBP", "cost"),
        ("The coach seats 40 guests.", "count", "guest seat"),
        ("The hall has room for 40 guests.", "count", "guest capac"),
        ("The hall can hold 40 guests.", "count", "guest capac"),
        ("The hall holds 40 guests.", "count", "guest"),
        ("The beacon can be seen from 12 miles.", "length", "rang"),
        ("The beacon is visible from 12 miles.", "length", "rang"),
        ("The beacon was seen from 12 miles.", "length", "see"),
        ("The ferry runs every ten minutes.", "count/day", "interval"),
        ("The ferry runs twice a day.", "count/day", "interval"),
    ],
)
def test_prices_capacities_ranges_and_intervals_have_one_name(
    sentence: str, scale: str, of: str
) -> None:
    assert " ".join(value(only(sentence), scale).attribute) == of


@pytest.mark.parametrize(
    "sentence",
    ["The mast is 29 metres tall.", "The mast is six years old.", "The mast fell short of it."],
)
def test_a_measured_adjective_is_no_degree(sentence: str) -> None:
    assert not [value for value in only(sentence).values if value.scale == "degree"]


def test_a_share_of_what_a_pronoun_stands_for_is_none_of_its_verb() -> None:
    found = claims("Yeasts make alcohol. The drink contains 1 per cent of it.")[-1]
    assert "contain" not in value(found, "proportion").attribute


def test_a_value_is_of_what_a_pronoun_stands_for() -> None:
    found = claims("The reserve of the county shrank. It had fallen to 24 %.")[-1]
    assert "reserv" in value(found, "proportion").attribute
