"""Terms that are spellings or derivations of one another."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.linking.variants import variants

NOTHING_KNOWN: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        ("glutamat", "glutamaterg"),
        ("dopamin", "dopaminerg"),
        ("parliament", "parliamentari"),
        ("volcan", "volcanic"),
        ("aluminium", "alluminium"),
        ("hydroelectr", "hydroelektr"),
    ],
)
def test_a_rarer_spelling_becomes_the_commoner_one(common: str, rare: str) -> None:
    merged = variants({common: 5, rare: 1}, NOTHING_KNOWN)
    if merged == {}:
        pytest.fail(f"{rare} is not taken for {common}")
    assert merged == {rare: common}


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
    assert variants({first: 3, second: 2}, NOTHING_KNOWN) == {}


def test_a_known_word_is_no_misspelling() -> None:
    counts = {"complement": 9, "compliment": 2}
    assert variants(counts, frozenset({"compliment"})) == {}


TERMS = st.dictionaries(
    st.text(alphabet=string.ascii_lowercase[:6], min_size=1, max_size=12),
    st.integers(1, 9),
    max_size=12,
)


@given(TERMS)
def test_what_is_merged_is_not_merged_away_itself(counts: dict[str, int]) -> None:
    merged = variants(counts, NOTHING_KNOWN)
    assert set(merged) | set(merged.values()) <= set(counts)
    assert not set(merged) & set(merged.values())
    assert all(counts[common] >= counts[rare] for rare, common in merged.items())


@given(TERMS)
def test_the_order_of_terms_does_not_matter(counts: dict[str, int]) -> None:
    backwards = dict(reversed(list(counts.items())))
    assert variants(counts, NOTHING_KNOWN) == variants(backwards, NOTHING_KNOWN)
