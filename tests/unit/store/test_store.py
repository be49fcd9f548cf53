"""The store keeps what it acknowledged, and says what is wrong with a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from factcheck.errors import StoreError
from factcheck.model import Account, Role
from factcheck.store import Connection, Database, accounts, events, open_store
from factcheck.store.checking import problems
from factcheck.store.events import Event
from factcheck.store.migrations import MIGRATIONS, TABLES, migrate, pending
from factcheck.store.opening import connect


@pytest.fixture
def store(address: str) -> Iterator[Database]:
    database = open_store(address)
    yield database
    database.close()


def add(name: str, db: Connection) -> None:
    accounts.add(db, Account(name, Role.REVIEWER), "")


def names(store: Database) -> list[str]:
    return [one.name for one in store.read(accounts.everybody)]


def test_a_transaction_is_kept_whole_or_not_at_all(store: Database) -> None:
    def work(db: Connection) -> None:
        add("ann", db)
        raise KeyError("half way")

    with pytest.raises(KeyError):
        store.write(work)
    assert names(store) == []
    store.write(lambda db: add("ann", db))
    with pytest.raises(StoreError, match=r"(?i)unique"):
        store.write(lambda db: add("ann", db))
    assert names(store) == ["ann"]


def test_writers_of_many_threads_wait_for_each_other(store: Database) -> None:
    start = Barrier(8)

    def write(number: int) -> None:
        start.wait()
        for turn in range(10):
            store.write(partial(add, f"r{number}-{turn}"))

    threads = [Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(store)) == 80
    assert store.check() == ()


def test_migrations_are_taken_once(address: str, store: Database) -> None:
    assert pending(store) == () and migrate(store) == ()
    again = open_store(address, create=False)
    assert pending(again) == ()


def test_a_broken_migration_leaves_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: Connection, dialect: object) -> None:
        connection.execute("CREATE TABLE half (x TEXT)")
        connection.execute("no such statement")

    monkeypatch.setattr(
        "factcheck.store.migrations.MIGRATIONS", {**MIGRATIONS, "9999-broken": broken}
    )
    with pytest.raises(StoreError, match="syntax"):
        open_store(address)
    left = connect(address)
    tables = {name for (name,) in left.read(lambda db: db.execute(left.dialect.tables))}
    assert "entry" in tables and "half" not in tables


def test_a_store_of_a_later_version_is_refused(address: str, store: Database) -> None:
    store.write(
        lambda db: db.execute("INSERT INTO migration VALUES ('0999-later', '9.9')") and None
    )
    with pytest.raises(StoreError, match="later version"):
        open_store(address)


def test_backup_is_a_whole_store(tmp_path: Path, store: Database) -> None:
    store.write(lambda db: add("ann", db))
    target = tmp_path / "copy.db"
    store.backup(target)
    assert names(open_store(str(target), create=False)) == ["ann"]
    with pytest.raises(StoreError, match="exists already"):
        store.backup(target)


def test_every_table_is_known_by_name(store: Database) -> None:
    there = {name for (name,) in store.read(lambda db: db.execute(store.dialect.tables))}
    assert there - {"sqlite_sequence"} == {"migration", *TABLES}
    assert problems(store) == ()


def test_text_is_ordered_by_its_characters(store: Database) -> None:
    for name in ("b", "B", "a", "A", "a-b", "aa", "1"):
        store.write(partial(add, name))
    assert names(store) == sorted(names(store)) == ["1", "A", "B", "a", "a-b", "aa", "b"]


def test_a_read_sees_one_state(store: Database) -> None:
    def work(db: Connection) -> tuple[int, int]:
        before = len(accounts.everybody(db))
        store.write(partial(add, "ann"))
        return before, len(accounts.everybody(db))

    assert store.read(work) == (0, 0)
    assert names(store) == ["ann"]


def test_a_writer_sees_what_the_writer_before_did(address: str, store: Database) -> None:
    other = open_store(address)
    start = Barrier(4)

    def happen(database: Database) -> None:
        start.wait()
        for _ in range(20):
            database.write(lambda db: events.append(db, Event("", "ann", "role", "ben")))

    threads = [Thread(target=happen, args=(one,)) for one in (store, other) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = [one.number for one in store.read(events.everything)]
    assert numbers == list(range(1, 81))


def test_rows_that_were_lost_from_the_log_are_told(address: str, store: Database) -> None:
    for name in ("ann", "ben", "cleo"):
        store.write(partial(lambda name, db: events.append(db, Event("", "", "role", name)), name))
    with pytest.raises(StoreError, match="only ever added"):
        store.write(lambda db: db.execute("DELETE FROM event") and None)
    on = " ON event" if address.startswith("postgresql") else ""
    store.write(lambda db: db.execute(f"DROP TRIGGER event_keeps_delete{on}") and None)
    store.write(lambda db: db.execute("DELETE FROM event WHERE number = 2") and None)
    guard, gap = problems(store)
    assert guard.startswith("event: the guard against deletes")
    assert gap.startswith("event: 1 of 3 rows")


def test_null_characters_break_nothing(store: Database) -> None:
    store.write(partial(add, "ann"))
    assert store.read(lambda db: accounts.get(db, "ann\0")) is None
    store.write(lambda db: events.append(db, Event("", "ann", "run", "a\0b")))
    assert len(store.read(events.everything)) == 1
