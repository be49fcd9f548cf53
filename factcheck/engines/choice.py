"""Which engine a piece of work is worth, and which was asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
            is ``auto``, for one where the work is small.

    Raises:
        ConfigurationError: the choice is Dask, which is not installed.
        EngineError: a cluster cannot be started, or the scheduler does not answer.
    """
    kind, _, place = choice.partition(":")
    count = jobs or processors()
    if kind == "dask":
        from factcheck.engines import connecting

        with connecting.connected(place) if place else connecting.local(count) as cluster:
            yield lambda size: cluster
    elif kind == "serial" or (kind == "auto" and count == 1):
        yield lambda size: Serial()
    else:
        small = LARGE if kind == "auto" and not jobs else 0
        with Processes(count) as crew:
            yield lambda size: crew if size >= small else Serial()
