"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.blocking import COMMON, SPREAD, Blocked, block
from factcheck.linking import term_weights
from factcheck.model import Claim, Document, Passage, PassageKind, Span


def document(name: str, size: int = 400) -> Document:
    text = "x" * size
    return Document(name, text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, size),))


ONE, TWO = document("one.txt"), document("two.txt")
LONG = document("long.txt", 5_000)


def claim(source: Document, start: int, *terms: str, length: int = 5) -> Claim:
    span = Span(start, start + length)
    return Claim(source, span, f"claim {start}", span, terms=tuple(sorted(terms)))


def blocked(*claims: Claim, bound: int = 200, within: bool = False) -> Blocked:
    return block(claims, term_weights(claims), bound=bound, within_documents=within)


def pairs(result: Blocked) -> set[tuple[str, str]]:
    return {(pair.a.id, pair.b.id) for pair in result.pairs}


def test_claims_that_share_a_rare_term_make_a_pair() -> None:
    a, b, c = claim(ONE, 0, "tower", "height"), claim(TWO, 0, "tower"), claim(TWO, 10, "ferry")
    result = blocked(a, b, c)
    assert pairs(result) == {(a.id, b.id)}
    assert result.pairs[0].shared == ("tower",)


def test_claims_of_one_document_only_where_asked_for() -> None:
    a, b = claim(ONE, 0, "tower"), claim(ONE, 10, "tower")
    assert blocked(a, b).pairs == ()
    assert pairs(blocked(a, b, within=True)) == {(a.id, b.id)}


def test_pieces_of_one_place_are_never_compared() -> None:
    a, b = claim(ONE, 0, "tower", length=20), claim(ONE, 5, "tower", length=5)
    assert blocked(a, b, within=True).pairs == ()


def test_a_term_that_stands_everywhere_makes_no_pair_by_itself() -> None:
    claims = [
        claim(source, 10 * number, "reef", f"{source.name}{number}")
        for source in (ONE, TWO)
        for number in range(20)
    ]
    assert blocked(*claims).pairs == ()


def test_counts_add_up() -> None:
    claims = [
        claim(source, 10 * number, "lamp", "lens") for source in (ONE, TWO) for number in range(6)
    ]
    free = blocked(*claims)
    assert free.counts.possible == 36
    assert free.counts.candidates == len(free.pairs)
    assert free.counts.cut == 0
    bounded = blocked(*claims, bound=2)
    assert bounded.counts.cut > 0
    assert bounded.counts.candidates == len(bounded.pairs)
    assert bounded.counts.candidates + bounded.counts.cut == free.counts.candidates
    assert blocked(*claims, within=True).counts.possible == 66


def test_the_bound_keeps_the_most_telling_pairs() -> None:
    asked = claim(ONE, 0, "lamp", "lens", "oil")
    near = claim(TWO, 0, "lamp", "lens", "oil")
    far = [claim(TWO, 10 * number, "lamp", f"w{number}") for number in range(1, 5)]
    assert (asked.id, near.id) in pairs(blocked(asked, near, *far, bound=1))


def test_nothing_makes_nothing() -> None:
    result = blocked()
    assert (result.pairs, result.counts.possible, result.counts.cut) == ((), 0, 0)


def test_comparable_values_bring_claims_together() -> None:
    filler = " ".join(f"The lighthouse impresses visitor {name}." for name in "abcdefghijkl")
    texts = (
        f"{filler} The lighthouse is 29 metres tall.",
        f"{filler.replace('visitor', 'guest')} The lighthouse is 36 metres tall.",
    )
    documents = tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    result = fc.check(fc.Corpus("", documents))
    assert any(
        {"29", "36"} <= {word for word in (j.a.quote + j.b.quote).split() if word.isdigit()}
        for j in result.judgements
        if j.stance == "contradicts"
    )


REPEATED = 1_000


