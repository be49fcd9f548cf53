"""Sides: groups that stand together and never hold two that conflict."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Sides(Generic[T]):
    """A partition that only grows coarser, under pairs that must stay apart.

    Merging greedily in the order of the callers' confidence is the deterministic form of pivot
    clustering for correlation clustering (Ailon, Charikar and Newman, "Aggregating inconsistent
    information", Journal of the ACM 55, 2008), with conflicts as constraints that are never broken.

    The smaller side joins the larger, and each side knows the sides it must not join, so that all
    merges together take little more than the time to read the pairs.
    """

    def __init__(self, members: Iterable[T], apart: Mapping[T, Set[T]]) -> None:
        self._members = {member: [member] for member in members}
        self._side = {member: member for member in self._members}
        self._apart = {
            member: {other for other in apart.get(member, ()) if other in self._side}
            for member in self._members
        }

    def together(self, a: T, b: T) -> bool:
        """Return whether two are on one side."""
        return self._side[a] == self._side[b]

    def merge(self, a: T, b: T) -> bool:
        """Put two on one side unless a conflict forbids it; return whether they are."""
        keep, drop = self._side[a], self._side[b]
        if keep == drop:
            return True
        if drop in self._apart[keep]:
            return False
        if self._size(keep) < self._size(drop):
            keep, drop = drop, keep
        for member in self._members[drop]:
            self._side[member] = keep
        self._members[keep] += self._members.pop(drop)
        for opponent in self._apart.pop(drop):
            self._apart[opponent].remove(drop)
            self._apart[opponent].add(keep)
            self._apart[keep].add(opponent)
        return True

    def groups(self, order: Iterable[T]) -> list[list[T]]:
        """Return the sides, and the members within each, in the order given."""
        found: dict[T, list[T]] = {}
        for member in order:
            found.setdefault(self._side[member], []).append(member)
        return list(found.values())

    def _size(self, side: T) -> int:
        return len(self._members[side]) + len(self._apart[side])
