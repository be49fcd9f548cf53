"""Only admins change accounts, never the last of them, and every change is kept."""

from __future__ import annotations

import pytest
from reviewing.examples import ADA, ANN, ROOT

from factcheck.errors import RefusedError
from factcheck.model import Account, Role
from factcheck.review.people import CONSOLE, People
from factcheck.store import events, open_store


@pytest.fixture
def people(address: str) -> People:
    found = People(open_store(address), lambda: "2026-03-31T10:00:00.000Z")
    for account in (ROOT, ANN):
        found.add(CONSOLE, account, f"hash of {account.name}")
    return found


def test_accounts_are_added_once(people: People) -> None:
    assert people.everybody() == (ANN, ROOT)
    assert people.password("ann") == "hash of ann" and people.password("eve") == ""
    with pytest.raises(RefusedError, match="already"):
        people.add(ROOT, Account("ann", Role.ADMIN), "other")
    assert people.get("ann") == ANN


def test_only_admins_change_others(people: People) -> None:
    with pytest.raises(RefusedError, match="only admins"):
        people.add(ANN, ADA, "")
    with pytest.raises(RefusedError, match="only admins"):
        people.change(ANN, "ann", role=Role.ADMIN)
    with pytest.raises(RefusedError, match="only admins"):
        people.set_password(ANN, "root", "mine")
    people.set_password(ANN, "ann", "new")
    assert people.password("ann") == "new"


def test_the_last_admin_stays(people: People) -> None:
    for change in ({"active": False}, {"role": Role.REVIEWER}):
        with pytest.raises(RefusedError, match="last admin"):
            people.change(CONSOLE, "root", **change)
    people.change(ROOT, "ann", role=Role.ADMIN)
    assert people.change(ROOT, "root", active=False) == Account("root", Role.ADMIN, active=False)


def test_changes_are_kept_without_passwords(people: People) -> None:
    people.change(ROOT, "ann", role=Role.ADJUDICATOR)
    people.set_password(ROOT, "ann", "hash of another")
    happened = people.database.read(events.everything)
    assert [(one.actor, one.kind, one.subject, one.before, one.after) for one in happened[2:]] == [
        ("root", "account", "ann", "reviewer", "adjudicator"),
        ("root", "password", "ann", "", ""),
    ]
    assert "hash" not in str(happened)
