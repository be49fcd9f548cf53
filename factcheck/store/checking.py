"""What is wrong with a store, whichever database it is in."""

from __future__ import annotations

from factcheck.store.database import Connection, Database
from factcheck.store.migrations import GROWING, TABLES


def problems(database: Database) -> tuple[str, ...]:
    """Return what is wrong with a store that is up to date, apart from what its rows mean.

    The database checks itself; on top of that nothing may be missing, least of all from the log.
    """
    return (*database.check(), *database.read(lambda db: _missing(db, database)))


def _missing(db: Connection, database: Database) -> tuple[str, ...]:
    tables = {name for (name,) in db.execute(database.dialect.tables)}
    if lost := [table for table in TABLES if table not in tables]:
        return tuple(f"{table}: the table is missing; restore a backup" for table in lost)
    found = []
    guards = {name for (name,) in db.execute(database.dialect.guards)}
    for table in GROWING:
        for what in ("update", "delete"):
            if f"{table}_keeps_{what}" not in guards:
                found.append(
                    f"{table}: the guard against {what}s is off or missing, so that rows may have "
                    "been changed; compare with a backup"
                )
        ((number, last),) = db.execute(f"SELECT COUNT(*), COALESCE(MAX(number), 0) FROM {table}")
        if number != last:
            found.append(f"{table}: {last - number} of {last} rows are missing; restore a backup")
    return tuple(found)
