"""What goes to a worker, and back to where the work was asked for, as bytes.

The work goes once, with the values that both sides have then; these come back as their number. What
work raised comes back as itself, with where it was raised.
"""

from __future__ import annotations

import io
import pickle
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import define, field

from factcheck.errors import EngineError
from factcheck.version import __version__

Work = Callable[[Any], Any]


@define
class Kit:
    """The work and what is known to both sides, as it travels; it is opened where it is used.

    Attributes:
        content: both of them, pickled together so that what they share stays shared.
        version: of the library that made it.
    """

    content: bytes
    version: str
    _opened: tuple[Work, Sequence[object], dict[int, int]] | None = field(
        default=None, init=False, repr=False
    )

    @classmethod
    def at_hand(cls, work: Work, known: Sequence[object]) -> Kit:
        """Return a kit that need not travel."""
        kit = cls(b"", __version__)
        kit._open(work, known)
        return kit

    def opened(self) -> tuple[Work, dict[int, int]]:
        """Return the work, and the numbers of what is known.

        Raises:
            EngineError: another version made it.
        """
        if self.version != __version__:
            raise EngineError(
                f"the workers have factcheck {__version__}, and {self.version} asks them; install"
                " the same version in both places."
            )
        work, _, numbered = self._opened or self._open(*pickle.loads(self.content))
        return work, numbered

    def _open(
        self, work: Work, known: Sequence[object]
    ) -> tuple[Work, Sequence[object], dict[int, int]]:
        # Numbers go by identity, so what they are of has to stay.
        opened = self._opened = work, known, numbers(known)
        return opened

    def __reduce__(self) -> tuple[type[Kit], tuple[bytes, str]]:
        return Kit, (self.content, self.version)


def packed(work: Work, known: Sequence[object], dumps: Callable[[Any], bytes], instead: str) -> Kit:
    """Return work as it travels.

    Args:
        work: what is done.
        known: values that both sides have.
        dumps: pickles them.
        instead: what to do where they cannot be.

    Raises:
        EngineError: they cannot be pickled.
    """
    try:
        return Kit(dumps((work, known)), __version__)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise EngineError(
            f"the work cannot be handed to other processes: {error}; {instead}."
        ) from error


def numbers(known: Sequence[object]) -> dict[int, int]:
    """Return the number of each value that is known, by its identity."""
    return {id(value): number for number, value in enumerate(known)}


def outcome(work: Work, part: object, known: Mapping[int, int]) -> bytes:
    """Return what work makes of a part, or what it raises, as it is sent.

    Args:
        work: what is done.
        part: what it is done to.
        known: the numbers of the values that the other side has.
    """
    try:
        return _written((True, work(part)), known)
    except Exception as error:
        return failure(error)


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


def failure(error: Exception) -> bytes:
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
