"""What may be done against what is forbidden."""

import pytest
from judged_pairs import SILENT, stance

CONFLICTS = [
    ("Horses are welcome on the beach.", "No horses are allowed on the beach."),
    ("Horses may cross the beach.", "Horses are not permitted on the beach."),
    ("Kites can be flown on the beach.", "Kites are not allowed on the beach."),
    ("Skateboards are allowed on the pier.", "Skateboards are banned on the pier."),
]

NO_CONFLICTS = [
    ("Horses are welcome on the beach.", "Camels are not allowed on the beach."),
    ("Horses are welcome on the beach.", "Horses are not allowed in the dunes."),
    ("Horses are welcome on the beach.", "Horses are allowed on the beach."),
    ("Horses can swim.", "Horses cannot climb trees."),
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
