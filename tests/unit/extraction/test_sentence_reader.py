"""One sentence into claims: in which order they come, and where each stands."""

from __future__ import annotations

from claim_reading import claims

from factcheck.model import Polarity


def test_clauses_become_claims_in_the_order_they_are_read() -> None:
    found = claims("The tower leans, but it does not sink, and visitors climb it.")
    assert [claim.polarity for claim in found] == [
        Polarity.AFFIRMED,
        Polarity.NEGATED,
        Polarity.AFFIRMED,
    ]
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)


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
