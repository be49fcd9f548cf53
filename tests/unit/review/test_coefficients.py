"""Coefficients against published worked examples, other libraries, and what has to hold always."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isclose
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats import inter_rater

from factcheck.evaluation.intervals import wilson
from factcheck.review.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    observed_agreement,
)


def rated(*table: Sequence[int]) -> list[tuple[str, str]]:
    """Return the pairs of ratings that a table of counts holds."""
    return [
        (str(row), str(column))
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


def as_items(pairs: Sequence[Sequence[str]]) -> list[Counter[str]]:
    return [Counter(one for one in pair if one != "*") for pair in pairs]


def estimate(found: Coefficient) -> tuple[float | None, float | None]:
    return found.value, found.error


# Four observers, twelve units, five values, missing ratings: example C of Krippendorff (2011),
# taken up by Gwet, "Handbook of inter-rater reliability" (4th edition, 2014).
FOUR_OBSERVERS = as_items("11*1 2232 3333 3333 2222 1234 4444 1121 2222 *555 **11 **3*".split())
# Abstractors who read 100 medical records, of the same handbook.
ABSTRACTORS = rated((13, 0, 0), (0, 20, 7), (0, 4, 56))


def test_kappa_is_that_of_cohen() -> None:
    """Cohen (1960): 200 patients, observed .70, expected .41, kappa .492."""
    value = cohen_kappa(rated((88, 14, 18), (10, 40, 10), (2, 6, 12))).value
    assert value == pytest.approx(0.492, abs=0.0005)


def test_the_error_of_kappa_is_that_of_fleiss_cohen_and_everitt() -> None:
    """Their table of 200 diagnoses: kappa .429 with variance .002885."""
    found = cohen_kappa(rated((106, 10, 4), (22, 28, 10), (2, 12, 6)))
    assert found.value == pytest.approx(0.429, abs=0.0005)
    assert found.error is not None
    assert found.error**2 == pytest.approx(0.002885, abs=5e-7)


def test_ac1_is_that_of_gwet() -> None:
    """Gwet (2002): 118 and 2, 5 and 0 of 125 subjects give AC1 .9408 where kappa is -.0234."""
    pairs = rated((118, 5), (2, 0))
    assert cohen_kappa(pairs).value == pytest.approx(-0.0234, abs=5e-5)
    assert gwet_ac1(as_items(pairs), "01").value == pytest.approx(0.9408, abs=5e-5)


def test_two_abstractors_agree_as_in_the_handbook() -> None:
    kappa = cohen_kappa(ABSTRACTORS)
    ac1 = gwet_ac1(as_items(ABSTRACTORS), "012")
    assert estimate(kappa) == pytest.approx((0.79641, 0.05891), abs=5e-6)
    # Two raters may be treated by a formula of their own, which divides by n instead of n - 1.
    assert estimate(ac1) == pytest.approx((0.84933, 0.04322 * (100 / 99) ** 0.5), abs=5e-6)


def test_four_observers_agree_as_in_the_handbook() -> None:
    fleiss, ac1 = fleiss_kappa(FOUR_OBSERVERS), gwet_ac1(FOUR_OBSERVERS, "12345")
    assert estimate(fleiss) == pytest.approx((0.76117, 0.15302), abs=5e-6)
    assert estimate(ac1) == pytest.approx((0.77544, 0.14295), abs=5e-6)


@pytest.mark.parametrize(
    ("items", "alpha"),
    [
        (as_items([*zip("0100000010", "1110010000", strict=True)]), 0.095),
        (as_items([*zip("aabbdcccedda", "babbbccceddd", strict=True)]), 0.692),
        (FOUR_OBSERVERS, 0.743),
    ],
    ids=["A: two values", "B: five values", "C: missing ratings"],
)
def test_alpha_is_that_of_krippendorff(items: list[Counter[str]], alpha: float) -> None:
    assert krippendorff_alpha(items).value == pytest.approx(alpha, abs=0.0005)


def test_fleiss_kappa_is_that_of_the_usual_example() -> None:
    """Ten subjects, fourteen raters, five values: kappa .210."""
    rows = (
        (0, 0, 0, 0, 14),
        (0, 2, 6, 4, 2),
        (0, 0, 3, 5, 6),
        (0, 3, 9, 2, 0),
        (2, 2, 8, 1, 1),
        (7, 7, 0, 0, 0),
        (3, 2, 6, 3, 0),
        (2, 5, 3, 2, 2),
        (6, 5, 2, 1, 0),
        (0, 2, 2, 3, 7),
    )
    items = [dict(zip("abcde", row, strict=True)) for row in rows]
    assert fleiss_kappa(items).value == pytest.approx(0.210, abs=0.0005)


def test_an_interval_of_a_share_is_that_of_wilson() -> None:
    """Newcombe (1998), table I, method 3: 81 of 263 gives .2553 to .3662; 0 of 20 0 to .1611."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(29, 29) == pytest.approx((0.8830, 1.0), abs=5e-5)
    assert wilson(0, 0) is None


