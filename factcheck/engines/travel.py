"""What goes from a worker back to where the work was asked for, as bytes.

Values that both sides have travel as their number. What work raised travels as itself, with where
it was raised.
"""

from __future__ import annotations

import io
import pickle
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from factcheck.errors import EngineError


def numbers(known: Sequence[object]) -> dict[int, int]:
    """Return the number of each value that is known, by its identity."""
    return {id(value): number for number, value in enumerate(known)}


def outcome(work: Callable[[Any], Any], part: object, known: Mapping[int, int]) -> bytes:
    """Return what work makes of a part, or what it raises, as it is sent.

    Args:
        work: what is done.
        part: what it is done to.
        known: the numbers of the values that the other side has.
    """
    try:
        return _written((True, work(part)), known)
    except Exception as error:
        return _failure(error)


def taken(content: bytes, known: Sequence[object]) -> Any:
    """Return what work made of a part.

    Args:
        content: what ``outcome`` returned.
        known: the values that the other side numbered.

    Raises:
        Exception: what the work raised, as it raised it.
    """
    went_well, result = _Reader(io.BytesIO(content), known).load()
    if not went_well:
        raise result
    return result


def _failure(error: Exception) -> bytes:
    """Return an error as it is sent: itself where it can be, with where it was raised."""
    where = "".join(traceback.format_exception(error))
    error.add_note(f"In a worker process:\n{where}")
    try:
        content = _written((False, error), {})
        pickle.loads(content)
    except Exception:
        return _written((False, EngineError(f"a worker process failed:\n{where}")), {})
    return content


def _written(value: object, known: Mapping[int, int]) -> bytes:
    content = io.BytesIO()
    _Writer(content, known).dump(value)
    return content.getvalue()


class _Writer(pickle.Pickler):
    """Writes what both sides know as its number."""

    def __init__(self, file: io.BytesIO, known: Mapping[int, int]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = known

    def persistent_id(self, value: object) -> int | None:
        """Return the number of a value that the other side has."""
        return self._numbers.get(id(value))


class _Reader(pickle.Unpickler):
    """Reads what both sides know by its number."""

    def __init__(self, file: io.BytesIO, known: Sequence[object]) -> None:
        super().__init__(file)
        self._known = known

    def persistent_load(self, number: int) -> object:
        """Return the value of a number."""
        return self._known[number]
