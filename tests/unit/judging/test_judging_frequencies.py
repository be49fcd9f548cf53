"""How often something happens, however that is told."""

import pytest
from judged_pairs import contradictions, stance, stances

CONFLICTS = [
    ("The barge crosses twice a day.", "The barge makes five crossings a day."),
    ("The ferry sails twice a day.", "There are three ferry sailings a day."),
    ("The guild meets twice a year.", "The guild holds four meetings a year."),
    (
        "Every day 37,300 cars cross the Orla Bridge.",
        "The Orla Bridge is crossed by 74,700 cars a day.",
    ),
    ("Every year, 20,000 people visit the fort.", "The fort has 35,000 visitors a year."),
]

SILENCE = [
    ("The guild meets twice a year.", "The guild reports once a month."),
    ("The guild meets twice a year.", "The council meets once a month."),
    ("The museum has 90,000 visitors a year.", "The museum has 12 exhibitions a year."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_a_verb_and_what_is_counted_tell_how_often(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), SILENCE)
def test_other_happenings_and_others_that_do_it_are_not_compared(one: str, other: str) -> None:
    assert not stances(one, other)


def test_as_often_in_other_words_agrees() -> None:
    assert (
        stance("The barge crosses twice a day.", "The barge makes two crossings a day.") == "agrees"
    )
