"""Many values of one class at a time, attribute by attribute.

To make them one after the other runs Python code for each; each of their attributes can be set for
all of them at one stroke.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from attrs import fields

T = TypeVar("T")


@cache
def slots_of(kind: Any) -> dict[str, Any]:
    """Return what reads and sets each attribute of a class, in their order."""
    return {one.name: vars(kind)[one.name] for one in fields(kind)}


def filled(kind: Any, values: Sequence[object], columns: Iterable[Iterable[object]]) -> None:
    """Set each attribute of values of a class that are empty, given in its order."""
    for slot, column in zip(slots_of(kind).values(), columns, strict=True):
        deque(map(slot.__set__, values, column), maxlen=0)


def columns_of(kind: Any, values: Sequence[object]) -> list[list[object]]:
    """Return each attribute of values of a class, in its order."""
    return [list(map(slot.__get__, values)) for slot in slots_of(kind).values()]


def replaced(values: Sequence[T], name: str, column: Sequence[object]) -> list[T]:
    """Return copies of values of one class that have one attribute otherwise.

    What is worked out from that attribute is not worked out again.
    """
    if not values:
        return []
    kind: Any = values[0].__class__
    copies = [kind.__new__(kind) for _ in values]
    read = zip(slots_of(kind), columns_of(kind, values), strict=True)
    filled(kind, copies, (column if held == name else own for held, own in read))
    return copies
