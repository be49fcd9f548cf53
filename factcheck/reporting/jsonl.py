"""A run as JSON Lines: one object a line, its ``type`` first, as in ``docs/reference/json.md``."""

from __future__ import annotations

from factcheck.model import Baseline, Run
from factcheck.reporting.json import dumps
from factcheck.serialization import to_data

_TYPES = {
    "documents": "document",
    "failed": "failed",
    "claims": "claim",
    "skipped": "skipped",
    "notes": "note",
    "topics": "topic",
    "judgements": "judgement",
    "disputes": "dispute",
    "qualifications": "qualification",
    "agreements": "agreement",
}
_HEADER = ("schema", "version", "settings", "corpus", "counts")


def write(run: Run, baseline: Baseline | None = None) -> str:
    """Return ``run`` line by line: a ``run`` line first, then everything in the order of JSON."""
    data = to_data(run, baseline)
    lines = [{"type": "run", **{key: data[key] for key in _HEADER}}]
    for key, kind in _TYPES.items():
        lines.extend({"type": kind, **entry} for entry in data[key])
    return "".join(dumps(line) + "\n" for line in lines)