@pytest.fixture(scope="module", params=["repeated first", "repeated last"])
def repeating(request: pytest.FixtureRequest) -> fc.Corpus:
    texts = ["The lighthouse is 29 metres tall. " * REPEATED, "The lighthouse is 36 metres tall."]
    if request.param == "repeated last":
        texts.reverse()
    return fc.Corpus("", tuple(fc.read_text(t, name=f"{n}.txt") for n, t in enumerate(texts)))


def test_a_sentence_said_a_thousand_times_still_conflicts(repeating: fc.Corpus) -> None:
    result = fc.check(repeating)
    assert len(result.claims) == REPEATED + 1
    (dispute,) = result.disputes
    assert [set(one.sources) for one in dispute.positions] in (
        [{"0.txt"}, {"1.txt"}],
        [{"1.txt"}, {"0.txt"}],
    )
    assert {"29 metres", "36 metres"} == {one.label for one in dispute.positions}


def test_what_a_common_term_leaves_out_is_counted(repeating: fc.Corpus) -> None:
    counts = fc.check(repeating).run.counts
    assert counts.possible == REPEATED
    assert counts.candidates <= REPEATED
    assert counts.candidates + counts.cut >= REPEATED


@pytest.mark.xfail(
    strict=True, reason="pairs of one document that share a common term are left out uncounted"
)
def test_what_a_common_term_leaves_out_of_one_document_is_counted() -> None:
    size = COMMON + 1
    result = blocked(*(claim(LONG, 10 * number, "lamp") for number in range(size)), within=True)
    assert result.counts.possible == size * (size - 1) // 2
    assert result.counts.candidates + result.counts.cut >= result.counts.possible


@pytest.mark.parametrize(("size", "met"), [(COMMON, COMMON - 1), (COMMON + 1, SPREAD)])
def test_a_term_is_common_only_in_more_claims_than_the_bound(size: int, met: int) -> None:
    others = (claim(LONG, 10 * number, "lamp") for number in range(size - 1))
    result = block((claim(TWO, 0, "lamp"), *others), {"lamp": 1.0}, bound=size)
    assert len(result.pairs) == result.counts.candidates == met
    assert result.counts.cut == result.counts.possible - met


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from([ONE, TWO]),
        st.integers(0, 30),
        st.sets(st.sampled_from("lamp lens oil tower step ferry".split()), max_size=4),
    ),
    max_size=14,
    unique_by=lambda drawn: (drawn[0].name, drawn[1]),
)


@given(CLAIMS, st.integers(1, 5))
@pytest.mark.parametrize("within", [False, True])
def test_pairs_are_distinct_shared_and_in_order(
    within: bool, drawn: list[tuple[Document, int, set[str]]], bound: int
) -> None:
    claims = tuple(claim(source, 10 * start, *terms) for source, start, terms in drawn)
    result = block(claims, term_weights(claims), bound=bound, within_documents=within)
    order = {one.id: number for number, one in enumerate(claims)}
    seen = [(order[pair.a.id], order[pair.b.id]) for pair in result.pairs]
    assert seen == sorted(set(seen))
    assert all(first < second for first, second in seen)
    for pair in result.pairs:
        assert set(pair.shared) == set(pair.a.terms) & set(pair.b.terms)
        assert within or pair.a.source.id != pair.b.source.id
    possible = sum(within or x.source.id != y.source.id for x, y in combinations(claims, 2))
    assert result.counts.possible == possible
    assert result.counts.candidates + result.counts.cut <= possible


@given(CLAIMS)
def test_a_wider_bound_loses_no_pair(drawn: list[tuple[Document, int, set[str]]]) -> None:
    claims = tuple(claim(source, 10 * start, *terms) for source, start, terms in drawn)
    narrow, wide = blocked(*claims, bound=1), blocked(*claims, bound=3)
    assert pairs(narrow) <= pairs(wide) <= pairs(blocked(*claims, bound=99))
