"""What is no checkable statement, and the reason given."""

from __future__ import annotations

import pytest
from claim_reading import claims, extraction


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("How deep is the lake?", "question"),
        ("“Can birds predict storms?”", "question"),
        ("You should drink more water.", "advice"),
        ("Keep in mind that paint fades.", "advice"),
        ("Call us today to book your place.", "call to action"),
        ("Visit our website for amazing deals.", "call to action"),
        ("Rinse the lentils in cold water.", "advice"),
        ("Do not freeze.", "advice"),
        ("Don't rinse the lentils twice.", "advice"),
        ("Be wary of whoever calls at the door.", "advice"),
        ("If you or someone you know keeps bees, clover is worth a try.", "advice"),
        ("Our award-winning guides offer unbeatable tours.", "advertising"),
        ("Our experts will plan the revolutionary kitchen of your dreams.", "advertising"),
        ("This article explains how bees find nectar.", "meta"),
        ("Here are five facts about basalt.", "meta"),
        ("Let us look at the numbers.", "meta"),
        ("Always rinse the lentils twice.", "advice"),
        ("If the pain persists, see a doctor.", "advice"),
        ("When the tank is full, close the valve.", "advice"),
        ("To open the gate, turn the wheel.", "advice"),
        ("Never leave the kiln alone.", "advice"),
        ("Visitors are asked to shut the gate.", "advice"),
        ("Tenants should write to the council.", "advice"),
        ("Walk up and see the view for yourself.", "advice"),
        ("The finest bread in town is waiting for you.", "advertising"),
        ("This page was last updated in May.", "meta"),
        ("A quiet morning in the valley.", "no statement"),
    ],
)
def test_skipped_with_its_reason(sentence: str, reason: str) -> None:
    found = extraction(sentence)
    assert found.claims == ()
    assert [(skip.reason, skip.quote) for skip in found.skipped] == [(reason, sentence)]


def test_a_heading_is_skipped_even_where_it_states_something() -> None:
    found = extraction("# The dam leaks\n\nThe dam is safe.\n", format="md")
    assert [(skip.reason, skip.quote) for skip in found.skipped] == [("heading", "The dam leaks")]
    assert [claim.text for claim in found.claims] == ["The dam is safe."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The article was published in 1911.",
        "The guide describes forty walks.",
        "The question divided the party.",
        "Cooks rinse the lentils in cold water.",
        "Yours was the first ship to cross the strait.",
        "Study of the reef began in 1901.",
        "The miracle was declared a fraud by the bishop.",
        "Doctors recommend that adults sleep for seven hours.",
        "The call of the owl carries for two kilometres.",
        "If you or someone you know keeps bees, clover is the best plant to sow.",
        "Never was the river so low.",
        "Visitors were asked to shut the gate in 1950.",
        "The gate should be shut at night.",
        "The finest wool comes from the hills.",
    ],
)
def test_a_plain_statement_is_kept(sentence: str) -> None:
    found = extraction(sentence)
    assert found.skipped == ()
    assert found.claims


def test_nothing_vanishes() -> None:
    text = (
        "How old is the fort? It was built in 1603. Book your tour today. A grey wall."
        " The garrison left in 1901."
    )
    found = extraction(text)
    sentences = {claim.sentence.of(text) for claim in found.claims}
    assert sentences | {skip.quote for skip in found.skipped} == {
        "How old is the fort?",
        "It was built in 1603.",
        "Book your tour today.",
        "A grey wall.",
        "The garrison left in 1901.",
    }


def test_a_sentence_without_content_is_skipped_with_a_reason() -> None:
    found = extraction("It was in 1869.")
    assert found.claims or found.skipped


@pytest.mark.parametrize("text", ["", " \n", "…", "— —", "12", "?!"])
def test_text_without_words_states_nothing(text: str) -> None:
    assert claims(text) == ()
