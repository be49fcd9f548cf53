"""Counts of parts of a corpus, which add up to those of the whole."""

from __future__ import annotations

from collections import Counter
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.linking.canon import Canon
from factcheck.linking.wording import Definition, Usage, Wording
from factcheck.model import Document
from factcheck.settings import Settings

TERMS = Terms(load(Settings().packs))
TEXTS = (
    "The gas turbine engine (GTE) burns fuel. The GTE is loud.",
    "A ground test engine (GTE) stands still. The harbour tunnel is wet.",
    "Pilots trust the GTE. NATO moved the fleet.",
    "Engineers sealed the harbour tunnel. A European Space Agency (ESA) probe landed.",
    "ESA is glad.",
)


@cache
def documents() -> tuple[Document, ...]:
    return tuple(fc.read_text(text, name=f"{number}.txt") for number, text in enumerate(TEXTS))


@cache
def wording(*numbers: int) -> Wording:
    some = [documents()[number] for number in numbers]
    claims = [claim for one in some for claim in claims_of(one)]
    return Wording.of(claims, some, TERMS)


@cache
def claims_of(document: Document) -> tuple[fc.Claim, ...]:
    return fc.extract(fc.Corpus("", (document,))).claims


def test_the_first_definition_in_the_order_of_names_counts() -> None:
    short = TERMS.of("gte")
    assert wording(1, 0).definitions[short] == wording(0).definitions[short]
    assert wording(1).definitions[short] != wording(0).definitions[short]


@given(st.permutations(range(len(TEXTS))), st.integers(0, len(TEXTS)))
def test_parts_add_up_in_any_order(order: list[int], cut: int) -> None:
    parts = [wording(*order[:cut]), wording(*order[cut:])]
    assert Wording.total(parts) == wording(*range(len(TEXTS)))
    claims = [claim for one in documents() for claim in claims_of(one)]
    usages = [Usage.of(claims_of(documents()[number])) for number in order]
    assert Usage.total(usages) == Usage.of(claims)


def test_no_parts_have_no_wording() -> None:
    assert Wording.total([]) == Wording.of([], [], TERMS)
    assert Usage.total([]) == Usage.of([])


LETTERS = st.sampled_from("abcdefgh")
LONG_FORMS = st.dictionaries(
    LETTERS, st.lists(LETTERS, min_size=2, max_size=3, unique=True), max_size=6
)


@given(LONG_FORMS, st.lists(LETTERS, max_size=8))
def test_long_forms_are_put_in_place_one_after_the_other(
    defined: dict[str, list[str]], phrase: list[str]
) -> None:
    definitions = {
        short: Definition("1.txt", number, tuple(long))
        for number, (short, long) in enumerate(defined.items())
    }
    canon = Canon.of(Wording(Counter(), Counter(), definitions), TERMS)
    expected = phrase
    for short, long in defined.items():
        if set(long) <= set(expected):
            place = expected.index(long[-1])
            expected = [*expected[:place], short, *expected[place + 1 :]]
            expected = [term for term in expected if term not in long or term == short]
    assert canon.terms(phrase) == tuple(dict.fromkeys(expected))
