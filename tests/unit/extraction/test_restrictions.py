"""Relative clauses that pick some of several, and the claims that then hold of those only."""

from __future__ import annotations

import pytest
from claim_reading import claims, only


@pytest.mark.parametrize(
    ("sentence", "statement", "which"),
    [
        ("Cars that run on diesel are banned.", "Cars that run on diesel are banned.", {"diesel"}),
        ("Members who paid late were fined.", "Members who paid late were fined.", {"late"}),
        ("Patients who smoke recover slowly.", "Patients who smoke recover slowly.", {"smoke"}),
        (
            "The council banned cars that run on diesel.",
            "The council banned cars that run on diesel.",
            {"diesel"},
        ),
        (
            "The tablets help most people who suffer from insomnia.",
            "The tablets help most people who suffer from insomnia.",
            {"insomnia"},
        ),
    ],
)
def test_a_claim_of_some_tells_of_which(sentence: str, statement: str, which: set[str]) -> None:
    found = {claim.text: claim.limits("which") for claim in claims(sentence)}
    assert found[statement] == which


@pytest.mark.parametrize(
    "sentence",
    [
        "The tram that runs to the port costs £3.",
        "Trams, which run on rails, are heavy.",
        "Berg is a painter who toured the coast.",
        "Side effects that are possible include nausea.",
    ],
)
def test_what_picks_none_of_several_sets_no_limit(sentence: str) -> None:
    assert not any(claim.limits("which") for claim in claims(sentence))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Cars that run on diesel are banned.", {"Cars run on diesel.": False}),
        ("Most people who snore are tired.", {"Most people snore.": False}),
        ("Traditional ovens that burn wood are hot.", {"Traditional ovens burn wood.": True}),
        ("The tram that runs to the port is old.", {"The tram runs to the port.": True}),
    ],
)
def test_what_only_picks_some_is_said_of_nobody_known(sentence: str, said: dict[str, bool]) -> None:
    found = {
        claim.text: "restriction:several" not in claim.conditions for claim in claims(sentence)
    }
    assert said.items() <= found.items()


@pytest.mark.parametrize(
    ("sentence", "which"),
    [
        ("Adults over 65 need six hours of sleep.", {"65", "over"}),
        ("Visitors aged 65 and over pay £3.", {"65", "over"}),
        ("Children under 12 travel free of charge.", {"12", "under"}),
        ("Visitors pay £5.", set()),
    ],
)
def test_an_age_tells_of_which_people(sentence: str, which: set[str]) -> None:
    assert only(sentence).limits("which") == which
