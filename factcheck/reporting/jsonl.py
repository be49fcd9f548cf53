"""A run as JSON Lines: one object a line, its ``type`` first, as in ``docs/reference/json.md``."""

from __future__ import annotations

from factcheck.model import Baseline, Run
from factcheck.reporting.json import dumps
from factcheck.serialization import LINE_TYPES, to_data

_HEADER = ("schema", "version", "settings", "corpus", "counts")


def write(run: Run, baseline: Baseline | None = None) -> str:
    """Return ``run`` line by line: a ``run`` line first, then everything in the order of JSON.

    The first line says how many follow, so that a reader can tell whether any is missing.
    """
    data = to_data(run, baseline)
    entries = [{"type": kind, **entry} for key, kind in LINE_TYPES.items() for entry in data[key]]
    first = {"type": "run", **{key: data[key] for key in _HEADER}, "lines": len(entries)}
    return "".join(dumps(line) + "\n" for line in (first, *entries))
