"""What increases, decreases or stays as it is."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, wrong

from factcheck.model import Claim, Direction

UP, DOWN, SAME = Direction.INCREASES, Direction.DECREASES, Direction.UNCHANGED


def changes(claim: Claim) -> set[tuple[Direction, str, bool]]:
    return {(change.direction, " ".join(change.of), change.negated) for change in claim.changes}


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        # verbs
        ("Salt raises blood pressure.", UP, "blood pressur"),
        ("The subsidy reduced the price of bread.", DOWN, "price bread"),
        ("The fertiliser boosts growth.", UP, "grow"),
        ("Unemployment rose sharply in 1931.", UP, "unemploy"),
        ("Trade declined.", DOWN, "trade"),
        ("The number of bees has fallen.", DOWN, "bee"),
        ("The price of rice doubled in 2008.", UP, "rice price"),
        # passives
        ("Wages were increased by the union.", UP, "wage"),
        ("The fine was reduced by the court.", DOWN, "fine"),
        # nouns
        ("The reform led to an increase in wages.", UP, "wage"),
        ("The city experienced a rise in rents.", UP, "rent"),
        ("The tax brought a reduction of waste.", DOWN, "wast"),
        # for better and worse
        ("The ointment improves the pain.", DOWN, "pain"),
        ("The therapy improves memory.", UP, "memori"),
        ("The diet worsens symptoms.", UP, "symptom"),
        ("Symptoms improve after two weeks.", DOWN, "symptom"),
        ("The medicine relieves pain.", DOWN, "pain"),
        ("The bypass eased congestion.", DOWN, "congest"),
        # none
        ("Prices remained stable in 2019.", SAME, "price"),
        ("The rate stayed the same.", SAME, "rate"),
        # participles of a going change
        ("Profits are falling.", DOWN, "profit"),
        ("Logging is increasing erosion.", UP, "erod"),
    ],
)
def test_a_change_and_what_it_is_of(sentence: str, direction: Direction, of: str) -> None:
    claim = only(sentence)
    assert changes(claim) == {(direction, of, False)}
    cue = claim.changes[0].cue
    assert cue.span.of(sentence) == cue.text


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        ("The tariff does not raise prices.", UP, "price"),
        ("The reform did not lower the price of fuel.", DOWN, "price fuel"),
        ("The fare never fell.", DOWN, "fare"),
    ],
)
def test_a_change_ruled_out(sentence: str, direction: Direction, of: str) -> None:
    assert changes(only(sentence)) == {(direction, of, True)}


def test_a_change_of_several_things() -> None:
    assert changes(only("Caffeine increases alertness, heart rate and blood pressure.")) == {
        (UP, "alert", False),
        (UP, "heart rate", False),
        (UP, "blood pressur", False),
    }


def test_a_change_in_the_subject_beside_the_one_it_brings() -> None:
    assert changes(only("Higher temperatures reduce yields.")) == {
        (UP, "temperatur", False),
        (DOWN, "yield", False),
    }


def test_two_changes_the_opposite_way() -> None:
    found = claims("The new rule lowers costs and raises wages.")
    assert {change for claim in found for change in changes(claim)} == {
        (DOWN, "cost", False),
        (UP, "wage", False),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The glue dries quickly.",
        "The whale is a mammal.",
        "A decline in cod followed the ban.",
        "This rise in rents worries tenants.",
        "Engineers tested the valve.",
    ],
)
def test_no_change(sentence: str) -> None:
    assert not any(claim.changes for claim in claims(sentence))


def test_a_pronoun_in_the_object_does_not_make_the_subject_change() -> None:
    claim = last("The pump leaked. The crew repaired it.")
    assert "crew" not in {term for change in claim.changes for term in change.of}


@wrong("an infinitive in the subject is read as a change that happens")
def test_a_plan_that_was_dropped_changes_nothing() -> None:
    claim = only("The plan to widen the road was dropped.")
    assert (UP, "road", False) not in changes(claim)
