"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.blocking import COMMON, SPREAD, Blocked, Index, Met, block
from factcheck.blocking.said import AspectsOf
from factcheck.blocking.traits import described
from factcheck.linking import Usage, term_weights
from factcheck.model import Aspects, Claim, Document, Mention, Passage, PassageKind, Span


def document(name: str, size: int = 400) -> Document:
    text = "x" * size
    return Document(name, text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, size),))


ONE, TWO = document("one.txt"), document("two.txt")
LONG, LONGER = document("long.txt", 9_000), document("longer.txt", 9_000)


def claim(source: Document, start: int, *terms: str, length: int = 5) -> Claim:
    span = Span(start, start + length)
    return Claim(source, span, f"claim {start}", span, terms=tuple(sorted(terms)))


def blocked(*claims: Claim, bound: int = 200, within: bool = False) -> Blocked:
    return block(claims, term_weights(Usage.of(claims)), bound=bound, within_documents=within)


def pairs(result: Blocked) -> set[tuple[str, str]]:
    return {(pair.a.id, pair.b.id) for pair in result.pairs}


def test_claims_that_share_a_rare_term_make_a_pair() -> None:
    a, b, c = claim(ONE, 0, "tower", "height"), claim(TWO, 0, "tower"), claim(TWO, 10, "ferry")
    result = blocked(a, b, c)
    assert pairs(result) == {(a.id, b.id)}
    assert result.pairs[0].shared == ("tower",)


def test_claims_of_one_document_only_where_asked_for() -> None:
    a, b = claim(ONE, 0, "tower"), claim(ONE, 10, "tower")
    assert not blocked(a, b).pairs
    assert pairs(blocked(a, b, within=True)) == {(a.id, b.id)}


def test_pieces_of_one_place_are_never_compared() -> None:
    a, b = claim(ONE, 0, "tower", length=20), claim(ONE, 5, "tower", length=5)
    assert not blocked(a, b, within=True).pairs


def test_a_term_that_stands_everywhere_makes_no_pair_by_itself() -> None:
    claims = [
        claim(source, 10 * number, "reef", f"{source.name}{number}")
        for source in (ONE, TWO)
        for number in range(20)
    ]
    assert not blocked(*claims).pairs


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


def about(name: str) -> Aspects:
    return Aspects((("bridge", frozenset([name])),))


def test_what_names_another_thing_of_the_kind_is_no_candidate() -> None:
    claims = tuple(
        claim(source, 10 * number, *terms)
        for source in (ONE, TWO)
        for number, terms in enumerate(
            [("bridge", "deck", "orla"), ("bridge", "deck", "tann"), ("bridge", "deck")]
        )
    )

    def aspects(one: Claim) -> Aspects:
        return next((about(term) for term in one.terms if term in ("orla", "tann")), Aspects())

    named = [
        {*pair.a.terms, *pair.b.terms} - {"bridge", "deck"}
        for pair in block(claims, {}, aspects=aspects).pairs
    ]
    assert {"orla"} in named
    assert set() in named
    assert {"orla", "tann"} not in named


def test_claims_that_answer_otherwise_are_chosen_before_those_that_share_more() -> None:
    asked = claim(ONE, 0, "lamp", "lens", "oil")
    alike = [claim(TWO, 10 * n, "lamp", "lens", "oil", f"w{n}") for n in range(20)]
    other = [claim(TWO, 10 * n, "lamp", f"v{n}") for n in range(20, 25)]

    def aspects(one: Claim) -> Aspects:
        return Aspects(answers=frozenset([("fuel", "gas" if one in other else "oil")]))

    made = block((asked, *alike, *other), {}, aspects=aspects, bound=8).pairs
    chosen = {pair.b.id for pair in made if pair.a.id == asked.id}
    assert {one.id for one in other} <= chosen
    assert chosen & {one.id for one in alike}


def told(source: Document, start: int, subject: str, *terms: str) -> Claim:
    span = Span(start, start + 5)
    about = tuple(subject.split())
    every = tuple(sorted({*about, *terms}))
    return Claim(
        source, span, f"claim {start}", span, subject=Mention(subject, span, about), terms=every
    )


def chosen_by(
    asked: Claim, others: list[Claim], bound: int, aspects: AspectsOf = lambda claim: Aspects()
) -> set[str]:
    traits = described([asked, *others], aspects)
    order = sorted(range(len(traits)), key=lambda number: traits[number].document)
    index = Index.of([traits[number] for number in order], {}, within_documents=False)
    choice = index.choose(order.index(0), bound)
    return {others[order[chosen.claim] - 1].id for chosen in choice.others}


