"""What has not changed."""

from __future__ import annotations

import pytest
from claim_reading import only

from factcheck.model import Direction


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("Fares have not changed since 2019.", {"fare"}),
        ("Fares have not moved.", {"fare"}),
        ("Fares have hardly changed.", {"fare"}),
        ("Rents were flat.", {"rent"}),
        ("There was no change in fares.", {"fare"}),
        ("The survey saw no change in the birth rate.", {"birth", "rate"}),
        ("The birth rate is the same as before.", {"birth", "rate"}),
        ("The water level did not vary in May.", {"water", "level"}),
        ("The bank left the rate unchanged.", {"rate"}),
        ("The mint held the price of silver steady.", {"silver", "price"}),
    ],
)
def test_what_stays_as_it_was(sentence: str, of: set[str]) -> None:
    (change,) = only(sentence).changes
    assert (change.direction, change.negated) == (Direction.UNCHANGED, False)
    assert set(change.of) == of


@pytest.mark.parametrize(
    "sentence",
    [
        "The rule did not change the menu.",
        "The clerk left the room.",
        "The menu has changed.",
        "My weight has not changed.",
        "The piano has not moved.",
        "The roof is flat.",
        "There was no change of plan.",
    ],
)
def test_what_does_something_else(sentence: str) -> None:
    assert all(change.direction is not Direction.UNCHANGED for change in only(sentence).changes)
