"""Rule substitution: one word in the place of another that excludes it, all else the same."""

import pytest
from judged_pairs import SILENT, contradictions, stance

RULE = "substitution"

EXCHANGED = [
    ("The gas is flammable.", "The gas is non-flammable."),
    ("The tower is built of granite.", "The tower is built of sandstone."),
    ("The infection is caused by a virus.", "The infection is caused by a bacterium."),
    ("The gate of the yard is red.", "The gate of the yard is green."),
    ("The keeper is waiting in Spain.", "The keeper is waiting in Peru."),
    ("The Spanish captain sleeps on deck.", "The Peruvian captain sleeps on deck."),
    ("The captain is from Madrid.", "The captain is from Peru."),
    ("The keeper is asleep in the living room.", "The keeper is asleep in the kitchen."),
    ("The crew drinks hot chocolate.", "The crew drinks tea."),
    ("The boat came in on the 12th day.", "The boat came in on the 3rd day."),
    ("The boat came in on the 12th day.", "The boat came in on the third day."),
    ("She is waiting in Spain.", "She is waiting in Peru."),
    ("The two porters on the quay.", "The five porters on the quay."),
    ("The lamp hangs above the old door.", "The lamp hangs below the old door."),
    ("The clerk stands near the counter.", "The clerk stands far from the counter."),
    ("A clerk in a blue coat near the counter.", "A clerk in a brown coat near the counter."),
    ("Two porters carrying crates into the cellar.", "Two porters carrying crates into the attic."),
    ("The beetle is dull brown.", "The beetle is black."),
]

COMPATIBLE = [
    ("The captain is from Madrid.", "The captain is from Spain."),
    ("The captain is from Texas.", "The captain is American."),
    ("The keeper feeds a poodle in the yard.", "The keeper feeds a dog in the yard."),
    ("The gate of the yard is new.", "The gate of the yard is green."),
    ("The yard has a red gate.", "The yard has a red gate and a green gate."),
    ("The boat came in on the 3rd day.", "The boat came in on the third day."),
    ("Two porters on the quay.", "2 porters on the quay."),
    ("The yard has at least two gates.", "The yard has at least five gates."),
    ("The gate is not red.", "The gate is not green."),
    ("The flowers are blue or red.", "The flowers are blue or white."),
    ("The stall opens on Fridays.", "The stall opens on Sundays."),
    ("Bus 40 stops at the school.", "Bus 41 stops at the school."),
    ("Room 7 has a balcony.", "Room 8 has a balcony."),
]

TWO_PARTICIPANTS = [
    ("A dog barks at the gate of the yard.", "A cat barks at the gate of the yard."),
    ("A clerk feeds a horse in the yard.", "A clerk feeds a goat in the yard."),
    ("A big dog barks at the gate of the yard.", "A small dog barks at the gate of the yard."),
    ("The boy waits at the gate.", "The girl waits at the gate."),
]

TWO_DOCUMENTS = [
    ("The old pier is in the north of the bay.", "The new pier is in the south of the bay."),
    ("Danish sailors eat rye bread at sea.", "Greek sailors eat rye bread at sea."),
]


@pytest.mark.parametrize(("one", "other"), EXCHANGED)
def test_words_that_exclude_each_other_contradict(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_words_that_go_together_are_no_conflict(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


@pytest.mark.parametrize(("one", "other"), TWO_PARTICIPANTS)
def test_indefinite_participants_are_not_one(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


@pytest.mark.parametrize(("one", "other"), TWO_DOCUMENTS)
def test_documents_may_speak_of_two_subjects(one: str, other: str) -> None:
    assert contradictions(one, other) == []


def test_documents_may_not_differ_on_what_one_subject_is() -> None:
    assert contradictions("The tower is built of granite.", "The tower is built of sandstone.")
