"""What the store keeps ready for the queue, worked out from the log, which alone counts."""

from __future__ import annotations

from factcheck.model import Entry, ReviewItem
from factcheck.review.standing import Standing, standing, what_stands
from factcheck.store import Connection, items, log


def logged(db: Connection, item: ReviewItem) -> tuple[Entry, ...]:
    """Return what stands on a finding according to the log, an entry for each author."""
    return what_stands(log.of_item(db, item.fingerprint, *item.formerly), item.round)


def restate(db: Connection, item: ReviewItem, needed: int) -> Standing:
    """Bring what stands on a finding, and its status, in line with the log.

    Args:
        db: the review, in a transaction.
        item: the finding.
        needed: how many votes a finding needs.
    """
    stands = logged(db, item)
    log.let_stand(db, item.fingerprint, stands)
    found = standing(stands, needed)
    items.set_status(db, item.fingerprint, found.status)
    return found
