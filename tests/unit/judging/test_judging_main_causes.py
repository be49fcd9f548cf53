"""What most of something is put down to: of several causes one is the main one."""

import pytest
from judged_pairs import SILENT, stance

RULE = "answer"

APART = [
    ("Most of the damage is done by snails.", "Slugs do most of the damage."),
    ("Accidents are mainly caused by frost.", "Most accidents are due to worn tyres."),
    ("The main reason for the delay was the weather.", "The delay was mainly due to a strike."),
    ("The majority of fires are caused by faulty wiring.", "Cooking causes most fires."),
    ("Frost is the chief cause of accidents.", "The main cause of accidents is drink."),
    ("Most of the milk comes from goats.", "Cows produce most of the milk."),
]
ALIKE = [
    ("Most of the energy comes from wind.", "Wind produces most of the energy."),
    ("Most accidents are due to frost.", "The main cause of accidents is frost."),
]
OTHERWISE = [
    ("Most of the damage is done by snails.", "Some of the damage is done by slugs."),
    ("Most of the damage is done by snails.", "Slugs and snails do most of the damage."),
    ("Most of the damage is done by snails.", "Most of the noise is made by frogs."),
    ("Most of the damage is done by snails.", "Most of the damage may be done by slugs."),
    ("In Norway, most fires are due to cooking.", "In Spain, most fires are due to drought."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_main_causes_contradict(one: str, other: str) -> None:
    assert stance(one, other, RULE) == stance(other, one, RULE) == "contradicts"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_main_cause_agrees(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_other_causes_and_other_effects_do_not(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
