"""Pronouns that one text leaves open and the other fills."""

import pytest
from judged_pairs import SILENT, conflicts, stance

SUPPLIED = [
    ("It was founded on 3 May 1950.", "The Orla Choir was founded in 1961."),
    ("She was born in Lund in 1802.", "Ada Lind was born in 1812."),
    ("Released by a small label, the album came out in 1990.", "Northern Tides came out in 1992."),
    ("It has 49 rooms.", "It has 52 rooms."),
]

KEPT = [
    ("He died in 1950.", "The festival ended in 1960."),
    ("The people they met left in 1950.", "Ada Lind left in 1960."),
    ("It was founded in 1950.", "She was founded in 1960."),
]


@pytest.mark.parametrize(("one", "other"), SUPPLIED)
def test_the_other_text_supplies_the_subject(one: str, other: str) -> None:
    assert stance(one, other, "value") == "contradicts"


@pytest.mark.parametrize(("one", "other"), SUPPLIED)
def test_documents_of_a_collection_supply_each_other_with_nothing(one: str, other: str) -> None:
    assert conflicts(one, other) == []


@pytest.mark.parametrize(("one", "other"), KEPT)
def test_what_cannot_stand_for_it_is_not_supplied(one: str, other: str) -> None:
    assert stance(one, other, "value") == SILENT
