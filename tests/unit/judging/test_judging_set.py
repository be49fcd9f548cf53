"""Rule set: lists of one thing with different members."""

import pytest
from judged_pairs import SILENT, conflicts, contradictions, stance, wrong

RULE = "set"

PARTLY = [
    (
        "The drug is given by vein, by mouth or by nasal spray.",
        "The drug is given by vein, by mouth or by patch.",
    ),
    wrong(
        "to list introduces no list",
        "The menu lists soup, fish and lamb.",
        "The menu lists soup, fish and veal.",
    ),
    wrong(
        "to grow a crop passes for an increase of it, which both sides share",
        "The orchard grows apples, pears and plums.",
        "The orchard grows apples, pears and cherries.",
    ),
    (
        "The protocol supports text, images and video.",
        "The protocol supports text, images and audio.",
    ),
]

CONTAINED = [
    (
        "The orchard grows apples, pears and plums.",
        "The orchard grows apples and pears.",
    ),
    (
        "The museum shows paintings, coins and maps.",
        "The museum shows paintings, coins, maps and clocks.",
    ),
    (
        "The league has clubs from Wales, Ireland and Scotland.",
        "The league has clubs from Scotland, Ireland and Wales.",
    ),
]

EXHAUSTIVE = [
    ("The orchard grows only apples and pears.", "The orchard grows apples, pears and plums."),
    ("The shop sells only bread and cakes.", "The shop sells bread, cakes and coffee."),
]

# Lists whose members leave no room for others: a tension at least.
FULL = [
    (
        "The flag is red, white and blue.",
        "The flag is red, white and green.",
    ),
    (
        "The trio consists of piano, violin and cello.",
        "The trio consists of piano, violin and flute.",
    ),
]

OTHER_MATTER = [
    (
        "The orchard grows apples, pears and plums.",
        "The farm keeps sheep, goats and hens.",
    ),
    (
        "The museum shows paintings, coins and maps.",
        "The museum is open on Fridays, Saturdays and Sundays.",
    ),
    (
        "The orchard sells apples and pears.",
        "The orchard buys ladders and crates.",
    ),
]


@pytest.mark.parametrize(("one", "other"), PARTLY)
def test_lists_that_partly_differ_are_a_tension(one: str, other: str) -> None:
    assert stance(one, other) == "qualifies"
    assert contradictions(one, other) == []


@pytest.mark.parametrize(("one", "other"), CONTAINED)
def test_a_list_that_holds_the_other_agrees(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), EXHAUSTIVE)
def test_a_list_said_to_be_complete_contradicts_a_longer_one(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), FULL)
def test_lists_without_room_for_another_are_in_conflict(one: str, other: str) -> None:
    assert stance(one, other) in {"contradicts", "qualifies"}


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_lists_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The kiosk takes vouchers only.", "The kiosk accepts vouchers and banknotes."),
        ("The islet can only be reached by boat.", "The islet is reached by boat or by cable car."),
    ],
)
def test_what_is_said_to_be_the_only_one_contradicts_more(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The kiosk takes vouchers only.", "The booth accepts vouchers and banknotes."),
        ("The kiosk takes vouchers only.", "The kiosk sells tea and coffee."),
        ("The kiosk takes vouchers.", "The kiosk accepts vouchers and banknotes."),
    ],
)
def test_what_is_the_only_one_elsewhere_or_of_another_sort_does_not(one: str, other: str) -> None:
    assert "contradicts" not in stance(one, other, RULE)
