"""The commands on stores say what they did, and end as a script can tell."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reviewing.examples import ANN, BEN, CONFLICT, desk, item

from factcheck.cli import main
from factcheck.store import accounts, open_store


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def call(*args: str) -> Result:
    return CliRunner().invoke(main, ["store", *args])


@pytest.fixture
def kept(address: str) -> str:
    """The address of a store in which two people have decided."""
    made = desk(address)
    made.database.write(lambda db: accounts.add(db, ANN, ""))
    made.vote(ANN, "ann-votes", item(0).fingerprint, CONFLICT)
    made.vote(BEN, "ben-votes", item(0).fingerprint, CONFLICT)
    made.database.close()
    return address


def test_a_store_in_order_is_said_to_be_so(kept: str) -> None:
    result = call("check", kept)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith(": all is well\n")
    assert "sesame" not in result.stderr


def test_the_store_is_that_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("store = 'mine.db'")
    assert "mine.db: took 0001-reviews" in call("migrate").stderr
    assert "mine.db: is up to date" in call("migrate").stderr
    assert "mine.db: all is well" in call("check").stderr


def test_problems_are_listed_and_mended(kept: str) -> None:
    database = open_store(kept)
    database.write(lambda db: db.execute("UPDATE item SET status = 'adjudication'") and None)
    database.close()
    for options, code in (((), 1), (("--mend",), 0)):
        result = call("check", kept, *options)
        assert result.exit_code == code
        first, *_ = sorted(result.stdout.splitlines())
        assert first.startswith("finding fp-") and len(result.stdout.splitlines()) == 3
        assert "--mend" in result.stderr or "3 problems mended" in result.stderr
    assert call("check", kept).exit_code == 0


def test_a_backup_can_be_checked_and_put_back(kept: str, tmp_path: Path) -> None:
    assert call("backup", kept, "--output", "copy.db").exit_code == 0
    assert call("check", "copy.db").exit_code == 0
    result = call("migrate", "again.db", "--from", "copy.db")
    assert result.exit_code == 0
    assert "copied 3 findings, 2 entries, 1 account, 0 events" in result.stderr
    assert call("check", "again.db").exit_code == 0
    for refused in (
        call("backup", kept, "-o", "copy.db"),
        call("migrate", kept, "--from", "copy.db"),
    ):
        assert refused.exit_code == 2
        assert "factcheck: error: " in refused.stderr


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    desk(tmp_path, findings=200).database.close()
    path = tmp_path / "reviews.db"
    content = bytearray(path.read_bytes())
    content[-8192:-6000] = b"\xff" * 2192
    path.write_bytes(content)
    result = call("check", "reviews.db")
    assert result.exit_code == 1 and result.stdout
    assert "BACKUP" in result.stderr
    path.write_bytes(content[:20000])
    assert "is damaged" in call("check", "reviews.db").stdout


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE other (x)").connection.close()
    for name, told in (("other.db", "no review store yet"), ("none.db", "no such review store")):
        result = call("check", name)
        assert result.exit_code == 2 and told in result.stderr
    assert not (tmp_path / "none.db").exists()
