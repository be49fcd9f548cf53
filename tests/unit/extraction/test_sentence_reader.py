"""One sentence into claims: which clauses make one, in which order, and where each stands."""

from __future__ import annotations

import pytest
from claim_reading import claims, only

from factcheck.model import Polarity


def test_clauses_become_claims_in_the_order_they_are_read() -> None:
    found = claims("The tower leans, but it does not sink, and visitors climb it.")
    assert [claim.polarity for claim in found] == [
        Polarity.AFFIRMED,
        Polarity.NEGATED,
        Polarity.AFFIRMED,
    ]
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The report states that wages fell.",
        "Experts warn that the dam is weak.",
        "It was once believed that swallows slept in mud.",
    ],
)
def test_a_clause_that_only_reports_is_no_claim_of_its_own(sentence: str) -> None:
    claim = only(sentence)
    assert not {"state", "warn", "believ"} & set(claim.predicate)


def test_it_was_somebody_who_is_one_claim() -> None:
    claim = only("It was Orde who found the comet in 1904.")
    assert "find" in claim.predicate
    assert [value.text for value in claim.values] == ["1904"]


def test_a_quantity_belongs_to_the_clause_that_holds_it() -> None:
    found = claims("The ferry carries 600 passengers and the barge carries 40 tonnes.")
    assert [[value.text for value in claim.values] for claim in found] == [
        ["600 passengers"],
        ["40 tonnes"],
    ]


def test_claims_of_a_later_sentence_stand_where_it_stands() -> None:
    text = "The mill was built in 1784. It burned in 1802, but the walls survived."
    for claim in claims(text):
        assert claim.quote == text[claim.start : claim.end]
        assert claim.sentence.covers(claim.span)
    assert {text[one.sentence.start : one.sentence.end] for one in claims(text)} == {
        "The mill was built in 1784.",
        "It burned in 1802, but the walls survived.",
    }
