"""Forms of verbs, and words that are verbs in one place and nouns in another."""

from __future__ import annotations

import pytest
from claim_reading import LEXICON, tagged

from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.extraction.words_so_far import is_plural, joined_nouns, previous


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("raise", ("raise", "base")),
        ("raises", ("raise", "s")),
        ("raised", ("raise", "ed")),
        ("raising", ("raise", "ing")),
        ("stopped", ("stop", "ed")),
        ("denies", ("deny", "s")),
    ],
)
def test_readings_of_a_form(word: str, reading: tuple[str, str]) -> None:
    assert reading in verb_forms(word, LEXICON)


@pytest.mark.parametrize("word", ["granite", "beautiful", "qzx"])
def test_a_word_that_is_no_verb_has_no_reading(word: str) -> None:
    assert verb_forms(word, LEXICON) == ()
    assert not may_be_finite(word, LEXICON)


@pytest.mark.parametrize(
    ("word", "finite"),
    [("raises", True), ("raised", True), ("cut", True), ("raise", False), ("raising", False)],
)
def test_forms_that_may_be_finite_by_themselves(word: str, finite: bool) -> None:
    assert may_be_finite(word, LEXICON) is finite


@pytest.mark.parametrize(
    ("text", "word", "plural"),
    [
        ("The cats slept.", "cats", True),
        ("The children slept.", "children", True),
        ("The data vanished.", "data", True),
        ("The virus spread.", "virus", False),
        ("The grass grew.", "grass", False),
        ("The crisis passed.", "crisis", False),
        ("The cat slept.", "cat", False),
    ],
)
def test_plurals(text: str, word: str, plural: bool) -> None:
    noun = next(token for token in tagged(text) if token.text == word)
    assert is_plural(noun, LEXICON) is plural


def test_joined_nouns_are_several() -> None:
    assert joined_nouns(tagged("The coffee and the tea"))
    assert not joined_nouns(tagged("The strong tea"))


def test_the_word_before_passes_over_adverbs_and_denials() -> None:
    before = previous(tagged("The pump often not"))
    assert before is not None
    assert before.text == "pump"
    assert previous([]) is None
