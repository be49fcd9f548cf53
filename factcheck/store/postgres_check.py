"""What can be found wrong with the tables and indexes of a PostgreSQL database."""

from __future__ import annotations

from psycopg.errors import InsufficientPrivilege

from factcheck.errors import StoreError
from factcheck.store.database import Connection, Database, Row

_REFERENCES = """SELECT c.conrelid::regclass::text, f.attname,
        c.confrelid::regclass::text, t.attname
    FROM pg_constraint c
    JOIN pg_attribute f ON f.attrelid = c.conrelid AND f.attnum = c.conkey[1]
    JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace"""

_INDEXES = """SELECT i.indexrelid::regclass::text, i.indisvalid AND i.indisready
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = current_schema()::regnamespace ORDER BY 1"""

# Functions of amcheck that this role may call, each with the schema that it lies in.
_AMCHECK = """SELECT p.proname, p.pronamespace::regnamespace::text
    FROM pg_extension e JOIN pg_depend d ON d.refobjid = e.oid AND d.deptype = 'e'
    JOIN pg_proc p ON p.oid = d.objid
    WHERE e.extname = 'amcheck' AND has_function_privilege(p.oid, 'EXECUTE')"""


def faults(database: Database) -> tuple[str, ...]:
    """Return what is wrong with a database; nothing where all is well."""
    tables = [name for (name,) in _asked(database, database.dialect.tables)]
    indexes = _asked(database, _INDEXES)
    amcheck: dict[str, str] = dict(_asked(database, _AMCHECK))
    found = [f"{index}: is not in working order" for index, works in indexes if not works]
    for table in tables:
        # Long values lie elsewhere and are fetched only when something is done with them.
        found += _failed(database, f"SELECT SUM(LENGTH(t::text)) FROM {table} t")
        if "verify_heapam" in amcheck:
            query = f"SELECT msg FROM {amcheck['verify_heapam']}.verify_heapam('{table}')"
            found += [f"{table}: {told}" for (told,) in _asked(database, query)]
    if "bt_index_check" in amcheck:
        for index, _ in indexes:
            query = f"SELECT {amcheck['bt_index_check']}.bt_index_check('{index}', true)"
            found += _failed(database, query)
    for child, column, parent, key in _asked(database, _REFERENCES):
        (number,) = _asked(
            database,
            f"SELECT COUNT(*) FROM {child} c "
            f"WHERE NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = c.{column})",
        )[0]
        if number:
            found.append(f"{child}: what {number} rows refer to in {parent} is missing")
    return tuple(found)


def _asked(database: Database, query: str) -> list[Row]:
    return database.read(lambda db: db.execute(query))


def _failed(database: Database, query: str) -> list[str]:
    """Return what the database says where a query cannot be done."""

    def work(db: Connection) -> None:
        db.execute(query)

    try:
        database.read(work)
    except StoreError as error:
        if isinstance(error.__cause__, InsufficientPrivilege):
            raise
        return [error.message]
    return []
