"""Whole documents: spans into the file, garbled terms, markup, order and identity."""

from __future__ import annotations

import pytest
from claim_reading import claims, extraction, last, only, wrong

from factcheck.model import Certainty, Polarity

SPUN = (
    "The diet lowers the risk of bosom peril. Researchers measured circulatory strain in men."
    " Irregular woodland methods predicted bosom peril."
)


def test_garbled_terms_are_read_in_their_standard_form() -> None:
    first, second, third = extraction(SPUN).claims
    assert first.text == "The diet lowers the risk of breast cancer."
    assert second.text == "Researchers measured blood pressure in men."
    assert third.text.lower() == "random forest methods predicted breast cancer."
    assert {"breast_cancer"} <= set(first.terms)


def test_garbled_terms_are_noted_and_their_spans_untouched() -> None:
    found = extraction(SPUN)
    assert [note.span.of(SPUN) for note in found.notes] == [
        "bosom peril",
        "circulatory strain",
        "Irregular woodland",
        "bosom peril",
    ]
    assert {note.kind for note in found.notes} == {"garbled"}
    assert "breast cancer" in found.notes[0].text
    assert [note.standard for note in found.notes][:2] == ["breast cancer", "blood pressure"]
    assert [claim.quote for claim in found.claims] == [
        sentence.rstrip(".") for sentence in SPUN.split(". ")
    ]


def test_the_language_of_advertising_is_noted_in_claims_and_elsewhere() -> None:
    text = "The miracle diet lowers weight. Our experts offer you the best value, dear friends."
    found = extraction(text)
    assert [note.span.of(text) for note in found.notes] == ["miracle", "Our experts", "best value"]
    assert {(note.kind, note.standard) for note in found.notes} == {("promotional", "")}
    assert [one.reason for one in found.skipped] == ["advertising"]


@pytest.mark.parametrize(
    "text",
    [
        "The diet lowers the risk of bosom peril.",
        "The diet prevents bosom peril and circulatory strain.",
        "Bosom peril is common. Bosom peril is treatable. Bosom peril was named in 1911.",
    ],
)
def test_fewer_than_three_garbled_terms_are_the_authors_own_words(text: str) -> None:
    found = extraction(text)
    assert found.notes == ()
    assert not any("breast" in claim.text for claim in found.claims)


def test_html_claims_quote_the_raw_file_and_read_without_markup() -> None:
    text = (
        "<html><head><title>Rivers</title><style>p {}</style></head><body><h1>The Elbe</h1>"
        "<p>The <b>Elbe</b> flows through Dresden &amp; Hamburg.</p>"
        "<ul><li>It <i>reaches</i> the North&nbsp;Sea.</li></ul>"
        "<script>var dam = 'The dam leaks.';</script></body></html>"
    )
    found = extraction(text, format="html")
    first, second = found.claims
    assert first.quote == "The <b>Elbe</b> flows through Dresden &amp; Hamburg"
    assert text[first.start : first.end] == first.quote
    assert first.words == "The Elbe flows through Dresden & Hamburg"
    assert second.quote == "It <i>reaches</i> the North&nbsp;Sea"
    assert second.words == "It reaches the North Sea"
    assert second.text == "The Elbe reaches the North Sea."
    assert [skip.quote for skip in found.skipped] == ["The Elbe"]


def test_markdown_claims_quote_the_raw_file() -> None:
    text = "# Otters\n\nThe **otter** sleeps in a\nden under a *bank*.\n"
    (claim,) = extraction(text, format="md").claims
    assert claim.quote == text[claim.start : claim.end]
    assert claim.quote.startswith("The **otter** sleeps in a\nden under a *bank")
    assert claim.words == "The otter sleeps in a den under a bank"
    assert claim.text == "The otter sleeps in a den under a bank."


def test_a_cue_in_markup_is_quoted_from_the_raw_file() -> None:
    text = "<p>The drill does <em>not</em> damage the enamel. It <b>may</b>&nbsp;hurt.</p>"
    first, second = extraction(text, format="html").claims
    assert first.polarity is Polarity.NEGATED
    assert first.negation is not None and first.negation.span.of(text) == "not"
    assert second.certainty is Certainty.HEDGED
    assert second.hedge is not None and second.hedge.span.of(text) == "may"


