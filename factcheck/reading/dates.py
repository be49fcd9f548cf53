"""Dates as sources write them in metadata, in ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ]\d{2}:?\d{2})")


def iso_date(text: str) -> str:
    """Return the date that ``text`` opens with, at the precision given; empty if it is none.

    A time of day after a full date is dropped.

    >>> [iso_date(text) for text in ("2021-05", "2021-05-03T10:00:00Z", "3 May", "2021-13")]
    ['2021-05', '2021-05-03', '', '']
    """
    match = _ISO.match(text.strip())
    if match is None:
        return ""
    year, month, day = match.groups()
    if match.end() < len(text.strip()) and day is None:
        return ""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return match[0]
