"""Sets whose members need not be equal to be the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any, Self


class AlikeSet(frozenset[Hashable]):
    """A set that shares with another what is alike, each member with one of the other at most.

    >>> near = AlikeSet([10, 20], lambda a, b: abs(a - b) < 3)
    >>> sorted(near & frozenset([11, 12, 40]))
    [10]
    """

    alike: Callable[[Any, Any], bool]

    def __new__(cls, members: Iterable[Hashable], alike: Callable[[Any, Any], bool]) -> Self:
        """Make a set.

        Args:
            members: what is in it; in their order they look for their like.
            alike: whether a member and one of another set are the same thing.
        """
        made = super().__new__(cls, members)
        made.alike = alike
        return made

    def __and__(self, others: AbstractSet[object]) -> frozenset[Hashable]:
        """Return the members that have their like among others."""
        free: list[Any] = list(others)
        free.sort()
        shared = []
        members: list[Any] = list(self)
        for member in sorted(members):
            found = next((i for i, other in enumerate(free) if self.alike(member, other)), None)
            if found is not None:
                shared.append(member)
                del free[found]
        return frozenset(shared)
