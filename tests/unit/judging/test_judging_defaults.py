"""What a setting is if nobody sets it."""

import pytest
from judged_pairs import contradictions, stance, stances

CONFLICTS = [
    ("The timeout defaults to 30 seconds.", "The default timeout is 60 seconds."),
    ("By default, the timeout is 30 seconds.", "The timeout defaults to 60 seconds."),
    ("The port defaults to 8080.", "The default port is 9090."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_different_defaults_contradict(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert "the default" in contradictions(one, other)[0]


def test_degrees_are_no_defaults() -> None:
    one, other = "The default colour is fine.", "The default colour is poor."
    assert not [told for told in stances(one, other) if "value" in told]


def test_defaults_of_other_settings_are_not_compared() -> None:
    one, other = "The upload timeout defaults to 30 seconds.", "The default timeout is 60 seconds."
    assert not stances(one, other)
