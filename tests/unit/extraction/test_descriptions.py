"""Phrases without a verb, read as statements where somebody states them."""

import pytest

import factcheck as fc
from factcheck.extraction import ClauseExtractor
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.segmentation import PunktSegmenter

EXTRACTOR = ClauseExtractor(Terms(load(("english",))), PunktSegmenter())


@pytest.mark.parametrize(
    ("text", "subject", "terms"),
    [
        ("Two boats in the harbour.", "Two boats", ("boat", "port")),
        ("A field behind the mill", "A field", ("field", "mill")),
    ],
)
def test_a_stated_phrase_is_a_claim(text: str, subject: str, terms: tuple[str, ...]) -> None:
    (claim,) = EXTRACTOR.extract(fc.read_text(text), stated=True).claims
    assert claim.subject is not None
    assert claim.subject.text == subject
    assert claim.terms == terms
    assert claim.predicate == ("be",)


@pytest.mark.parametrize("text", ["Two boats in the harbour.", "A field behind the mill"])
def test_a_phrase_that_nobody_states_is_none(text: str) -> None:
    assert EXTRACTOR.extract(fc.read_text(text)).claims == ()


@pytest.mark.parametrize("text", ["Boats.", "In the harbour.", "Is it red?"])
def test_not_every_phrase_describes(text: str) -> None:
    assert EXTRACTOR.extract(fc.read_text(text), stated=True).claims == ()
