"""Nouns that name many different things in a collection."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.linking.namings import MANY, Namings
from factcheck.reading import corpus_of

SORTS = "brass copper iron marble oak pewter silver slate steel timber velvet walnut".split()


@cache
def claims(*sentences: str) -> tuple[fc.Claim, ...]:
    return fc.extract(corpus_of([fc.read_text(" ".join(sentences), name="a.txt")])).claims


def gates(many: int) -> list[str]:
    return [f"The {sort} gate is shut at noon." for sort in SORTS[:many]]


@pytest.mark.parametrize(("many", "nouns"), [(MANY - 1, set()), (MANY, {"gate"})])
def test_a_noun_of_many_things_alone_tells_none_of_them(many: int, nouns: set[str]) -> None:
    assert Namings.of(claims(*gates(many))).manifold == nouns


def test_a_substance_is_one_thing_whatever_sorts_it_has() -> None:
    plain = ["Honey is sweet."] * (MANY + 2)
    sorts = [f"The {sort} honey is sweet." for sort in SORTS[:MANY]]
    assert "honey" not in Namings.of(claims(*plain, *sorts)).manifold


def test_pronouns_name_nothing() -> None:
    named = Namings.of(claims("The iron gate is shut at noon. It was painted in 1920."))
    assert named.counted == {"gate": 1}


@given(st.permutations(range(len(SORTS))), st.integers(0, len(SORTS)))
def test_parts_add_up_in_any_order(order: list[int], cut: int) -> None:
    whole = claims(*gates(len(SORTS)), "Honey is sweet.")
    mixed = [whole[number] for number in order]
    parts = (Namings.of(mixed[:cut]), Namings.of([*mixed[cut:], *whole[len(SORTS) :]]))
    assert Namings.total(parts) == Namings.of(whole)
