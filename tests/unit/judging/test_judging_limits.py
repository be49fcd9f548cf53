"""The most that is allowed and the least that is asked for, however that is told."""

import pytest
from judged_pairs import SILENT, contradictions, stance, stances

CONFLICTS = [
    ("Parcels may be up to 10 kg.", "Parcels must not exceed 5 kg."),
    ("Uploads are limited to 10 MB.", "Uploads may be up to 20 MB."),
    ("The maximum file size is 10 MB.", "Files can be up to 20 MB."),
    ("Bags must not weigh more than 10 kg.", "The weight limit for bags is 15 kg."),
    ("Groups are limited to 12 people.", "The maximum group size is 20."),
    ("Speeds must not exceed 30 mph.", "The speed limit is 40 mph."),
    ("Riders must be at least 12 years old.", "The minimum age for riders is 16."),
    (
        "The brine must be at least 12 degrees.",
        "The temperature of the brine must not be lower than 8 degrees.",
    ),
]

SILENCE = [
    ("Uploads may be up to 20 MB.", "Downloads must not exceed 5 MB."),
    ("The maximum file size is 10 MB.", "The file holds 20 MB."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_different_limits_contradict(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert "They set different limits" in contradictions(one, other)[0]


@pytest.mark.parametrize(("one", "other"), SILENCE)
def test_limits_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert not [one for one in stances(one, other) if "limit" in one]


def test_one_limit_told_in_two_ways_agrees() -> None:
    assert stance("Uploads are limited to 10 MB.", "Uploads may be up to 10 MB.") == "agrees"


def test_no_limit_contradicts_one() -> None:
    one = "There is no limit to the size of a crate."
    assert stance(one, "Crates may be up to 50 kg in weight.") == "contradicts"
    assert stance(one, "Sacks may be up to 50 kg in weight.") == SILENT
