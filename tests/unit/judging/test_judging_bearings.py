"""In stock or out of it, with salt or without, by hand or online: ways that exclude each other."""

import pytest
from judged_pairs import contradictions, stance

CONFLICTS = [
    ("The skis are in stock.", "The skis are out of stock."),
    ("The tram line is on schedule.", "The tram line is behind schedule."),
    ("The renovation is within budget.", "The renovation is over budget."),
    ("The chart is up to date.", "The chart is out of date."),
    ("The glaze is fired with salt.", "The glaze is fired without salt."),
    ("The crate is sent by air.", "The crate is sent by sea."),
    ("The form has to be filled in by hand.", "The form has to be filled in online."),
    ("The interview is held in person.", "The interview takes place by video call."),
    ("The syrup is taken by mouth.", "The syrup is given by injection."),
    ("The syrup should be taken with food.", "The syrup should be taken on an empty stomach."),
    ("The fern grows best in full sun.", "The fern grows best in shade."),
    ("The statue stands in front of the mill.", "The statue stands behind the mill."),
]

NO_CONFLICTS = [
    ("The renovation is under budget.", "The renovation is within budget."),
    ("The glaze may be fired with salt.", "The glaze may be fired without salt."),
    ("The glaze is fired with and without salt.", "The glaze is fired without salt."),
    ("The skis are in stock.", "The boots are out of stock."),
    ("The tram line is on schedule.", "The tram line is behind the church."),
    ("Glazes with salt are dull.", "Glazes without salt are dull."),
    ("The fort can be reached by bus.", "The fort can be reached by train."),
    ("Crates are sent by rail and by road.", "Crates are sent by road."),
    ("The statue stands in front of the mill.", "The statue stands behind the church."),
    ("The otter hunts alone.", "The otter sleeps in groups."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_standing_or_doing_in_two_ways_contradicts(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_what_can_be_both_does_not_contradict(one: str, other: str) -> None:
    assert stance(one, other) != "contradicts"
    assert stance(other, one) != "contradicts"
    assert not contradictions(one, other)
