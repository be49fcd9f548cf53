"""Rule paraphrase: the same content in other words."""

import pytest
from judged_pairs import SILENT, stance

RULE = "paraphrase"

SAME = [
    (
        "The council approved the new library in the market square.",
        "The new library in the market square was approved by the council.",
    ),
    (
        "Bats locate insects by echoes.",
        "By echoes, bats find insects.",
    ),
    ("The glacier feeds the river Orla.", "The river Orla is fed by the glacier."),
    (
        "Students built the observatory near the lake.",
        "The observatory near the lake was constructed by students.",
    ),
    (
        "The factory purchased ten electric lorries.",
        "The factory bought ten electric lorries.",
    ),
    (
        "The compiler removes unused code before linking.",
        "Before linking, unused code is removed by the compiler.",
    ),
]

OTHER = [
    ("She wrote the book in prison.", "She wrote the book after her release from prison."),
    ("The mill pays the minimum wage.", "The mill pays its staff above the minimum wage."),
    ("The abbey stopped ringing the bell.", "The abbey rings the bell."),
    (
        "The council approved the new library.",
        "The council repaired the old bridge.",
    ),
    (
        "Bats locate insects by echoes.",
        "Bats sleep in caves.",
    ),
    # one matter of several words, and nothing else in common
    (
        "The lorry traffic on Harbour Lane has fallen.",
        "The lorry traffic on Harbour Lane annoys people at night.",
    ),
    (
        "The glacier feeds the river Orla.",
        "The spring feeds the canal.",
    ),
    (
        "The factory purchased ten lorries.",
        "The factory did not purchase ten lorries.",
    ),
    (
        "The council accepted the plan for the market square.",
        "The council rejected the plan for the market square.",
    ),
    # they share what they are about, and one of them nothing more
    (
        "The area of the Harl Museum is 3,200 square metres.",
        "The Harl Museum has 90,000 visitors a year.",
    ),
    (
        "The yearly budget of the Orla Hospital is 40 million euros.",
        "The Orla Hospital employs 900 nurses.",
    ),
    (
        "The wheels of the old cart are made of oak.",
        "The old cart has four wheels.",
    ),
    # something else is carried, held, praised or measured
    ("The old bridge carries 900 vehicles a day.", "The old bridge carries trains."),
    ("The yard holds 60 vehicles.", "The yard holds lorries."),
    (
        "The Alder Bridge, which the guides praise, is old.",
        "Pendholm, which the guides praise, is far away.",
    ),
    (
        "Town planners carefully measured the harbour wall.",
        "Town planners carefully measured weekend traffic.",
    ),
]

ROLES_SWAPPED = [
    ("The wolf killed the hunter in the forest.", "The hunter killed the wolf in the forest."),
    ("Norway lent money to Iceland.", "Iceland lent money to Norway."),
    ("The press office sued the ministry.", "The ministry sued the press office."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_other_words_agrees(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_statements_do_not_agree(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


@pytest.mark.parametrize(("one", "other"), ROLES_SWAPPED)
def test_the_same_words_in_other_roles_do_not_agree(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT


def test_what_holds_at_two_times_is_not_the_same() -> None:
    assert stance("Parking is free after 6 pm.", "Parking is free on Sundays.") == SILENT


def test_where_and_how_tell_statements_apart() -> None:
    assert stance("The count was held online.", "The count was held overseas.", RULE) == SILENT


def test_what_is_left_to_do_is_not_what_comes_by_itself() -> None:
    assert stance("Queues are created automatically.", "Queues have to be created.") == SILENT
