"""Ways of doing a thing of which one excludes the others."""

import pytest
from judged_pairs import contradictions, stance

CONFLICTS = [
    ("The crate is sent by air.", "The crate is sent by sea."),
    ("The form has to be filled in by hand.", "The form has to be filled in online."),
    ("The interview is held in person.", "The interview takes place by video call."),
    ("The syrup is taken by mouth.", "The syrup is given by injection."),
    ("The syrup should be taken with food.", "The syrup should be taken on an empty stomach."),
    ("The fern grows best in full sun.", "The fern grows best in shade."),
    ("The statue stands in front of the mill.", "The statue stands behind the mill."),
]

NO_CONFLICTS = [
    ("The fort can be reached by bus.", "The fort can be reached by train."),
    ("Crates are sent by rail and by road.", "Crates are sent by road."),
    ("The statue stands in front of the mill.", "The statue stands behind the church."),
    ("The otter hunts alone.", "The otter sleeps in groups."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_two_ways_exclude_each_other(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_what_may_be_done_in_two_ways_or_is_something_else_is_left_alone(
    one: str, other: str
) -> None:
    assert "contradicts" not in {stance(one, other), stance(other, one)}
