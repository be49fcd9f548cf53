"""In stock or out of it, with salt or without: prepositions that exclude each other."""

import pytest
from judged_pairs import contradictions, stance

CONFLICTS = [
    ("The skis are in stock.", "The skis are out of stock."),
    ("The tram line is on schedule.", "The tram line is behind schedule."),
    ("The renovation is within budget.", "The renovation is over budget."),
    ("The chart is up to date.", "The chart is out of date."),
    ("The glaze is fired with salt.", "The glaze is fired without salt."),
]

NO_CONFLICTS = [
    ("The renovation is under budget.", "The renovation is within budget."),
    ("The glaze may be fired with salt.", "The glaze may be fired without salt."),
    ("The glaze is fired with and without salt.", "The glaze is fired without salt."),
    ("The skis are in stock.", "The boots are out of stock."),
    ("The tram line is on schedule.", "The tram line is behind the church."),
    ("Glazes with salt are dull.", "Glazes without salt are dull."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_standing_to_one_thing_in_two_ways_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_what_can_be_both_does_not_contradict(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"
    assert stance(other, one) != "contradicts"
    assert not contradictions(one, other)
