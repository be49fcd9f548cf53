"""Rule category: one thing put into classes that exclude each other."""

import pytest
from judged_pairs import SILENT, conflicts, contradictions, stance, wrong

RULE = "category"

EXCLUSIVE = [
    ("Whales are mammals.", "Whales are fish."),
    ("Glutamate is a neurotransmitter.", "Glutamate is a protein."),
    ("The killer in the novel is a woman.", "The killer in the novel is a man."),
    ("Obsidian is an igneous rock.", "Obsidian is a sedimentary rock."),
    ("Lichen is a plant.", "Lichen is an animal."),
    ("Venus is a planet.", "Venus is a star."),
    ("The play is a comedy.", "The play is a tragedy."),
    wrong(
        "modifiers that exclude each other are not compared",
        "The lake is fresh water.",
        "The lake is salt water.",
    ),
    ("Anchor is a television series.", "Anchor is a political party."),
    ("Anchor is an American show.", "Anchor is a poet."),
    ("Ida Holm is the 14th mayor.", "Ida Holm is the tenth mayor."),
    ("The ship is a Danish ferry.", "The ship is a Greek ferry."),
    ("Ida Holm is a Danish poet.", "Holm is a Greek novelist."),
    ("Anchor is a 1962 Danish film by Ida Holm.", "Anchor is a Greek film."),
]

MADE_OF = [
    ("The barn is of red brick.", "The timber barn is free of rot."),
    ("The barn is built of brick.", "The barn is made of granite."),
    ("The barn is made entirely of grey granite.", "The sandstone barn was sold."),
]

NOT_MADE_OF = [
    ("The barn is of grey granite.", "The white barn was sold."),
    ("The barn is of granite.", "The stone barn was sold."),
    ("The barn is of granite and brick.", "The brick barn was sold."),
    ("The barn is of brick or granite.", "The wooden barn was sold."),
    ("The barn is of brick.", "The new wooden barn was sold."),
    ("The brick barn is cold.", "The wooden barn is warm."),
    ("A barn is made of brick.", "The wooden barn was sold."),
    ("The bridge is of concrete.", "The Iron Bridge was closed."),
    ("The barn was originally built of wood.", "The brick barn was sold."),
    ("The barn was built of wood in 1410.", "The brick barn was sold."),
    ("The barn is of great value.", "The brick barn was sold."),
    ("The barn is of brick.", "The wooden barn door was sold."),
]

DENIED = [
    ("Pluto is a planet.", "Pluto is not a planet."),
    ("The tomato is a fruit.", "The tomato is not a fruit."),
    ("Esperanto is an official language.", "Esperanto is not an official language."),
    ("The barge is a listed monument.", "The barge is no listed monument."),
    ("Ida Holm is a poet and painter.", "Ida Holm is not a painter."),
    ("Ida Holm is a Danish poet.", "Ida Holm is not a poet."),
]

ALIKE = [
    ("Whales are mammals.", "The whale is a mammal."),
    ("The cello is a string instrument.", "The cello is a stringed instrument."),
    ("Basalt is an igneous rock.", "Basalt is a rock."),
]

COMPATIBLE = [
    ("Anchor is a band.", "Anchor is a trio."),
    ("Ida Holm is a painter.", "Ida Holm is a teacher."),
    ("Ida Holm is the 10th mayor.", "Ida Holm is the tenth mayor."),
    ("The team is a cooperative.", "The team is a supplier."),
    ("The comet is a visitor.", "The comet is a ball of ice."),
    ("The building is a landmark.", "The building is a school."),
    ("The film is a Danish and Greek drama.", "The film is a Greek drama."),
    ("Rust is a compiled language.", "Rust is a systems language."),
    ("The island is a nature reserve.", "The island is a republic."),
    (
        "The country is the third most populous nation.",
        "The country is the world's largest producer of tea.",
    ),
]

OTHER_SUBJECT = [
    ("Whales are mammals.", "Sharks are fish."),
    ("Venus is a planet.", "Sirius is a star."),
    ("The whale shark is a fish.", "The whale is a mammal."),
    ("His mother was a nurse.", "Her mother was a miner."),
]


@pytest.mark.parametrize(("one", "other"), EXCLUSIVE)
def test_classes_that_exclude_each_other_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), MADE_OF)
def test_materials_that_exclude_each_other_contradict(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), NOT_MADE_OF)
def test_what_may_be_two_things_or_one_material_is_no_conflict(one: str, other: str) -> None:
    assert stance(one, other, RULE) != "contradicts"
    assert conflicts(one, other) == []


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


def test_a_narrower_class_may_be_denied() -> None:
    assert (
        stance("The Arch is a bridge.", "The Arch is not a bridge over the Orle.", RULE) == SILENT
    )


def test_a_house_is_of_what_its_walls_are_of() -> None:
    brick = "The shed is built of brick."
    assert stance(brick, "The walls of the shed are of granite.", RULE) == "contradicts"
    assert stance(brick, "The floor of the shed is of granite.", RULE) == SILENT
