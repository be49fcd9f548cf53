"""What runs worked out, kept in a file, so that later runs need not work it out again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from attrs import frozen

from factcheck.errors import StoreError
from factcheck.store.database import Connection, Dialect
from factcheck.store.sqlite import SqliteDatabase

KEPT_DAYS = 30
"""Days after which an entry is dropped that no run has used."""

_TABLE = "run_entry"
_NAMED = "key IN (SELECT value FROM json_each(:keys))"
_DIGEST = 16


@frozen
class RunStore:
    """A file of entries, each a key and some bytes; many processes can share it.

    Keys tell all that an entry depends on, so an entry never goes out of date; it only goes out
    of use. A run that is cut short leaves the entries that it has put, each whole.

    Attributes:
        database: where the entries are.
    """

    database: SqliteDatabase

    def recall(self, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the entries that are there, by their keys.

        Raises:
            StoreError: the file cannot be read, or an entry of it is damaged.
        """
        rows = self.database.read(
            lambda db: db.execute(
                f"SELECT key, value FROM {_TABLE} WHERE {_NAMED}",
                keys=json.dumps(list(keys)),
            )
        )
        found = {}
        for key, value in rows:
            digest, content = value[:_DIGEST], value[_DIGEST:]
            if _digest(content) != digest:
                raise StoreError(f"{self.database.label}: {self.database.damaged}")
            found[key] = content
        self._use(sorted(found))
        return found

    def keep(self, entries: Mapping[str, bytes], drop: Sequence[str] = ()) -> None:
        """Put entries in and drop others, all or none; what has long been out of use goes too.

        Raises:
            StoreError: the file cannot be written.
        """
        today = _today()
        last = (datetime.fromisoformat(today) - timedelta(days=KEPT_DAYS)).date().isoformat()

        def work(db: Connection) -> None:
            db.execute(
                f"DELETE FROM {_TABLE} WHERE used < :last OR {_NAMED}",
                last=last,
                keys=json.dumps(list(drop)),
            )
            db.each(
                f"INSERT INTO {_TABLE} (key, used, value) VALUES (:key, :used, :value) "
                "ON CONFLICT (key) DO UPDATE SET used = excluded.used, value = excluded.value",
                [
                    {"key": key, "used": today, "value": _digest(content) + content}
                    for key, content in entries.items()
                ],
            )

        self.database.write(work)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _use(self, keys: Sequence[str]) -> None:
        """Note that entries are in use, at most once a day."""
        today = _today()
        where = f"FROM {_TABLE} WHERE used < :today AND {_NAMED}"
        named = json.dumps(list(keys))
        if self.database.read(
            lambda db: db.execute(f"SELECT 1 {where} LIMIT 1", today=today, keys=named)
        ):
            self.database.write(
                lambda db: db.execute(
                    f"UPDATE {_TABLE} SET used = :today WHERE key IN (SELECT key {where})",
                    today=today,
                    keys=named,
                )
            )


def open_runs(path: str | Path) -> RunStore:
    """Return the run store in a file, which is made where there is none.

    Raises:
        StoreError: the file is something else, or cannot be opened or made.
    """
    database = SqliteDatabase(
        Path(path),
        kind="run store",
        mend="delete it, and the next run makes a new one",
        lasting=False,
    )
    try:
        database.write(lambda db: _made(db, database.dialect, database.label))
    except BaseException:
        database.close()
        raise
    return RunStore(database)


def _made(db: Connection, dialect: Dialect, label: str) -> None:
    tables = {name for (name,) in db.execute(dialect.tables)}
    if _TABLE in tables:
        return
    if tables:
        raise StoreError(
            f"{label}: is a database, but no run store; name another file, or one that is not "
            "there yet."
        )
    db.execute(
        f"CREATE TABLE {_TABLE} (key TEXT PRIMARY KEY, used TEXT NOT NULL, value BLOB NOT NULL)"
    )
    db.execute(f"CREATE INDEX {_TABLE}_by_use ON {_TABLE} (used)")


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