PAIRS = st.lists(st.tuples(*[st.sampled_from("abcd")] * 2), min_size=2, max_size=40)
ITEMS = st.lists(
    st.lists(st.sampled_from("abcd"), min_size=0, max_size=5).map(Counter), min_size=1, max_size=25
)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # theirs, of a table with one category
@given(PAIRS)
def test_kappa_is_that_of_other_libraries(pairs: list[tuple[str, str]]) -> None:
    found = cohen_kappa(pairs)
    assume(found.value is not None)
    first, second = zip(*pairs, strict=True)
    assert found.value == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)
    table = [[pairs.count((row, column)) for column in "abcd"] for row in "abcd"]
    theirs: Any = inter_rater.cohens_kappa(np.array(table))
    if found.error is not None:
        assert found.error == pytest.approx(theirs.std_kappa, abs=1e-7)


@given(ITEMS)
def test_alpha_is_that_of_another_library(items: list[Counter[str]]) -> None:
    found = krippendorff_alpha(items)
    assume(found.value is not None)
    counts = np.array([[item[one] for one in "abcd"] for item in items])
    theirs = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
    assert found.value == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=3, max_size=3), min_size=1))
def test_fleiss_kappa_is_that_of_another_library(ratings: list[list[str]]) -> None:
    found = fleiss_kappa([Counter(one) for one in ratings])
    assume(found.value is not None)
    counts = np.array([[one.count(category) for category in "abc"] for one in ratings])
    assert found.value == pytest.approx(inter_rater.fleiss_kappa(counts), abs=1e-9)


@given(ITEMS)
def test_nothing_depends_on_the_order_or_the_names_of_categories(
    items: list[Counter[str]],
) -> None:
    turned = [
        Counter({"dcba"["abcd".index(one)]: count for one, count in item.items()})
        for item in reversed(items)
    ]
    for before, after in (
        (fleiss_kappa(items), fleiss_kappa(turned)),
        (gwet_ac1(items, "abcd"), gwet_ac1(turned, "abcd")),
        (krippendorff_alpha(items), krippendorff_alpha(turned)),
    ):
        assert after.note == before.note
        assert (after.value is None) == (before.value is None)
        if before.value is not None and after.value is not None:
            assert isclose(after.value, before.value, abs_tol=1e-9)
            assert before.value <= 1


@given(ITEMS)
def test_an_estimate_or_its_interval_is_there_or_it_is_said_why_not(
    items: list[Counter[str]],
) -> None:
    for found in (fleiss_kappa(items), gwet_ac1(items, "abcd")):
        assert bool(found.note) == (found.interval is None)
        if found.value is not None and found.interval is not None:
            low, high = found.interval
            assert min(-1, found.value) <= low <= found.value <= high <= 1


def test_what_is_undefined_says_why() -> None:
    same = [("a", "a")] * 5
    assert cohen_kappa([]).note == "nothing was rated by two"
    assert cohen_kappa(same) == Coefficient(
        note="only one category was used, so that agreement by chance is certain"
    )
    assert fleiss_kappa(as_items(same)) == cohen_kappa(same)
    assert krippendorff_alpha(as_items(same)) == cohen_kappa(same)
    assert krippendorff_alpha([Counter("a"), Counter()]).note == "nothing was rated by two"
    assert gwet_ac1(as_items(same), "a").note == "there was only one category to choose"
    # All choose the same of several: chance has little to do with it.
    assert gwet_ac1(as_items(same), "ab").value == 1
    assert gwet_ac1(as_items(same), "ab").interval is None
    assert cohen_kappa([("a", "b")]).note == "a single item gives no interval"
    assert cohen_kappa([("a", "a"), ("b", "b")]).note.startswith("all items agree or disagree")


def test_an_interval_ends_where_agreement_does() -> None:
    assert Coefficient(0.99, 0.1).interval == pytest.approx((0.794, 1.0), abs=5e-4)
    assert Coefficient(-0.99, 0.1).interval == pytest.approx((-1.0, -0.794), abs=5e-4)


def test_observed_agreement_is_the_share_of_pairs_that_agree() -> None:
    assert observed_agreement(Counter("aab")) == pytest.approx(1 / 3)
