"""Who is logged in, and who tried in vain; tokens are kept as hashes only."""

from __future__ import annotations

from attrs import frozen

from factcheck.model import Account, Role
from factcheck.store.database import Connection


@frozen
class Session:
    """Somebody who is logged in.

    Attributes:
        digest: SHA-256 of the session's token, as hexadecimal digits.
        account: who it is, as the account stands now.
        begun: when they logged in, in UTC.
        seen: when they were last known to be there, in UTC.
    """

    digest: str
    account: Account
    begun: str
    seen: str


def add(connection: Connection, digest: str, name: str, now: str) -> None:
    """Keep a session that begins now."""
    connection.execute(
        "INSERT INTO session (digest, account, begun, seen) VALUES (:digest, :name, :now, :now)",
        digest=digest,
        name=name,
        now=now,
    )


def get(connection: Connection, digest: str) -> Session | None:
    """Return the session with this hash of a token, or None."""
    rows = connection.execute(
        """SELECT a.name, a.role, a.active, s.begun, s.seen
            FROM session s JOIN account a ON a.name = s.account WHERE s.digest = :digest""",
        digest=digest,
    )
    if not rows:
        return None
    name, role, active, begun, seen = rows[0]
    return Session(digest, Account(name, Role(role), bool(active)), begun, seen)


def touch(connection: Connection, digest: str, now: str) -> None:
    """Keep that the owner of a session was there."""
    connection.execute(
        "UPDATE session SET seen = :now WHERE digest = :digest", digest=digest, now=now
    )


def end(connection: Connection, digest: str) -> None:
    """Forget a session."""
    connection.execute("DELETE FROM session WHERE digest = :digest", digest=digest)


def end_all(connection: Connection, name: str) -> None:
    """Forget every session of an account."""
    connection.execute("DELETE FROM session WHERE account = :name", name=name)


def end_old(connection: Connection, begun: str, seen: str) -> None:
    """Forget the sessions that began, or were last used, before these times."""
    connection.execute(
        "DELETE FROM session WHERE begun < :begun OR seen < :seen", begun=begun, seen=seen
    )


def failed(connection: Connection, subjects: tuple[str, ...], now: str) -> None:
    """Keep that somebody tries to log in; what succeeds is forgotten again.

    Args:
        connection: where to keep it.
        subjects: what attempts are counted by, such as an account and an address.
        now: the time, in UTC.
    """
    connection.each(
        "INSERT INTO attempt (subject, time) VALUES (:subject, :time)",
        [{"subject": subject, "time": now} for subject in subjects],
    )


def failures(connection: Connection, subject: str, since: str) -> tuple[str, ...]:
    """Return when attempts failed from some time on, the earliest first."""
    rows = connection.execute(
        "SELECT time FROM attempt WHERE subject = :subject AND time >= :since ORDER BY time",
        subject=subject,
        since=since,
    )
    return tuple(time for (time,) in rows)


def forget_failures(connection: Connection, subject: str, since: str = "") -> None:
    """Forget the attempts of a subject, those from some time on or all of them."""
    connection.execute(
        "DELETE FROM attempt WHERE subject = :subject AND time >= :since",
        subject=subject,
        since=since,
    )


def forget_old_failures(connection: Connection, before: str) -> None:
    """Forget the attempts of everybody that lie before some time."""
    connection.execute("DELETE FROM attempt WHERE time < :before", before=before)
