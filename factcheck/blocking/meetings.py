"""Whom a claim meets, and where."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from factcheck.blocking.blocks import without

STRETCH = 200
"""How many claims in the order of documents make a block, where a key does not bring all together.
Each is a block for all whose neighbours are in it."""


class Meeting(NamedTuple):
    """Claims that one meets together.

    Attributes:
        key: what brings them together.
        places: the claims, in order; others may be among them.
        mask: which of them are met here first.
    """

    key: Hashable
    places: Sequence[int]
    mask: int


class Met(NamedTuple):
    """The claims that one meets.

    Attributes:
        claims: all of them; itself and others of its document may be among them.
        meetings: where they are met.
        missed: how many of those that come after it were left out, as far as is known.
    """

    claims: Set[int]
    meetings: Sequence[Meeting]
    missed: int


def near(
    key: Hashable, places: Sequence[int], ranges: Iterable[range], claims: set[int]
) -> Iterator[Meeting]:
    """Yield the stretches of the places of a key in which ranges lie, and add the claims of these.

    What is before the first place is at the end, and what is after the last at the beginning.
    """
    size = len(places)
    masks: dict[int, int] = {}
    for each in ranges:
        at = each.start
        while at < each.stop:
            place = at % size
            start = place - place % STRETCH
            end = min(place + each.stop - at, start + STRETCH, size)
            members = places[place:end]
            masks[start] = masks.get(start, 0) | without(members, claims) << (place - start)
            claims.update(members)
            at += end - place
    for start, mask in masks.items():
        yield Meeting((key, start, STRETCH), places[start : start + STRETCH], mask)
