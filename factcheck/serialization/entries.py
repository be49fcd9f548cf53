"""Lists of JSON-ready data that are made entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from attrs import frozen

T = TypeVar("T")


@frozen
class Entries(Generic[T]):
    """A list whose entries are made one after the other, each time it is gone through.

    Attributes:
        values: what the entries are made of.
        convert: makes an entry.
    """

    values: Sequence[T]
    convert: Callable[[T], Any]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        return map(self.convert, self.values)
