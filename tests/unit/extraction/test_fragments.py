"""Phrases without a verb that state something with what stands before them."""

from __future__ import annotations

import pytest
from claim_reading import claims, extraction, last

BRIDGE = "The bridge spans the Orde. "


@pytest.mark.parametrize(
    ("text", "statement", "quote"),
    [
        ("How long is the pier? About 80 metres.", "The pier is about 80 metres long.",
         "About 80 metres"),
        ("How old is the pier? 120 years.", "The pier is 120 years old.", "120 years"),
        ("How often do the ferries run? Every ten minutes.",
         "The ferries do run every ten minutes.", "Every ten minutes"),
        ("How many people live there? About 4,000.", "About 4,000 people live there.",
         "About 4,000"),
        ("How many stops does the line have? 12.", "The line does have 12 stops.", "12"),
        ("How much is a ticket? £2.20.", "A ticket is £2.20.", "£2.20"),
        ("When did the line open? 1901.", "The line did open in 1901.", "1901"),
        ("When was the pier built? In 1890, by the guild.",
         "The pier was built in 1890, by the guild.", "In 1890, by the guild"),
        ("Where is the ticket office? In Kirk Lane.", "The ticket office is in Kirk Lane.",
         "In Kirk Lane"),
        ("Who owns the pier? The guild.", "The guild owns the pier.", "The guild"),
        ("Who is the keeper? Ada Holm.", "The keeper is Ada Holm.", "Ada Holm"),
        ("What is kefir? A sour drink made of milk.", "Kefir is a sour drink made of milk.",
         "A sour drink made of milk"),
        ("And what does it cost? £3.", "The bridge does cost £3.", "£3"),
    ],
)  # fmt: skip
def test_a_question_and_its_answer_are_a_statement(text: str, statement: str, quote: str) -> None:
    claim = last(BRIDGE + text)
    assert claim.text == statement
    assert claim.quote == quote


def test_the_answer_to_a_heading_stands_in_the_next_passage() -> None:
    found = extraction("## How long is the pier?\n\nAbout 80 metres.\n", format="md").claims
    assert [claim.text for claim in found] == ["The pier is about 80 metres long."]
    assert found[0].values[0].text == "About 80 metres"


@pytest.mark.parametrize(
    "text",
    [
        "Why was the pier built? Because of the floods.",
        "How do I get there? Bus 40.",
        "What may I bring? Dogs and bicycles.",
        "How long has the pier got? By Ada Holm.",
        "Who built it?",
        "How long is it? Nobody knows.",
    ],
)
def test_other_questions_are_not_answered(text: str) -> None:
    reasons = [skipped.reason for skipped in extraction(text).skipped]
    assert "question" in reasons
    assert all(claim.text == "Nobody knows." for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The line serves:\n\n- the harbour\n- the old town\n",
         ["The line serves the harbour.", "The line serves the old town."]),
        ("The benefits include the following:\n\n- lower fares\n- quieter streets\n",
         ["The benefits include lower fares.", "The benefits include quieter streets."]),
        ("The soap is made of:\n\n- oil\n- lye\n",
         ["The soap is made of oil.", "The soap is made of lye."]),
        # what is no part of the sentence
        ("The town has two museums:\n\n- the mill\n- the forge\n", ["The town has two museums."]),
        ("The line serves:\n\n- The harbour is old.\n- the town\n",
         ["The line serves the town.", "The harbour is old."]),
        ("The line is old.\n\n- the harbour\n", ["The line is old."]),
    ],
)  # fmt: skip
def test_a_list_goes_on_with_the_sentence_before_it(text: str, statements: list[str]) -> None:
    found = [claim.text for claim in extraction(text, format="md").claims]
    assert sorted(found) == sorted(statements)


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("Length of the pier: 80 m", None),
        ("Opening hours: 9 am to 5 pm", "Opening hours are 9 am to 5 pm."),
        ("Ticket price: £3", "Ticket price is £3."),
        ("Tel: 01234 567890", None),
        ("Figure 3: 40 ships", None),
        ("Note: closed on Mondays", None),
        ("Mind the gap: 40 cm", None),
    ],
)
def test_a_label_and_its_value(line: str, statement: str | None) -> None:
    found = [claim.text for claim in extraction(f"- {line}\n", format="md").claims]
    assert found == ([statement] if statement else [])
