"""What there is only one of against several of it."""

import pytest
from judged_pairs import stance

SOLE = "Arn is the only town in the valley with a mint."
CONFLICTS = [
    (SOLE, "Three towns in the valley have a mint."),
    (SOLE, "Arn is one of three towns in the valley with a mint."),
    ("The forge is the only museum in Arn.", "There are two museums in Arn."),
    ("The spire has a single bell.", "There are six bells in the spire."),
    ("Orm is the sole salt lake in the park.", "The park has four salt lakes."),
]

NO_CONFLICTS = [
    ("The spire has a single bell.", "The spire has six windows."),
    (SOLE, "Three towns in the valley have a mill."),
    (SOLE, "Three towns in the hills have a mint."),
    (SOLE, "Three towns in the valley had a mint."),
    (SOLE, "Arn is the largest town in the valley with a mint."),
    ("The forge is the only museum in Arn.", "Two museums in Arn closed."),
    ("The forge was the only museum in Arn.", "There are two museums in Arn."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_one_alone_contradicts_several(one: str, other: str) -> None:
    assert stance(one, other, "polarity") == "contradicts"
    assert stance(other, one, "polarity") == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_several_of_others_or_at_another_time_do_not(one: str, other: str) -> None:
    assert "contradicts" not in {stance(one, other, "polarity"), stance(other, one, "polarity")}
