"""What a clause does something to, also where a pronoun stands for it."""

from __future__ import annotations

import pytest
from claim_reading import last


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The council planned a tunnel in 2010 but has dropped it.", "the tunnel"),
        ("The trust bought the mill in 1980 and restored it in 1991.", "the mill in 1991"),
        ("The trust owns the mill. It bought it in 1980.", "the mill in 1980"),
        ("The mill is old. The trust bought it in 1980.", "the mill in 1980"),
        ("The guild owns two boats. It sold them in 1950.", "two boats in 1950"),
        ("Ada Orde was a pilot. The guild hired her in 1901.", "Ada Orde in 1901"),
        ("The pill helps the gut, but nurses avoid it.", "the pill"),
    ],
)
def test_what_a_pronoun_that_is_an_object_stands_for(text: str, meant: str) -> None:
    claim = last(text)
    assert claim.object is not None
    assert claim.object.resolved
    assert claim.object.text == meant
    assert meant in claim.text


@pytest.mark.parametrize(
    "text",
    ["The trust bought it in 1980.", "The mill is old. The trust hired her in 1980."],
)
def test_an_object_that_nothing_names_stays_open(text: str) -> None:
    claim = last(text)
    assert claim.object is None or not claim.object.resolved
