"""Tokens: where words begin and end, clitics, numbers, and garbled terms in their standard form."""

from __future__ import annotations

import pytest

from factcheck.extraction.tokens import PhraseList, Token, standardise, tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otters eat fish.", ["Otters", "eat", "fish", "."]),
        ("It doesn't float", ["It", "does", "n't", "float"]),
        ("It doesn’t float", ["It", "does", "n’t", "float"]),
        ("the judge's ruling", ["the", "judge", "'s", "ruling"]),
        ("they've won", ["they", "'ve", "won"]),
        ("a low-cost carrier", ["a", "low-cost", "carrier"]),
        ("1,503 ships", ["1,503", "ships"]),
        ("3.5 metres", ["3.5", "metres"]),
        ("the 1960s", ["the", "1960s"]),
        ("on the 21st floor", ["on", "the", "21st", "floor"]),
        ("40% burned", ["40%", "burned"]),
        ("the reef (dead)", ["the", "reef", "(", "dead", ")"]),
        ("war—and peace", ["war", "—", "and", "peace"]),
        ("the Vik–Orla line", ["the", "Vik–Orla", "line"]),
        ("the Mill–which burned–closed", ["the", "Mill", "–", "which", "burned", "–", "closed"]),
        ("in 1990–95", ["in", "1990", "–", "95"]),
        ("rock -- not sand", ["rock", "--", "not", "sand"]),
        ("call it with --dry-run or -n", ["call", "it", "with", "--dry-run", "or", "-n"]),
        ("Orla.js reads tide.json", ["Orla.js", "reads", "tide.json"]),
        ("at 9 a.m. he left.", ["at", "9", "a", ".", "m", ".", "he", "left", "."]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("in the U.S. The army", ["in", "the", "U.S", ".", "The", "army"]),
        ("and then...", ["and", "then", "..."]),
        ("naïve Ærø", ["naïve", "Ærø"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_and_signs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "lower"),
    [
        ("can't", ["can", "n't"]),
        ("won’t", ["will", "n't"]),
        ("rock — sand", ["rock", "—", "sand"]),
        ("rock – sand", ["rock", "—", "sand"]),
        ("rock -- sand", ["rock", "—", "sand"]),
        ("Vik–Orla", ["vik-orla"]),
        ("RIVER", ["river"]),
    ],
)
def test_words_are_compared_in_one_form(text: str, lower: list[str]) -> None:
    assert [token.lower for token in tokenise(text, 0, len(text))] == lower


def test_tokens_know_where_they_stand_in_the_whole_passage() -> None:
    passage = "It rained. The dam’s wall held."
    tokens = tokenise(passage, 11, len(passage))
    assert [passage[token.start : token.end] for token in tokens] == [
        "The",
        "dam",
        "’s",
        "wall",
        "held",
        ".",
    ]
    assert tokens[0].start == 11


def standardised(text: str, garbled: dict[str, str]) -> tuple[list[Token], list[str]]:
    tokens, places = standardise(tokenise(text, 0, len(text)), garbled, PhraseList(garbled))
    return tokens, [text[low:high] for low, high in places]


def test_a_garbled_term_is_read_in_its_standard_form_at_its_own_place() -> None:
    text = "Screening finds Bosom  peril early."
    tokens, places = standardised(text, {"bosom peril": "breast cancer"})
    assert [token.text for token in tokens[2:4]] == ["breast", "cancer"]
    assert {text[token.start : token.end] for token in tokens[2:4]} == {"Bosom  peril"}
    assert [token.text for token in tokens[4:]] == ["early", "."]
    assert places == ["Bosom  peril"]


@pytest.mark.parametrize("garbled", [{}, {"bosom peril": "breast cancer"}])
def test_text_without_garbled_terms_is_left_alone(garbled: dict[str, str]) -> None:
    text = "The peril of otters."
    assert standardised(text, garbled) == (tokenise(text, 0, len(text)), [])


def test_the_longest_garbled_term_wins() -> None:
    garbled = {"agony": "pain", "agony reliever": "painkiller"}
    tokens, places = standardised("An agony reliever dulls agony.", garbled)
    assert [token.text for token in tokens] == ["An", "painkiller", "dulls", "pain", "."]
    assert places == ["agony reliever", "agony"]


def test_phrases_are_found_longest_first_and_apart() -> None:
    text = "no longer no no longer than"
    tokens = tokenise(text, 0, len(text))
    found = PhraseList(["no", "no longer", "no longer than"]).places(tokens, 0, len(tokens))
    assert list(found) == [(0, 2), (2, 3), (3, 6)]


def test_phrases_end_where_the_search_ends() -> None:
    tokens = tokenise("no longer than", 0, 14)
    assert list(PhraseList(["no", "no longer than"]).places(tokens, 0, 2)) == [(0, 1)]
    assert list(PhraseList([]).places(tokens, 0, 3)) == []


def test_signs_that_belong_to_a_name_stay_with_it() -> None:
    text = "C++, C# and A+B."
    found = [token.text for token in tokenise(text, 0, len(text))]
    assert found == ["C++", ",", "C#", "and", "A", "+", "B", "."]
