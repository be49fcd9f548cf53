"""Findings are worked out from numbers; what they stand for is fetched where it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import overload

from attrs import frozen
from graph_builders import AGREES, CONTRADICTS, QUALIFIES, claim, document, judgement
from hypothesis import given
from hypothesis import strategies as st

from factcheck.graph.disputes import agreements, dispute, disputes, questions
from factcheck.graph.objects import Numbered, graph_of
from factcheck.graph.sides import Sides
from factcheck.graph.signed import Places, SignedGraph, listed, tie_of
from factcheck.model import Claim, Corpus, Judgement

DOCUMENTS = tuple(document(f"{name}.txt", "Low, high and wide.") for name in "abcdefgh")
CLAIMS = tuple(claim(one, "Low, high and wide.") for one in DOCUMENTS)
ASPECTS = (("bridge", "height"), ("height", "tower"), ("toll",), ("toll", "bridge"))

judged = st.builds(
    lambda ends, *rest: judgement(
        *(CLAIMS[end] for end in sorted(ends)), *rest[:3], aspect=rest[3]
    ),
    st.sets(st.integers(0, len(CLAIMS) - 1), min_size=2, max_size=2),
    st.sampled_from((AGREES, CONTRADICTS, QUALIFIES)),
    st.sampled_from((0.5, 0.7, 0.9)),
    st.sampled_from(("polarity", "value", "paraphrase")),
    st.sampled_from(ASPECTS),
)
several = st.lists(judged, max_size=25, unique_by=lambda one: (one.a.id, one.b.id)).map(tuple)


@given(several, st.randoms())
def test_the_order_of_judgements_changes_nothing(
    judgements: tuple[Judgement, ...], chance: object
) -> None:
    shuffled = list(judgements)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    corpus = Corpus("", DOCUMENTS)
    assert disputes(shuffled) == disputes(judgements)
    assert agreements(shuffled, corpus) == agreements(judgements, corpus)


@given(several)
def test_every_conflict_is_in_one_dispute_and_sides_hold_none(
    judgements: tuple[Judgement, ...],
) -> None:
    found = [each for kind in disputes(judgements) for each in kind]
    conflicts = sorted(one.id for one in judgements if one.stance is not AGREES)
    assert sorted(one.id for each in found for one in each.judgements) == conflicts
    apart = {frozenset((one.a.id, one.b.id)) for one in judgements if one.stance is CONTRADICTS}
    for each in found:
        for side in each.positions:
            assert not any(
                frozenset((a.id, b.id)) in apart for a, b in combinations(side.claims, 2)
            )


@frozen
class Fetched(Sequence[Judgement]):
    """Judgements that are looked up one by one, as out of a file."""

    kept: tuple[Judgement, ...]
    asked: list[int]

    @overload
    def __getitem__(self, index: int) -> Judgement: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Judgement]: ...

    def __getitem__(self, index: int | slice) -> Judgement | Sequence[Judgement]:
        assert isinstance(index, int)
        self.asked.append(index)
        return self.kept[index]

    def __len__(self) -> int:
        return len(self.kept)


@given(several, st.data())
def test_some_judgements_by_themselves_are_columns_of_their_own(
    judgements: tuple[Judgement, ...], data: st.DataObject
) -> None:
    ties = [tie_of(one, 1, 2) for one in judgements]
    kept = data.draw(st.lists(st.sampled_from(range(len(ties))))) if ties else []
    assert listed(ties).apart(kept) == listed(map(ties.__getitem__, kept))


@given(several)
def test_findings_are_made_one_by_one_of_judgements_that_lie_elsewhere(
    judgements: tuple[Judgement, ...],
) -> None:
    known = graph_of(judgements)
    numbers = {one.id: number for number, one in enumerate(known.claims)}
    ties = (tie_of(one, numbers[one.a.id], numbers[one.b.id]) for one in judgements)
    graph = SignedGraph.of(listed(ties), Places.of(known.claims))
    fetched = Fetched(judgements, [])
    found = questions(graph)
    assert not fetched.asked
    made = [dispute(each, Numbered(graph, fetched, known.claims)) for each in found]
    assert tuple(made) == tuple(
        sorted((each for kind in disputes(judgements) for each in kind), key=made.index)
    )
    conflicts = {n for n, one in enumerate(judgements) if one.stance is not AGREES}
    assert set(fetched.asked) == conflicts


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30),
    st.sets(st.frozensets(st.integers(0, 9), min_size=2, max_size=2), max_size=12),
)
def test_sides_are_those_of_merging_one_by_one(
    merged: list[tuple[int, int]], conflicts: set[frozenset[int]]
) -> None:
    apart = {
        one: {other for other in range(10) if frozenset((one, other)) in conflicts}
        for one in range(10)
    }
    sides, plain = Sides(range(10), apart), [{one} for one in range(10)]
    for a, b in merged:
        first, second = (next(side for side in plain if one in side) for one in (a, b))
        allowed = first is second or not any(apart[one] & second for one in first)
        assert sides.merge(a, b) == allowed
        if allowed and first is not second:
            plain.remove(second)
            first |= second
    assert sorted(sides.groups(range(10))) == sorted(sorted(side) for side in plain)


def statements(count: int) -> list[Claim]:
    words = "stone bridge " * 6
    return [claim(document(f"{n:04}.txt", f"{words}{n}"), f"{words}{n}") for n in range(count)]


def test_one_topic_of_many_sources_is_one_finding_with_all_of_them() -> None:
    claims = statements(600)
    near = [(a, b) for n, a in enumerate(claims) for b in claims[n + 1 : n + 6]]
    (found,) = agreements(
        [judgement(a, b, AGREES) for a, b in near],
        Corpus("", tuple(one.source for one in claims)),
    )
    assert found.claims == tuple(claims)
    assert len(found.judgements) == len(near)
    assert found.independent == 1  # the words are nearly the same in all


def test_a_dispute_of_many_against_many_has_two_sides() -> None:
    claims = statements(600)
    near = [
        (a, b, (n + m) % 2)
        for n, a in enumerate(claims)
        for m, b in enumerate(claims[n : n + 8], n)
    ]
    stances = {0: AGREES, 1: CONTRADICTS}
    (found,), tensions = disputes(
        [judgement(a, b, stances[apart]) for a, b, apart in near if a is not b]
    )
    assert tensions == ()
    assert [len(side.claims) for side in found.positions] == [300, 300]
