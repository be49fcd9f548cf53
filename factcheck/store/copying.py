"""Everything of one store, put into another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.errors import StoreError
from factcheck.store.database import Connection, Database, Row
from factcheck.store.migrations import TABLES, taken

Contents = Mapping[str, tuple[Sequence[str], Sequence[Row]]]
"""Of each table, its columns and its rows."""


def copy_into(target: Database, source: Database) -> dict[str, int]:
    """Put everything that a store holds at one moment into an empty one.

    Returns:
        How many rows went into each table.

    Raises:
        StoreError: the target is not empty, or the two have not taken the same steps.
    """
    if taken(target) != taken(source):
        raise StoreError(
            f"{source.label}: is a store of another version than {target.label}; 'factcheck store "
            "migrate' brings it up to date."
        )
    contents = source.read(lambda db: _contents(db, source))
    target.write(lambda db: _fill(db, target, contents))
    return {table: len(rows) for table, (_, rows) in contents.items()}


def _contents(db: Connection, source: Database) -> Contents:
    found: dict[str, tuple[Sequence[str], Sequence[Row]]] = {}
    for table in _tables(db, source):
        columns = [name for (name,) in db.execute(source.dialect.columns, table=table)]
        named = ", ".join(columns)
        found[table] = columns, db.execute(f"SELECT {named} FROM {table} ORDER BY {columns[0]}")
    return found


def _fill(db: Connection, target: Database, contents: Contents) -> None:
    full = [table for table in _tables(db, target) if db.execute(f"SELECT 1 FROM {table} LIMIT 1")]
    if full:
        raise StoreError(f"{target.label}: holds reviews already; name a new store.")
    for table, (columns, rows) in contents.items():
        named = ", ".join(columns)
        places = ", ".join(f":{column}" for column in columns)
        db.each(
            f"INSERT INTO {table} ({named}) VALUES ({places})",
            [dict(zip(columns, row, strict=True)) for row in rows],
        )


def _tables(db: Connection, database: Database) -> tuple[str, ...]:
    there = {name for (name,) in db.execute(database.dialect.tables)}
    return tuple(table for table in TABLES if table in there)
