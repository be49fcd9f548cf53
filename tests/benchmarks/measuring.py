"""What a benchmark says: two things done in one run, and the ratio of what they took.

A ratio from one run says more than a time, since the machine cancels out. Time is that of the
processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import TypeVar

from attrs import frozen

REPEATS = 3
_Outcome = TypeVar("_Outcome")


@frozen
class Row:
    """A line of the table: what was measured, the figure, and against what."""

    name: str
    figure: str
    against: str


def seconds(work: Callable[[], _Outcome], repeats: int = REPEATS) -> tuple[float, _Outcome]:
    """Return the median time of several runs, after one to warm up, and what the last returned."""
    outcome = work()
    times = []
    for _ in range(repeats):
        begun = time.process_time()
        outcome = work()
        times.append(time.process_time() - begun)
    return median(times), outcome


def seconds_of(command: Sequence[str], repeats: int = REPEATS) -> float:
    """Return the median time that a program takes in a process of its own."""
    times = []
    for _ in range(repeats + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times[1:])


def times(ratio: float) -> str:
    """Return a ratio to two digits.

    >>> times(110.4), times(8.94), times(0.187)
    ('110 ×', '8.9 ×', '0.19 ×')
    """
    digits = 0 if ratio >= 10 else 1 if ratio >= 1 else 2
    return f"{ratio:,.{digits}f} ×"
