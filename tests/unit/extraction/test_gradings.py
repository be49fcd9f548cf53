"""What is more or less so than it was."""

from __future__ import annotations

import pytest
from claim_reading import claims

from factcheck.model import Direction

UP, DOWN, SAME = Direction.INCREASES, Direction.DECREASES, Direction.UNCHANGED


def told(sentence: str) -> set[tuple[Direction, str, bool]]:
    return {
        (change.direction, " ".join(change.of), change.negated)
        for claim in claims(sentence)
        for change in claim.changes
    }


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        ("The quay has become busier.", UP, "quay"),
        ("The quay is busier than before.", UP, "quay"),
        ("The herd is smaller than it was.", DOWN, "herd"),
        ("The fair got much less crowded.", DOWN, "fair"),
        ("Measles has become rarer.", DOWN, "measl"),
        ("The canteen is noisier than it used to be.", UP, "canteen"),
        # in another respect than how much of it there is
        ("The fares are getting cheaper.", DOWN, "fare cost"),
        ("The lane is safer now than it was in 1990.", UP, "lane safe"),
        ("Trains go more slowly than they did before.", DOWN, "train speed"),
        ("The crossing takes longer than it did.", UP, "cross durat"),
        ("Insurance costs more than five years ago.", UP, "insur cost"),
        ("Weavers earn less than they did before the strike.", DOWN, "weaver earn"),
        # how many there are
        ("Fewer boats sail to the island than a year ago.", DOWN, "sail boat"),
        ("More villages are isolated today than thirty years ago.", UP, "isol villag"),
        ("There are not as many owls as there were.", DOWN, "owl"),
        ("Wages are down by 12 per cent.", DOWN, "wage"),
    ],
)
def test_what_is_more_so_than_before_has_changed(
    sentence: str, direction: Direction, of: str
) -> None:
    assert (direction, of, False) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("The river is as high as it was in 2010.", "river"),
        ("Rust is as common as ever.", "rust"),
        ("The guild has as many apprentices as before.", "apprentic"),
        ("Tickets are just as expensive as they were.", "ticket cost"),
    ],
)
def test_what_is_as_it_was_has_not_changed(sentence: str, of: str) -> None:
    assert (SAME, of, False) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "direction", "of"),
    [
        ("The journey takes no longer than it did.", UP, "journey durat"),
        ("Rust is no more common now than a generation ago.", UP, "rust"),
        ("Water use is no lower than before.", DOWN, "water"),
    ],
)
def test_what_is_no_more_so_than_before_has_not_risen(
    sentence: str, direction: Direction, of: str
) -> None:
    assert (direction, of, True) in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay is busier than the pier.",
        "The fares are cheap.",
        "The quay is busy.",
        "The ferry is as fast as the train.",
        "More boats sail to the island than to the cape.",
        "The clerk earns more than the porter.",
    ],
)
def test_what_is_more_so_than_another_has_not(sentence: str) -> None:
    assert not told(sentence)
