"""What is free against the price of the same thing."""

import pytest
from judged_pairs import stance

CONFLICTS = [
    ("Entry is free for all visitors.", "Visitors pay an entry fee of £5."),
    ("Mooring is free.", "Boaters pay £5 for mooring."),
    ("Mooring is free.", "There is a mooring charge of £3."),
    ("Entry to the fort is free.", "The fort charges £5 for admission."),
    ("Admission costs £12 for adults.", "Adults get in for nothing."),
    ("Entry is free.", "Tickets cost nine pounds."),
    ("Wi-Fi is free in the whole building.", "Wi-Fi costs £5 a day."),
]

NO_CONFLICTS = [
    ("Entry is free for children.", "Entry costs £12."),
    ("Entry to the fort is free.", "Entry to the maze costs £5."),
    ("Mooring is free on Sundays.", "Mooring costs £3 a day."),
    ("The fort is free.", "A guide to the fort costs £5."),
    ("Mooring is free for members.", "Mooring costs £3."),
    ("Parking costs £20 a night.", "There is a charge of £10 a night for dogs."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_free_has_no_price(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_prices_for_others_and_of_other_things_are_none_of_it(one: str, other: str) -> None:
    assert "contradicts" not in {stance(one, other), stance(other, one)}