def test_what_neither_mentions_is_chosen_only_where_all_are() -> None:
    asked = told(ONE, 0, "lamp", "lens", "oil", "wick")
    strangers = [told(TWO, 10 * n, f"s{n}", "lens", "oil", "wick") for n in range(6)]
    same = told(TWO, 100, "lamp", "lens")
    assert chosen_by(asked, [*strangers, same], 6) == {same.id}
    assert len(chosen_by(asked, [*strangers, same], 7)) == 7


def test_a_denial_of_something_else_is_chosen_only_where_all_are() -> None:
    asked = told(ONE, 0, "lamp tower", "oil")
    others = [told(TWO, 10 * n, "lamp tower", f"w{n}") for n in range(6)]
    same = told(TWO, 100, "lamp tower", "oil")

    def aspects(one: Claim) -> Aspects:
        return Aspects(answers=frozenset([("polarity", "yes" if one is asked else "no")]))

    assert chosen_by(asked, [*others, same], 6, aspects) == {same.id}


def test_what_one_is_about_the_other_may_say() -> None:
    asked = told(ONE, 0, "warbler", "brood")
    others = [told(TWO, 10 * n, "warbler", f"w{n}") for n in range(6)]
    noun = told(TWO, 100, "warbler brood", "ten")
    assert chosen_by(asked, [*others, noun], 6) == {noun.id}


