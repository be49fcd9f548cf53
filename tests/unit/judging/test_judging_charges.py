"""What is free against what is paid for."""

import pytest
from judged_pairs import stance

CONFLICTS = [
    ("Entry to the fort is free.", "Visitors have to pay to enter the fort."),
    ("Mooring at the quay is free of charge.", "Boat owners are charged for mooring at the quay."),
    ("There is no charge to enter the fort.", "The fort charges for admission."),
    ("Nobody pays for the shuttle.", "Passengers pay for the shuttle."),
]

NO_CONFLICTS = [
    ("Entry to the fort is free for children.", "Adults have to pay to enter the fort."),
    ("Entry to the fort is free.", "Visitors have to pay to enter the maze."),
    ("Entry to the fort is free in winter.", "Visitors have to pay to enter the fort in summer."),
    ("The juice is free of sugar.", "The bar charges for juice."),
    ("Entry to the fort is free.", "Visitors had to pay to enter the fort."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_free_contradicts_what_is_paid_for(one: str, other: str) -> None:
    assert stance(one, other, "polarity") in {"contradicts", "qualifies"}
    assert stance(other, one, "polarity") == stance(one, other, "polarity")


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_other_things_others_who_pay_and_other_times_do_not(one: str, other: str) -> None:
    assert "contradicts" not in {stance(one, other, "polarity"), stance(other, one, "polarity")}


def test_only_some_who_pay_are_a_tension() -> None:
    assert stance("Entry to the fort is free.", "Students pay to enter the fort.", "polarity") == (
        "qualifies"
    )
