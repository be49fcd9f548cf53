"""Claims about claims: a report called false denies what it tells."""

from __future__ import annotations

import pytest
from claim_reading import claims

from factcheck.model import Polarity

DENIED = [
    ("Reports that the mayor resigned are false.", "The mayor resigned."),
    ("The claim that the dam leaks was debunked.", "The dam leaks."),
    ("The story that the mayor resigned is a hoax.", "The mayor resigned."),
    ("It is a myth that bats are blind.", "Bats are blind."),
    ("Officials refuted reports that the mill workers have cholera.", "The mill workers have"),
    ("The rumour that the dam leaks is not true.", "The dam leaks."),
]

AFFIRMED = [
    ("The report that the bridge collapsed is true.", "The bridge collapsed."),
    ("The theory that tides follow the moon was confirmed.", "Tides follow the moon."),
    ("The rumour that the dam leaks is not false.", "The dam leaks."),
]


@pytest.mark.parametrize(("text", "content"), DENIED)
def test_a_report_called_false_denies_its_content(text: str, content: str) -> None:
    (claim,) = claims(text)
    assert claim.text.startswith(content)
    assert claim.polarity is Polarity.NEGATED
    assert claim.endorsed


@pytest.mark.parametrize(("text", "content"), AFFIRMED)
def test_a_report_called_true_affirms_its_content(text: str, content: str) -> None:
    (claim,) = claims(text)
    assert claim.text == content
    assert claim.polarity is Polarity.AFFIRMED


def test_a_report_of_a_thing_called_false_denies_the_thing() -> None:
    (claim,) = claims("Reports of floods in the town are untrue.")
    assert claim.polarity is Polarity.NEGATED
    assert claim.text == "Reports of floods in the town are untrue."
    assert claim.negation is not None
    assert claim.negation.text == "untrue"
    assert "report" not in claim.terms


@pytest.mark.parametrize(
    "text",
    ["The reports are long.", "The story that matters is long.", "The teeth of the saw are false."],
)
def test_other_sentences_judge_no_report(text: str) -> None:
    assert all(claim.polarity is Polarity.AFFIRMED for claim in claims(text))
