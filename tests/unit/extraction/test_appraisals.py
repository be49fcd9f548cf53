"""What a clause says for a thing or against it."""

from __future__ import annotations

import pytest
from claim_reading import claims, only

from factcheck.model import Claim


def appraised(claim: Claim) -> list[tuple[str, str]]:
    """Return respect and side of each appraisal: ``-`` against, ``+`` for."""
    return [(one.respect, "+" if one.favourable else "-") for one in claim.appraisals]


@pytest.mark.parametrize(
    ("sentence", "respect", "side"),
    [
        ("The sealant is safe.", "safety", "+"),
        ("The sealant is not safe.", "safety", "-"),
        ("The sealant has side effects.", "safety", "-"),
        ("The sealant has no side effects.", "safety", "+"),
        ("The sealant has few side effects.", "safety", "+"),
        ("The sealant is free of side effects.", "safety", "+"),
        ("The sealant isn't free of side effects.", "safety", "-"),
        ("The danger of the sealant is low.", "safety", "+"),
        ("The method is still unproven.", "maturity", "-"),
        ("Engineers have studied the method for thirty years.", "maturity", "+"),
        ("The coating is permanent.", "permanence", "+"),
        ("The coating must be renewed every spring.", "permanence", "-"),
        ("The pump is unrivalled.", "standing", "+"),
        ("The pump has its drawbacks.", "standing", "-"),
        ("The fare is affordable.", "cost", "+"),
        ("The tram is unreliable.", "reliability", "-"),
        ("Tickets are in short supply.", "availability", "-"),
        ("The course is open to everyone.", "reach", "+"),
        ("The course is reserved for members.", "reach", "-"),
        ("The buses are rarely on time.", "reliability", "-"),
        ("The engine has never failed.", "reliability", "+"),
        ("The cabin is noisy.", "comfort", "-"),
        ("The brewery is profitable.", "profitability", "+"),
        ("The chapel is in disrepair.", "condition", "-"),
    ],
)
def test_appraisals_are_read_with_respect_and_side(sentence: str, respect: str, side: str) -> None:
    assert (respect, side) in appraised(only(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The sealant is safer than the paint.",
        "The sealant reduces the risk of leaks.",
        "The clinic treats complications of diabetes.",
        "The keys lie in a safe place.",
        "The resin is widely used as a glue.",
        "The resin is now safe.",
        "The ferry leaves at noon.",
    ],
)
def test_what_appraises_nothing(sentence: str) -> None:
    assert all(appraised(claim) == [] for claim in claims(sentence))


def test_a_doubt_is_also_about_what_it_names() -> None:
    claim = only("More research is needed on the long-term effects of the resin.")
    assert {("maturity", "-"), ("permanence", "-")} <= set(appraised(claim))


def test_a_subject_that_only_helps_to_speak_appraises_the_main_matter() -> None:
    text = "The resin sets fast. The resin smells. Side effects include headaches."
    assert [one.of for claim in claims(text) for one in claim.appraisals] == [("resin",)]


def test_a_relative_clause_tells_which_people_a_thing_is_for() -> None:
    claim = claims("The pump is meant for users who had no success with a siphon.")[0]
    assert ("reach", "-") in appraised(claim)
