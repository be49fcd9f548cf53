"""Whom a thing is for, in words of its own and by who can or should use it."""

import pytest
from judged_pairs import contradictions, stance, stances

CONFLICTS = [
    ("The path is suitable for wheelchairs.", "The path cannot be used by wheelchairs."),
    ("The path is suitable for wheelchairs.", "Wheelchair users cannot use the path."),
    ("The salve is recommended for nursing mothers.", "Nursing mothers should not use the salve."),
    ("The drug is safe for children.", "The drug must not be given to children."),
    ("The tool is recommended for beginners.", "Beginners should avoid the tool."),
    ("The diet is not recommended for athletes.", "Athletes should follow the diet."),
    ("The boat can be used by beginners.", "The boat is not suitable for beginners."),
]

SILENCE = [
    ("The path is suitable for wheelchairs.", "The path cannot be used by cars."),
    ("The path is suitable for families.", "The lower path is not suitable for families."),
    ("The salve is recommended for adults.", "Adults with a fever should not use the salve."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_a_thing_is_for_somebody_or_not(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), SILENCE)
def test_others_and_other_things_are_not_compared(one: str, other: str) -> None:
    assert not stances(one, other)
