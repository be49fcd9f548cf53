"""Questions that the next sentence answers with yes or no."""

from __future__ import annotations

import pytest
from claim_reading import claims, extraction

from factcheck.model import Polarity


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Do owls see in the dark? Yes.", "Owls do see in the dark."),
        (
            "Do masks really prevent colds? No, absolutely not.",
            "Masks really do not prevent colds.",
        ),
        ("Is the tower safe for children? No.", "The tower is not safe for children."),
        ("Can cats swim the river? Yes, they can.", "Cats can swim the river."),
        ("Can the fern harm me? No.", "The fern can not harm me."),
        ("Does the price of oil rise in winter? Yes.", "The price of oil does rise in winter."),
    ],
)
def test_a_question_and_its_answer_are_a_statement(text: str, statement: str) -> None:
    first = claims(text)[0]
    assert first.text == statement
    assert (first.polarity is Polarity.NEGATED) == ("? No" in text)


def test_the_answer_is_the_negation() -> None:
    first = claims("Is the tower safe? No.")[0]
    assert first.negation is not None
    assert first.negation.text == "No"


@pytest.mark.parametrize(
    "text",
    [
        "Is the tower safe? Engineers tested it.",
        "Who built the tower? No one knows.",
        "How high is the tower? No measurements exist.",
        "Is the tower safe?",
    ],
)
def test_other_questions_stay_questions(text: str) -> None:
    assert "question" in {skipped.reason for skipped in extraction(text).skipped}
