"""One part after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import frozen

T = TypeVar("T")
R = TypeVar("R")


@frozen
class Serial:
    """Does each part where it is asked for."""

    def map(
        self, work: Callable[[T], R], parts: Iterable[T], known: Sequence[object] = (), /
    ) -> Iterator[R]:
        """Yield what ``work`` makes of every part, in their order."""
        return map(work, parts)
