"""Lists that belong together member by member."""

from __future__ import annotations

import pytest
from claim_reading import claims, subject, tagged

from factcheck.extraction.distribution import distributed


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Lines A and B opened in 1901 and 1905 respectively.",
         ["Line A opened in 1901.", "Line B opened in 1905."]),
        ("The single and the day ticket cost £3 and £5, respectively.",
         ["The day ticket cost £5.", "The single cost £3."]),
        ("The north, middle and south towers are 30 m, 42 m and 55 m tall, respectively.",
         ["The middle tower is 42 m tall.", "The north tower is 30 m tall.",
          "The south tower is 55 m tall."]),
        ("In 1901 and 1905 respectively, the mill and the forge closed.",
         ["In 1901, the mill closed.", "In 1905, the forge closed."]),
        ("Groups 1, 2 and 3 received 10, 20 and 30 mg of the drug, respectively.",
         ["Group 1 received 10 mg of the drug.", "Group 2 received 20 mg of the drug.",
          "Group 3 received 30 mg of the drug."]),
        ("The capitals of Norland and Sudland are Holm and Kirk, respectively.",
         ["The capital of Norland is Holm.", "The capital of Sudland is Kirk."]),
        ("The pill and the patch were tied to higher and lower risk, respectively.",
         ["The patch was tied to lower risk.", "The pill was tied to higher risk."]),
        ("The shares were, respectively, 12% and 15% for boys and girls.",
         ["The shares were 12% for boys.", "The shares were 15% for girls."]),
        ("Rents in Holm and Kirk rose by 3% and 5% respectively in 2010.",
         ["Rents in Holm rose by 3% in 2010.", "Rents in Kirk rose by 5% in 2010."]),
    ],
)  # fmt: skip
def test_each_member_of_a_list_has_its_own_statement(sentence: str, statements: list[str]) -> None:
    assert sorted(claim.text for claim in claims(sentence)) == statements


def test_each_statement_has_its_own_value_and_quotes_the_whole() -> None:
    for claim in claims("Tubes 1 and 2 hold 10 and 20 ml respectively."):
        (value,) = claim.values
        assert value.text == {"Tube 1": "10 ml", "Tube 2": "20 ml"}[subject(claim)]
        assert claim.quote == "Tubes 1 and 2 hold 10 and 20 ml"


def test_another_clause_of_the_sentence_is_stated_once() -> None:
    found = claims("The mill and the forge cost £3 and £5 respectively, and the kiln is shut.")
    assert sorted(subject(claim) for claim in found) == ["The mill", "the forge", "the kiln"]


def test_they_are_all_members_of_the_list() -> None:
    claim = claims("Alder and Birch won 12 and 15 games respectively. They are clubs.")[-1]
    assert subject(claim) == "Alder and Birch"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill and the forge burned in 1901, 1905 and 1910 respectively.",
        "The mill closed in 1901 and 1905 respectively.",
        "The trust was sold, respectively.",
        "Lines A and B opened in 1901 and 1905.",
    ],
)
def test_lists_that_do_not_match_are_left_whole(sentence: str) -> None:
    assert distributed(tagged(sentence)) == []
    assert len(claims(sentence)) == 1


def test_a_sentence_is_taken_apart_once() -> None:
    again = "A and B cost 3 and 5 respectively and " * 70
    assert len(distributed(tagged(again))) == 2
    long = ", ".join(f"X{i}" for i in range(60))
    assert distributed(tagged(f"{long} and Y cost {long} and 7 respectively.")) == []