def test_claims_come_in_reading_order_with_ids_of_their_own() -> None:
    text = "The fort was built in 1603 and burned in 1690. The garrison left. It never returned."
    found = claims(text)
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)
    assert len({claim.id for claim in found}) == len(found) == 4


def test_a_statement_made_twice_is_two_claims() -> None:
    first, second = claims("The dam leaks water.\n\nThe dam leaks water.")
    assert first.text == second.text
    assert first.id != second.id


def test_statements_made_twice_are_told_apart_in_their_order() -> None:
    found = claims("The tower is red. It is tall. The tower is red. The tower is red.")
    red = [claim for claim in found if claim.quote == "The tower is red"]
    assert [claim.occurrence for claim in red] == [0, 1, 2]
    assert len({claim.id for claim in red}) == 3
    assert len({claim.fingerprint for claim in red}) == 1


def test_a_claim_keeps_its_id_where_its_document_changes_elsewhere() -> None:
    before = claims("The tower is red. The mill is old.")
    after = claims(
        "The fair was opened in May. The tower is red. The barn is new. The mill is old."
    )
    assert [claim.id for claim in before] == [after[1].id, after[3].id]
    assert [claim.start for claim in before] != [after[1].start, after[3].start]


def test_ids_and_results_are_the_same_again() -> None:
    text = "The fort was built in 1603. It may have burned in 1690."
    assert claims(text) == claims(text)
    assert [claim.id for claim in claims(text)] == [claim.id for claim in claims(text)]


def test_a_claim_lies_in_its_sentence() -> None:
    text = "It rained.\n\nThe wall, which stood on sand, was moved; the tower fell (in 1690)."
    for claim in claims(text):
        assert claim.sentence.covers(claim.span)
        assert claim.sentence.of(text) in {"It rained.", text.split("\n\n")[1]}


@wrong("the quote of an apposition ends before its bracket")
def test_an_unclosed_bracket_is_not_quoted() -> None:
    for claim in claims("The Vasa (a Swedish warship) sank in 1628."):
        assert claim.quote.count("(") == claim.quote.count(")")


def test_founding_is_not_finding() -> None:
    founded, found = last("Lind founded the clinic."), last("Lind found the clinic.")
    assert founded.predicate != found.predicate


def test_long_sentences_are_read() -> None:
    text = "The mill burned" + ", and the baker sold bread" * 60 + "."
    assert len(claims(text)) == 61


def test_a_sentence_without_end_is_skipped_with_its_reason() -> None:
    text = "The mill burned" + ", and the baker sold bread" * 500 + "."
    found = extraction(text)
    assert found.claims == ()
    assert [skip.quote for skip in found.skipped] == [text]
    assert "long" in found.skipped[0].reason


def test_a_name_of_several_words_is_one_term() -> None:
    assert {"heart_failur", "blood_pressur"} <= set(
        only("Walking lowers BP in people with cardiac failure.").terms
    )


def test_words_that_only_begin_like_a_name_stay_apart() -> None:
    assert "heart" in only("The heart pumps blood.").terms


@pytest.mark.parametrize("number", ["2.1 ", "2.1. ", "10.3.2 "])
def test_the_number_of_a_paragraph_is_no_part_of_its_claims(number: str) -> None:
    text = f"{number}The pool was closed in 1984. It holds 300 people."
    closed, holds = extraction(text).claims
    assert closed.text == "The pool was closed in 1984."
    assert holds.text == "The pool holds 300 people."
    assert closed.span.of(text) == "The pool was closed in 1984"


def test_a_decimal_that_opens_a_sentence_counts() -> None:
    (claim,) = extraction("2.1 million people live there.").claims
    assert [value.text for value in claim.values] == ["2.1 million people"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Note: The gate is shut at dusk.", "The gate is shut at dusk."),
        ("WARNING: The casing carries 400 volts.", "The casing carries 400 volts."),
        ("MRS HALE: The mill closed in 1973.", "The mill closed in 1973."),
        ("FINDINGS: The rate fell in winter.", "The rate fell in winter."),
    ],
)
def test_a_label_is_no_part_of_a_claim(text: str, statement: str) -> None:
    (claim,) = extraction(text).claims
    assert claim.text == statement


def test_what_breaks_off_is_left_out() -> None:
    (claim,) = extraction("The tank is emptied in autumn, so.").claims
    assert claim.quote == "The tank is emptied in autumn"
