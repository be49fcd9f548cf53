"""What has to be done against what need not, or must not, be."""

import pytest
from judged_pairs import conflicts, stance

CONFLICTS = [
    ("Vans are exempt.", "Vans have to pay."),
    ("Vans are exempt from the toll.", "Vans have to pay the full toll."),
    ("No gloves are needed.", "Gloves must be worn."),
    ("A permit is not necessary.", "Visitors must obtain a permit."),
    ("Booking is unnecessary.", "Boats have to be booked."),
    ("Booking is not necessary.", "Places must be booked in advance."),
    ("Gloves are compulsory in the workshop.", "Visitors need not wear gloves in the workshop."),
    ("The oil must be kept in the dark.", "The oil does not need to be kept in the dark."),
    ("Guests are not required to pay a deposit.", "Guests have to pay a deposit."),
    ("The induction is required for new divers.", "The induction is optional for new divers."),
    ("Camping is prohibited on the island.", "Visitors may camp on the island."),
    ("The lathe requires a permit.", "The lathe works without a permit."),
    ("Pilots need a medical to fly gliders.", "Pilots can fly gliders without a medical."),
    ("No ticket is needed to enter the yard.", "Visitors need a ticket to enter the yard."),
    ("Divers must log every dive.", "Divers must not log every dive."),
    (
        "Readers must create a profile to borrow books.",
        "Readers can borrow books without a profile.",
    ),
    ("Booking is essential.", "Booking is not necessary."),
]

NO_CONFLICTS = [
    ("No tools are needed.", "Tools must be kept dry."),
    ("Tickets are not required.", "Tickets must be shown on request."),
    ("A deposit is not required.", "The deposit must be returned within 30 days."),
    ("Gloves are compulsory in the workshop.", "Goggles are optional in the workshop."),
    ("Divers must wear a vest.", "Rowers need not wear a vest."),
    ("Visitors may camp on the island.", "Visitors need not camp on the island."),
    ("The vault must be very old.", "The vault is not very old."),
    ("The lathe requires a permit.", "The saw works without a permit."),
    ("Pilots need a permit to fly at night.", "Pilots can fly gliders without a permit."),
    ("Press 3 requires a permit.", "Press 2 works without a permit."),
    ("Learners must be watched by an officer.", "Officers need not be watched by a learner."),
    ("If it is wet, boots are compulsory.", "Boots are optional."),
    ("The board wants to make boots compulsory.", "Boots are optional."),
    ("Critics say that membership should be mandatory.", "Membership is voluntary."),
    ("The crew was required to wear boots until 1990.", "The crew need not wear boots."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_has_to_be_done_contradicts_what_need_not(one: str, other: str) -> None:
    for found in (conflicts(one, other), conflicts(other, one)):
        assert any(told.startswith("contradicts") for told in found)


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_other_duties_and_those_of_others_do_not(one: str, other: str) -> None:
    assert "contradicts" not in {stance(one, other, "polarity"), stance(other, one, "polarity")}
