"""Who is for a thing against who is against it."""

import pytest
from judged_pairs import SILENT, contradictions, stance

CONFLICTS = [
    ("The parish voted for the weir.", "The parish voted against the weir."),
    ("The guild backs the strike.", "The guild is opposed to the strike."),
    ("Most anglers support the weir.", "Most anglers oppose the weir."),
    ("Most anglers support the weir.", "A majority of anglers is against the weir."),
    ("The mayor does not support the weir.", "The mayor supports the weir."),
]

NO_CONFLICTS = [
    ("Many anglers support the weir.", "Many anglers oppose the weir."),
    ("Two members voted for the weir.", "Three members voted against the weir."),
    ("The guild supports the strike.", "The guild opposes the merger."),
    ("The parish voted for the weir.", "The guild voted against the weir."),
    ("Some members voted for the weir.", "The members voted against the weir."),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_for_contradicts_against(one: str, other: str) -> None:
    assert stance(one, other) == stance(other, one) == "contradicts"
    assert contradictions(one, other)


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_some_and_others_neither_contradict_nor_agree(one: str, other: str) -> None:
    assert stance(one, other) == SILENT
