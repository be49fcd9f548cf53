"""What pages call the values of a review."""

from __future__ import annotations

from datetime import datetime

from factcheck.model import Act, Ballot, Decision, Entry, Reason, Role, Status, Sureness

DECISIONS = {
    Decision.TRUE_CONFLICT: "True conflict",
    Decision.NOT_A_CONFLICT: "Not a conflict",
    Decision.NEEDS_SOURCE_CHECK: "Needs source check",
    Decision.DUPLICATE: "Duplicate",
}
REASONS = {
    Reason.DIFFERENT_TIME: "Different time",
    Reason.DIFFERENT_SCOPE: "Different scope",
    Reason.DIFFERENT_UNIT: "Different unit",
    Reason.DIFFERENT_DEFINITION: "Different definition",
    Reason.HEDGED: "Hedged",
    Reason.EXTRACTION_ERROR: "Extraction error",
    Reason.OTHER: "Other",
}
SURENESS = {
    Sureness.UNSURE: "Unsure",
    Sureness.FAIRLY_SURE: "Fairly sure",
    Sureness.SURE: "Sure",
}
ROLES = {
    Role.REVIEWER: "Reviewer",
    Role.ADJUDICATOR: "Adjudicator",
    Role.ADMIN: "Admin",
    Role.READ_ONLY: "Read-only",
}
STATES = {
    "todo": "Waiting for you",
    "voted": "Decided by you",
    "skipped": "Skipped by you",
    "adjudicable": "Waiting for your adjudication",
    "open": "Open",
    "adjudication": "In adjudication",
    "closed": "Settled",
    "orphaned": "Words changed",
}
STATUSES = {
    Status.OPEN: "open",
    Status.ADJUDICATION: "in adjudication",
    Status.CLOSED: "settled",
}
ACTS = {
    Act.VOTE: "voted",
    Act.SKIP: "skipped",
    Act.ADJUDICATE: "settled",
    Act.RETRACT: "took back",
}


def said(ballot: Ballot) -> str:
    """Return a decision in words, with its reason.

    >>> said(Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME))
    'Not a conflict: different time'
    """
    told = DECISIONS[ballot.decision]
    return f"{told}: {REASONS[ballot.reason].lower()}" if ballot.reason else told


def deed(entry: Entry) -> str:
    """Return what an entry of the log did, in words."""
    told = ACTS[entry.act]
    return f"{told}: {said(entry.ballot)}" if entry.ballot else told


def moment(time: str) -> str:
    """Return a time of the log as people read it, in UTC.

    >>> moment("2026-03-31T10:01:10.250Z")
    '31 March 2026, 10:01 UTC'
    """
    found = datetime.fromisoformat(time)
    return f"{found.day} {found:%B %Y, %H:%M} UTC"


def minutes(seconds: float) -> str:
    """Return about how long something takes.

    >>> minutes(20), minutes(150), minutes(9000)
    ('less than a minute', 'about 2 min', 'about 2.5 h')
    """
    if seconds < 60:
        return "less than a minute"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min"
    return f"about {seconds / 3600:.1f} h"
