"""What a price includes against what costs extra."""

import pytest
from judged_pairs import contradictions, stance, stances

CONFLICTS = [
    ("The price includes breakfast.", "Breakfast costs extra."),
    ("Breakfast is included.", "There is an extra charge for breakfast."),
    ("Breakfast is included in the price of the room.", "Breakfast costs extra."),
    ("Fitting is included in the price.", "Fitting is charged separately."),
    ("The fee covers all tools.", "Tools are not included in the fee."),
    ("The rent includes heating and water.", "Heating is extra."),
]

SILENCE = [
    ("The price includes breakfast.", "Dinner costs extra."),
    ("The report includes a map.", "The map costs extra."),
    ("Heating is extra.", "Breakfast is not included."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_included_is_no_extra(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), SILENCE)
def test_other_things_are_not_compared(one: str, other: str) -> None:
    assert not stances(one, other)
