"""How words stand to each other: what excludes what, and what is a kind of what."""

import pytest

from factcheck.judging.context import Context, make_relations
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms

TERMS = Terms(load(("english",)))
CONTEXT = Context({}, {}, make_relations(TERMS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red", "green"),
        ("danish", "peru"),
        ("madrid", "denmark"),
        ("texas", "canada"),
        ("poodle", "collie"),
        ("poet", "whale"),
        ("third", "12th"),
        ("11th", "12th"),
    ],
)
def test_what_excludes_what(one: str, other: str) -> None:
    assert CONTEXT.exclude(TERMS.of(one), TERMS.of(other))
    assert CONTEXT.exclude(TERMS.of(other), TERMS.of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("red", "crimson"),
        ("madrid", "europe"),
        ("danish", "european"),
        ("texas", "american"),
        ("poodle", "dog"),
        ("poet", "painter"),
        ("third", "3rd"),
        ("red", "wooden"),
    ],
)
def test_what_goes_together(one: str, other: str) -> None:
    assert not CONTEXT.exclude(TERMS.of(one), TERMS.of(other))


def test_phrases_are_found_in_their_words() -> None:
    words = [TERMS.of(word) for word in ("small", "living", "room")]
    assert TERMS.of("living room") in CONTEXT.kinds(words)
    assert TERMS.of("living room") not in CONTEXT.kinds(words[:2])


@pytest.mark.parametrize(("word", "acts"), [("poodle", True), ("tram", True), ("granite", False)])
def test_who_takes_part(word: str, acts: bool) -> None:
    assert CONTEXT.takes_part(TERMS.of(word)) is acts


def test_un_before_a_word_denies_it_but_not_in_every_word() -> None:
    context = Context({}, {}, make_relations(Terms(load())))
    assert context.opposed("salt", "unsalt")
    assert context.opposed("unsalt", "salt")
    assert not context.opposed("til", "until")
