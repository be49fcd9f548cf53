"""Clauses without a finite verb: participial phrases and appositions."""

from __future__ import annotations

import pytest
from claim_reading import claims, saying, subject


def test_a_participial_tail_speaks_of_the_subject() -> None:
    main, tail = claims("The glacier retreated by two kilometres, exposing bare rock.")
    assert main.quote == "The glacier retreated by two kilometres"
    assert tail.quote == "exposing bare rock"
    assert subject(tail) == subject(main) == "The glacier"


def test_a_leading_participle_is_a_statement_of_its_own() -> None:
    leading, main = claims("Built in 1932, the bridge carries eight lanes.")
    assert subject(leading) == subject(main) == "the bridge"
    assert leading.quote == "Built in 1932"
    assert main.quote == "the bridge carries eight lanes"


def test_the_date_of_a_leading_participle_is_not_that_of_the_main_statement() -> None:
    _, main = claims("Built in 1932, the bridge carries eight lanes.")
    assert [value.scale for value in main.values] == ["count"]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "Anna Berg, a chemist from Uppsala, isolated the compound.",
            "Anna Berg is a chemist from Uppsala.",
        ),
        ("The Vasa (a Swedish warship) sank in 1628.", "The Vasa is a Swedish warship."),
        ("The striker — a former sprinter — scored twice.", "The striker is a former sprinter."),
    ],
)
def test_an_apposition_says_what_something_is(sentence: str, statement: str) -> None:
    claim = saying(sentence, statement)
    assert claim.categories
    assert claim.predicate == ("be",)


def test_a_list_is_no_apposition() -> None:
    assert len(claims("The reserve shelters the lynx, the otter and the beaver.")) == 1
