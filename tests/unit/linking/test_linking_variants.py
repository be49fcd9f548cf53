"""Terms that are spellings or derivations of one another."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.linking.variants import variants
from factcheck.settings import Settings

TERMS = Terms(load(Settings().packs))


def merged(counts: dict[str, int]) -> dict[str, str]:
    return variants(counts, TERMS)


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("glutamat", "glutamaterg"),
        ("dopamin", "dopaminerg"),
        ("parliament", "parliamentari"),
        ("volcan", "volcanic"),
        ("aluminium", "aluminum"),
        ("hydroelectr", "hydroelektr"),
    ],
)
def test_a_rarer_spelling_becomes_the_commoner_one(common: str, rare: str) -> None:
    assert merged({common: 5, rare: 1}) == {rare: common}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hypertension", "hypotension"),
        ("interstellar", "intrastellar"),
        ("inflation", "deflation"),
        ("microscop", "macroscop"),
        ("symmetric", "asymmetric"),
        ("form", "farm"),
        ("horse", "house"),
        ("tropical", "trochaic"),
        ("vitamin12", "vitamin13"),
        ("apollo11", "apollo12"),
    ],
)
def test_different_things_stay_apart(first: str, second: str) -> None:
    assert merged({first: 3, second: 2}) == {}


def test_a_known_word_is_no_misspelling() -> None:
    known = sorted(term for term in TERMS.known if len(term) > 8 and term.isalpha())[0]
    misspelt = known[:-1] + ("z" if known[-1] != "z" else "x")
    assert merged({misspelt: 9, known: 2}) == {}
    assert merged({known: 9, misspelt: 2}) == {misspelt: known}


COUNTS = st.dictionaries(
    st.text(alphabet=string.ascii_lowercase[:6], min_size=1, max_size=12),
    st.integers(1, 9),
    max_size=12,
)


@given(COUNTS)
def test_what_is_merged_is_not_merged_away_itself(counts: dict[str, int]) -> None:
    found = merged(counts)
    assert set(found) | set(found.values()) <= set(counts)
    assert not set(found) & set(found.values())
    assert all(counts[common] >= counts[rare] for rare, common in found.items())


@given(COUNTS)
def test_the_order_of_terms_does_not_matter(counts: dict[str, int]) -> None:
    backwards = dict(reversed(list(counts.items())))
    assert merged(counts) == merged(backwards)
