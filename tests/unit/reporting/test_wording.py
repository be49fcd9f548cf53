"""Words shared by the formats."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Run
from factcheck.reporting.content import PlaceNote
from factcheck.reporting.report import build_report
from factcheck.reporting.wording import (
    clean,
    likelihood,
    noted,
    question,
    safe_address,
    share,
    support,
)


@given(st.text())
def test_clean_text_is_one_printable_line(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert "\x1b" not in cleaned and "\n" not in cleaned and "\u202e" not in cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        ("polarity", "is it so or not?"),
        ("value", "how long?"),
        ("value-money:USD", "how much money?"),
        ("value-unit:sheep", "how much?"),
        ("value-unit:time of day", "at what time?"),
        ("value-count/day", "how many?"),
        ("own-rule", "which of these holds?"),
    ],
)
def test_the_question_goes_by_the_rule(run: Run, rule: str, asked: str) -> None:
    dispute = run.disputes[0]
    pair = evolve(dispute.judgements[0], rule=rule)
    assert question(evolve(dispute, judgements=(pair,))) == f"Deck repair: {asked}"


def test_a_topic_that_asks_is_the_question(run: Run) -> None:
    assert question(evolve(run.disputes[0], topic="how long?")) == "How long?"


@given(st.floats(0, 1))
def test_confidence_has_words_and_a_share(confidence: float) -> None:
    assert likelihood(confidence)
    assert (share(confidence) == "1") == (confidence == 1)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//example.org/a",
        "/etc/hosts",
        "http://[broken",
        "https://",
        'https://example.org/"onclick="x',
        "https://example.org/a b",
        "java\nscript:alert(1)",
        "",
    ],
)
def test_unsafe_addresses_are_not_linked(address: str) -> None:
    assert safe_address(address) == ""


def test_notes_that_the_text_shows_are_counted_and_others_told() -> None:
    notes = (
        PlaceNote("garbled", "bosom peril", "…", "breast cancer"),
        PlaceNote("promotional", "miracle", "…"),
        PlaceNote("promotional", "order now", "…"),
        PlaceNote("dubious", "the words", "seldom seen"),
    )
    assert noted(notes) == [
        "“the words”: seldom seen",
        "1 garbled term; what it stands for follows in capitals",
        "2 turns of advertising, underlined with dots",
    ]


@pytest.mark.parametrize(
    ("sources", "independent", "documents", "told"),
    [
        (4, 4, 4, "all 4 sources, independent of each other"),
        (3, 2, 4, "3 of 4 sources, that is most, 2 of them independent"),
        (2, 1, 4, "2 of 4 sources, which repeat each other"),
    ],
)
def test_support_counts_sources_and_those_that_stand_by_themselves(
    run: Run, sources: int, independent: int, documents: int, told: str
) -> None:
    agreement = build_report(run).agreements[0]
    testimonies = agreement.testimonies[:1] * sources
    wide = evolve(agreement, testimonies=testimonies, independent=independent)
    assert support(wide, documents) == told
