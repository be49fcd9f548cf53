"""Files of sections, any of which can be read by itself.

A file is written under another name and renamed once it is whole, so that work that is done twice
or ended midway leaves whole files only.
"""

from __future__ import annotations

import os
import pickle
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from heapq import merge
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, Generic, TypeVar, overload
from uuid import uuid4

T = TypeVar("T")

_WRITTEN: ContextVar[list[Path] | None] = ContextVar("_WRITTEN", default=None)

_NUMBER = 8
"""Bytes of a number at the end of a file: where each section ends, and how many there are."""


@contextmanager
def noted() -> Iterator[list[Path]]:
    """Take note of the files that are written meanwhile, in the list that is lent."""
    written: list[Path] = []
    token = _WRITTEN.set(written)
    try:
        yield written
    finally:
        _WRITTEN.reset(token)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write that is there under its name once it is whole.

    Raises:
        OSError: it cannot be written, as where the disk is full; the error names the file.
    """
    temporary = path.with_name(f".{path.name}-{uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            yield file
        temporary.replace(path)
        written = _WRITTEN.get()
        if written is not None:
            written.append(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)


def write_sections(path: Path, sections: Iterable[bytes]) -> int:
    """Write a file and return how many sections it has."""
    ends = array("Q")
    end = 0
    with whole(path) as file:
        for section in sections:
            end += file.write(section)
            ends.append(end)
        file.write(ends.tobytes())
        file.write(len(ends).to_bytes(_NUMBER, sys.byteorder))
    return len(ends)


class Sections(Sequence[memoryview]):
    """The sections of a file, mapped into memory: what is not looked at is not read."""

    def __init__(self, path: Path) -> None:
        view = mapped(path)
        count = int.from_bytes(view[-_NUMBER:], sys.byteorder)
        self._view = view
        self._ends = view[len(view) - _NUMBER * (count + 1) : -_NUMBER].cast("Q")

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> memoryview: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[memoryview, ...]: ...

    def __getitem__(self, index: int | slice) -> memoryview | tuple[memoryview, ...]:
        numbers = range(len(self))[index]
        if isinstance(numbers, range):
            return tuple(map(self.__getitem__, numbers))
        start = self._ends[numbers - 1] if numbers else 0
        return self._view[start : self._ends[numbers]]


def mapped(path: Path) -> memoryview:
    """Return the content of a file, mapped into memory."""
    with path.open("rb") as file:
        # Nothing cannot be mapped.
        empty = not os.fstat(file.fileno()).st_size
        return memoryview(b"" if empty else mmap(file.fileno(), 0, access=ACCESS_READ))


def write_values(path: Path, values: Iterable[object]) -> int:
    """Write a file with a value in each section, and return how many there are."""
    return write_sections(path, (pickle.dumps(value, pickle.HIGHEST_PROTOCOL) for value in values))


def values(path: Path) -> Iterator[Any]:
    """Yield the values of a file one after the other."""
    return map(pickle.loads, Sections(path))


class Sorter(Generic[T]):
    """Sorts values, however many there are: those that memory cannot hold wait in sorted files."""

    def __init__(self, folder: Path, key: Callable[[T], Any], most: int) -> None:
        """Begin with no values.

        Args:
            folder: where files are kept.
            key: what values are sorted by.
            most: how much is held in memory.
        """
        self._folder = folder
        self._key = key
        self._most = most
        self._held: list[T] = []
        self._size = 0
        self._runs: list[Path] = []

    def add(self, value: T, size: int = 1) -> None:
        """Take a value, which counts so much towards what is held."""
        self._held.append(value)
        self._size += size
        if self._size >= self._most:
            self._put_away()

    def __iter__(self) -> Iterator[T]:
        self._put_away()
        return merged(self._runs, self._key)

    def _put_away(self) -> None:
        if self._held:
            self._runs.append(self._folder / f"{len(self._runs):06}")
            self._held.sort(key=self._key)
            write_values(self._runs[-1], self._held)
            self._held, self._size = [], 0


def merged(files: Iterable[Path], key: Callable[[Any], Any]) -> Iterator[Any]:
    """Yield the values of sorted files in order."""
    return merge(*map(values, files), key=key)


def in_parts(ordered: Iterable[T], most: int, size: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield values in lists, each of which ends with the value that fills it."""
    held: list[T] = []
    total = 0
    for value in ordered:
        held.append(value)
        total += size(value)
        if total >= most:
            yield held
            held, total = [], 0
    if held:
        yield held
