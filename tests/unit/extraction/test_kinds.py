"""The sort of statement that a claim is."""

from __future__ import annotations

import pytest
from claim_reading import only, wrong

from factcheck.model import ClaimKind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Saffron is a spice.", ClaimKind.DEFINITION),
        ("Ice is not a metal.", ClaimKind.DEFINITION),
        ("Salt raises blood pressure.", ClaimKind.EFFECT),
        ("The fine was reduced by the court.", ClaimKind.EFFECT),
        ("The bridge poses a high risk of collapse.", ClaimKind.RISK),
        ("The procedure carries no risk of infection.", ClaimKind.RISK),
        ("The ticket costs 12 euros.", ClaimKind.QUANTITY),
        ("The choir has forty members.", ClaimKind.QUANTITY),
        ("The exhibition lasted for six months.", ClaimKind.TIME),
        ("The lighthouse was built in 1877.", ClaimKind.DATE),
        ("The state licensed the casino.", ClaimKind.REGULATION),
        ("The law prohibits the sale of ivory.", ClaimKind.REGULATION),
        ("The two methods differ.", ClaimKind.COMPARISON),
        pytest.param(
            "Steel is heavier than wood.",
            ClaimKind.COMPARISON,
            marks=wrong("a comparison that no list of degrees holds is a plain statement"),
        ),
        pytest.param(
            "The fungus is classified as a pathogen.",
            ClaimKind.DEFINITION,
            marks=wrong("any “classify” is taken for the act of an authority"),
        ),
        ("The orchestra toured Japan.", ClaimKind.STATEMENT),
        ("The rail link is expensive.", ClaimKind.STATEMENT),
    ],
)
def test_kind(sentence: str, kind: ClaimKind) -> None:
    assert only(sentence).kind is kind
