"""Verbs with their auxiliaries: where a group begins, ends, and which word carries the meaning."""

from __future__ import annotations

from itertools import pairwise

import pytest
from claim_reading import LEXICON, tagged

from factcheck.extraction.verb_groups import VerbGroup, verb_groups


def groups(text: str) -> list[VerbGroup]:
    return verb_groups(tagged(text), LEXICON)


def words(text: str, group: VerbGroup) -> str:
    tokens = tagged(text)
    return text[tokens[group.first].start : tokens[group.last].end]


@pytest.mark.parametrize(
    ("text", "whole", "main", "chain"),
    [
        ("The tests show a leak.", "show", "show", []),
        ("The tariff may not raise prices.", "may not raise", "raise", []),
        ("The drill does not damage the enamel.", "does not damage", "damage", []),
        ("The alarm has often failed to ring.", "has often failed to ring", "ring", ["failed"]),
        ("The compound is believed to slow ageing.", "is believed to slow", "slow", ["believed"]),
        ("The council will have closed the bridge.", "will have closed", "closed", []),
    ],
)
def test_a_group_and_its_verbs(text: str, whole: str, main: str, chain: list[str]) -> None:
    (group,) = groups(text)
    tokens = tagged(text)
    assert words(text, group) == whole
    assert tokens[group.main].text == main
    assert [tokens[index].text for index in group.chain] == chain


@pytest.mark.parametrize(
    ("text", "passive", "copula"),
    [
        ("The road was closed.", True, False),
        ("The bill has been passed by the Senate.", True, False),
        ("The drug is being tested.", True, False),
        ("The glacier is melting.", False, False),
        ("The glacier has melted.", False, False),
        ("The whale is a mammal.", False, True),
        ("The rail link was expensive.", False, True),
        ("The mill has a chimney.", False, False),
    ],
)
def test_voice_and_copula(text: str, passive: bool, copula: bool) -> None:
    (group,) = groups(text)
    assert (group.passive, group.copula) == (passive, copula)


def test_every_statement_has_its_group() -> None:
    text = "The pilot reported the fault and the crew mended the wing."
    assert [words(text, group) for group in groups(text)] == ["reported", "mended"]


@pytest.mark.parametrize("text", ["Heat.", "The old bridge near the harbour.", "", "1904–1911"])
def test_no_verb_no_group(text: str) -> None:
    assert groups(text) == []


def test_groups_stand_in_order_and_apart() -> None:
    text = "The farmer who sells milk says that prices have fallen because demand was low."
    found = groups(text)
    assert len(found) == 4
    for group in found:
        assert group.first <= group.main <= group.last
    assert all(a.last < b.first for a, b in pairwise(found))
