"""A run as JSON Lines: one object a line, its ``type`` first, as in ``docs/reference/json.md``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model import Baseline, Run
from factcheck.reporting.json import dumps
from factcheck.serialization import LINE_TYPES, run_entries

_HEADER = ("schema", "version", "settings", "corpus", "counts", "judges")


def write(run: Run, baseline: Baseline | None = None) -> Iterator[str]:
    """Yield ``run`` line by line: a ``run`` line first, then everything in the order of JSON.

    The first line says how many follow, so that a reader can tell whether any is missing.
    """
    data = run_entries(run, baseline)
    yield header(data, sum(len(data[key]) for key in LINE_TYPES))
    for key in LINE_TYPES:
        for entry in data[key]:
            yield line(key, entry)


def header(data: Mapping[str, Any], lines: int) -> str:
    """Return the first line of a run.

    Args:
        data: what the run is as a whole, in the shape of JSON.
        lines: how many lines follow.
    """
    return dumps({"type": "run", **{key: data[key] for key in _HEADER}, "lines": lines}) + "\n"


def line(key: str, entry: Mapping[str, Any]) -> str:
    """Return a line that holds an entry of the list that JSON has under ``key``."""
    return dumps({"type": LINE_TYPES[key], **entry}) + "\n"
