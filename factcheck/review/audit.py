"""Whether what the store keeps ready for the queue says what the log says, which alone counts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import frozen

from factcheck.model import Account, Entry
from factcheck.review.policy import Policy
from factcheck.review.projection import restate
from factcheck.review.standing import Standing, standing, what_stands
from factcheck.review.times import utc_now
from factcheck.store import Connection, Database, assignments, events, items, log
from factcheck.store.events import Event
from factcheck.store.items import Kept


@frozen
class Departure:
    """A finding of which something else is kept ready than the log says.

    Attributes:
        fingerprint: of the finding.
        told: what is kept, and what the log says.
    """

    fingerprint: str
    told: str

    def __str__(self) -> str:
        return f"finding {self.fingerprint}: {self.told}"


def audit(database: Database, policy: Policy) -> tuple[Departure, ...]:
    """Return where statuses, what stands and who holds a finding depart from the log."""
    return database.read(lambda db: tuple(one for one, _ in _departures(db, policy.needed)))


def mend(database: Database, policy: Policy, actor: Account) -> tuple[Departure, ...]:
    """Bring everything in line with the log and return what departed from it."""
    return database.write(partial(_mend, needed=policy.needed, actor=actor))


def _mend(db: Connection, needed: int, actor: Account) -> tuple[Departure, ...]:
    departed = tuple(_departures(db, needed))
    for kept in {one.fingerprint: kept for one, kept in departed}.values():
        for author in _voters(restate(db, kept.item, needed)):
            assignments.assign(db, kept.item.fingerprint, author)
    told = tuple(one for one, _ in departed)
    now = utc_now()
    events.append(
        db, *(Event(now, actor.name, "mended", one.fingerprint, before=one.told) for one in told)
    )
    return told


def _departures(db: Connection, needed: int) -> Iterator[tuple[Departure, Kept]]:
    said: dict[str, list[Entry]] = {}
    for entry in log.everything(db):
        said.setdefault(entry.item, []).append(entry)
    standing_ids = log.standing_ids(db)
    holders: dict[str, set[str]] = {}
    for fingerprint, reviewer, _ in assignments.everything(db):
        holders.setdefault(fingerprint, set()).add(reviewer)
    for kept in items.everything(db):
        item = kept.item
        names = (item.fingerprint, *item.formerly)
        entries = [one for name in names for one in said.get(name, ())]
        stands = what_stands(sorted(entries, key=lambda one: one.number), item.round)
        found = standing(stands, needed)
        ids = standing_ids.get(item.fingerprint, set())
        held = holders.get(item.fingerprint, set())
        for told in _told(kept, stands, found, ids, held):
            yield Departure(item.fingerprint, told), kept


def _told(
    kept: Kept, stands: tuple[Entry, ...], found: Standing, ids: set[str], held: set[str]
) -> Iterator[str]:
    by_log = {one.id for one in stands}
    for one in sorted(by_log - ids):
        yield f"entry {one} stands, and is not kept as standing"
    for one in sorted(ids - by_log):
        yield f"entry {one} does not stand, and is kept as standing"
    if kept.status is not found.status:
        yield f"kept as {kept.status.value}; by its votes it is {found.status.value}"
    for author in sorted(_voters(found) - held):
        yield f"{author} voted on it and does not hold it"


def _voters(found: Standing) -> set[str]:
    spoken = (*found.votes, *([found.adjudication] if found.adjudication else []))
    return {one.author for one in spoken}
