"""Entries of gold files: typed reading with messages that name the file and the entry."""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path
from typing import Any

from attrs import frozen

from factcheck.errors import GoldError
from factcheck.model import Span


@frozen
class Entry:
    """One object of a gold file.

    Attributes:
        place: the file and the entry, as messages call them.
        data: the object.
    """

    place: str
    data: dict[str, Any]

    def wrong(self, key: str, fault: str) -> GoldError:
        """Return the error that says what is wrong with a key."""
        return GoldError(f"{self.place}: {key!r} {fault}.")

    def has(self, key: str) -> bool:
        """Return whether the entry gives a key."""
        return self.data.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be given and not be empty."""
        value = self.data.get(key, default)
        if value is None:
            raise self.wrong(key, "is missing")
        if not isinstance(value, str) or (default is None and not value):
            raise self.wrong(key, f"must be a text, not {value!r}")
        return value

    def span(self, start: str, end: str) -> Span:
        """Return the place that two keys give, which must hold at least one character."""
        for key in (start, end):
            value = self.data.get(key)
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise self.wrong(key, f"must be a whole number, 0 or more, not {value!r}")
        if self.data[end] <= self.data[start]:
            raise self.wrong(end, f"must be greater than {start!r}")
        return Span(self.data[start], self.data[end])

    def positive(self, key: str, default: float) -> float:
        """Return a number greater than 0."""
        value = self.data.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
            raise self.wrong(key, f"must be a number greater than 0, not {value!r}")
        return value

    def switch(self, key: str) -> bool:
        """Return true or false; false where the key is not given."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, f"must be true or false, not {value!r}")
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return a text that must be one of ``allowed``."""
        value = self.text(key)
        if value not in allowed:
            raise self.wrong(key, f"must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def choices(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts of a list, or one text; none where the key is not given."""
        value = self.data.get(key) or []
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(one in allowed for one in values):
            raise self.wrong(key, f"must be from {', '.join(allowed)}, not {value!r}")
        return tuple(values)

    def known(self, key: str, ids: Set[str]) -> str:
        """Return the id of a claim that must exist."""
        return self._known(key, self.text(key), ids)

    def names(self, key: str, ids: Set[str]) -> tuple[str, ...]:
        """Return a list of ids of claims that must exist."""
        return tuple(self._known(key, one, ids) for one in self._list(key))

    def pairs(self, key: str, ids: Set[str]) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of ids of claims that must exist."""
        found = []
        for pair in self._list(key):
            if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
                raise self.wrong(key, f"must hold pairs of two claims, not {pair!r}")
            found.append((self._known(key, pair[0], ids), self._known(key, pair[1], ids)))
        return tuple(found)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return a list of objects; none where the key is not given."""
        return _entries(f"{self.place}, {key!r}", self.data.get(key, []))

    def _list(self, key: str) -> list[Any]:
        value = self.data.get(key)
        if not isinstance(value, list):
            raise self.wrong(key, f"must be a list, not {value!r}")
        return value

    def _known(self, key: str, name: object, ids: Set[str]) -> str:
        if not isinstance(name, str) or name not in ids:
            raise self.wrong(key, f"names the claim {name!r}, which claims.json does not have")
        return name


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the objects of a JSON file that holds a list of them.

    Raises:
        GoldError: the file is missing, unreadable, no JSON, or holds something else.
    """
    return _entries(str(path), _json(path))


def read_object(path: Path) -> Entry:
    """Return the object that a JSON file holds.

    Raises:
        GoldError: the file is missing, unreadable, no JSON, or holds something else.
    """
    data = _json(path)
    if not isinstance(data, dict):
        raise GoldError(f"{path}: must hold an object.")
    return Entry(str(path), data)


def _entries(place: str, data: object) -> tuple[Entry, ...]:
    if not isinstance(data, list):
        raise GoldError(f"{place}: must be a list of objects.")
    found = []
    for number, one in enumerate(data, 1):
        if not isinstance(one, dict):
            raise GoldError(f"{place}: entry {number} must be an object, not {one!r}.")
        name = f" ({one['id']})" if isinstance(one.get("id"), str) else ""
        found.append(Entry(f"{place}: entry {number}{name}", one))
    return tuple(found)


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: is not UTF-8 (byte {error.start}).") from error
    except json.JSONDecodeError as error:
        raise GoldError(
            f"{path}: is no JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        ) from error
    except RecursionError as error:
        raise GoldError(f"{path}: is nested too deeply.") from error
