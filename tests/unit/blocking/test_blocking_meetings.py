"""Neighbours in the order of documents, and the stretches that they lie in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.blocking.blocks import among
from factcheck.blocking.meetings import STRETCH, near


@given(
    st.integers(1, 3 * STRETCH),
    st.integers(0, 3 * STRETCH),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sets(st.integers(0, 3 * STRETCH), max_size=20),
)
def test_each_neighbour_not_met_before_is_met_once(
    size: int, at: int, before: int, after: int, met: set[int]
) -> None:
    at %= size
    after = min(after, size - 1)
    before = min(before, size - 1 - after)
    places = [3 * number for number in range(size)]
    around = (range(at - before, at), range(at + 1, at + 1 + after))
    claims = {3 * number for number in met}
    neighbours = {places[number % size] for each in around for number in each}

    meetings = list(near("key", places, around, claims_now := set(claims)))

    found = [claim for one in meetings for claim in among(one.places, one.mask)]
    assert sorted(found) == sorted(neighbours - claims)
    assert claims_now == claims | neighbours
    assert all(len(one.places) <= STRETCH for one in meetings)
    assert len({one.key for one in meetings}) == len(meetings)
