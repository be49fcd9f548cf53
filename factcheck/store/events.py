"""Everything that happened to a review beside its entries; only ever added to."""

from __future__ import annotations

from attrs import frozen

from factcheck.store.database import Connection
from factcheck.version import __version__


@frozen
class Event:
    """Something that somebody did to a review.

    Attributes:
        time: when, in UTC.
        actor: name of the account; ``factcheck`` where no person did it.
        kind: what was done, such as ``role`` or ``orphaned``.
        subject: to what: the name of an account, a fingerprint, a run.
        before, after: what it was before and after, in a few words; may be empty.
        version: version of factcheck.
        number: place among the events, from 1; 0 before it is kept.
    """

    time: str
    actor: str
    kind: str
    subject: str
    before: str = ""
    after: str = ""
    version: str = __version__
    number: int = 0


def append(connection: Connection, *happened: Event) -> None:
    """Keep events."""
    connection.each(
        """INSERT INTO event (number, time, actor, kind, subject, before, after, version)
            VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM event),
                :time, :actor, :kind, :subject, :before, :after, :version)""",
        [
            {
                "time": one.time,
                "actor": one.actor,
                "kind": one.kind,
                "subject": one.subject,
                "before": one.before,
                "after": one.after,
                "version": one.version,
            }
            for one in happened
        ],
    )


def everything(connection: Connection) -> tuple[Event, ...]:
    """Return every event, in order."""
    rows = connection.execute(
        "SELECT time, actor, kind, subject, before, after, version, number "
        "FROM event ORDER BY number"
    )
    return tuple(Event(*row) for row in rows)
