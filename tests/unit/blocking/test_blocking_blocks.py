"""Hundreds of claims compared at once, held to comparing them one by one."""

from __future__ import annotations

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from factcheck.blocking.blocks import (
    DIFFERENT,
    ENOUGH,
    HELD,
    LEAST,
    LIKE,
    STRANGE,
    Block,
    Blocks,
    among,
    without,
)
from factcheck.blocking.features import ShownByAll, Sought, shown
from factcheck.blocking.said import BROAD, POLARITY, Said

QUESTIONS = [POLARITY, min(BROAD), 1, 2]
WEIGHTS = [ENOUGH // 3, ENOUGH // 2, ENOUGH, 2 * ENOUGH]


@frozen
class One:
    keys: frozenset[int]
    appraises: bool
    subject: frozenset[int]
    terms: frozenset[int]
    names: tuple[tuple[int, frozenset[int]], ...]
    answers: frozenset[tuple[int, int]]

    def packed(self) -> list[int]:
        numbers = [int(self.appraises), len(self.subject), *sorted(self.subject)]
        numbers += [len(self.terms), *sorted(self.terms), len(self.names)]
        for place, (kind, own) in enumerate(self.names):
            before = sum(other == kind for other, _ in self.names[:place])
            numbers += [kind << 32 | before, len(own), *sorted(own)]
        return numbers + sorted(question << 32 | answer for question, answer in self.answers)

    def shown(self) -> list[int]:
        return shown(self.keys, Said.unpacked(self.packed()))


some = st.frozensets(st.integers(0, 5), max_size=3)
ones = st.builds(
    One,
    st.frozensets(st.integers(0, len(WEIGHTS) - 1)),
    st.booleans(),
    some,
    some,
    st.lists(st.tuples(st.integers(0, 1), some), max_size=3).map(tuple),
    st.frozensets(st.tuples(st.sampled_from(QUESTIONS), st.integers(0, 2)), max_size=4),
).map(lambda one: evolve(one, terms=one.terms | one.subject))


def stands(one: One, other: One) -> tuple[int, int, int] | None:
    """Return how another claim stands to one, what both share, and the most telling of that."""
    shared = one.keys & other.keys
    weight = sum(WEIGHTS[key] for key in shared)
    apart = any(
        kind == another and not own & other.terms and not others & one.terms
        for kind, own in one.names
        for another, others in other.names
    )
    if weight < LEAST or apart:
        return None
    questions = {question for question, _ in one.answers} & {each for each, _ in other.answers}
    agreed = {question for question, _ in one.answers & other.answers}
    differing = questions - agreed
    shared_terms = one.terms & other.terms
    said_of_both = shared_terms - one.subject - other.subject
    close = one.subject <= other.terms or other.subject <= one.terms
    if weight < ENOUGH:
        asked_of_few = differing - {POLARITY} - BROAD
        alike = close or (one.appraises and other.appraises)
        alike = alike and bool(one.subject and other.subject)
        return (DIFFERENT, -weight, max(shared)) if asked_of_few and alike else None
    if not close and not (one.appraises and other.appraises):
        kind = STRANGE
    elif differing - {POLARITY} or (differing and (agreed or said_of_both)):
        kind = DIFFERENT
    elif not differing and (agreed - {POLARITY} or shared_terms - (one.subject & other.subject)):
        kind = LIKE
    else:
        kind = STRANGE
    return kind, -weight, max(shared)


def sought(one: One) -> Sought:
    asked = [(key, WEIGHTS[key]) for key in sorted(one.keys, reverse=True)]
    return Sought.by(asked, Said.unpacked(one.packed()))


@given(ones, st.lists(ones, max_size=12), st.integers(0, 2**12 - 1))
def test_all_claims_of_a_block_stand_as_each_does_by_itself(
    one: One, others: list[One], mask: int
) -> None:
    # Those that say the same are taken together.
    statements = [others.index(other) for other in others]
    block = Block.of(range(len(others)), statements, [other.shown() for other in others])
    mask &= (1 << len(others)) - 1
    found = {
        other: (standing.kind, standing.weight, standing.key)
        for standing in block.standings(sought(one), mask)
        for other in standing.members
    }
    expected = {
        number: how
        for number, other in enumerate(others)
        if mask >> number & 1 and (how := stands(one, other)) is not None
    }
    assert found == expected


@pytest.mark.parametrize(
    ("key", "question", "met"),
    [
        (1, 1, True),
        (1, min(BROAD), False),
        (1, POLARITY, False),
        (0, 1, False),
        (2, min(BROAD), True),
    ],
)
def test_little_is_enough_where_what_is_asked_of_few_differs(
    key: int, question: int, met: bool
) -> None:
    about = frozenset([1])
    one, other = (
        One(frozenset([key]), False, about, about, (), frozenset([(question, answer)]))
        for answer in (0, 1)
    )
    block = Block.of([0], [0], [other.shown()])
    found = [standing.kind for standing in block.standings(sought(one), 1)]
    assert found == ([DIFFERENT] if met else [])


@given(st.lists(ones, max_size=12))
def test_what_claims_show_is_worked_out_where_it_is_asked_for(some_of_them: list[One]) -> None:
    by_all = ShownByAll([one.keys for one in some_of_them], [one.packed() for one in some_of_them])
    rows = [one.shown() for one in some_of_them]
    assert len(by_all) == len(rows)
    assert list(map(list, by_all)) == rows
    assert list(map(list, by_all[1:])) == rows[1:]
    assert all(0 <= number < 2**64 for row in rows for number in row)


@given(st.frozensets(st.integers(0, 20)), st.frozensets(st.integers(0, 20)))
def test_members_without_some_claims(members: frozenset[int], claims: frozenset[int]) -> None:
    ordered = sorted(members)
    assert list(among(ordered, without(ordered, claims))) == sorted(members - claims)


def test_blocks_are_kept_but_not_without_end() -> None:
    size = 1_000
    blocks = Blocks([0] * size, [[0]] * size)
    first = blocks.of(0, range(size))
    assert blocks.of(0, range(size)) is first
    for key in range(1, HELD // size + 1):
        blocks.of(key, range(size))
    assert blocks.of(0, range(size)) is not first
