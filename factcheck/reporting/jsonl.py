"""A run as JSON Lines: one object a line, its ``type`` first, as in ``docs/reference/json.md``."""

from __future__ import annotations

import json
from typing import Any

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
    "retold": "retold",
}
_HEADER = ("schema", "version", "settings", "corpus", "counts")


def write(run: Run, baseline: Baseline | None = None) -> str:
    """Return ``run`` line by line: a ``run`` line first, then everything in the order of JSON."""
    data = to_data(run, baseline)
    lines = [{"type": "run", **{key: data[key] for key in _HEADER}}]
    for key, kind in _TYPES.items():
        lines.extend({"type": kind, **entry} for entry in data[key])
    return "".join(dumps(line) + "\n" for line in lines)


def from_lines(text: str) -> dict[str, Any]:
    """Return the data of a run, as ``to_data`` gives it, from its lines.

    Raises:
        JSONDecodeError: a line is not JSON; its position is that in ``text``.
        ValueError: a line is no object, or of a type that runs do not have.
    """
    data: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {kind: [] for kind in _TYPES.values()}
    place = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            entry = _entry(line, text, place)
            kind = entry.pop("type", None) if isinstance(entry, dict) else None
            if kind == "run":
                data |= entry
            elif kind in lists:
                lists[kind].append(entry)
            else:
                raise ValueError(f"line {number} is of no type that a run has: {kind!r}")
        place += len(line) + 1
    return data | {key: lists[kind] for key, kind in _TYPES.items()}


def _entry(line: str, text: str, place: int) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(error.msg, text, place + error.pos) from None
