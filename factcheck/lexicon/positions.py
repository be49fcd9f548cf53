"""Finds the line on which each key and entry of a TOML text stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from itertools import count

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"""
    (?P<gap>[ \t]+|\#[^\n]*)
    | (?P<newline>\n)
    | (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<mark>[\[\]{}=,.])
    | (?P<bare>[^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)


def lines_of(text: str) -> Mapping[Path, int]:
    r"""Return the line, from 1, of every key and list entry of a valid TOML text.

    A path is made of keys and of places in lists: ``("units", 2, "words", 0)``.

    >>> lines_of('verbs = [\n  "give",\n  "take",\n]')[("verbs", 1)]
    3
    """
    return _Scan(text).lines


class _Scan:
    """One pass over the tokens of a text that tomllib has already accepted."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._tokens: list[tuple[str, str, int]] = []
        self._at = 0
        line = 1
        for match in _TOKEN.finditer(text):
            if match.lastgroup not in {"gap", None}:
                self._tokens.append((str(match.lastgroup), match[0], line))
            line += match[0].count("\n")
        self._document()

    def _peek(self) -> str:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _take(self, *texts: str) -> bool:
        """Step over the next tokens if they read ``texts``."""
        ahead = self._tokens[self._at : self._at + len(texts)]
        if [token[1] for token in ahead] != list(texts):
            return False
        self._at += len(texts)
        return True

    def _skip_newlines(self) -> None:
        while self._peek() == "\n":
            self._at += 1

    def _document(self) -> None:
        table: Path = ()
        lists: dict[Path, int] = {}
        while True:
            self._skip_newlines()
            if self._at >= len(self._tokens):
                return
            line = self._tokens[self._at][2]
            if self._take("[", "["):
                path = _within(lists, self._key())
                lists[path] = lists.get(path, -1) + 1
                table = (*path, lists[path])
                self._take("]", "]")
            elif self._take("["):
                table = _within(lists, self._key())
                self._take("]")
            else:
                self._pair(table)
                continue
            for depth in range(1, len(table) + 1):
                self.lines.setdefault(table[:depth], line)

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            kind, text, _ = self._tokens[self._at]
            self._at += 1
            parts.append(_unquoted(text) if kind == "string" else text)
            if not self._take("."):
                return tuple(parts)

    def _pair(self, table: Path) -> None:
        line = self._tokens[self._at][2]
        path = table
        for part in self._key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self._take("=")
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._take("["):
            self._list(path)
        elif self._take("{"):
            while not self._take("}"):
                self._pair(path)
                self._take(",")
        else:
            # Numbers with a point and dates with a space are several tokens.
            while self._peek() not in {",", "]", "}", "\n", ""}:
                self._at += 1

    def _list(self, path: Path) -> None:
        for place in count():
            self._skip_newlines()
            if self._take("]"):
                return
            self.lines[(*path, place)] = self._tokens[self._at][2]
            self._value((*path, place))
            self._skip_newlines()
            self._take(",")


def _within(lists: Mapping[Path, int], key: Path) -> Path:
    """Return the full path of a table header: inside a list of tables it means the latest."""
    path: Path = ()
    for part in key:
        if path in lists:
            path = (*path, lists[path])
        path = (*path, part)
    return path


def _unquoted(text: str) -> str:
    key = tomllib.loads(f"key = {text}")["key"]
    assert isinstance(key, str)
    return key
