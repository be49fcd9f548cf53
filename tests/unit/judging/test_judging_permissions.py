"""What may be done against what is forbidden."""

import pytest
from judged_pairs import SILENT, conflicts, stance

CONFLICTS = [
    ("Horses are welcome.", "Horses are not admitted."),
    ("Rowing is possible on the lake.", "Rowing is forbidden on the lake."),
    ("Vouchers are not accepted.", "Guests can pay with vouchers."),
    ("Paying with vouchers is possible.", "Vouchers are not accepted."),
    ("Horses are welcome on the beach.", "No horses are allowed on the beach."),
    ("Horses may cross the beach.", "Horses are not permitted on the beach."),
    ("Kites can be flown on the beach.", "Kites are not allowed on the beach."),
    ("Skateboards are allowed on the pier.", "Skateboards are banned on the pier."),
    ("Kites are banned.", "Kites are fine."),
    ("Smoking is allowed on the pier.", "Smoking is not OK on the pier."),
    ("Notes are allowed in the file.", "The file must not contain notes."),
    ("Salt is allowed.", "Salt should be avoided."),
    ("Dogs are welcome.", "Pets are not allowed."),
]

NO_CONFLICTS = [
    ("Horses are welcome on the beach.", "Camels are not allowed on the beach."),
    ("Horses are welcome on the beach.", "Horses are not allowed in the dunes."),
    ("Horses are welcome on the beach.", "Horses are allowed on the beach."),
    ("Horses can swim.", "Horses cannot climb trees."),
    ("Rowing is possible in May.", "Rowing is not possible in October."),
    ("Guests can hire horses.", "Horses are not allowed on the beach."),
    ("Visitors can see the mill.", "The mill is not admitted to the list."),
    ("The soup is fine.", "The soup can be ordered."),
    ("Notes are allowed in the file.", "The header must not contain notes."),
    ("Wine is allowed during the fast.", "Wine must be avoided while taking the drug."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_permitted_contradicts_what_is_forbidden(one: str, other: str) -> None:
    assert stance(one, other, "polarity") == "contradicts"
    assert stance(other, one, "polarity") == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_other_ones_or_other_places_do_not(one: str, other: str) -> None:
    assert stance(one, other, "polarity") == SILENT


def test_a_ban_with_further_limits_is_a_tension() -> None:
    banned = "Horses are banned from the beach in summer."
    assert stance("Horses are welcome.", banned, "polarity") == "qualifies"


ADVISED_AGAINST = [
    ("The seedlings can be watered.", "The seedlings must not be watered."),
    ("The resin is safe for beginners.", "Beginners should not use the resin."),
    ("The trail is suitable for cyclists.", "Cyclists should not take the trail."),
]

NOT_ADVISED_AGAINST = [
    ("The seedlings can be watered.", "The saplings must not be watered."),
    ("The seedlings can be watered.", "The seedlings must be watered."),
    ("The seedlings cannot be watered.", "The seedlings must not be watered."),
    ("The resin is safe for beginners.", "Children should not use the resin."),
    ("The resin is safe for beginners.", "Beginners should not use the lathe."),
    ("The resin is expensive for beginners.", "Beginners should not use the resin."),
]


@pytest.mark.parametrize(("one", "other"), ADVISED_AGAINST)
def test_to_advise_against_what_is_possible_or_safe_is_a_tension(one: str, other: str) -> None:
    for found in (conflicts(one, other), conflicts(other, one)):
        assert [told.partition(":")[0] for told in found] == ["qualifies"]


@pytest.mark.parametrize(("one", "other"), NOT_ADVISED_AGAINST)
def test_advice_on_other_things_or_to_others_is_none(one: str, other: str) -> None:
    assert conflicts(one, other) == []


def test_what_may_be_done_must_not_be_done() -> None:
    one = "Visitors may touch the skulls."
    assert stance(one, "Visitors must not touch the skulls.") == "contradicts"
    assert stance(one, "Visitors must not touch the skulls at night.") == "qualifies"
    assert stance(one, "Visitors should not touch the skulls.") == "qualifies"