@pytest.mark.parametrize("terms", [("lamp",), ("lamp", "lens", "oil", "tower", "step", "wick")])
@pytest.mark.parametrize("own", [False, True])
def test_many_claims_that_share_everything_cost_no_more_each_than_few(
    terms: tuple[str, ...], own: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Identical claims, and claims that differ in one term of their own."""
    met = 0

    def counting(index: Index, claim: int) -> Met:
        nonlocal met
        found = meeting(index, claim)
        met += len(found.claims)
        return found

    meeting = Index.met
    monkeypatch.setattr(Index, "met", counting)
    sources = [document(f"{number}.txt", 50) for number in range(5_000)]
    claims = tuple(
        claim(source, 0, *terms, *([f"w{number}"] if own else []))
        for number, source in enumerate(sources)
    )
    result = block(claims, dict.fromkeys(terms, 0.2), bound=20)
    assert met <= (SPREAD * (1 + len(terms) * (len(terms) - 1) // 2)) * len(claims)
    assert len(result.pairs) <= 20 * len(claims)


def test_a_claim_of_thousands_of_terms_meets_a_bounded_number() -> None:
    words = [f"w{number}" for number in range(5_000)]
    long = claim(ONE, 0, *words)
    few = [claim(document(f"{number}.txt", 50), 0, word) for number, word in enumerate(words)]
    result = block((long, *few), {}, bound=20)
    assert len(result.pairs) == result.counts.candidates <= len(few)
    assert result.counts.candidates + result.counts.cut <= result.counts.possible


def test_nothing_makes_nothing() -> None:
    result = blocked()
    assert (len(result.pairs), result.counts.possible, result.counts.cut) == (0, 0, 0)


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


def test_what_a_common_term_leaves_out_of_one_document_is_counted() -> None:
    size = COMMON + 1
    claims = tuple(claim(LONG, 10 * number, "lamp") for number in range(size))
    result = block(claims, {"lamp": 1.0}, bound=size, within_documents=True)
    assert result.counts.possible == size * (size - 1) // 2
    assert result.counts.cut > 0
    assert result.counts.candidates + result.counts.cut == result.counts.possible


def test_a_term_in_no_more_claims_than_the_bound_brings_all_together() -> None:
    claims = tuple(claim(LONG, 10 * number, "lamp") for number in range(COMMON))
    result = block(claims, {"lamp": 1.0}, bound=COMMON, within_documents=True)
    assert len(result.pairs) == result.counts.possible
    assert result.counts.cut == 0


def test_a_common_term_brings_the_nearest_claims_together() -> None:
    claims = tuple(claim(LONG, 10 * number, "lamp") for number in range(2 * COMMON))
    result = block(claims, {"lamp": 1.0}, bound=COMMON, within_documents=True)
    place = {one.id: number for number, one in enumerate(claims)}
    away = {place[pair.b.id] - place[pair.a.id] for pair in result.pairs}
    around = {min(each, len(claims) - each) for each in away}
    assert around == set(range(1, SPREAD // 2 + 1))


def test_two_common_terms_together_are_a_key_of_their_own() -> None:
    every = [
        claim(
            source, 10 * number, *(term for term in ("lamp", "lens") if number % 40 or term == on)
        )
        for source, on in ((LONG, "lamp"), (LONGER, "lens"))
        for number in range(COMMON)
    ]
    both = [claim(source, 10 * COMMON, "lamp", "lens", "oil") for source in (LONG, LONGER)]
    claims = (*every[:COMMON], both[0], *every[COMMON:], both[1])
    result = block(claims, {"lamp": 0.3, "lens": 0.3, "oil": 0.3}, bound=3)
    assert (both[0].id, both[1].id) in pairs(result)
    assert all(pair.shared[:2] == ("lamp", "lens") for pair in result.pairs)


def test_work_grows_with_the_claims_and_not_with_their_square() -> None:
    """Every claim shares two terms with all others, and one with some."""

    def judged(size: int) -> float:
        documents = [document(f"{number}.txt", 50) for number in range(size)]
        claims = tuple(
            claim(source, 0, "lamp", "lens", f"w{number % 29}")
            for number, source in enumerate(documents)
        )
        return len(block(claims, {"lamp": 0.3, "lens": 0.3}, bound=20).pairs) / size

    assert judged(4 * COMMON) <= 1.1 * judged(2 * COMMON) <= 22


def test_pairs_are_counted_sliced_and_found_by_number() -> None:
    claims = [
        claim(source, 10 * number, "lamp", "lens") for source in (ONE, TWO) for number in range(6)
    ]
    made = blocked(*claims).pairs
    every = list(made)
    assert len(made) == len(every) == 36
    assert [made[number] for number in range(36)] == every
    assert made[-1] == every[-1]
    for start, stop in ((0, 7), (5, 13), (30, 99), (36, 40), (9, 3)):
        assert list(made[start:stop]) == every[start:stop]
    with pytest.raises(IndexError):
        made[36]


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
    result = block(claims, term_weights(Usage.of(claims)), bound=bound, within_documents=within)
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


@given(CLAIMS, st.integers(1, 5))
def test_the_order_of_documents_makes_no_difference(
    drawn: list[tuple[Document, int, set[str]]], bound: int
) -> None:
    claims = [claim(source, 10 * start, *terms) for source, start, terms in drawn]
    ordered = sorted(claims, key=lambda one: (one.source.name, one.span))
    turned = sorted(ordered, key=lambda one: one.source.name, reverse=True)
    first, second = blocked(*ordered, bound=bound), blocked(*turned, bound=bound)
    assert {frozenset(pair) for pair in pairs(first)} == {frozenset(p) for p in pairs(second)}
    assert first.counts == second.counts


def test_a_document_touches_the_choices_of_claims_that_meet_its_own() -> None:
    """Where keys are common, too: a thousand share one, and each stands beside its neighbours."""
    sources = [document(f"{number}.txt", 50) for number in range(1_000)]
    claims = [claim(source, 0, "lamp", f"w{n % 90}") for n, source in enumerate(sources)]
    weights = {"lamp": 0.5}

    def chosen(some: list[Claim]) -> set[frozenset[str]]:
        made = block(tuple(some), weights, bound=20).pairs
        return {frozenset((pair.a.id, pair.b.id)) for pair in made}

    before, gone = chosen(claims), claims[500]
    after = chosen(claims[501:] + claims[:500])
    untouched = {pair for pair in before if gone.id not in pair}
    other = claim(document("other.txt"), 0, "ferry")
    assert chosen([*claims[:500], other, *claims[500:]]) == before
    assert len(untouched ^ after) <= 2 * SPREAD


@given(CLAIMS)
def test_a_wider_bound_loses_no_pair(drawn: list[tuple[Document, int, set[str]]]) -> None:
    claims = tuple(claim(source, 10 * start, *terms) for source, start, terms in drawn)
    narrow, wide = blocked(*claims, bound=1), blocked(*claims, bound=3)
    assert pairs(narrow) <= pairs(wide) <= pairs(blocked(*claims, bound=99))


def test_another_statement_is_met_before_many_like_each_other() -> None:
    asked = claim(ONE, 0, "lamp", "lens", "oil")
    alike = [claim(TWO, 10 * number, "lamp", "lens", "oil") for number in range(30)]
    other = claim(TWO, 300, "lamp", "lens", "wick")
    weights = {"lamp": 0.4, "lens": 0.4, "oil": 0.2}
    result = block((asked, *alike, other), weights, bound=20)
    assert (asked.id, other.id) in pairs(result)
