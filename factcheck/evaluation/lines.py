"""Files with one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.errors import GoldError
from factcheck.serialization.lines import json_lines


def objects(lines: Iterable[str], name: str, keys: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each object of a JSONL text with its place; empty lines are passed over.

    Args:
        lines: the lines.
        name: what messages call the file.
        keys: what messages say that an object must have.

    Raises:
        GoldError: a line is no JSON object; the message names the line.
    """
    return json_lines(lines, name, keys, GoldError)


def text_at(row: Mapping[str, object], key: str, place: str) -> str:
    """Return the text under a key; an ``id`` may be a number.

    Raises:
        GoldError: there is none.
    """
    value = row.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        fault = "is missing" if key not in row else f"must be a text, not {value!r}"
        raise GoldError(f"{place}: {key!r} {fault}.")
    return value
