"""Findings and reviewers to try a review on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from attrs import evolve

from factcheck.model import (
    Account,
    Ballot,
    Decision,
    Quoted,
    Reason,
    RecordedClaim,
    RecordedPair,
    ReviewItem,
    Role,
    Span,
    Stance,
    Status,
)
from factcheck.review import Desk, Policy
from factcheck.review.times import stamp
from factcheck.store import Connection, Database, items, open_store

ANN = Account("ann", Role.REVIEWER)
BEN = Account("ben", Role.REVIEWER)
CLEO = Account("cleo", Role.REVIEWER)
ADA = Account("ada", Role.ADJUDICATOR)
ROOT = Account("root", Role.ADMIN)
GUEST = Account("guest", Role.READ_ONLY)
EVERYBODY = (ANN, BEN, CLEO, ADA, ROOT, GUEST)

CONFLICT = Ballot(Decision.TRUE_CONFLICT)
HARMLESS = Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME)


def quoted(side: str, document: str, words: str) -> Quoted:
    """Return a claim that is all that its document holds."""
    return Quoted(
        side, document, f"d-{document}", words, Span(0, len(words)), words, prefix="", suffix=""
    )


def item(number: int, **changes: Any) -> ReviewItem:
    """Return a finding about one of many mills; the lower the number, the graver it is."""
    left = quoted("A", f"a{number}.txt", f"The mill {number} was built in 1784.")
    right = quoted("B", f"b{number}.txt", f"The mill {number} was built in 1812.")
    ends = [RecordedClaim(one.side, one.document, one.words).fingerprint for one in (left, right)]
    made = ReviewItem(
        question=f"When was the mill {number} built?",
        topic="mill" if number % 2 else "weir",
        stance=Stance.CONTRADICTS,
        rule="value",
        confidence=0.9,
        impact=1 / (1 + number),
        quoted=(left, right),
        pairs=(RecordedPair(Stance.CONTRADICTS, ends[0], ends[1]),),
    )
    return evolve(made, **changes)


def put(database: Database, *some: ReviewItem) -> None:
    """Put findings up for review."""

    def work(db: Connection) -> None:
        for one in some:
            items.put(db, one, Status.OPEN)

    database.write(work)


def ticking() -> Iterator[str]:
    """Yield times, each ten seconds after the one before."""
    start = datetime(2026, 3, 31, 10, tzinfo=UTC)
    for number in count():
        yield stamp(start + timedelta(seconds=10 * number))


def desk(place: Path | str, findings: int = 3, policy: Policy | None = None) -> Desk:
    """Return a desk with some findings on it, in a folder or at the address of a store."""
    address = str(place / "reviews.db") if isinstance(place, Path) else place
    database = open_store(address)
    put(database, *(item(number) for number in range(findings)))
    times = ticking()
    return Desk(database, policy or Policy(), lambda: next(times))
