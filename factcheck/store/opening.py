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
        address: the path of a file.
        create: make the store, or bring it up to date, where needed.

    Raises:
        StoreError: it cannot be opened; or it is missing or not up to date, and ``create`` is
            false.
    """
    database = connect(address, create=create)
    try:
        if create:
            migrate(database)
        elif pending(database):
            raise StoreError(
                f"{database.label}: is no review store yet, or one of an earlier version; "
                "'factcheck store migrate' brings it up to date."
            )
    except BaseException:
        database.close()
        raise
    return database


def connect(address: str, *, create: bool = True) -> Database:
    """Return the database at ``address``, whatever its tables."""
    path = Path(address)
    if not create and not path.is_file():
        raise StoreError(
            f"{address}: there is no such review store; 'factcheck review serve' makes one."
        )
    return SqliteDatabase(path)
