"""A file that is no store, or no longer one, is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import StoreError
from factcheck.model import Account, Role
from factcheck.store import accounts, open_store


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


def test_check_finds_what_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    store = open_store(str(path))
    store.write(lambda db: accounts.add(db, Account("ann", Role.REVIEWER), ""))
    store.close()
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place + 8 : place + 400] = b"\xff" * 392
    path.write_bytes(content)
    with pytest.raises(StoreError):
        assert open_store(str(path)).check() == ()
