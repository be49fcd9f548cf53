"""The desk of a store, under the rules that the settings give and its people allow."""

from __future__ import annotations

from factcheck.review.desk import Desk
from factcheck.review.policy import Policy
from factcheck.settings import Settings
from factcheck.store import Connection, Database, accounts, log


def open_desk(database: Database, settings: Settings) -> Desk:
    """Return the desk of a store.

    Where there are no accounts, one person reviews alone, and each finding needs one vote.
    """
    needed = database.read(lambda db: votes_needed(db, settings.reviewers))
    return Desk(database, Policy(needed, settings.blind))


def votes_needed(db: Connection, reviewers: int) -> int:
    """Return how many votes a finding needs: one where one person reviews alone.

    Whoever brings in what several people said does not.

    Args:
        db: the store.
        reviewers: how many are needed otherwise.
    """
    alone = not accounts.everybody(db) and len(log.authors(db)) < 2
    return 1 if alone else reviewers
