"""How the intervals of two values stand to each other."""

import pytest
from judged_pairs import stance

BARELY_MEETING = [
    ("The repair takes weeks or months.", "The repair takes months or years."),
    ("The hike takes two to five hours.", "The hike takes four to nine hours."),
    ("The glue works within an hour.", "The glue works within hours or days."),
    ("Standard glues need days to work.", "Other glues need weeks to work."),
]

CONVERTED = [
    ("The spire is 29 metres high.", "The spire is 95 feet high."),
    ("The canal is 100 km long.", "The canal is 62 miles long."),
    ("The trial lasted 90 days.", "The trial lasted three months."),
    ("The trial lasted 52 weeks.", "The trial lasted one year."),
    ("Boots can be returned within 30 days.", "Boots can be returned within a month."),
]

OTHER_LENGTHS = [
    ("The trial lasted 6 weeks.", "The trial lasted two months."),
    ("The trial lasted 300 days.", "The trial lasted one year."),
    ("Files are kept for up to 60 days.", "Files are kept for up to three months."),
    ("The trial lasted 11 months.", "The trial lasted one year."),
]


@pytest.mark.parametrize(("one", "other"), BARELY_MEETING)
def test_ranges_that_meet_at_the_edge_are_a_tension(one: str, other: str) -> None:
    assert stance(one, other) == "qualifies"


@pytest.mark.parametrize(("one", "other"), CONVERTED)
def test_what_was_converted_may_be_rounded(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHER_LENGTHS)
def test_a_month_is_no_six_weeks(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("weeks", "months"), [(4, "one month"), (12, "three months")])
def test_four_weeks_may_be_a_month(weeks: int, months: str) -> None:
    one, other = f"The trial lasted {weeks} weeks.", f"The trial lasted {months}."
    assert stance(one, other) == stance(other, one) != "contradicts"


def test_what_was_not_converted_is_as_precise_as_it_is_written() -> None:
    assert stance("The spire is 95 feet high.", "The spire is 96 feet high.") == "contradicts"


def test_limits_are_compared_by_their_ends() -> None:
    one, other = "The tank holds up to 40 litres.", "The tank holds up to 60 litres."
    assert stance(one, other) == "contradicts"
    assert stance(one, "The tank holds at most 40 litres.") == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Riders must be at least 12 years old.", "Riders must be at least 16 years old."),
        ("A code must have at least 8 signs.", "A code must have at least 12 signs."),
        ("A code must have at least 8 signs.", "A code needs at least 12 signs."),
        ("Riders must be 12 or over.", "Riders have to be 16 or older."),
        (
            "Guides need at least two years of training.",
            "Guides must have at least three years of training.",
        ),
        ("The weight must not exceed 12 kg.", "The weight must not exceed 20 kg."),
        ("The sack must be no more than 12 kg.", "The sack can be up to 20 kg."),
    ],
)
def test_requirements_with_two_limits_contradict(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"


def test_at_least_so_many_leaves_room_for_more() -> None:
    one, other = "At least 40 sheep drowned.", "At least 55 sheep drowned."
    assert stance(one, other) != "contradicts"


def test_all_is_no_rounded_share() -> None:
    every, not_all = "Every room has a stove.", "Not all rooms have a stove."
    assert stance(every, not_all) == stance(not_all, every) == "contradicts"
