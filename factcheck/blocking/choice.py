"""The most telling of the claims that one meets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from attrs import frozen

from factcheck.blocking.blocks import DIFFERENT, LIKE, Standing

REPEATED = 20
"""How many claims that say the same in the same words halve what the next one like them tells."""

AGREEING = 5
"""One in so many of the candidates may be claims that can only agree with a claim, as far as can be
told before comparing them. They are mostly like each other."""

Ranked = tuple[int, int, int, int]
"""The weight of a claim below zero, less for those like others, how its id differs, its number, and
the most telling key that it shares."""


class Chosen(NamedTuple):
    """A claim that another chose.

    Attributes:
        claim: the claim.
        key: the most telling key that both have.
    """

    claim: int
    key: int


@frozen
class Chooser:
    """Chooses among claims for one.

    Attributes:
        ids: the ids of all claims, as numbers.
        statements: a hash that claims have in common that say the same.
        id: that of the claim that chooses.
        bound: how many it may choose.
    """

    ids: Sequence[int]
    statements: Sequence[int]
    id: int
    bound: int

    def chosen(self, found: Sequence[Standing]) -> list[Chosen]:
        """Return the most telling of what is worth comparing, each further like one less so.

        Those that differ come first, but for the places that are kept for those that are like it;
        so many of those that state the same are enough. What is strange to it comes to nothing.
        """
        if sum(standing.mask.bit_count() for standing in found) <= self.bound:
            return [Chosen(each, one.key) for one in found for each in one.members]
        like = self._first(found, LIKE, self._kept)
        return self._first(found, DIFFERENT, self.bound - len(like)) + like

    @property
    def _kept(self) -> int:
        return -(-self.bound // AGREEING)

    def _first(self, found: Sequence[Standing], kind: int, most: int) -> list[Chosen]:
        """Return the most telling of those of a kind."""
        of_kind = sorted((one for one in found if one.kind == kind), key=attrgetter("weight"))
        statements, kept = self.statements, self._kept
        seen: dict[int, int] = {}
        ranked: list[Ranked] = []
        for weight, alike in groupby(of_kind, attrgetter("weight")):
            # What follows tells less than what is that telling after all.
            if len(ranked) >= most:
                ranked.sort()
                if bisect_left(ranked, (weight,)) >= most:
                    break
            for away, other, key in sorted(self._located(alike)):
                said = statements[other]
                repeated = seen.get(said, 0)
                if repeated < kept:
                    seen[said] = repeated + 1
                    ranked.append((weight * REPEATED // (REPEATED + repeated), away, other, key))
        return [Chosen(other, key) for _, _, other, key in sorted(ranked)[:most]]

    def _located(self, standings: Iterable[Standing]) -> Iterator[tuple[int, int, int]]:
        ids, own = self.ids, self.id
        for standing in standings:
            key = standing.key
            for other in standing.members:
                yield own ^ ids[other], other, key
