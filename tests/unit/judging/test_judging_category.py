"""Rule category: one thing put into classes that exclude each other."""

import pytest
from judged_pairs import SILENT, conflicts, contradictions, stance, wrong

RULE = "category"

EXCLUSIVE = [
    wrong(
        "a class without an article, in the plural, is not read as one",
        "Whales are mammals.",
        "Whales are fish.",
    ),
    ("Glutamate is a neurotransmitter.", "Glutamate is a protein."),
    ("The killer in the novel is a woman.", "The killer in the novel is a man."),
    ("Obsidian is an igneous rock.", "Obsidian is a sedimentary rock."),
    ("Lichen is a plant.", "Lichen is an animal."),
    ("The tower is built of granite.", "The tower is built of sandstone."),
    ("Venus is a planet.", "Venus is a star."),
    ("The infection is caused by a virus.", "The infection is caused by a bacterium."),
    ("The play is a comedy.", "The play is a tragedy."),
    wrong(
        "modifiers that exclude each other are not compared",
        "The lake is fresh water.",
        "The lake is salt water.",
    ),
    wrong(
        "no rule compares who did what",
        "The comet was discovered by Halley.",
        "The comet was discovered by Newton.",
    ),
    wrong(
        "no rule compares the names that answer one question",
        "The capital of the province is Arven.",
        "The capital of the province is Lomar.",
    ),
]

DENIED = [
    ("Pluto is a planet.", "Pluto is not a planet."),
    ("The tomato is a fruit.", "The tomato is not a fruit."),
    ("Esperanto is an official language.", "Esperanto is not an official language."),
    ("The barge is a listed monument.", "The barge is no listed monument."),
]

ALIKE = [
    ("Whales are mammals.", "The whale is a mammal."),
    ("The cello is a string instrument.", "The cello is a stringed instrument."),
    ("Basalt is an igneous rock.", "Basalt is a rock."),
]

COMPATIBLE = [
    ("The team is a cooperative.", "The team is a supplier."),
    ("The comet is a visitor.", "The comet is a ball of ice."),
    ("The building is a landmark.", "The building is a school."),
    ("Rust is a compiled language.", "Rust is a systems language."),
    ("The island is a nature reserve.", "The island is a republic."),
]

OTHER_SUBJECT = [
    ("Whales are mammals.", "Sharks are fish."),
    ("Venus is a planet.", "Sirius is a star."),
    ("The whale shark is a fish.", "The whale is a mammal."),
]


@pytest.mark.parametrize(("one", "other"), EXCLUSIVE)
def test_classes_that_exclude_each_other_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), DENIED)
def test_a_class_and_its_denial_contradict(one: str, other: str) -> None:
    assert "contradicts" in {stance(one, other, RULE), stance(one, other)}


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_class_agrees(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_classes_that_go_together_are_no_conflict(one: str, other: str) -> None:
    assert stance(one, other, RULE) != "contradicts"
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), OTHER_SUBJECT)
def test_classes_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert contradictions(one, other) == []
