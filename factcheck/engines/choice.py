"""Which engine a piece of work is worth."""

from __future__ import annotations

import os

from factcheck.engines.processes import Processes
from factcheck.engines.serial import Serial
from factcheck.protocols import Engine

LARGE = 400_000
"""Characters of text from which starting processes pays: about five seconds of reading."""


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def engine_for(jobs: int, size: int) -> Engine:
    """Return the engine for work of a size.

    Args:
        jobs: how many processes to use; 0 for one where the work is small, and else for as many
            as there are processors.
        size: how much there is to do, as characters of text that would take as long to read.
    """
    count = jobs or (processors() if size >= LARGE else 1)
    return Serial() if count == 1 else Processes(count)
