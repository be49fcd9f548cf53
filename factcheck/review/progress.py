"""How far somebody has come, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

from attrs import frozen

PAUSE = 600.0
"""Seconds from which on a gap between two decisions is a pause and says nothing of the pace."""

RECENT = 50
"""How many of the latest decisions the pace is taken from."""


@frozen
class Progress:
    """How far somebody has come.

    Attributes:
        done: findings that they voted on.
        left: findings that wait for them.
        seconds: how long these will take at their pace; None while it is not known.
        adjudication: findings that wait for an adjudicator; None for whom it would tell of
            others' votes.
    """

    done: int
    left: int
    seconds: float | None
    adjudication: int | None


def pace(times: Sequence[str]) -> float | None:
    """Return the median seconds from one decision to the next, or None while there are too few.

    Args:
        times: when somebody decided, as ISO 8601, the latest first.

    >>> pace(["2026-03-31T10:01:10Z", "2026-03-31T10:00:40Z", "2026-03-31T10:00:00Z"])
    35.0
    """
    moments = [datetime.fromisoformat(time) for time in times]
    gaps = [(later - earlier).total_seconds() for later, earlier in pairwise(moments)]
    counted = [gap for gap in gaps if 0 < gap < PAUSE]
    return median(counted) if len(counted) > 1 else None
