"""Work in parts of like size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def parts(sizes: Iterable[int], most: int) -> Iterator[range]:
    """Yield ranges of things that are together no larger than ``most``, or a single thing.

    >>> list(parts([3, 4, 9, 1, 1], 8))
    [range(0, 2), range(2, 3), range(3, 5)]
    """
    start = end = total = 0
    for end, size in enumerate(sizes, start=1):
        if total and total + size > most:
            yield range(start, end - 1)
            start, total = end - 1, 0
        total += size
    if end > start:
        yield range(start, end)
