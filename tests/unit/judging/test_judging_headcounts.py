"""How many live in a town, work for a firm or died in a flood, however that is told."""

import pytest
from judged_pairs import contradictions, stance, stances

CONFLICTS = [
    ("The town has a population of 12,000.", "About 9,000 people live in the town."),
    ("The island has 120 inhabitants.", "The island is home to some 90 people."),
    ("The foundry employs 300 people.", "The foundry has 200 employees."),
    ("The foundry has a staff of 300.", "Two hundred people work for the foundry."),
    ("The mine employed 400 miners.", "The mine had a workforce of 250."),
    ("The guild has 80 members.", "The guild's membership is 120."),
    ("Ten people died in the landslide.", "The landslide killed twelve people."),
    ("The landslide claimed ten lives.", "The death toll from the landslide was 12."),
    ("The landslide injured ten people.", "Thirty people were hurt in the landslide."),
    ("The trial included 200 patients.", "The trial had 250 participants."),
    ("The dialect is spoken by 5,000 people.", "The dialect has 8,000 speakers."),
    ("The castle attracts 80,000 people a year.", "The castle has 90,000 visitors a year."),
    ("80,000 people visit the castle each year.", "The castle draws 90,000 visitors a year."),
    ("80,000 visitors come to the castle each year.", "90,000 people visit the castle annually."),
]

SILENCE = [
    ("The foundry employs 300 people.", "The mill has 200 employees."),
    ("Ten people died in the landslide.", "Twelve people were injured in the landslide."),
    ("Ten people died in the landslide.", "The fire killed twelve people."),
    ("The landslide of 1953 killed ten people.", "Twelve people died in the landslide of 1978."),
    ("The foundry employs 300 people.", "The foundry uses 200 moulds."),
    ("The website of the castle has 9,000 visitors a day.", "The castle has 400 visitors a day."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_people_are_counted_for_what_they_are_to_one_thing(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), SILENCE)
def test_people_of_another_thing_or_kind_are_not_compared(one: str, other: str) -> None:
    assert not stances(one, other)


def test_as_many_told_in_another_way_agree() -> None:
    one, other = "The foundry employs 300 people.", "About 300 people work for the foundry."
    assert stance(one, other) == stance(other, one) == "agrees"


def test_deaths_without_an_event_are_compared_only_on_one_occasion() -> None:
    one, other = "Ten people died.", "Twelve people were killed."
    assert stance(one, other) == "contradicts"
    assert not stances(one, other)
