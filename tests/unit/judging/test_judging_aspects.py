"""What claims can be told apart by before they are compared."""

from __future__ import annotations

import pytest

import factcheck as fc
from factcheck.model import Claim
from factcheck.pipeline import make_pipeline
from factcheck.reading import corpus_of

PIPELINE = make_pipeline(fc.Settings(jobs=1))


def claim(text: str) -> Claim:
    (extraction,) = PIPELINE.extract(corpus_of([fc.read_text(text, "one.txt")]))
    (only,) = extraction.claims
    return only


def answers(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for question, answer in PIPELINE.aspects(claim(text)).answers:
        found.setdefault(question, set()).add(answer)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tower is built of brick.", "The tower is built of granite."),
        ("The brick tower is free from cracks.", "The tower is built of granite."),
        ("The tower is 30 metres tall.", "The tower is 40 metres tall."),
        ("Gloves are compulsory in the tower.", "Visitors need not wear gloves in the tower."),
        ("The tower is open daily.", "The tower is closed on Mondays."),
        ("Entry to the tower is free.", "Visitors pay to enter the tower."),
        ("The belfry is the only tower in Arn.", "There are two towers in Arn."),
    ],
)
def test_claims_that_answer_a_question_otherwise(one: str, other: str) -> None:
    first, second = answers(one), answers(other)
    assert any(not first[question] & second[question] for question in first.keys() & second)


def test_what_a_claim_is_about_answers_nothing() -> None:
    first, second = answers("The bridge is famous."), answers("The tower is famous.")
    assert all(first[question] & second[question] for question in first.keys() & second)
    assert "bridg" in claim("The bridge is famous.").subject_terms
