"""Clauses as sentences that can be read alone."""

from __future__ import annotations

import pytest
from claim_reading import last


def test_the_predicate_of_a_shared_passive_stays_passive() -> None:
    second = last("The tower was designed by Ruiz and built by prisoners.")
    assert second.text in {"The tower was built by prisoners.", "The tower is built by prisoners."}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The ferry was built in Genoa. It's green.", "The ferry is green."),
        ("The mine never made a profit.", "The mine never made a profit."),
        ("The comet probably formed beyond Neptune.", "The comet probably formed beyond Neptune."),
        ("The course rarely fails.", "The course rarely fails."),
        ("The vaccine also protects dogs.", "The vaccine also protects dogs."),
        ("Built in 1932, the bridge carries eight lanes.", "The bridge carries eight lanes."),
    ],
)
def test_a_restatement_reads_alone_and_says_the_same(text: str, statement: str) -> None:
    assert last(text).text == statement


@pytest.mark.parametrize(
    "statement",
    ["Somebody else has bought the mill.", "Nine species of finch have been counted there."],
)
def test_what_has_its_auxiliary_gets_no_other(statement: str) -> None:
    assert last(statement).text == statement


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ('"The weir has moved," said the warden.', "The weir has moved."),
        ("“The lamps were sold in May.” “Nobody minded.”", "Nobody minded."),
        ('The clause calls the yard a "garden".', 'The clause calls the yard a "garden".'),
        ("The clause calls the yard a “garden”.", "The clause calls the yard a “garden”."),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(text: str, statement: str) -> None:
    assert last(text).text == statement
