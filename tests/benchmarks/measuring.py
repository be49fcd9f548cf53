"""What a benchmark says: two things done in one run, and the ratio of what they took.

A ratio from one run says more than a time, since the machine cancels out. Time is that of the
processor, so that other work on the machine counts little.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from statistics import median
from types import ModuleType
from typing import TypeVar

from attrs import frozen

REPEATS = 3
_Outcome = TypeVar("_Outcome")

# One thread each, for whatever a peer computes with; read when it is first imported.
for _name in ("OMP", "OPENBLAS", "MKL", "BLIS"):
    os.environ.setdefault(f"{_name}_NUM_THREADS", "1")


class NotInstalledError(Exception):
    """A package that a benchmark compares with is not installed; the message says which."""


@frozen
class Point:
    """A point of a plot.

    Attributes:
        plot: the name of the plot.
        line: what the point belongs to.
        x, y: where it lies.
    """

    plot: str
    line: str
    x: float
    y: float


@frozen
class Row:
    """A line of the table.

    Attributes:
        name: what was measured.
        figure: what came out, mostly a ratio.
        against: what it is a ratio to, or what it was measured on.
        points: the points of plots that belong to it.
        ratio: the figure as a number, where later runs are compared with it.
    """

    name: str
    figure: str
    against: str
    points: tuple[Point, ...] = ()
    ratio: float | None = None


def needed(name: str) -> ModuleType:
    """Return a module that only benchmarks need.

    Raises:
        NotInstalledError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as problem:
        message = f"left out: {name} is not installed (pip install 'factcheck[bench]')"
        raise NotInstalledError(message) from problem


def seconds(work: Callable[[], _Outcome], repeats: int = REPEATS) -> tuple[float, _Outcome]:
    """Return the median time of several runs, after one to warm up, and what the last returned."""
    outcome = work()
    times = []
    for _ in range(repeats):
        begun = time.process_time()
        outcome = work()
        times.append(time.process_time() - begun)
    return median(times), outcome


def once(work: Callable[[], _Outcome]) -> tuple[float, _Outcome]:
    """Return the time of the first run, and what it returned."""
    begun = time.process_time()
    outcome = work()
    return time.process_time() - begun, outcome


def seconds_of(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    repeats: int = REPEATS,
) -> float:
    """Return the median time that a program takes in a process of its own."""
    times = []
    for _ in range(repeats + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
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
