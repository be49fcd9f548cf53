"""Clauses that only tell who spoke."""

from __future__ import annotations

import pytest
from claim_reading import claims, only

from factcheck.model import Certainty


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The quay is unsafe, the surveyor said.", "the surveyor"),
        ("The quay is unsafe, the surveyor said in May.", "the surveyor"),
        ("The quay is unsafe, the surveyor said Monday.", "the surveyor"),
        ("The quay is unsafe, the surveyor told a crowd of traders.", "the surveyor"),
        ("The quay is unsafe, says Ada Holm.", "Ada Holm"),
        ("“The quay is unsafe,” said Ada Holm.", "Ada Holm"),
        ("“The quay is unsafe,” warns the surveyor.", "the surveyor"),
    ],
)
def test_who_speaks_is_told_behind_the_statement(sentence: str, speaker: str) -> None:
    claim = only(sentence)
    assert claim.attribution == speaker
    assert claim.certainty is Certainty.REPORTED
    assert claim.text.endswith("The quay is unsafe.") or "quay is unsafe" in claim.text
    assert claim.endorsed


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("After the vote the guild agreed.", 1),
        ("When the vote was over, the guild agreed.", 2),
        ("The guild met, and the mayor agreed.", 2),
        ("The guild met, and the mayor said that the quay is safe.", 2),
        ("The law bans carts, and adds a fee of £4.", 2),
    ],
)
def test_a_clause_that_says_more_is_no_frame(sentence: str, count: int) -> None:
    found = claims(sentence)
    assert len(found) == count
    assert not found[0].attribution


def test_what_is_told_of_the_speaker_is_nobodys_report() -> None:
    report, told = claims("“The quay is unsafe,” said Ada Holm, who surveyed it in May.")
    assert report.attribution == "Ada Holm"
    assert told.attribution == ""
    assert told.subject is not None
    assert told.subject.text == "Ada Holm"


def test_a_quotation_that_goes_on_is_all_the_speakers() -> None:
    found = claims("“The quay is unsafe,” the mayor said, “and the pier will close.”")
    assert [claim.attribution for claim in found] == ["the mayor", "the mayor"]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Half of the trams, the survey suggests, run late.", "Half of the trams run late."),
        ("In May, the survey suggests, the trams ran late.", "The trams ran late."),
    ],
)
def test_who_speaks_is_told_in_the_middle(sentence: str, statement: str) -> None:
    claim = only(sentence)
    assert claim.text == statement
    assert claim.attribution == "the survey"
