"""The noun phrases around a verb."""

from __future__ import annotations

import pytest
from claim_reading import tagged

from factcheck.extraction.clause import phrase_before, subject_range


def position(text: str, word: str) -> int:
    return next(n for n, token in enumerate(tagged(text)) if token.text == word)


def words(text: str, low: int, high: int) -> str:
    tokens = tagged(text)
    return text[tokens[low].start : tokens[high - 1].end] if low < high else ""


@pytest.mark.parametrize(
    ("text", "verb", "about"),
    [
        ("The old mill burned.", "burned", "The old mill"),
        ("The price of rice doubled.", "doubled", "The price of rice"),
        ("Slowly, the ice melted.", "melted", "the ice"),
        ("In Kenya, coffee is picked by hand.", "is", "coffee"),
        ("The ferry never sank.", "sank", "The ferry"),
        ("Ravens, crows and jays cache food.", "cache", "Ravens, crows and jays"),
        ("In 1903 the brothers flew.", "flew", "the brothers"),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, about: str) -> None:
    assert words(text, *subject_range(tagged(text), 0, position(text, verb))) == about


def test_no_words_no_subject() -> None:
    low, high = subject_range(tagged("Melted."), 0, 0)
    assert low == high


@pytest.mark.parametrize(
    ("text", "before", "phrase", "person"),
    [
        ("The drug blocks the enzyme that breaks it down.", "that", "the enzyme", False),
        ("The report praised the price of rice, which fell.", "which", "the price of rice", False),
        (
            "The trial enrolled patients with severe pain who slept badly.",
            "who",
            "patients with severe pain",
            True,
        ),
    ],
)
def test_the_phrase_before_a_place(text: str, before: str, phrase: str, person: bool) -> None:
    low, high = phrase_before(tagged(text), position(text, before), person)
    assert words(text, low, high) == phrase
