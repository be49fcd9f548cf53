"""A PostgreSQL database, which reviewers of several machines can share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import psycopg
from attrs import define, field, frozen
from psycopg import errors, pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from factcheck.errors import StoreError
from factcheck.store.copying import copy_into
from factcheck.store.database import PATIENCE, Dialect, Row, T
from factcheck.store.migrations import migrate, taken
from factcheck.store.pool import Pool
from factcheck.store.postgres_check import faults
from factcheck.store.sqlite import SqliteDatabase

Raw = psycopg.Connection[Row]

_CONNECTING = "10"
"""Seconds that a server has to answer, unless the address or the environment says otherwise."""

_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

# Read committed, since a snapshot taken before the wait for other writers would not show what
# they did. A writer that hangs, or whose machine is lost, must not hold up the others for ever.
_WRITE = f"""BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
    SET LOCAL lock_timeout = '{PATIENCE:.0f}s';
    SET LOCAL idle_in_transaction_session_timeout = '5min';
    SELECT pg_advisory_xact_lock(
        hashtextextended('factcheck reviews in ' || COALESCE(current_schema(), ''), 0))"""

# Where the server acknowledges before anything is on its disk, it must not do so here.
_DURABLE = """SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'"""

_NAMED = re.compile(r"('[^']*')|(?<!:):([a-z_]+)")
"""A literal, or a place for a value."""


def _append_only(table: str) -> tuple[str, ...]:
    return (
        f"""CREATE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'rows of {table} are only ever added'; END $$""",
        *(
            f"""CREATE TRIGGER {table}_keeps_{what} BEFORE {event} ON {table}
                EXECUTE FUNCTION {table}_only_grows()"""
            for what, event in (("update", "UPDATE"), ("delete", "DELETE OR TRUNCATE"))
        ),
    )


DIALECT = Dialect(
    text='TEXT COLLATE "C"',
    tables="SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
    columns="""SELECT column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = :table ORDER BY ordinal_position""",
    guards="""SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND NOT t.tgisinternal AND t.tgenabled = 'O'""",
    append_only=_append_only,
)


