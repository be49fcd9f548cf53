"""How a claim stands is known by what it holds, not by what stands around it."""

from __future__ import annotations

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.incremental.standing import anywhere
from factcheck.model import Claim, Document
from factcheck.pipeline import Pipeline, make_pipeline

TEXT = "The Orne mill was not built in 1903."


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings())


def first(pipeline: Pipeline, document: Document) -> Claim:
    """Return the claim that speaks of the mill."""
    return next(c for c in pipeline.extractor.extract(document).claims if "mill" in c.text)


def test_a_claim_stands_the_same_where_it_moved(pipeline: Pipeline) -> None:
    claim = first(pipeline, fc.read_text(TEXT, "a.txt"))
    moved = first(pipeline, fc.read_text(f"It is noon now. {TEXT} It is red.", "a.txt"))
    assert moved.start > claim.start
    assert anywhere(moved) == anywhere(claim)


@pytest.mark.parametrize(
    "other",
    [
        fc.read_text(TEXT, "b.txt"),
        fc.read_text(TEXT.replace("3", "4"), "a.txt"),
        evolve(fc.read_text(TEXT, "a.txt"), title="Mills"),
        evolve(fc.read_text(TEXT, "a.txt"), authority=0.9),
    ],
)
def test_what_it_holds_and_who_says_it_count(pipeline: Pipeline, other: Document) -> None:
    claim = first(pipeline, fc.read_text(TEXT, "a.txt"))
    assert anywhere(first(pipeline, other)) != anywhere(claim)


def test_every_place_in_a_claim_counts_with_its_words(pipeline: Pipeline) -> None:
    claim = first(pipeline, fc.read_text(TEXT, "a.txt"))
    assert claim.negation is not None
    cue = evolve(claim.negation, span=claim.negation.span.moved(1))
    assert anywhere(evolve(claim, negation=cue)) != anywhere(claim)


def test_topics_come_of_the_corpus_and_do_not_count(pipeline: Pipeline) -> None:
    claim = first(pipeline, fc.read_text(TEXT, "a.txt"))
    assert anywhere(evolve(claim, topics=("t-1",))) == anywhere(claim)
