"""What a document names, and how that is named again."""

from __future__ import annotations

import pytest
from claim_reading import tagged

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
