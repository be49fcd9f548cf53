"""Phrases of many lists are found in one pass, where each list by itself would find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.places import PhraseLists, phrase_at, within
from factcheck.extraction.tokens import PhraseList, Token, tokenise

LISTS = {"hedges": ["may", "may have", "likely"], "advice": ["have a look", "may have a"]}


def tokens_of(text: str) -> list[Token]:
    return tokenise(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("they may have a look", "hedges", [(1, 3)]),
        ("they may have a look", "advice", [(1, 4)]),
        ("may may have", "hedges", [(0, 1), (1, 3)]),
        ("nobody knows", "hedges", []),
        ("", "hedges", []),
    ],
)
def test_the_longest_phrase_from_the_left(
    text: str, name: str, expected: list[tuple[int, int]]
) -> None:
    tokens = tokens_of(text)
    places = PhraseLists(LISTS).places(tokens)
    assert list(within(places, name, 0, len(tokens))) == expected


def test_a_phrase_that_does_not_end_in_the_range_gives_way_to_a_shorter_one() -> None:
    places = PhraseLists(LISTS).places(tokens_of("they may have a look"))
    assert list(within(places, "hedges", 0, 2)) == [(1, 2)]
    assert phrase_at(places, "hedges", 1, 2) == 2
    assert phrase_at(places, "hedges", 2, 4) == 0


def test_words_count_in_their_base_form_too() -> None:
    rose = Token("rose", 0, 4, "rose", "V", "rise")
    places = PhraseLists({"increases": ["rise"], "flowers": ["rose"]}).places([rose])
    assert places == {"increases": [(0, 1)], "flowers": [(0, 1)]}


@given(
    lists=st.dictionaries(
        st.sampled_from(["one", "two", "three"]),
        st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join)),
    ),
    words=st.lists(st.sampled_from("abc"), max_size=8),
    low=st.integers(0, 8),
    high=st.integers(0, 8),
)
def test_one_pass_finds_what_each_list_finds(
    lists: dict[str, list[str]], words: list[str], low: int, high: int
) -> None:
    tokens = tokens_of(" ".join(words))
    start, end = sorted((min(low, len(tokens)), min(high, len(tokens))))
    places = PhraseLists(lists).places(tokens)
    for name, phrases in lists.items():
        found = list(PhraseList(phrases).places(tokens, start, end))
        assert list(within(places, name, start, end)) == found
