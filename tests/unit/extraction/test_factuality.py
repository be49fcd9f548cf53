"""How a sentence commits to its clauses where several signs meet."""

from __future__ import annotations

import pytest
from claim_reading import last

from factcheck.model import Certainty, Polarity


@pytest.mark.parametrize(
    ("sentence", "polarity", "certainty", "endorsed"),
    [
        ("The well is dry.", Polarity.AFFIRMED, Certainty.ASSERTED, True),
        ("The well is not dry.", Polarity.NEGATED, Certainty.ASSERTED, True),
        ("The well may be dry.", Polarity.AFFIRMED, Certainty.HEDGED, True),
        ("The miller said that the well was dry.", Polarity.AFFIRMED, Certainty.REPORTED, True),
        ("The miller said that the well may be dry.", Polarity.AFFIRMED, Certainty.HEDGED, True),
        ("The miller denied that the well was dry.", Polarity.NEGATED, Certainty.REPORTED, True),
        (
            "The miller denied that the well was not dry.",
            Polarity.AFFIRMED,
            Certainty.REPORTED,
            True,
        ),
        (
            "The miller did not say that the well was dry.",
            Polarity.AFFIRMED,
            Certainty.REPORTED,
            False,
        ),
        ("The story that the well is dry is untrue.", Polarity.NEGATED, Certainty.ASSERTED, True),
    ],
)
def test_signs_join(
    sentence: str, polarity: Polarity, certainty: Certainty, endorsed: bool
) -> None:
    claim = last(sentence)
    assert (claim.polarity, claim.certainty, claim.endorsed) == (polarity, certainty, endorsed)


def test_the_words_that_turn_a_clause_are_its_negation() -> None:
    claim = last("The miller denied that the well was dry.")
    assert claim.negation is not None
    assert claim.negation.text == "denied"
    assert last("The miller denied that the well was not dry.").negation is None
