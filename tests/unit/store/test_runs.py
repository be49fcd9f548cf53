"""The file that keeps what runs worked out: whole, shared, pruned, and nothing else."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.store import open_store
from factcheck.store.runs import KEPT_DAYS, open_runs

WRITER = """
import sys
from factcheck.store.runs import open_runs
runs = open_runs(sys.argv[1])
for number in range(40):
    runs.keep({f"{sys.argv[2]}-{number}": b"x" * 1000, "shared": b"same"})
runs.close()
"""
DYING = """
import os, sys
from factcheck.store.runs import open_runs
runs = open_runs(sys.argv[1])
runs.keep({"before": b"whole"})
def entries():
    yield "one", b"1"
    os._exit(9)
class Entries(dict):
    items = lambda self: entries()
runs.keep(Entries())
"""


def test_what_is_kept_is_recalled_by_another_store(tmp_path: Path) -> None:
    with closing(open_runs(tmp_path / "runs.db")) as runs:
        runs.keep({"a": b"one", "b": b""})
        runs.keep({"a": b"one more"})
    with closing(open_runs(tmp_path / "runs.db")) as runs:
        assert runs.recall(("a", "b", "c")) == {"a": b"one more", "b": b""}
        assert runs.recall(()) == {}


def test_no_other_files_stay_beside_it(tmp_path: Path) -> None:
    with closing(open_runs(tmp_path / "runs.db")) as runs:
        runs.keep({"a": b"one"})
    assert [path.name for path in tmp_path.iterdir()] == ["runs.db"]


def test_what_is_out_of_use_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with closing(open_runs(path)) as runs:
        runs.keep({"asked": b"1", "forgotten": b"2"})
    age(path, KEPT_DAYS + 1)
    with closing(open_runs(path)) as runs:
        assert runs.recall(("asked",)) == {"asked": b"1"}
        runs.keep({"new": b"3"})
        assert runs.recall(("asked", "forgotten", "new")) == {"asked": b"1", "new": b"3"}


def test_what_is_in_use_stays(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with closing(open_runs(path)) as runs:
        runs.keep({"kept": b"1"})
    age(path, KEPT_DAYS - 1)
    with closing(open_runs(path)) as runs:
        runs.keep({"new": b"2"})
        assert set(runs.recall(("kept", "new"))) == {"kept", "new"}


def age(path: Path, days: int) -> None:
    day = (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE run_entry SET used = ?", (day,))
        raw.commit()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"no database at all, but long enough " * 99)
    with pytest.raises(StoreError, match=r"notes\.txt: is no run store, nor any SQLite database"):
        open_runs(path)
    assert path.read_bytes().startswith(b"no database at all")


def test_a_store_of_reviews_is_refused_and_stays(tmp_path: Path) -> None:
    open_store(str(tmp_path / "reviews.db")).close()
    with pytest.raises(StoreError, match=r"reviews\.db: is a database, but no run store; name"):
        open_runs(tmp_path / "reviews.db")
    open_store(str(tmp_path / "reviews.db"), create=False).close()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"runs\.db: cannot be opened or made; is its folder"):
        open_runs(tmp_path / "nowhere" / "runs.db")


def test_an_entry_that_changed_on_the_disk_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with closing(open_runs(path)) as runs:
        runs.keep({"a": b"the tower is 36 metres tall"})
    path.write_bytes(path.read_bytes().replace(b"is 36 metres", b"is 63 metres"))
    told = r"runs\.db: is damaged; delete it, and the next run makes a new one"
    with closing(open_runs(path)) as runs, pytest.raises(StoreError, match=told):
        runs.recall(("a",))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with closing(open_runs(path)) as runs:
        runs.keep({str(number): b"x" * 3000 for number in range(99)})
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 400] = b"\xff" * 400
    path.write_bytes(content)
    told = r"runs\.db: is damaged; delete it"
    with pytest.raises(StoreError, match=told), closing(open_runs(path)) as runs:
        runs.recall(("5",))


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    keys = [f"{name}-{number}" for name in ("a", "b") for number in range(40)]
    with closing(open_runs(path)) as runs:
        assert len(runs.recall((*keys, "shared"))) == 81


def test_a_process_that_dies_while_writing_leaves_what_was_whole(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    done = subprocess.run([sys.executable, "-c", DYING, str(path)], timeout=60, check=False)
    assert done.returncode == 9
    with closing(open_runs(path)) as runs:
        assert runs.recall(("before", "one")) == {"before": b"whole"}
        runs.keep({"after": b"written"})
        assert runs.recall(("after",)) == {"after": b"written"}
