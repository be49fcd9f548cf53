"""Which clauses state something of their own."""

from __future__ import annotations

import pytest
from claim_reading import extraction, only


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


def test_a_clause_with_a_figure_says_something() -> None:
    found = extraction("The gap between the walls is almost twice what it was.").claims
    assert [claim.text for claim in found] == ["The gap between the walls is almost twice."]


@pytest.mark.parametrize("text", ["Fares stay as they are.", "He said no. The others did not."])
def test_a_clause_that_stops_at_its_auxiliary_is_no_claim(text: str) -> None:
    assert not any(claim.text.endswith(("are.", "not.")) for claim in extraction(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Indicates that the tank is empty.",
        "The guard checks that the door is locked.",
        "So is the bridge.",
        "Nor does the ferry.",
    ],
)
def test_what_is_looked_for_or_only_named_again_is_no_claim(text: str) -> None:
    told = [claim.text for claim in extraction(text).claims]
    assert told in ([], ["The guard checks."])


def test_what_goes_with_a_rule_is_of_whoever_follows_it() -> None:
    claim = only("Wine must be avoided while taking the drug.")
    assert "case:drug" in claim.conditions


def test_what_a_study_indicates_is_claimed() -> None:
    assert only("The survey indicates that the dam is weak.").text == "The dam is weak."


@pytest.mark.parametrize("text", ["So many boats sank.", "Neither boat sank."])
def test_much_and_neither_of_a_thing_say_something(text: str) -> None:
    assert extraction(text).claims


@pytest.mark.parametrize(
    "text",
    ["The guard refuses to admit visitors that carry knives.",
     "The valve cannot close other valves that are open."],
)  # fmt: skip
def test_what_narrows_a_denial_is_no_claim(text: str) -> None:
    assert len(extraction(text).claims) == 1


def test_what_the_reader_is_asked_to_do_is_no_claim() -> None:
    assert only("The trail is long; allow six hours.").text == "The trail is long."