@frozen
class _Connection:
    raw: Raw

    def execute(self, sql: str, **values: object) -> list[Row]:
        cursor = self.raw.execute(*_spoken(sql, values))
        return cursor.fetchall() if cursor.description else []

    def each(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        with self.raw.cursor() as cursor:
            cursor.executemany(_placed(sql), [_storable(row) for row in rows])


@define
class PostgresDatabase:
    """A schema of a PostgreSQL database: the first of the connection's search path.

    Attributes:
        address: a connection URI
            (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS);
            what it leaves out comes from the environment, as for PostgreSQL's own programs.
    """

    address: str = field(repr=False)
    dialect: Dialect = field(default=DIALECT, init=False, repr=False)
    _given: dict[str, str] = field(init=False, repr=False)
    _pool: Pool[Raw] = field(init=False, repr=False)
    _writing: Lock = field(factory=Lock, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._given = _read_address(self.address)
        self._pool = Pool(self._opened)

    @property
    def label(self) -> str:
        """The address as it was given, with user, place and name alone."""
        user, host, port, name = (
            self._given.get(key, "") for key in ("user", "host", "port", "dbname")
        )
        host = f"[{host}]" if ":" in host else host
        return f"postgresql://{user and f'{user}@'}{host}{port and f':{port}'}/{name}"

    def read(self, work: Callable[[_Connection], T]) -> T:
        """Return what ``work`` returns; see :class:`~factcheck.store.database.Database`."""
        with self._transaction(_READ) as connection:
            return work(connection)

    def write(self, work: Callable[[_Connection], T]) -> T:
        """Return what ``work`` returns once it is kept."""
        # Threads of this process queue here, where they need no connection each.
        with self._writing, self._transaction(_WRITE) as connection:
            return work(connection)

    def check(self) -> tuple[str, ...]:
        """Return what is found wrong with tables and indexes, with amcheck where it is installed.

        See https://www.postgresql.org/docs/current/amcheck.html.
        """
        return faults(self)

    def backup(self, target: Path) -> None:
        """Copy everything as it stands at one moment into a file, which is a store too."""
        try:
            with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
                copy = SqliteDatabase(Path(folder) / "copy.db")
                migrate(copy, taken(self))
                copy_into(copy, self)
                copy.backup(target)
                copy.close()
        except OSError as error:
            raise StoreError(f"{target}: cannot be written: {error.strerror or error}.") from error

    def close(self) -> None:
        """Close the connections that nobody uses."""
        self._pool.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[_Connection]:
        try:
            raw = self._begun(begin)
            try:
                yield _Connection(raw)
                _commit(raw)
            except BaseException:
                _roll_back(raw)
                raise
            finally:
                if not raw.closed:
                    self._pool.give(raw)
        except psycopg.Error as error:
            raise StoreError(f"{self.label}: {_told(error)}") from error

    def _begun(self, begin: str) -> Raw:
        """Return a connection with a transaction under way.

        A server that was started anew has closed the connections that wait here. Nothing was sent
        on them yet, so that another one does as well.
        """
        while raw := self._pool.waiting():
            try:
                return _sent(raw, begin)
            except psycopg.OperationalError:
                if not raw.closed:
                    raise
        return _sent(self._pool.opened(), begin)

    def _opened(self) -> Raw:
        waits = os.environ.get("PGCONNECT_TIMEOUT", _CONNECTING)
        chosen = {"connect_timeout": waits, "fallback_application_name": "factcheck", **self._given}
        raw: Raw = psycopg.connect(
            make_conninfo(**{**chosen, "client_encoding": "utf8"}),
            autocommit=True,
            # Statements prepared in one session are unknown to the next where a proxy such as
            # PgBouncer stands between.
            prepare_threshold=None,
        )
        try:
            kept_in = raw.info.parameter_status("server_encoding")
            if kept_in != "UTF8":
                raise StoreError(
                    f"{self.label}: keeps text as {kept_in}, in which not everything can be "
                    "written; use a database made with ENCODING 'UTF8'."
                )
            raw.execute(_DURABLE)
        except BaseException:
            raw.close()
            raise
        return raw


def _read_address(address: str) -> dict[str, str]:
    try:
        given = conninfo_to_dict(address)
    except psycopg.Error:
        # The driver's message quotes the address, and with it the password.
        raise StoreError(
            "the address of the PostgreSQL database cannot be read; write it as "
            "postgresql://user@host:port/name, and signs that have a meaning there as %XX."
        ) from None
    return {name: str(value) for name, value in given.items() if value is not None}


def _sent(raw: Raw, begin: str) -> Raw:
    try:
        raw.execute(begin)
    except BaseException:
        _roll_back(raw)
        raise
    return raw


def _commit(raw: Raw) -> None:
    ended = raw.execute("COMMIT").statusmessage
    # A transaction in which a statement failed is rolled back, and the server calls that success.
    if ended != "COMMIT":
        raise errors.InFailedSqlTransaction("a statement failed, so that nothing was kept")


def _roll_back(raw: Raw) -> None:
    if raw.closed or raw.info.transaction_status == pq.TransactionStatus.IDLE:
        return
    try:
        raw.execute("ROLLBACK")
    except psycopg.Error:
        raw.close()


def _spoken(sql: str, values: Mapping[str, object]) -> tuple[str, Mapping[str, object] | None]:
    return (_placed(sql), _storable(values)) if values else (sql, None)


def _storable(values: Mapping[str, object]) -> dict[str, object]:
    """Return values without null characters, which no text of this database can hold."""
    return {
        name: value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value
        for name, value in values.items()
    }


@lru_cache(maxsize=512)
def _placed(sql: str) -> str:
    """Return a statement with its places for values as the driver writes them.

    >>> _placed("SELECT 5 % :n, 'a:b' || x::text FROM y WHERE x LIKE :pattern")
    "SELECT 5 %% %(n)s, 'a:b' || x::text FROM y WHERE x LIKE %(pattern)s"
    """
    return _NAMED.sub(lambda found: found[1] or f"%({found[2]})s", sql.replace("%", "%%"))


def _told(error: psycopg.Error) -> str:
    if isinstance(error, errors.LockNotAvailable):
        return f"another process has been writing for {PATIENCE:.0f} seconds; try again."
    told = " ".join((error.diag.message_primary or str(error)).split())
    if isinstance(error, errors.InvalidSchemaName):
        told += "; make the schema, or leave it out of the search path"
    return told if told.endswith("?") else f"{told.rstrip('.')}."
