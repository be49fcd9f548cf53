"""Metadata that a text carries at its top, between lines of dashes."""

from __future__ import annotations

import re

from attrs import field, frozen

from factcheck.reading.dates import iso_date
from factcheck.reading.metadata import STANDARD_NAMES

_BLOCK = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)"
    r"(?P<body>[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*?){0,200}?)"
    r"(?:\r\n|\r|\n)(?:(?P=fence)|\.\.\.)[ \t]*(?=\r|\n|\Z)"
)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w-]*)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*?)[ \t]*$", re.M)
_KEYS = {name: key for key, names in STANDARD_NAMES.items() for name in names}


@frozen
class FrontMatter:
    """What stands at the top of a text about the text.

    Attributes:
        end: where the block ends in the text; 0 where there is none.
        values: metadata by the names of Document's fields.
    """

    end: int = 0
    values: dict[str, str] = field(factory=dict)


def front_matter(text: str) -> FrontMatter:
    r"""Return the block of ``key: value`` lines that ``text`` opens with, if it does.

    Nested values are passed over; a date counts only if it is ISO 8601.

    >>> front_matter("---\ntitle: Tides\ndate: 2021-05\n---\nThe sea rose.").values
    {'title': 'Tides', 'date': '2021-05'}
    """
    match = _BLOCK.match(text)
    if match is None:
        return FrontMatter()
    body = match["body"].lstrip()
    if body and not body.startswith("#") and _ENTRY.match(body) is None:
        return FrontMatter()  # a rule with prose below it
    values: dict[str, str] = {}
    for entry in _ENTRY.finditer(match["body"].replace("\r", "\n")):
        name = _KEYS.get(entry["key"].lower())
        value = _plain(entry["value"])
        if name == "date":
            value = iso_date(value)
        if name and value:
            values.setdefault(name, value)
    return FrontMatter(match.end(), values)


def _plain(value: str) -> str:
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(part.strip()) for part in value[1:-1].split(",") if part.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value if value[:1] not in ("|", ">", "{", "&", "*") else ""
