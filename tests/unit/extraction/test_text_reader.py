"""Cues of a text in their places, and what a text denies."""

from __future__ import annotations

import pytest

import factcheck as fc


def test_cues_of_several_sentences_stand_in_their_places() -> None:
    text = "The first well was dry.\n\nThe second was never used.  It may hold water."
    found = fc.cues(text)
    assert [(cue.kind, cue.text, cue.scope.of(text)) for cue in found] == [
        ("negation", "never", "The second was never used"),
        ("speculation", "may", "may hold water"),
    ]
    assert all(cue.span.of(text) == cue.text for cue in found)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The soil contains no lead.", "lead"),
        ("The soil contains no LEAD, zinc or copper.", "zinc"),
        ("No cracks, leaks, stains.", "stains"),
        ("He denied any contact with the firm.", "contact with  the firm"),
        ("The tower was not damaged.", "tower"),
        ("The beach is free of litter.", '"litter"'),
        ("The culture was negative for mould.", "mould"),
        ("A leak was ruled out.", "leak"),
    ],
)
def test_a_concept_is_denied(text: str, concept: str) -> None:
    assert fc.negated(text, concept)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("The soil contains lead but no zinc.", "lead"),
        ("No zinc was found, though the soil does hold lead.", "lead"),
        ("There is no lead in the soil. The lead is in the paint.", "lead"),
        ("The test is to rule out lead.", "lead"),
        ("The soil contains no lead.", "copper"),
        ("The mine did not only yield lead.", "lead"),
    ],
)
def test_a_concept_is_not_denied(text: str, concept: str) -> None:
    assert not fc.negated(text, concept)
