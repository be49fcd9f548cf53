"""What is said of all of a kind against what is denied of some of them."""

import pytest
from judged_pairs import stance

CONFLICTS = [
    (
        "All guards of the fort have been trained.",
        "Night guards of the fort have not been trained.",
    ),
    (
        "Every map in the vault has been scanned.",
        "The early maps in the vault have not been scanned.",
    ),
    (
        "All lifts in the tower stop at the café.",
        "Express lifts in the tower do not stop at the café.",
    ),
    ("All of the runners finished the race.", "Four of the runners did not finish the race."),
    ("Each of the panes was replaced.", "The panes in the choir were not replaced."),
    (
        "The levy applies to all boats.",
        "Boats with fewer than ten berths are exempt from the levy.",
    ),
    ("The levy applies to all boats.", "The levy does not apply to small boats."),
]

NO_CONFLICTS = [
    (
        "All guards of the fort have been trained.",
        "Night guards of the port have not been trained.",
    ),
    ("All day guards have been trained.", "Night guards have not been trained."),
    (
        "Most guards of the fort have been trained.",
        "Night guards of the fort have not been trained.",
    ),
    ("Almost all lifts stop at the café.", "Express lifts do not stop at the café."),
    ("All guards of the fort have been trained.", "Night guards of the fort have not been armed."),
    ("The levy applies to all boats.", "Boats in the harbour are exempt from the toll."),
    ("The levy applies to most boats.", "Small boats are exempt from the levy."),
    ("All letters have been opened.", "The letter boxes have not been opened."),
    ("In 1990 all trams stopped at the zoo.", "In 2020 express trams did not stop at the zoo."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_said_of_all_contradicts_what_some_are_not(one: str, other: str) -> None:
    assert stance(one, other, "polarity") == "contradicts"
    assert stance(other, one, "polarity") == "contradicts"


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_others_and_most_are_not_all(one: str, other: str) -> None:
    assert "contradicts" not in {stance(one, other, "polarity"), stance(other, one, "polarity")}
