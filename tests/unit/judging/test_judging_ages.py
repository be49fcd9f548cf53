"""Ages at which two sources draw the line, and people who are set apart by theirs."""

import pytest
from judged_pairs import SILENT, contradictions, stance, stances

OTHER_AGE = [
    ("Children under 12 travel free.", "Children under five travel free."),
    ("People over 60 travel free of charge.", "People aged 65 and over travel free of charge."),
    ("Children under 12 need a guide.", "Children under 8 need a guide."),
    ("Members under 30 vote by post.", "Members under 25 vote by post."),
]

TWO_RULES = [
    ("Children under 12 pay £2.", "Children under 16 pay £3."),
    ("Children under 12 travel free.", "People over 65 travel free."),
    ("Children under 12 are admitted.", "Children under 14 are not admitted."),
    ("Children under 12 swim in the small pool.", "Children under 14 ride on the old tram."),
]

SOME_AND_ALL = [
    ("Adults over 65 need six hours of sleep.", "Adults need eight hours of sleep."),
    ("Children under 12 pay £2.", "Children pay £3."),
]


@pytest.mark.parametrize(("a", "b"), OTHER_AGE)
def test_one_rule_with_two_ages(a: str, b: str) -> None:
    assert stance(a, b) == "contradicts"
    assert any("another age" in one for one in contradictions(a, b))
    assert stance(b, a) == "contradicts"


@pytest.mark.parametrize(("a", "b"), TWO_RULES + SOME_AND_ALL)
def test_rules_for_other_people(a: str, b: str) -> None:
    assert stance(a, b) == SILENT
    assert stances(a, b) == []


def test_one_age_and_two_prices() -> None:
    assert contradictions("Children under 12 pay £2.", "Children under 12 pay £3.")
