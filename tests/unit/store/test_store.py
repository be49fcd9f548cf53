"""The store keeps what it acknowledged, and says what is wrong with a file."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from factcheck.errors import StoreError
from factcheck.model import Account, Role
from factcheck.store import Connection, Database, accounts, open_store
from factcheck.store.migrations import MIGRATIONS, migrate, pending


@pytest.fixture
def store(tmp_path: Path) -> Database:
    return open_store(str(tmp_path / "reviews.db"))


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
    with pytest.raises(StoreError, match="UNIQUE"):
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


def test_migrations_are_taken_once(tmp_path: Path, store: Database) -> None:
    assert pending(store) == () and migrate(store) == ()
    again = open_store(str(tmp_path / "reviews.db"), create=False)
    assert pending(again) == ()


def test_a_broken_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: Connection, dialect: object) -> None:
        connection.execute("CREATE TABLE half (x TEXT)")
        connection.execute("no such statement")

    monkeypatch.setattr(
        "factcheck.store.migrations.MIGRATIONS", {**MIGRATIONS, "9999-broken": broken}
    )
    path = tmp_path / "reviews.db"
    with pytest.raises(StoreError, match="syntax"):
        open_store(str(path))
    raw = sqlite3.connect(path)
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
    raw.close()
    assert "entry" in tables and "half" not in tables


def test_a_store_of_a_later_version_is_refused(tmp_path: Path, store: Database) -> None:
    store.write(
        lambda db: db.execute("INSERT INTO migration VALUES ('0999-later', '9.9')") and None
    )
    with pytest.raises(StoreError, match="later version"):
        open_store(str(tmp_path / "reviews.db"))


@pytest.mark.parametrize(
    ("content", "told"), [(b"no database at all, but long enough " * 99, "no review store")]
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=told):
        open_store(str(path))
    assert path.read_bytes() == content


def test_missing_places_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such review store"):
        open_store(str(tmp_path / "none.db"), create=False)
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path / "no" / "where.db"))


def test_backup_is_a_whole_store(tmp_path: Path, store: Database) -> None:
    store.write(lambda db: add("ann", db))
    target = tmp_path / "copy.db"
    store.backup(target)
    assert names(open_store(str(target), create=False)) == ["ann"]
    with pytest.raises(StoreError, match="exists already"):
        store.backup(target)


def test_check_finds_what_is_broken(tmp_path: Path, store: Database) -> None:
    store.write(lambda db: add("ann", db))
    store.close()
    path = tmp_path / "reviews.db"
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place + 8 : place + 400] = b"\xff" * 392
    path.write_bytes(content)
    with pytest.raises(StoreError):
        assert open_store(str(path)).check() == ()
