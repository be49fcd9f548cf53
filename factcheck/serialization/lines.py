"""Texts with one JSON object a line, and runs in that form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import ConfigurationError, FactcheckError
from factcheck.serialization.schema import LINE_TYPES

Data = dict[str, Any]


def json_lines(
    lines: Iterable[str],
    name: str,
    needs: str = "",
    error: type[FactcheckError] = ConfigurationError,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object with its place; empty lines are passed over.

    Args:
        lines: the lines, read one by one.
        name: what messages call the file.
        needs: what messages say that an object must have; may be empty.
        error: what to raise.

    Raises:
        FactcheckError: a line is no JSON object; the message names the line.
    """
    for number, line in enumerate(lines, 1):
        text = line.removeprefix("\ufeff") if number == 1 else line
        if not text.strip():
            continue
        place = f"{name}, line {number}"
        try:
            row = json.loads(text)
        except (ValueError, RecursionError) as fault:
            raise error(f"{place}: is not JSON: {fault}.") from fault
        if not isinstance(row, dict):
            wanted = f" with {needs}" if needs else ""
            raise error(f"{place}: must be an object{wanted}.")
        yield place, row


def data_from_lines(lines: Iterable[str], name: str) -> Data:
    """Return the data of a run, as ``to_data`` gave it, from the lines of JSON Lines.

    Raises:
        ConfigurationError: they are not the lines of a run, whole and in order.
    """
    saved = SavedLines(lines, name)
    data = saved.header | {key: list(saved.entries(key)) for key in LINE_TYPES}
    saved.finish()
    return data


class SavedLines:
    """The lines of a run, one list of it after the other, in the order they were written in.

    Attributes:
        header: what the first line says of the whole run.
    """

    def __init__(self, lines: Iterable[str], name: str) -> None:
        self._name = name
        self._rows = json_lines(lines, name)
        self._next = next(self._rows, None)
        self._count = 0
        header = next(self._of("run"), None)
        if header is None:
            raise ConfigurationError(f"{name}: is no run, which begins with a line of that type.")
        self._promised = header.pop("lines", None)
        self.header = header

    def entries(self, key: str) -> Iterator[Data]:
        """Yield what the run has under ``key``; the keys are to be asked for in order."""
        return self._of(LINE_TYPES[key])

    def finish(self) -> None:
        """Make sure that every line was taken and none is missing.

        Raises:
            ConfigurationError: a line is left, or there are not as many as the first one says.
        """
        if self._next is not None:
            place, row = self._next
            raise ConfigurationError(
                f"{place}: a line of the type {row.get('type')!r} has no place here; the lines of "
                f"a run are in the order run, {', '.join(LINE_TYPES.values())}."
            )
        if self._count - 1 != self._promised:
            raise ConfigurationError(
                f"{self._name}: {self._count - 1} lines follow the first, which says that there "
                f"are {self._promised}; the file was cut off or edited."
            )

    def _of(self, kind: str) -> Iterator[Data]:
        while self._next is not None and self._next[1].get("type") == kind:
            row = self._next[1]
            self._next = next(self._rows, None)
            self._count += 1
            yield {key: value for key, value in row.items() if key != "type"}
