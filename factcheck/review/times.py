"""The time, as entries and events bear it."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> str:
    """Return the time as entries and events bear it."""
    return stamp(datetime.now(UTC))


def stamp(moment: datetime) -> str:
    """Return a time in UTC as ISO 8601 with milliseconds and ``Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
