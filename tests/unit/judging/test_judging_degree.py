"""Rule degree: low against high, fast against slow."""

import pytest
from judged_pairs import SILENT, conflicts, stance

RULE = "degree"

APART = [
    ("The risk of flooding is low.", "The risk of flooding is high."),
    ("The toxicity of the compound is negligible.", "The toxicity of the compound is high."),
    ("The town has a high crime rate.", "The town has a low crime rate."),
    ("The alloy has a low melting point.", "The alloy has a high melting point."),
    ("The lake has a high salt content.", "The lake has a low salt content."),
    ("Turnout at the election was low.", "Turnout at the election was high."),
]

ALIKE = [
    ("The risk of fire is small.", "The risk of fire is low."),
    ("The town has a high crime rate.", "The crime rate in the town is high."),
    ("The cost of the repair was enormous.", "The cost of the repair was high."),
]

OTHER_MATTER = [
    ("The risk of flooding is low.", "The risk of fire is high."),
    ("The alloy has a low melting point.", "The glass has a high melting point."),
    ("The alloy has a low density.", "The alloy has a high melting point."),
    ("The town has a low crime rate.", "The town has a high birth rate."),
    ("Rainfall is low in the east of the island.", "Wages are high in the capital."),
    ("The soil has a low clay content.", "The river has a high clay content."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_degrees_far_apart_contradict(one: str, other: str) -> None:
    assert stance(one, other) == "contradicts"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_like_degrees_agree(one: str, other: str) -> None:
    assert stance(one, other) == "agrees"


@pytest.mark.parametrize(("one", "other"), OTHER_MATTER)
def test_degrees_of_other_things_are_not_compared(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []


def test_to_do_two_things_with_the_like_is_not_to_agree() -> None:
    assert (
        stance("The scanner ignores unknown keys.", "The scanner rejects unknown keys.") == SILENT
    )


def test_a_denied_degree_is_not_called_a_contradiction_of_its_opposite() -> None:
    assert conflicts("The risk of frost is not high.", "The risk of frost is low.") == []
