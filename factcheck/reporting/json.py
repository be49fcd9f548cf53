"""A run as one JSON document, in the shape of ``docs/reference/json.md``."""

from __future__ import annotations

import json
import re

from factcheck.model import Baseline, Run
from factcheck.serialization import to_data

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def write(run: Run, baseline: Baseline | None = None) -> str:
    """Return ``run`` as indented JSON with a newline at the end; say what is accepted."""
    return dumps(to_data(run, baseline), indent=1) + "\n"


def dumps(data: object, indent: int | None = None) -> str:
    """Return ``data`` as JSON that any encoding can take.

    Letters of every script stand as they are. Half characters, which stand for undecodable
    bytes in file names, are escaped, because UTF-8 has no bytes for them.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
