"""Less searching for rings of values while a run makes many values that last.

Values that hold each other in a ring are found by going through all there are, again and again
while their number grows. A run makes values by the million and hardly any rings.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

VALUES = 100_000
"""How many more values there are, at least, before rings are looked for in a run."""

_lock = Lock()
_before: list[tuple[int, int, int]] = []


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Let rings be looked for rarely until the last of those that asked for it is done.

    Where a program has turned the search off, it stays so.
    """
    with _lock:
        _before.append(gc.get_threshold())
        often, *rest = _before[0]
        gc.set_threshold(often and max(often, VALUES), *rest)
    try:
        yield
    finally:
        with _lock:
            first = _before[0]
            _before.pop()
            if not _before:
                gc.set_threshold(*first)


@contextmanager
def making_no_rings() -> Iterator[None]:
    """Look for no rings while values are made that hold none, nor among these soon afterwards.

    They count as old ones, among which rings are looked for last. So does whatever is young.
    """
    looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # A program that has values frozen would lose that.
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if looked_for:
            gc.enable()
