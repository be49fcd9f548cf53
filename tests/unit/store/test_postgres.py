"""A PostgreSQL server may go, come back and be reached in many ways; passwords are never shown."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest
from postgres_server import PASSWORD, Server

from factcheck.errors import StoreError
from factcheck.model import Account, Role
from factcheck.store import Connection, accounts, open_store
from factcheck.store.checking import problems
from factcheck.store.copying import copy_into
from factcheck.store.migrations import MIGRATIONS, migrate
from factcheck.store.opening import connect
from factcheck.store.postgres import PostgresDatabase


@pytest.fixture
def store(postgres: Server) -> PostgresDatabase:
    opened = open_store(postgres.fresh())
    assert isinstance(opened, PostgresDatabase)
    return opened


def add(name: str, db: Connection) -> None:
    accounts.add(db, Account(name, Role.REVIEWER), "")


def names(store: PostgresDatabase) -> list[str]:
    return [one.name for one in store.read(accounts.everybody)]


def test_a_server_that_was_started_anew_is_found_again(
    postgres: Server, store: PostgresDatabase
) -> None:
    store.write(partial(add, "ann"))
    postgres.end_sessions()
    store.write(partial(add, "ben"))
    postgres.end_sessions()
    assert names(store) == ["ann", "ben"]


def test_a_connection_cut_half_way_keeps_nothing(postgres: Server, store: PostgresDatabase) -> None:
    def work(db: Connection) -> None:
        add("ann", db)
        postgres.end_sessions()
        add("ben", db)

    with pytest.raises(StoreError, match="terminat"):
        store.write(work)
    assert names(store) == []
    store.write(partial(add, "cleo"))
    assert names(store) == ["cleo"]


def test_a_connection_cut_before_the_end_is_not_taken_for_success(
    postgres: Server, store: PostgresDatabase
) -> None:
    def work(db: Connection) -> None:
        add("ann", db)
        postgres.end_sessions()

    with pytest.raises(StoreError):
        store.write(work)
    assert names(store) == []


def test_a_failed_statement_that_was_passed_over_is_no_success(store: PostgresDatabase) -> None:
    def work(db: Connection) -> None:
        add("ann", db)
        with pytest.raises(Exception, match="syntax"):
            db.execute("no such statement")

    with pytest.raises(StoreError, match="nothing was kept"):
        store.write(work)
    assert names(store) == []


def test_reading_cannot_write(store: PostgresDatabase) -> None:
    with pytest.raises(StoreError, match="read-only"):
        store.read(partial(add, "ann"))


def test_signs_of_the_driver_stand_for_themselves(store: PostgresDatabase) -> None:
    query = "SELECT '100 %', '%s' || :text, 5 % 3, CAST(:text AS text), 'a:b'::text"
    (row,) = store.read(lambda db: db.execute(query, text="%(x)s :y"))
    assert row == ("100 %", "%s%(x)s :y", 2, "%(x)s :y", "a:b")
    assert store.read(lambda db: db.execute("SELECT '100 %'")) == [("100 %",)]


def test_a_store_is_made_once_by_whoever_comes_first(postgres: Server) -> None:
    address = postgres.fresh()
    start = Barrier(4)
    taken: list[str] = []

    def make() -> None:
        database = PostgresDatabase(address)
        start.wait()
        taken.extend(migrate(database))
        database.close()

    threads = [Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(MIGRATIONS)


def test_the_password_is_never_shown(postgres: Server) -> None:
    secret = "sesame"
    addresses = [
        postgres.address(password=f"wrong {secret}"),
        f"postgresql://anna:{secret}@127.0.0.1:1/reviews",
        f"postgresql://anna:{secret} of mine@127.0.0.1/reviews",
        f"postgresql://anna:%zz{secret}@127.0.0.1/reviews",
        f"postgresql://anna:{secret}@127.0.0.1/reviews?nonsense={secret}",
        postgres.address("nowhere"),
        f"mysql://anna:{secret}@127.0.0.1/reviews",
    ]
    for address in addresses:
        with pytest.raises(StoreError) as caught:
            open_store(address)
        assert secret not in str(caught.value)
        assert caught.value.message.endswith((".", "?"))
    database = connect(f"postgres://anna:{secret}@[::1]:5432/reviews?password={secret}")
    assert database.label == "postgresql://anna@[::1]:5432/reviews"
    assert secret not in repr(database)


def test_a_backup_is_a_store_that_can_be_put_back(
    postgres: Server, store: PostgresDatabase, tmp_path: Path
) -> None:
    store.write(partial(add, "ann"))
    target = tmp_path / "backup.db"
    store.backup(target)
    assert [path.name for path in tmp_path.iterdir()] == ["backup.db"]
    kept = open_store(str(target), create=False)
    again = open_store(postgres.fresh())
    assert copy_into(again, kept)["account"] == 1
    assert again.read(accounts.everybody) == store.read(accounts.everybody)
    with pytest.raises(StoreError, match="holds reviews already"):
        copy_into(again, kept)
    with pytest.raises(StoreError, match="exists already"):
        store.backup(target)
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "no" / "where.db")


def test_check_finds_what_is_broken(postgres: Server, store: PostgresDatabase) -> None:
    postgres.run("CREATE EXTENSION IF NOT EXISTS amcheck")
    assert store.check() == ()
    store.write(lambda db: db.execute("ALTER TABLE item_source DISABLE TRIGGER ALL") and None)
    store.write(lambda db: db.execute("INSERT INTO item_source VALUES ('a', 'b')") and None)
    assert store.check() == ("item_source: what 1 rows refer to in item is missing",)


def test_a_database_of_another_encoding_is_refused(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    address = postgres.address().replace("/postgres?", "/latin?")
    with pytest.raises(StoreError, match="keeps text as LATIN1"):
        open_store(address)


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "factcheck.store.postgres", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"factcheck\[postgres\]"):
        open_store("postgresql://anna@localhost/reviews")


def test_who_may_not_read_a_store_is_told_so(postgres: Server, store: PostgresDatabase) -> None:
    (schema,) = store.read(lambda db: db.execute("SELECT current_schema()"))[0]
    postgres.run(f"CREATE ROLE dora LOGIN PASSWORD '{PASSWORD}'")
    postgres.run(f"GRANT USAGE ON SCHEMA {schema} TO dora")
    with pytest.raises(StoreError, match="permission denied"):
        problems(connect(postgres.address(schema).replace("anna", "dora")))
