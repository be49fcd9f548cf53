"""Rule appraisal: what speaks for a thing against what speaks against it."""

import pytest
from judged_pairs import SILENT, conflicts, stance

RULE = "appraisal"

TENSIONS = [
    ("The glue is harmless.", "The glue has side effects."),
    ("The glue has few side effects.", "Possible dangers of the glue include burns."),
    ("The varnish is permanent.", "The varnish fades."),
    ("The battery is durable.", "The battery wears out."),
    ("The technique is still in its infancy.", "The technique is already in use."),
    ("The technique is unproven.", "Engineers have studied the technique for thirty years."),
    ("The tram is the best choice.", "The tram has drawbacks."),
    ("The tram is the best choice.", "The tram is still experimental."),
    ("The fare is affordable.", "The fare is exorbitant."),
    ("The scheme is open to everyone.", "The scheme is reserved for members."),
]

ALIKE = [
    ("The technique is unproven.", "The technique is still experimental."),
    ("The glue is toxic.", "The glue is hazardous."),
]

NONE = [
    ("The glue is harmless.", "The paint is toxic."),
    ("The new glue is harmless.", "The old glue is toxic."),
    ("The glue is safe.", "The glue reduces the risk of leaks."),
    ("The glue is safe.", "The glue is expensive."),
    ("The glue is effective.", "More research on the glue is needed."),
    ("The glue in Norway has no side effects.", "The glue in Spain has side effects."),
    ("The risk of the glue is not high.", "The risk of the glue is low."),
    ("The glue is safe and dangerous.", "The glue is safe."),
]


@pytest.mark.parametrize(("one", "other"), TENSIONS)
def test_merit_against_fault_is_a_tension(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "qualifies"


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_like_appraisals_agree(one: str, other: str) -> None:
    assert stance(one, other, RULE) == "agrees"


@pytest.mark.parametrize(("one", "other"), NONE)
def test_what_is_not_held_against_each_other(one: str, other: str) -> None:
    assert stance(one, other, RULE) == SILENT
    assert conflicts(one, other) == []
