"""Patterns that choose files by their path."""

from __future__ import annotations

import re
from functools import cache

_WILD = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.S)


def matches(pattern: str, name: str) -> bool:
    """Whether a path relative to the folder, with forward slashes, fits a pattern.

    ``*`` and ``?`` stand for any characters but ``/``, ``**`` for any folders, ``[ab]`` for one of
    the characters. A pattern without ``/`` fits a file or folder of that name at any depth; a
    final ``/`` is left aside.

    >>> matches("*.md", "a/b.md"), matches("a/*.md", "a/b/c.md"), matches("a/**/*.md", "a/b/c.md")
    (True, False, True)
    """
    pattern = pattern.removeprefix("./").rstrip("/")
    if "/" not in pattern and "**" not in pattern:
        name = name.rpartition("/")[2]
    return _regex(pattern.lstrip("/")).fullmatch(name) is not None


def asks_for(pattern: str, name: str) -> bool:
    """Whether a pattern that fits spells out the file's name or its ending."""
    if not matches(pattern, name):
        return False
    wanted, base = pattern.rpartition("/")[2], name.rpartition("/")[2]
    dot = base.rfind(".")
    return wanted == base or (dot > 0 and wanted.endswith(base[dot:]))


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(map(_translated, _WILD.findall(pattern))), re.S)


def _translated(part: str) -> str:
    if part == "**/":
        return "(?:.*/)?"
    if part == "**":
        return ".*"
    if part == "*":
        return "[^/]*"
    if part == "?":
        return "[^/]"
    if part[0] == "[" and len(part) > 2:
        negated = part[1] == "!"
        return ("[^/" if negated else "[") + _characters(part[1 + negated : -1]) + "]"
    return re.escape(part)


def _characters(members: str) -> str:
    """Escape all but the hyphens of ascending ranges."""
    escaped = re.sub(r"[\\\[\]^&~|-]", r"\\\g<0>", members)
    return re.sub(
        r"([A-Za-z0-9])\\-([A-Za-z0-9])",
        lambda range_: f"{range_[1]}-{range_[2]}" if range_[1] <= range_[2] else range_[0],
        escaped,
    )
