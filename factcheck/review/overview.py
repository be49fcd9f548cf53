"""How far a review has come, and who did how much of it, without what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import field, frozen

from factcheck.errors import RefusedError
from factcheck.model import Account, Act, ReviewItem, Role, Status
from factcheck.store import Connection, Database, accounts, assignments, items, log


@frozen
class Effort:
    """What somebody has done, in findings of the queue.

    Attributes:
        name: of the account; of who reviewed alone or in another store, the name on the entries.
        role: what they may do; None where there is no account.
        active: whether they still may.
        voted, skipped, settled: how many findings they decided, left to others, settled.
        waiting: how many are theirs to look at and open.
    """

    name: str
    role: Role | None
    active: bool
    voted: int = 0
    skipped: int = 0
    settled: int = 0
    waiting: int = 0


@frozen
class Overview:
    """How far a review has come.

    Attributes:
        statuses: how many findings of the queue have each status.
        people: who does how much, by name.
        orphans: findings whose words were lost since people spoke of them.
        gone: how many findings are kept that the latest run does not report.
    """

    statuses: Mapping[Status, int]
    people: tuple[Effort, ...]
    orphans: tuple[ReviewItem, ...] = field(repr=False)
    gone: int

    @property
    def total(self) -> int:
        """How many findings are in the queue."""
        return sum(self.statuses.values())


def overview(database: Database, actor: Account, now: str) -> Overview:
    """Return how far a review has come.

    Args:
        database: where it is kept.
        actor: who asks.
        now: the time, for assignments that have run out.

    Raises:
        RefusedError: the actor is no admin: who has voted how often tells of others' votes.
    """
    if actor.role is not Role.ADMIN:
        raise RefusedError("only admins see who has done how much.")

    def work(db: Connection) -> Overview:
        kept = items.everything(db)
        queue = {
            one.item.fingerprint: one.status
            for one in kept
            if one.item.present or one.item.orphaned
        }
        return Overview(
            statuses={status: Counter(queue.values())[status] for status in Status},
            people=_people(db, queue, now),
            orphans=tuple(one.item for one in kept if one.item.orphaned),
            gone=len(kept) - len(queue),
        )

    return database.read(work)


def _people(db: Connection, queue: Mapping[str, Status], now: str) -> tuple[Effort, ...]:
    done: Counter[tuple[str, Act]] = Counter()
    spoken = set()
    for fingerprint, name, act in log.acts(db):
        if fingerprint in queue:
            done[name, act] += 1
            spoken.add((fingerprint, name))
    waiting = Counter(
        name
        for fingerprint, name, until in assignments.everything(db)
        if queue.get(fingerprint) is Status.OPEN
        and until > now
        and (fingerprint, name) not in spoken
    )
    known = {one.name: one for one in accounts.everybody(db)}
    names = sorted({*known, *waiting, *(name for name, _ in done)})
    return tuple(
        Effort(
            name=name,
            role=known[name].role if name in known else None,
            active=name in known and known[name].active,
            voted=done[name, Act.VOTE],
            skipped=done[name, Act.SKIP],
            settled=done[name, Act.ADJUDICATE],
            waiting=waiting[name],
        )
        for name in names
    )
