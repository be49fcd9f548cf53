"""Rule presence: none or little of a thing against enough of it."""

import pytest
from judged_pairs import SILENT, conflicts, judgements, stance

import factcheck as fc

RULE = "presence"

NONE_AGAINST_SOME = [
    ("There is no risk of fire in the archive.", "There is a risk of fire in the archive."),
    ("The well water contains no lead.", "The well water contains lead."),
    ("The battery has no risk of explosion.", "The battery has a serious risk of explosion."),
    ("No cracks were found in the hull.", "Cracks were found in the hull."),
    ("The treatment has no side effects.", "The treatment has side effects."),
    (
        "There is no evidence of water on the asteroid.",
        "There is evidence of water on the asteroid.",
    ),
    ("The tower is free from cracks.", "Cracks have opened in the walls of the tower."),
]

LITTLE_AGAINST_GROUNDS = [
    (
        "The pesticide has a low risk of poisoning.",
        "The pesticide is banned because of its risk of poisoning.",
    ),
    (
        "The medicine has a low potential for abuse.",
        "The medicine is controlled because of its potential for abuse.",
    ),
    (
        "The slope has a low danger of avalanches.",
        "The slope is closed because of the danger of avalanches.",
    ),
]

OTHER_MATTER = [
    ("There is no lift when the power fails.", "The tower has a lift."),
    ("There is not enough space.", "The name contains spaces."),
    ("The height without the lid is 34 cm.", "The vase had a lid."),
    ("The cask holds up to 90 litres.", "The cask holds 60 litres."),
    ("There is no risk of fire in the archive.", "There is a risk of damp in the archive."),
    ("The well water contains no lead.", "The pond water contains lead."),
    ("There is no evidence that foxes climb.", "There is evidence that foxes swim."),
    ("The dye has no effect on the river.", "The dye has an effect on wool."),
    ("Bites were not identified as a risk factor.", "The hikers were at risk."),
    ("The battery has no casing.", "The battery has a serious risk of explosion."),
    ("The treatment has no side effects.", "The vaccine has side effects."),
    ("21% had no ticket at the gate.", "They had a ticket at the gate."),
    (
        "Walkers with dogs were stopped more often than those without dogs.",
        "Dogs are the main reason to stop walkers.",
    ),
    ("There is a small increase in the risk of fire.", "The risk of fire is high."),
]


@pytest.mark.parametrize(("one", "other"), NONE_AGAINST_SOME)
def test_none_against_some_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"
    assert conflicts(one, other)


@pytest.mark.parametrize(("one", "other"), LITTLE_AGAINST_GROUNDS)
def test_little_against_enough_to_act_upon_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_presence_of_other_things_is_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


def test_little_against_merely_some_is_no_contradiction() -> None:
    one = "The glue has a low risk of allergy."
    other = "The glue has a risk of allergy."
    assert stance(one, other, RULE) in {"qualifies", SILENT}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The biscuit contains 4 g of sugar.", "The biscuit is sugar-free.", "contradicts"),
        ("The cider contains up to 1 % alcohol.", "The cider is free of alcohol.", "qualifies"),
        ("Parking is available at the inn.", "The inn has no parking.", "contradicts"),
        ("The biscuit contains 4 g of sugar.", "The biscuit has no added sugar.", SILENT),
        ("The biscuit contains 4 g of sugar.", "The biscuit contains no salt.", SILENT),
    ],
)
def test_an_amount_of_a_thing_is_some_of_it(one: str, other: str, told: str) -> None:
    assert stance(one, other, RULE) == told


def test_both_report_a_thing_in_one_place() -> None:
    here, only_presence = "The inn has a sauna.", fc.Settings(select=(RULE,), min_confidence=0)
    same = judgements(here, "There is a sauna at the inn.", only_presence)
    assert [one.stance.value for one in same] == ["agrees"]
    assert not judgements(here, "There is a sauna at the campsite.", only_presence)


def test_an_exception_is_a_tension_with_none_at_all() -> None:
    one, other = "The tool has no joints.", "Apart from the hinge, the tool has no joints."
    assert stance(one, other, RULE) == "qualifies"
