"""Who is to look at which finding."""

from __future__ import annotations

from factcheck.store.database import Connection

FOR_GOOD = "9999-12-31T23:59:59.999Z"
"""Until when an assignment holds that does not run out."""


def assign(connection: Connection, fingerprint: str, reviewer: str, until: str = FOR_GOOD) -> None:
    """Let a reviewer look at a finding; an assignment that holds longer stays."""
    connection.execute(
        """INSERT INTO assignment (item, reviewer, until) VALUES (:item, :reviewer, :until)
            ON CONFLICT (item, reviewer) DO UPDATE SET until = excluded.until
            WHERE assignment.until < excluded.until""",
        item=fingerprint,
        reviewer=reviewer,
        until=until,
    )


def release(connection: Connection, fingerprint: str, reviewer: str) -> None:
    """Take an assignment back."""
    connection.execute(
        "DELETE FROM assignment WHERE item = :item AND reviewer = :reviewer",
        item=fingerprint,
        reviewer=reviewer,
    )


def clear(connection: Connection, fingerprint: str) -> None:
    """Take a finding from everybody."""
    connection.execute("DELETE FROM assignment WHERE item = :item", item=fingerprint)


def move(connection: Connection, old: str, new: str) -> None:
    """Let whoever holds a finding hold it under its new fingerprint."""
    connection.execute("UPDATE assignment SET item = :new WHERE item = :old", old=old, new=new)


def held(connection: Connection, fingerprint: str) -> dict[str, str]:
    """Return the reviewers of a finding, each with the time until which it is theirs."""
    rows = connection.execute(
        "SELECT reviewer, until FROM assignment WHERE item = :item ORDER BY reviewer",
        item=fingerprint,
    )
    return dict(rows)


def everything(connection: Connection) -> tuple[tuple[str, str, str], ...]:
    """Return every assignment: finding, reviewer, until when."""
    rows = connection.execute(
        "SELECT item, reviewer, until FROM assignment ORDER BY item, reviewer"
    )
    return tuple((item, reviewer, until) for item, reviewer, until in rows)
