"""What is on, and what is off."""

from __future__ import annotations

import pytest
from claim_reading import only


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("The alarm is off at night.", "off"),
        ("The alarm is always on.", "on"),
        ("The alarm was turned off by the guard.", "off"),
        ("The alarm has been switched on.", "on"),
    ],
)
def test_a_state_is_part_of_the_predicate(sentence: str, state: str) -> None:
    claim = only(sentence)
    assert claim.predicate[-1] == state
    assert state in claim.terms


@pytest.mark.parametrize(
    "sentence",
    [
        "The alarm is on the wall.",
        "The island is off the coast.",
        "The guard turned off the alarm.",
        "The talks went on for weeks.",
    ],
)
def test_a_preposition_is_no_state(sentence: str) -> None:
    claim = only(sentence)
    assert not {"on", "off"} & {*claim.predicate, *claim.terms}
