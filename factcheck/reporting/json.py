"""A run as one JSON document, in the shape of ``docs/reference/json.md``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from factcheck.model import Baseline, Run
from factcheck.serialization import Entries, run_entries

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def write(run: Run, baseline: Baseline | None = None) -> Iterator[str]:
    """Return ``run`` as indented JSON with a newline at the end; say what is accepted."""
    return document(run_entries(run, baseline))


def document(data: object) -> Iterator[str]:
    """Yield indented JSON with a newline at the end.

    Of ``Entries``, and of iterators, one entry is made at a time.
    """
    yield from _pieces(data, "\n")
    yield "\n"


def dumps(data: object, indent: int | None = None) -> str:
    """Return ``data`` as JSON that any encoding can take.

    Letters of every script stand as they are. Half characters, which stand for undecodable
    bytes in file names, are escaped, because UTF-8 has no bytes for them.
    """
    text = _encoder(indent).encode(data)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _HALF_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
    return text


@cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=indent)


def _pieces(data: object, margin: str) -> Iterator[str]:
    """Yield JSON whose lines begin with ``margin``, which begins with a line break."""
    if isinstance(data, Mapping) and _is_long(data.values()):
        pairs = ((f"{dumps(key)}: ", value) for key, value in data.items())
        yield from _within("{", pairs, "}", margin)
    elif isinstance(data, Entries | Iterator) or (isinstance(data, list) and _is_long(data)):
        yield from _within("[", (("", value) for value in data), "]", margin)
    else:
        yield dumps(data, indent=1).replace("\n", margin)


def _is_long(values: Iterable[object]) -> bool:
    """Return whether something in ``values`` is written entry by entry."""
    return any(
        isinstance(value, Entries | Iterator)
        or (isinstance(value, Mapping) and _is_long(value.values()))
        or (isinstance(value, list) and _is_long(value))
        for value in values
    )


def _within(
    opening: str, items: Iterable[tuple[str, object]], closing: str, margin: str
) -> Iterator[str]:
    yield opening
    between = f"{margin} "
    for name, value in items:
        yield f"{between}{name}"
        yield from _pieces(value, f"{margin} ")
        between = f",{margin} "
    yield f"{margin}{closing}" if between.startswith(",") else closing
