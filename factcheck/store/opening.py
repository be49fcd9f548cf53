"""Opening a store by its address."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import StoreError
from factcheck.store.database import Database
from factcheck.store.migrations import migrate, pending
from factcheck.store.sqlite import SqliteDatabase


def open_store(address: str, *, create: bool = True) -> Database:
    """Return the store at ``address``, ready to be used.

    Args:
        address: the path of a file, or the address of a PostgreSQL database, such as
            ``postgresql://anna@db.example.org/reviews``.
        create: make the store, or bring it up to date, where needed.

    Raises:
        StoreError: it cannot be opened; or it is missing or not up to date, and ``create`` is
            false.
    """
    database = connect(address, create=create)
    try:
        if create:
            migrate(database)
        else:
            require_current(database)
    except BaseException:
        database.close()
        raise
    return database


def require_current(database: Database) -> None:
    """Make sure that a database is a store of this version.

    Raises:
        StoreError: it is none, or not up to date.
    """
    if pending(database):
        raise StoreError(
            f"{database.label}: is no review store yet, or one of an earlier version; "
            "'factcheck store migrate' brings it up to date."
        )


def connect(address: str, *, create: bool = True) -> Database:
    """Return the database at ``address``, whatever its tables."""
    scheme, parted, _ = address.partition("://")
    if parted:
        return _server(scheme, address)
    path = Path(address)
    if not create and not path.is_file():
        raise StoreError(
            f"{address}: there is no such review store; 'factcheck review serve' makes one."
        )
    return SqliteDatabase(path)


def _server(scheme: str, address: str) -> Database:
    if scheme not in ("postgresql", "postgres"):
        raise StoreError(
            f"{scheme}://: no such database is known here; give the path of a file, or an address "
            "that begins with postgresql://."
        )
    try:
        from factcheck.store.postgres import PostgresDatabase
    except ImportError as error:
        raise StoreError(
            "reviews in a PostgreSQL database need psycopg: pip install 'factcheck[postgres]'"
        ) from error
    return PostgresDatabase(address)
