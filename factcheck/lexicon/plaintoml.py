"""Reads the plain TOML that packs are written in, several times as fast as tomllib.

A run loads some hundred kilobytes of packs before it does anything else, and tomllib takes a
tenth of a second for them. Nearly all of it is lists of words, which are JSON but for comments
and a comma at the end, and Python's JSON reader is compiled.
"""

from __future__ import annotations

import json
import re
from typing import Any

_STATEMENT = re.compile(
    r"""
    (?P<key> [A-Za-z0-9_-]+ | "[^"\\\n]*" ) \x20=\x20
    | \[\[ (?P<row>\w+) \]\] \n
    | \[ (?P<table>\w+) \] \n
    | (?: \# [^\n]* )? \n
    """,
    re.VERBOSE,
)
_LAST_COMMA = re.compile(r",(\s*\])")
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
# JSON that TOML does not know, unless it stands in a text, or that means something else there.
_FOREIGN = re.compile(r"(?:^|[\[,\s])null(?:$|[\],\s])|[{}]|NaN|Infinity")


def read_plain(text: str) -> dict[str, Any] | None:
    r"""Return what a TOML text says, or None where it needs the full reader.

    Read are tables and lists of tables of one level, and keys whose values are numbers, texts or
    lists, one a line or with the brackets of a list on lines of their own.

    >>> read_plain('verbs = [\n  "give",\n  "take",\n]\n[numbers]\ndozen = 12\n')
    {'verbs': ['give', 'take'], 'numbers': {'dozen': 12}}
    >>> read_plain("[numbers]\ndozen = 0xC\n") is None
    True
    """
    document: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    table = document
    at = 0
    while at < len(text):
        statement = _STATEMENT.match(text, at)
        if statement is None:
            return None
        at = statement.end()
        key, row, name = statement.groups()
        if key is not None:
            end = _end(text, at)
            value = _value(text[at:end])
            if value is None or key.strip('"') in table:
                return None
            table[key.strip('"')] = value
            at = end + 1
        elif row is not None or name is not None:
            opened = _open(document, lists, row or name, listed=row is not None)
            if opened is None:
                return None
            table = opened
    return document


def _end(text: str, start: int) -> int:
    """Return where the value that begins at ``start`` ends: at a line's end."""
    if text.startswith("[\n", start):
        closing = text.find("\n]\n", start)
        return closing + 2 if closing >= 0 else len(text)
    line = text.find("\n", start)
    return line if line >= 0 else len(text)


def _open(
    document: dict[str, Any], lists: dict[str, list[Any]], name: str, *, listed: bool
) -> dict[str, Any] | None:
    """Add an empty table to the document; None where TOML would not let it."""
    table: dict[str, Any] = {}
    if not listed:
        return table if document.setdefault(name, table) is table else None
    rows = lists.setdefault(name, [])
    # A list that was written as a value may not be added to.
    if document.setdefault(name, rows) is not rows:
        return None
    rows.append(table)
    return table


def _value(text: str) -> Any:
    # Substrings are sought first: on long lists that is much faster than the patterns.
    suspect = "null" in text or "{" in text or "}" in text or "NaN" in text or "Infinity" in text
    if suspect and _FOREIGN.search(text):
        return None
    if "#" in text:
        text = _COMMENT.sub("", text)
    if text.endswith(",\n]"):
        text = text[:-3] + "]"
    value = _json(text)
    return _json(_LAST_COMMA.sub(r"\1", text)) if value is None else value


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return None
