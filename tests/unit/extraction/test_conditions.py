"""Whom, where, in what, compared with what and in which case a statement holds."""

from __future__ import annotations

import pytest
from claim_reading import LEXICON, claims, only, saying, wrong

from factcheck.lexicon.terms import Terms

TERMS = Terms(LEXICON)


@pytest.mark.parametrize(
    ("sentence", "kind", "word"),
    [
        ("Among teenagers, the app is popular.", "population", "teenager"),
        ("The dose works in children under five.", "population", "child"),
        ("The rash is rare in adults.", "population", "adult"),
        ("In Kenya, coffee is picked by hand.", "place", "kenya"),
        ("The tax was introduced in Norway in 1991.", "place", "norway"),
        ("Steel is heavier than wood.", "comparator", "wood"),
        ("The drug works faster than aspirin.", "comparator", "aspirin"),
        ("Unlike petrol, hydrogen burns without smoke.", "comparator", "petrol"),
        ("The dish is cooked in oil.", "setting", "oil"),
        ("The manual is written in Danish.", "language", "danish"),
        ("The filter is slower in version 3.2.", "version", "3.2"),
        ("Prices fell last year.", "time", "last_year"),
    ],
)
def test_a_limit_and_its_kind(sentence: str, kind: str, word: str) -> None:
    assert f"{kind}:{TERMS.of(word)}" in only(sentence).conditions


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The bridge collapses if the ice melts.", "bridge collapses"),
        ("If the ice melts, the bridge collapses.", "bridge collapses"),
        ("The crop fails if the rains are late.", "crop fails"),
        ("Unless it rains, the harvest fails.", "harvest fails"),
        ("When the tide turns, crabs move inland.", "rabs move inland"),
        ("The valve opens when the pressure is high.", "valve opens"),
        ("Once the tank is empty, the pump stops.", "pump stops"),
        ("Had the tide turned, the crew would have left.", "crew would"),
        ("Should a member resign, the seat passes to the deputy.", "seat passes"),
    ],
)
def test_a_statement_that_holds_in_a_case_says_so(sentence: str, words: str) -> None:
    claim = saying(sentence, words)
    assert [one for one in claim.conditions if one.startswith("case:")]


@pytest.mark.parametrize(
    "sentence",
    ["The valve opened when the pressure was high.", "Rust needs weeks before it shows."],
)
def test_what_came_about_or_takes_time_is_no_case(sentence: str) -> None:
    claim = claims(sentence)[0]
    assert not [one for one in claim.conditions if one.startswith("case:")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge spans the gorge of the river.",
        pytest.param(
            "The ferry carries more than six hundred passengers.",
            marks=wrong("“more than” before a number is noted as a comparison"),
        ),
        "The wound heals slowly.",
    ],
)
def test_no_limit(sentence: str) -> None:
    assert all(claim.conditions == () for claim in claims(sentence))
    assert claims(sentence)


def test_the_other_side_of_a_comparison_is_no_part_of_the_statement() -> None:
    claim = only("Steel is heavier than wood.")
    assert TERMS.of("steel") in claim.terms
    assert TERMS.of("wood") not in claim.terms


def test_a_population_ends_with_its_phrase() -> None:
    claim = only("In patients with diabetes, the ulcer heals slowly.")
    population = {one for one in claim.conditions if one.startswith("population:")}
    assert population == {f"population:{TERMS.of('diabetes')}"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The raft would have sunk.",
        "Without the wall, the village would have been flooded.",
        "The bridge could have been saved.",
        "The mast would not have held.",
    ],
)
def test_what_did_not_happen_is_hypothetical(sentence: str) -> None:
    assert "case:hypothetical" in only(sentence).conditions


@pytest.mark.parametrize(
    "sentence", ["The raft has sunk.", "The raft would sink every spring.", "They would have tea."]
)
def test_what_happened_is_not_hypothetical(sentence: str) -> None:
    assert "case:hypothetical" not in only(sentence).conditions


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("If a sensor is broken, it is replaced by the guard.", ["A sensor is replaced"]),
        ("The siren sounds when the gate is open.", ["The siren sounds"]),
        (
            "When the gate was opened, the siren was tested.",
            ["The gate was opened", "The siren was tested"],
        ),
    ],
)
def test_a_condition_by_itself_is_no_claim(sentence: str, states: list[str]) -> None:
    found = [claim.text for claim in claims(sentence)]
    assert len(found) == len(states)
    assert all(one.startswith(start) for one, start in zip(found, states, strict=True))


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Unless the valve is closed, water flows.", "Water flows."),
        ("When the tide falls, three rocks appear.", "Three rocks appear."),
        ("If wages drop, demand falls.", "Demand falls."),
        ("When the lamp switch opens, both motors stop.", "Both motors stop."),
        ("The file is lost when the session ends.", "The file is lost."),
    ],
)
def test_a_short_condition_is_parted_from_what_it_limits(sentence: str, statement: str) -> None:
    assert only(sentence).text == statement


@pytest.mark.parametrize("manner", ["by default", "by hand", "by law", "by chance"])
def test_a_manner_is_no_agent(manner: str) -> None:
    assert not saying(f"The gate is closed {manner}.", "gate").limits("agent")
    assert saying("The gate is closed by the guard.", "gate").limits("agent")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The barn was sold before the war ended.", {"event:war", "event:end", "order:before"}),
        ("After the war ended, the barn was sold.", {"event:war", "event:end", "order:after"}),
        ("The barn was sold when the war ended.", {"event:war", "event:end"}),
        ("The barn opens when the ferry arrives.", set()),
        ("The barn was sold while prices fell.", set()),
    ],
)
def test_what_a_clause_is_timed_by(sentence: str, told: set[str]) -> None:
    first = next(claim for claim in claims(sentence) if "barn" in claim.subject_terms)
    assert {limit for limit in first.conditions if limit.startswith(("event", "order"))} == told


def test_what_was_to_be_done_is_a_plan() -> None:
    assert "modality:intended" in only("The bridge was to be finished in 1900.").conditions
    assert "modality:intended" not in only("Owls are to be found in the barn.").conditions
