"""What is kept ready for the queue is held against the log, and mended by it."""

from __future__ import annotations

from functools import partial

import pytest
from reviewing.examples import ADA, ANN, BEN, CONFLICT, HARMLESS, desk, item

from factcheck.model import Status
from factcheck.review import Desk, Policy
from factcheck.review.audit import audit, mend
from factcheck.review.people import CONSOLE
from factcheck.store import Connection, events, items
from factcheck.store.checking import problems

FIRST, SECOND, THIRD = (item(number).fingerprint for number in range(3))


@pytest.fixture
def table(address: str) -> Desk:
    made = desk(address)
    made.vote(ANN, "ann-votes-1", FIRST, CONFLICT)
    made.vote(BEN, "ben-votes-1", FIRST, HARMLESS)
    made.adjudicate(ADA, "ada-settles", FIRST, CONFLICT)
    made.vote(ANN, "ann-votes-2", SECOND, CONFLICT)
    made.vote(ANN, "ann-votes-3", SECOND, HARMLESS, "ann-votes-2")
    made.skip(BEN, "ben-skips-2", SECOND)
    made.vote(BEN, "ben-votes-3", THIRD, HARMLESS)
    made.undo(BEN, "ben-undoes-3")
    return made


def change(table: Desk, statement: str) -> None:
    def work(statement: str, db: Connection) -> None:
        db.execute(statement)

    table.database.write(partial(work, statement))


def test_the_desk_leaves_nothing_to_mend(table: Desk) -> None:
    assert audit(table.database, table.policy) == ()
    assert problems(table.database) == ()


@pytest.mark.parametrize(
    ("statement", "fingerprint", "told"),
    [
        (
            "UPDATE item SET status = 'open' WHERE fingerprint = '{FIRST}'",
            FIRST,
            "kept as open; by its votes it is closed",
        ),
        (
            "DELETE FROM standing WHERE author = 'ann' AND item = '{SECOND}'",
            SECOND,
            "entry ann-votes-3 stands, and is not kept as standing",
        ),
        (
            "UPDATE standing SET entry = 'ben-votes-3' WHERE entry = 'ben-skips-2'",
            SECOND,
            "entry ben-votes-3 does not stand, and is kept as standing",
        ),
        (
            "DELETE FROM assignment WHERE item = '{FIRST}' AND reviewer = 'ada'",
            FIRST,
            "ada voted on it and does not hold it",
        ),
    ],
)
def test_what_departs_from_the_log_is_told_and_mended(
    table: Desk, statement: str, fingerprint: str, told: str
) -> None:
    change(table, statement.format(FIRST=FIRST, SECOND=SECOND))
    found = audit(table.database, table.policy)
    assert (fingerprint, told) in [(one.fingerprint, one.told) for one in found]
    assert mend(table.database, table.policy, CONSOLE) == found
    assert audit(table.database, table.policy) == ()
    happened = table.database.read(events.everything)
    assert [(one.kind, one.subject, one.before) for one in happened] == [
        ("mended", one.fingerprint, one.told) for one in found
    ]


def test_another_number_of_votes_shows(table: Desk) -> None:
    (found,) = audit(table.database, Policy(needed=1))
    assert found.fingerprint == SECOND
    mend(table.database, Policy(needed=1), CONSOLE)
    kept = table.database.read(lambda db: items.get(db, SECOND))
    assert kept is not None and kept.status is Status.CLOSED


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE item SET round = 7 WHERE topic = 'weir'", "its columns say something else"),
        ("UPDATE item SET data = 'none' WHERE topic = 'weir'", "cannot be read"),
        ("UPDATE item_source SET document = 'z.txt' WHERE document = 'a0.txt'", "its documents"),
        ("UPDATE entry SET author = 'eve' WHERE number = 1", "its columns say something else"),
        ("UPDATE entry SET data = '{}' WHERE number = 1", "cannot be read"),
        (
            "UPDATE entry SET supersedes = 'ben-votes-1', data = REPLACE(data, '\"ann-votes-2\"', "
            "'\"ben-votes-1\"') WHERE id = 'ann-votes-3'",
            "supersedes no earlier entry of its author",
        ),
    ],
)
def test_rows_that_were_changed_are_told(table: Desk, statement: str, told: str) -> None:
    guarded = "" if table.database.label.endswith(".db") else " ON entry"
    change(table, f"DROP TRIGGER entry_keeps_update{guarded}")
    change(table, statement)
    assert any(told in one for one in problems(table.database))
