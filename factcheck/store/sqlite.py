"""The embedded database: one file, which any number of readers share with one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from attrs import define, field, frozen

from factcheck.errors import StoreError
from factcheck.store.database import PATIENCE, Dialect, Row, T
from factcheck.store.pool import Pool


def _append_only(table: str) -> tuple[str, ...]:
    return tuple(
        f"""CREATE TRIGGER {table}_keeps_{what} BEFORE {what} ON {table}
            BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"""
        for what in ("update", "delete")
    )


DIALECT = Dialect(
    text="TEXT",
    tables="SELECT name FROM sqlite_master WHERE type = 'table'",
    columns="SELECT name FROM pragma_table_info(:table) ORDER BY cid",
    guards="SELECT name FROM sqlite_master WHERE type = 'trigger'",
    append_only=_append_only,
)


@frozen
class _Connection:
    raw: sqlite3.Connection

    def execute(self, sql: str, **values: object) -> list[Row]:
        return self.raw.execute(sql, values).fetchall()

    def each(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        self.raw.executemany(sql, rows)


@define
class SqliteDatabase:
    """A file in SQLite's write-ahead mode (https://sqlite.org/wal.html).

    A write is whole or not there. Where it must last it is on the disk before it is acknowledged
    (``synchronous=FULL``).

    Attributes:
        path: the file; it is made where there is none.
        kind: what messages call it.
        mend: what to do where it is damaged.
        lasting: whether what was acknowledged must outlive a power cut.
    """

    path: Path
    kind: str = "review store"
    mend: str = "restore a backup with 'factcheck store migrate NEW --from BACKUP'"
    lasting: bool = True
    dialect: Dialect = field(default=DIALECT, init=False, repr=False)
    _pool: Pool[sqlite3.Connection] = field(init=False, repr=False)
    _writing: Lock = field(factory=Lock, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._pool = Pool(self._opened)

    @property
    def label(self) -> str:
        """The path."""
        return str(self.path)

    @property
    def damaged(self) -> str:
        """What messages say of a damaged file."""
        return f"is damaged; {self.mend}."

    def read(self, work: Callable[[_Connection], T]) -> T:
        """Return what ``work`` returns; see :class:`~factcheck.store.database.Database`."""
        with self._transaction("BEGIN") as connection:
            return work(connection)

    def write(self, work: Callable[[_Connection], T]) -> T:
        """Return what ``work`` returns once it is kept."""
        # Threads of this process queue here; SQLite would have them poll.
        with self._writing, self._transaction("BEGIN IMMEDIATE") as connection:
            return work(connection)

    def check(self) -> tuple[str, ...]:
        """Return what SQLite's own checks find wrong."""
        found = []
        try:
            with self._lent() as raw:
                found += [one for (one,) in raw.execute("PRAGMA integrity_check") if one != "ok"]
                for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check"):
                    found.append(f"{table}, row {row}: what it refers to in {parent} is missing")
        except StoreError as error:
            if getattr(error.__cause__, "sqlite_errorcode", None) != sqlite3.SQLITE_CORRUPT:
                raise
            found.append(error.message)
        return tuple(found)

    def backup(self, target: Path) -> None:
        """Copy the file as it stands at one moment."""
        if target.exists():
            raise StoreError(f"{target}: exists already; name a new file for the backup.")
        part = target.with_name(f"{target.name}.part")
        try:
            part.unlink(missing_ok=True)
            copy = sqlite3.connect(part)
            try:
                with self._lent() as raw:
                    raw.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
            part.rename(target)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{target}: cannot be written: {error}.") from error

    def close(self) -> None:
        """Close the connections that nobody uses."""
        self._pool.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[_Connection]:
        with self._lent() as raw:
            raw.execute(begin)
            try:
                yield _Connection(raw)
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        try:
            raw = self._pool.take()
            try:
                yield raw
            finally:
                self._pool.give(raw)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: {self._told(error)}") from error

    def _opened(self) -> sqlite3.Connection:
        raw = sqlite3.connect(
            self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            raw.execute("PRAGMA journal_mode=WAL")
            raw.execute(f"PRAGMA synchronous={'FULL' if self.lasting else 'NORMAL'}")
            raw.execute("PRAGMA foreign_keys=ON")
        except sqlite3.DatabaseError:
            raw.close()
            raise
        return raw

    def _told(self, error: sqlite3.DatabaseError) -> str:
        message = str(error)
        if "not a database" in message:
            return f"is no {self.kind}, nor any SQLite database."
        if "malformed" in message:
            return self.damaged
        if "unable to open" in message:
            return "cannot be opened or made; is its folder there, and may it be written to?"
        if "locked" in message:
            return f"another process has been writing for {PATIENCE:.0f} seconds; try again."
        return f"{message}."
