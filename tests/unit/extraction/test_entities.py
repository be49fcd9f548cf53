"""What a document names, and how that is named again."""

from __future__ import annotations

import pytest
from claim_reading import claims, tagged

from factcheck.extraction.entities import definite, name_places, possessive
from factcheck.extraction.phrases import rendered


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The guild owns the Orla Bridge.", ["the Orla Bridge"]),
        ("Boats cross Lake Orla and the Tann Canal.", ["Lake Orla", "the Tann Canal"]),
        ("Hunters saw the Orla warbler.", ["the Orla warbler"]),
        ("The guild owns the bridge.", []),
        ("The mayor of Vik resigned.", []),
    ],
)
def test_names_of_several_words_are_found(sentence: str, names: list[str]) -> None:
    tokens = tagged(sentence)
    assert [rendered(tokens, *place) for place in name_places(tokens)] == names


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("A mill", "the mill"),
        ("an old mill", "the old mill"),
        ("The mill", "the mill"),
        ("Its mill", "its mill"),
        ("Orla Mill", "Orla Mill"),
    ],
)
def test_what_was_named_is_definite(text: str, again: str) -> None:
    assert definite(text) == again


def test_what_owns() -> None:
    assert possessive("the firm") == "the firm's"
    assert possessive("the workers") == "the workers'"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        (
            "Vitamin K helps blood clot. Vitamin K comes from greens. The dose is 90 micrograms.",
            "The dose of vitamin K is 90 micrograms.",
        ),
        (
            "Steam mills burn coal. Steam mills are loud. The cost is 9,000 euros.",
            "The cost of steam mills is 9,000 euros.",
        ),
        (
            "Steam mills burn coal. Water mills are old. Wind mills turn. The cost is 9,000 euros.",
            "The cost of mills is 9,000 euros.",
        ),
        (
            "The mills burn coal. Steam mills are old. The mills hum. The cost is 9,000 euros.",
            "The cost of mills is 9,000 euros.",
        ),
    ],
    ids=["a name", "a kind", "several kinds", "mostly alone"],
)
def test_a_compound_is_the_main_matter_where_the_noun_mostly_stands_in_it(
    text: str, dose: str
) -> None:
    assert claims(text)[-1].text == dose


def test_it_is_not_said_of_a_main_matter_that_is_several() -> None:
    text = "Steam mills burn coal. Steam mills are loud. It works in winter."
    assert claims(text)[-1].text == "It works in winter."


def test_a_trail_named_after_a_lake_is_no_lake() -> None:
    texts = [claim.text for claim in claims("The Lake Trail is long. Swimming in the lake is fun.")]
    assert texts[-1] == "Swimming in the lake is fun."
