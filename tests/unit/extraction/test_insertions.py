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


@pytest.mark.parametrize(
    "sentence",
    [
        "Critics praised the costumes, the music, clever effects and the score.",
        "The treaty settled the canal, the port, the border with Norland and the tariff.",
        "The museum has four rooms, a shop, and a garden.",
        "Several drinks, including tea, cocoa and cider, contain sugar.",
        "The guild opened a line from Vik to Orla, the first sleeper between the ports.",
    ],
)
def test_what_a_list_names_is_no_apposition(sentence: str) -> None:
    assert [claim.predicate for claim in claims(sentence)] != []
    assert len(claims(sentence)) == 1


def test_an_apposition_may_hold_a_list() -> None:
    claim = saying("The ferry uses bronze, an alloy of copper, tin and zinc.", "is an alloy")
    assert claim.text == "Bronze is an alloy of copper, tin and zinc."


def test_a_list_of_some_does_not_hide_the_subject() -> None:
    (claim,) = claims("Several drinks, including tea, cocoa and cider, contain sugar.")
    assert subject(claim) == "Several drinks"


def test_an_apposition_keeps_its_quantities_to_itself() -> None:
    apposition, main = sorted(
        claims("The ferry, a boat of 40 tonnes, sank near Kirk and Holm in 1911."),
        key=lambda claim: claim.predicate,
    )
    assert [value.text for value in apposition.values] == ["40 tonnes"]
    assert [value.text for value in main.values] == ["1911"]


def test_a_clause_behind_an_inserted_participle_hangs_on_the_right_one() -> None:
    text = "The mill, built in 1890, closed, and the council says that the wheel is lost."
    assert saying(text, "The wheel is lost.").attribution == "the council"


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("The syrup, given by spoon, acts within an hour.",
         ["The syrup is given by spoon.", "The syrup acts within an hour."]),
        ("The maps, drawn in May, show the reef.",
         ["The maps are drawn in May.", "The maps show the reef."]),
        ("The line opened in 1901 (the branch to Kirk followed in 1905).",
         ["The line opened in 1901.", "The branch to Kirk followed in 1905."]),
        ("The tower is 36 m high, was completed in 1904 and cost £4,000.",
         ["The tower is 36 m high.", "The tower was completed in 1904.",
          "The tower cost £4,000."]),
        ("The mayor told the paper that the bridge would open in May.",
         ["The bridge would open in May."]),
        ("The council, the port and the guild each paid a third.",
         ["The council, the port and the guild each paid a third."]),
    ],
)  # fmt: skip
def test_what_stands_between_is_read_by_itself(sentence: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == statements


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("A bridge built in 1890 carried the canal over the road.",
         ["A bridge is built in 1890.", "A bridge built in 1890 carried the canal over the road."]),
        ("The crew had one aim, a way to steer.", ["The crew had one aim.",
         "One aim is a way to steer."]),
        ("The mill designed by Orde burned.",
         ["The mill is designed by Orde.", "The mill designed by Orde burned."]),
        # what only narrows down which ones are meant
        ("Trams built by Orde were sold.", ["Trams built by Orde were sold."]),
        ("The men accused of theft were freed.", ["The men accused of theft were freed."]),
    ],
)  # fmt: skip
def test_a_participle_says_something_of_one_thing(sentence: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == statements
