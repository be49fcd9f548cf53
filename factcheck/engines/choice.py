"""Which engine a piece of work is worth, and which was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from factcheck.engines.processes import Processes
from factcheck.engines.serial import Serial
from factcheck.protocols import Engine

LARGE = 400_000
"""Characters of text from which starting processes pays: about five seconds of reading."""

EngineFor = Callable[[int], Engine]
"""Returns the engine for work of a size: how much there is to do, as characters of text that would
take as long to read."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def engines(choice: str, jobs: int) -> Iterator[EngineFor]:
    """Open what the work of a run is done with, and close it at the end.

    Args:
        choice: what the setting ``engine`` says.
        jobs: how many processes to use; 0 for as many as there are processors, or where the choice
            is ``auto``, for as many as the work is worth.

    Raises:
        ConfigurationError: the choice is Dask, which is not installed.
        EngineError: a cluster cannot be started, or the scheduler does not answer.
    """
    kind, _, place = choice.partition(":")
    if kind == "dask":
        from factcheck.engines import cluster

        opened = cluster.connected(place) if place else cluster.local(jobs or processors())
        with opened as engine:
            yield lambda size: engine
    elif kind == "auto":
        yield partial(engine_for, jobs)
    else:
        alone = kind == "serial"
        yield lambda size: Serial() if alone else Processes(jobs or processors())


def engine_for(jobs: int, size: int) -> Engine:
    """Return the engine for work of a size.

    Args:
        jobs: how many processes to use; 0 for one where the work is small, and else for as many
            as there are processors.
        size: how much there is to do, as characters of text that would take as long to read.
    """
    count = jobs or (processors() if size >= LARGE else 1)
    return Serial() if count == 1 else Processes(count)
