"""The desk of a store, under the rules that the settings give and its people allow."""

from __future__ import annotations

from factcheck.review.desk import Desk, Policy
from factcheck.settings import Settings
from factcheck.store import Database, accounts


def open_desk(database: Database, settings: Settings) -> Desk:
    """Return the desk of a store.

    Where there are no accounts, one person reviews alone, and each finding needs one vote.
    """
    alone = not database.read(accounts.everybody)
    return Desk(database, Policy(1 if alone else settings.reviewers, settings.blind))
