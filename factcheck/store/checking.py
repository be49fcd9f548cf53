"""What is wrong with a store, whichever database it is in."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.store import items, log
from factcheck.store.database import Connection, Database
from factcheck.store.migrations import GROWING, TABLES
from factcheck.store.opening import require_current


def problems(database: Database) -> tuple[str, ...]:
    """Return what is wrong with a store; nothing where all is well.

    The database checks itself; on top of that nothing may be missing, least of all from the log,
    and whatever is kept can be read.

    Raises:
        StoreError: it cannot be reached, or is no store of this version.
    """
    if found := database.check():
        return found
    require_current(database)
    return database.read(lambda db: tuple(_faults(db, database)))


def _faults(db: Connection, database: Database) -> Iterator[str]:
    tables = {name for (name,) in db.execute(database.dialect.tables)}
    if lost := [table for table in TABLES if table not in tables]:
        yield from (f"{table}: the table is missing; restore a backup" for table in lost)
        return
    guards = {name for (name,) in db.execute(database.dialect.guards)}
    for table in GROWING:
        for what in ("update", "delete"):
            if f"{table}_keeps_{what}" not in guards:
                yield (
                    f"{table}: the guard against {what}s is off or missing, so that rows may have "
                    "been changed; compare with a backup"
                )
        ((number, last),) = db.execute(f"SELECT COUNT(*), COALESCE(MAX(number), 0) FROM {table}")
        if number != last:
            yield f"{table}: {last - number} of {last} rows are missing; restore a backup"
    yield from items.broken(db)
    yield from log.broken(db)
