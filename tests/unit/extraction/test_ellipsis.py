"""Halves of a sentence that leave out their verb."""

from __future__ import annotations

import pytest
from claim_reading import claims

from factcheck.model import Polarity


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "A single ticket costs £2.20 and a day ticket £5.",
            ["A single ticket costs £2.20.", "A day ticket costs £5."],
        ),
        (
            "Adults pay £8, children £3 and pensioners £5.",
            ["Adults pay £8.", "Children pay £3.", "Pensioners pay £5."],
        ),
        (
            "The mast is 29 metres high and the annex 12 metres.",
            ["The mast is 29 metres high.", "The annex is 12 metres high."],
        ),
        (
            "The museum opened in 1936 and the library in 1950.",
            ["The museum opened in 1936.", "The library opened in 1950."],
        ),
        (
            "The first ferry leaves at 5.40, the last at 23.15.",
            ["The first ferry leaves at 5.40.", "The last leaves at 23.15."],
        ),
    ],
)
def test_a_half_without_its_verb_is_a_statement(sentence: str, statements: list[str]) -> None:
    found = claims(sentence)
    assert [claim.text for claim in found] == statements
    assert all(claim.quote in sentence for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The hotel has 40 rooms and 12 suites.",
        "The road is 5 km long and 3 m wide.",
        "The firm sold the mill in 1936 and the forge in 1950.",
        "Prices rose by 5 % in May and 7 % in June.",
        "The firm employs 40 people in Oslo and 12 people in Bergen.",
        "It weighs 5 kg and the owner of 3 dogs carries it.",
    ],
)
def test_nothing_is_supplied_where_nothing_is_left_out(sentence: str) -> None:
    verbs = [claim.text for claim in claims(sentence)]
    assert all("mill sold" not in text and "forge sold" not in text for text in verbs)
    assert len(verbs) == len({claim.span for claim in claims(sentence)})
    assert " ".join(verbs).count(" sold ") <= 1
    assert not any(text.startswith(("12 ", "7 ", "3 m")) for text in verbs)


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "The stall opens on Fridays, not on Sundays.",
            ["The stall opens on Fridays.", "The stall opens not on Sundays."],
        ),
        (
            "The vaccine works in adults but not in infants.",
            ["The vaccine works in adults.", "The vaccine works not in infants."],
        ),
        (
            "The hull is made of steel, not of oak.",
            ["The hull is made of steel.", "The hull is not made of oak."],
        ),
        (
            "The canteen serves tea, not coffee.",
            ["The canteen serves tea.", "The canteen serves not coffee."],
        ),
        ("The gate is green, not blue.", ["The gate is green.", "The gate is not blue."]),
        (
            "The mill was drawn by Ida Holm, not by Jan Roos.",
            ["The mill was drawn by Ida Holm.", "The mill was not drawn by Jan Roos."],
        ),
    ],
)
def test_what_is_denied_in_contrast_is_denied_of_the_same(
    sentence: str, statements: list[str]
) -> None:
    found = claims(sentence)
    assert [claim.text for claim in found] == statements
    assert [claim.polarity for claim in found] == [Polarity.AFFIRMED, Polarity.NEGATED]
    assert all(claim.quote in sentence for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The stall opens on Fridays, not only on Sundays.",
        "The mill, not the forge, was sold.",
        "The heirs wanted to sell the mill, not the forge.",
        "The guide says that the stall opens on Fridays, not on Sundays.",
        "The ferry calls at Port Ness, not far from the fort.",
        "The mill was sold, not because of its debts.",
    ],
)
def test_a_contrast_with_something_else_denies_nothing(sentence: str) -> None:
    assert [claim.polarity for claim in claims(sentence)] == [Polarity.AFFIRMED]
