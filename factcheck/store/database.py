"""What the rest of factcheck knows of a database: work done in transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from attrs import frozen

PATIENCE = 30.0
"""Seconds that a writer waits for another process to finish."""

T = TypeVar("T")

Row = tuple[Any, ...]


class Connection(Protocol):
    """A connection with a transaction under way."""

    def execute(self, sql: str, **values: object) -> list[Row]:
        """Run one statement and return its rows.

        Args:
            sql: SQL that every database here understands, with ``:name`` for values.
            **values: text, numbers, bytes or None, by name.
        """
        ...

    def each(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Run one statement for every mapping of values."""
        ...


@frozen
class Dialect:
    """What is said differently in one database than in another.

    Attributes:
        text: the type of a column of text that is compared character by character.
        tables: the query for the names of all tables.
        columns: the query for the columns of ``:table``, in order.
        guards: the query for the names of all triggers that are at work.
        append_only: given a table, the statements after which its rows can neither be changed
            nor deleted.
    """

    text: str
    tables: str
    columns: str
    guards: str
    append_only: Callable[[str], tuple[str, ...]]


class Database(Protocol):
    """A place that keeps what reviewers decide.

    Writers are let in one at a time, so that what a writer reads holds until it is done.
    """

    @property
    def label(self) -> str:
        """The address as messages may show it, without a password."""
        ...

    @property
    def dialect(self) -> Dialect:
        """What this database says in its own way."""
        ...

    def read(self, work: Callable[[Connection], T]) -> T:
        """Return what ``work`` returns, given one consistent state of the database.

        Raises:
            StoreError: the database cannot be reached or read.
        """
        ...

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what ``work`` returns once everything it did is kept.

        Where it raises, nothing is kept, and the exception goes on.

        Raises:
            StoreError: the database cannot be reached or written.
        """
        ...

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the file or tables themselves; nothing where all is well."""
        ...

    def backup(self, target: Path) -> None:
        """Copy everything into a new file, while others go on reading and writing.

        Raises:
            StoreError: the file exists or cannot be written, or the copy failed.
        """
        ...

    def close(self) -> None:
        """Let go of every connection."""
        ...
