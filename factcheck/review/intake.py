"""The findings of a run, taken into a review that may know some of them already."""

from __future__ import annotations

from collections.abc import Mapping, Set

from attrs import frozen

from factcheck.model import Account, ReviewItem, Run, Status
from factcheck.review.anchoring import carried_over
from factcheck.review.projection import restate
from factcheck.store import Connection, assignments, events, items, log
from factcheck.store.events import Event


@frozen
class Intake:
    """What became of the findings of a review when a run was taken in.

    Attributes:
        new: findings that the review did not know.
        known: findings of the run that it knew.
        moved: findings that it knew under the former name of a document.
        orphaned: findings whose words were lost now, by fingerprint with the reason.
        returned: fingerprints of orphans whose words are found again.
        gone: findings that are no longer reported, and were by the run before.
    """

    new: int
    known: int
    moved: int
    orphaned: Mapping[str, str]
    returned: tuple[str, ...]
    gone: int


def take_in(
    db: Connection, run: Run, actor: Account, now: str, needed: int, elsewhere: Set[str]
) -> Intake:
    """Bring a review in line with a run.

    Args:
        db: the review, in a transaction.
        run: what is found now.
        actor: who takes it in.
        now: the time, as events bear it.
        needed: how many votes a finding needs.
        elsewhere: names of documents that are there but were left out of the run.
    """
    before = {kept.item.fingerprint: kept.item for kept in items.everything(db)}
    rounds = log.rounds(db)
    spoken = {
        key: max(rounds.get(name, 0) for name in (key, *item.formerly))
        for key, item in before.items()
    }
    carried = carried_over(before.values(), run, spoken, elsewhere)
    earlier = before | {new: before[old] for old, new in carried.moved.items()}
    for item in carried.items:
        known = earlier.get(item.fingerprint)
        if item != known:
            items.put(db, item, Status.OPEN)
    for old, new in carried.moved.items():
        items.move(db, old, new)
        assignments.move(db, old, new)
    for item in carried.items:
        known = earlier.get(item.fingerprint)
        if known is None:
            continue
        if item.round != known.round:
            assignments.clear(db, item.fingerprint)
        # A review may need another number of votes than it did.
        if item != known or any(name in rounds for name in (item.fingerprint, *item.formerly)):
            restate(db, item, needed)
    intake = _told(carried.items, earlier, len(carried.moved))
    events.append(db, *_events(intake, carried.moved, run, actor, now))
    return intake


def _told(found: tuple[ReviewItem, ...], earlier: Mapping[str, ReviewItem], moved: int) -> Intake:
    known = [(item, earlier[item.fingerprint]) for item in found if item.fingerprint in earlier]
    return Intake(
        new=len(found) - len(known),
        known=sum(item.present for item, _ in known),
        moved=moved,
        orphaned={
            item.fingerprint: item.orphaned
            for item, before in known
            if item.orphaned and not before.orphaned
        },
        returned=tuple(
            item.fingerprint for item, before in known if before.orphaned and not item.orphaned
        ),
        gone=sum(before.present and not item.present for item, before in known),
    )


def _events(
    intake: Intake, moved: Mapping[str, str], run: Run, actor: Account, now: str
) -> list[Event]:
    def event(kind: str, subject: str, before: str = "", after: str = "") -> Event:
        return Event(now, actor.name, kind, subject, before, after)

    counts = f"{intake.new} new, {intake.known} known, {intake.gone} gone"
    return [
        event("run", run.corpus.title, after=counts),
        *(event("moved", old, old, new) for old, new in moved.items()),
        *(event("orphaned", key, after=why) for key, why in intake.orphaned.items()),
        *(event("returned", key) for key in intake.returned),
    ]
