"""Plain prose into statements: whom each is about, behind what stands between and before."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, subject

from factcheck.model import Polarity


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "The trams are full, and drivers who rely on them are late.",
            ["The trams are full.", "Drivers rely on them.", "Drivers who rely on them are late."],
        ),
        ("Drivers pay more than they would once.", ["Drivers pay more than they would once."]),
        (
            "Even when the fee is included, the tickets cost £9.",
            ["The tickets cost £9."],
        ),
        (
            "Premiums used to be higher, but the gap has closed.",
            ["Premiums used to be higher.", "The gap has closed."],
        ),
        ("Naps make it harder to fall asleep.", ["Naps make it harder to fall asleep."]),
        ("Blue light keeps you awake.", ["Blue light keeps you awake."]),
    ],
)
def test_who_says_what_in_plain_prose(sentence: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == statements


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("A cup after dinner won't hurt if you drink it slowly.", "A cup after dinner"),
        ("Tea drunk six hours before bedtime reduces sleep.", "Tea drunk six hours before bedtime"),
        ("Sales since the merger have doubled.", "Sales since the merger"),
        ("Sleeping six hours a night doubles the risk.", "Sleeping six hours a night"),
        ("Screen light delays sleep by ten minutes.", "Screen light"),
        ("Heat pumps cut the bill.", "Heat pumps"),
        ("Children under 12 pay £2.", "Children under 12"),
        ("Visitors aged 65 and over pay £3.", "Visitors aged 65 and over"),
        ("The mill burned before the war ended.", "The mill"),
    ],
)
def test_whom_a_verb_further_on_is_about(sentence: str, about: str) -> None:
    assert subject(claims(sentence)[0]) == about


def test_they_are_no_studies() -> None:
    assert subject(last("Studies of foragers show that they sleep six hours.")) == "they"


def test_it_is_harder_to_do_what_follows() -> None:
    found = [claim.text for claim in claims("Long naps annoy people and make it harder to sleep.")]
    assert found[-1] == "Long naps make it harder to sleep."


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Lead, a metal which damages the brain, is banned.", "Lead damages the brain."),
        ("It was sold to Norbo, a firm that also runs two mills.", "Norbo runs two mills."),
        ("Light lowers melatonin, the hormone that makes us sleepy.", "Melatonin makes us sleepy."),
        ("Then there is the battery. It lasts ten years.", "The battery lasts ten years."),
        ("There are two bridges. They were built in 1900.", "Two bridges were built in 1900."),
    ],
)
def test_what_is_brought_up_is_spoken_of(text: str, statement: str) -> None:
    assert statement in [claim.text for claim in claims(text)]


def test_a_denial_joined_by_but() -> None:
    found = claims("The pills work for jet lag but hardly help with insomnia.")
    assert [claim.text for claim in found] == [
        "The pills work for jet lag.",
        "The pills help with insomnia.",
    ]
    assert found[1].negation is not None
    assert found[1].negation.text == "hardly"


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("People who live in the city pay tax.", "People who live in the city pay tax."),
        ("Those who live in the city pay tax.", "Those who live in the city pay tax."),
        ("Clerks who sit near a window work faster.", "Clerks who sit near a window work faster."),
        (
            "A quarter of those who work from home feel lonely.",
            "A quarter of those who work from home feel lonely.",
        ),
    ],
)
def test_several_go_on_behind_their_relative_clause(sentence: str, statement: str) -> None:
    assert statement in [claim.text for claim in claims(sentence)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The crew worked hard. They handed out jackets.", "The crew"),
        ("The guards found a cracked hinge, and it was never repaired.", "a cracked hinge"),
        ("The Orla is old. It could take 180 guests.", "The Orla"),
        ("At 00:21 the bridge was alerted to a fire.", "the bridge"),
    ],
)
def test_whom_the_last_clause_is_about(text: str, about: str) -> None:
    assert subject(last(text)) == about


def test_what_critics_fear_is_theirs() -> None:
    claim = only("Critics fear that young clerks learn less.")
    assert (claim.endorsed, claim.attribution) == (False, "Critics")


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Nor does remote work make people happy.", "Remote work does not make people happy."),
        ("Nor has the bridge been repaired.", "The bridge has not been repaired."),
        ("Neither can the lift be used.", "The lift can not be used."),
        ("Nor are they as green as they seem.", "They are not as green as they seem."),
    ],
)
def test_an_inverted_denial_is_a_denial(sentence: str, statement: str) -> None:
    claim = only(sentence)
    assert (claim.text, claim.polarity) == (statement, Polarity.NEGATED)
    assert claim.quote == sentence.rstrip(".")


def test_what_doing_something_does() -> None:
    found = claims("Keeping more geese harms wild ducks, because they compete for food.")
    assert [claim.text for claim in found] == [
        "Keeping more geese harms wild ducks.",
        "Wild ducks compete for food.",
    ]


def test_a_study_that_found_it_is_no_part_of_it() -> None:
    claim = only("Clerks talk less with others outside their team, a study of 900 clerks found.")
    assert claim.text == "Clerks talk less with others outside their team."


def test_what_one_is_asked_to_do_something_to_is_spoken_of() -> None:
    assert subject(last("Start the server by hand. It listens on port 80.")) == "the server"
