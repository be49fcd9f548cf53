"""Rows of numbers in one column."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import overload


class Rows(Sequence[list[int]]):
    """The numbers of every claim, of those of all claims in one column."""

    def __init__(self, ends: Sequence[int], column: memoryview | array[int]) -> None:
        self.ends = ends
        self.column = column

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> Rows:
        """Return rows, given one by one, their numbers below 2 ** 32."""
        ends = array("Q", accumulate(map(len, rows)))
        return cls(ends, array("I", chain.from_iterable(rows)))

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, index: int) -> list[int]: ...

    @overload
    def __getitem__(self, index: slice) -> list[list[int]]: ...

    def __getitem__(self, index: int | slice) -> list[int] | list[list[int]]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        return self.column[self.ends[index - 1] if index else 0 : self.ends[index]].tolist()
