"""The tables, made and changed by named steps, each in a transaction of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

from factcheck.errors import StoreError
from factcheck.store.database import Connection, Database, Dialect
from factcheck.version import __version__

Step = Callable[[Connection, Dialect], None]


def _reviews(connection: Connection, dialect: Dialect) -> None:
    """Items, the log of entries, who is assigned, accounts, and everything else that happened."""
    statements = (
        """CREATE TABLE account (
            name TEXT PRIMARY KEY,
            role TEXT NOT NULL,
            active INTEGER NOT NULL,
            password TEXT NOT NULL)""",
        """CREATE TABLE item (
            fingerprint TEXT PRIMARY KEY,
            topic TEXT NOT NULL,
            rule TEXT NOT NULL,
            words TEXT NOT NULL,
            impact DOUBLE PRECISION NOT NULL,
            present INTEGER NOT NULL,
            orphaned TEXT NOT NULL,
            queued INTEGER NOT NULL,
            round INTEGER NOT NULL,
            status TEXT NOT NULL,
            moved TEXT NOT NULL,
            data TEXT NOT NULL)""",
        "CREATE INDEX item_by_impact ON item (queued, status, impact DESC, fingerprint)",
        """CREATE TABLE item_source (
            document TEXT NOT NULL,
            item TEXT NOT NULL REFERENCES item,
            PRIMARY KEY (document, item))""",
        "CREATE INDEX item_source_by_item ON item_source (item)",
        """CREATE TABLE entry (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            item TEXT NOT NULL REFERENCES item,
            author TEXT NOT NULL,
            act TEXT NOT NULL,
            supersedes TEXT NOT NULL,
            time TEXT NOT NULL,
            round INTEGER NOT NULL,
            data TEXT NOT NULL)""",
        "CREATE INDEX entry_by_item ON entry (item, number)",
        "CREATE INDEX entry_by_author ON entry (author, number)",
        "CREATE INDEX entry_superseded ON entry (supersedes)",
        *dialect.append_only("entry"),
        """CREATE TABLE standing (
            item TEXT NOT NULL REFERENCES item,
            author TEXT NOT NULL,
            entry TEXT NOT NULL REFERENCES entry (id),
            act TEXT NOT NULL,
            PRIMARY KEY (item, author))""",
        "CREATE INDEX standing_by_author ON standing (author, act)",
        """CREATE TABLE assignment (
            item TEXT NOT NULL REFERENCES item,
            reviewer TEXT NOT NULL,
            until TEXT NOT NULL,
            PRIMARY KEY (item, reviewer))""",
        "CREATE INDEX assignment_by_reviewer ON assignment (reviewer)",
        """CREATE TABLE event (
            number INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            version TEXT NOT NULL)""",
        *dialect.append_only("event"),
    )
    _define(connection, dialect, *statements)


def _sessions(connection: Connection, dialect: Dialect) -> None:
    """Who is logged in, and attempts to log in that failed."""
    statements = (
        """CREATE TABLE session (
            digest TEXT PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account,
            begun TEXT NOT NULL,
            seen TEXT NOT NULL)""",
        "CREATE INDEX session_by_account ON session (account)",
        "CREATE TABLE attempt (subject TEXT NOT NULL, time TEXT NOT NULL)",
        "CREATE INDEX attempt_by_subject ON attempt (subject, time)",
        "CREATE INDEX attempt_by_time ON attempt (time)",
    )
    _define(connection, dialect, *statements)


MIGRATIONS: Mapping[str, Step] = {
    "0001-reviews": _reviews,
    "0002-sessions": _sessions,
}
"""Every step by its name, in the order in which they are taken."""


TABLES = (
    "account",
    "item",
    "item_source",
    "entry",
    "standing",
    "assignment",
    "event",
    "session",
    "attempt",
)
"""Every table that holds something, each after those that it refers to."""

GROWING = ("entry", "event")
"""Tables whose rows are numbered from 1 and never change."""


def pending(database: Database) -> tuple[str, ...]:
    """Return the names of the steps that a database has not taken.

    Raises:
        StoreError: it has taken one that this version does not know.
    """
    known = taken(database)
    unknown = sorted(known - set(MIGRATIONS))
    if unknown:
        raise StoreError(
            f"{database.label}: was made by a later version of factcheck ({unknown[-1]}); "
            "use that version or a later one."
        )
    return tuple(name for name in MIGRATIONS if name not in known)


def migrate(database: Database, steps: Container[str] | None = None) -> tuple[str, ...]:
    """Take the steps that are pending and return their names.

    Args:
        database: where to take them.
        steps: those to take; all by default.
    """
    wanted = [name for name in pending(database) if steps is None or name in steps]
    return tuple(name for name in wanted if _take(database, name))


def taken(database: Database) -> frozenset[str]:
    """Return the names of the steps that a database has taken; none where it is no store."""
    return database.read(lambda connection: _taken(connection, database.dialect))


def _take(database: Database, name: str) -> bool:
    def work(connection: Connection) -> bool:
        _define(
            connection,
            database.dialect,
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, version TEXT NOT NULL)",
        )
        # Another process may have been faster.
        if connection.execute("SELECT 1 FROM migration WHERE name = :name", name=name):
            return False
        MIGRATIONS[name](connection, database.dialect)
        connection.execute(
            "INSERT INTO migration (name, version) VALUES (:name, :version)",
            name=name,
            version=__version__,
        )
        return True

    return database.write(work)


def _taken(connection: Connection, dialect: Dialect) -> frozenset[str]:
    if ("migration",) not in connection.execute(dialect.tables):
        return frozenset()
    return frozenset(name for (name,) in connection.execute("SELECT name FROM migration"))


def _define(connection: Connection, dialect: Dialect, *statements: str) -> None:
    for statement in statements:
        # Some databases order text by the customs of a country unless told not to.
        connection.execute(re.sub(r"\bTEXT\b", dialect.text, statement))
