"""Quantities as gold marks them."""

from __future__ import annotations

import pytest

from factcheck.evaluation.quantities import as_quantities, marked
from factcheck.extraction.quantities import quantities
from factcheck.lexicon import load

LEXICON = load(["english"])


def texts(text: str) -> list[str]:
    return [one["text"] for one in marked(text, quantities(text, LEXICON))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5, 10 and 15 mg of it", ["5, 10 and 15 mg"]),
        ("5 kg and 10 kg", ["5 kg and 10 kg"]),
        ("held in 1990, 1995 and 2000", ["1990, 1995 and 2000"]),
        ("5 kg and 10 kg, respectively", ["5 kg", "10 kg"]),
        ("5 kg, 10 kg went", ["5 kg", "10 kg"]),
        ("20 × 30 mm of it", ["20 × 30 mm"]),
        ("5 kg and 10 m", ["5 kg", "10 m"]),
        ("12 old ships of most nations", ["12"]),
        ("most of the third ships sank twice", []),
    ],
)
def test_lists_are_one_and_what_is_counted_is_left_out(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_a_list_spans_the_values_of_its_members() -> None:
    text = "5 or even more, say 10, kg; 5 kg and 10 kg"
    one = marked(text, quantities(text, LEXICON))[-1]
    assert (one["low"], one["high"], one["scale"], one["unit"]) == (5.0, 10.0, "mass", "kg")


@pytest.mark.parametrize(
    "answer", [{"start": 3, "end": 7}, {"Quantity": {"start": 3, "end": 7}}, {"surface": "5 kg"}]
)
def test_the_place_of_an_answer(answer: dict[str, object]) -> None:
    things = as_quantities("At 5 kg.", [answer])
    assert things["exact"] == {(3, 7)}
    assert len(things["overlapping"] & frozenset([(0, 4), (5, 6)])) == 1
