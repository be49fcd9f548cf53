"""Whom or what a clause is about, and what is no subject."""

from __future__ import annotations

import pytest
from claim_reading import claims, only, saying, subject


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("It was Orde who designed the lighthouse.", "Orde"),
        (
            "It was Fleming who discovered penicillin.",
            "Fleming",
        ),
    ],
)
def test_a_cleft_is_about_whom_it_points_at(sentence: str, about: str) -> None:
    assert [subject(claim) for claim in claims(sentence)] == [about]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is vital to rinse the rice.",
        "It is hard for barges to reach the quay.",
        "There are four moons around the planet.",
        "There is no water on the asteroid.",
    ],
)
def test_an_expletive_is_no_subject(sentence: str) -> None:
    claim = only(sentence)
    assert claim.subject is None
    assert claim.text == sentence


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The turbine turns slowly and produces two megawatts.", "produces"),
        ("The enzyme was isolated in 1926 and crystallised in 1930.", "crystallised"),
        ("The tower was designed by Ruiz and built by prisoners.", "built by"),
    ],
)
def test_coordinate_predicates_share_their_subject(sentence: str, verb: str) -> None:
    first = claims(sentence)[0]
    assert subject(saying(sentence, verb)) == subject(first)


def test_what_takes_effect_is_a_thing_and_what_takes_time_is_not() -> None:
    drug = claims("Orlatin is a drug. It takes effect within 7 minutes.")[-1]
    assert drug.subject is not None
    assert drug.subject.text == "Orlatin"
    assert claims("The mill is large. It took about two years to build.")[-1].text.startswith("It")
