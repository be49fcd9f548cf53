"""How much work something is, counted and not timed, so that no other work beside it matters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

TWICE = 2.6
"""Work for twice the size over work for the size: twice, and something for what comes once."""


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, those in C included."""
    count = 0

    def counting(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def lines(work: Callable[[], object]) -> int:
    """Return how many lines a piece of work goes through."""
    count = 0

    def counting(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return counting

    before = sys.gettrace()
    sys.settrace(counting)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
