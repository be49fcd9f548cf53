"""Abbreviations with their long forms, after Schwartz and Hearst (2003)."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\(([^()]{2,60})\)")
_WORD = re.compile(r"\S+")
_SHORT = re.compile(r"^[A-Za-z0-9][\w\-/.+]*$")


def abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """Return ``(short, long)`` pairs that ``text`` defines, in order.

    A short form stands in brackets behind its long form, or before it. It has two to ten
    characters, at least one letter, and at most two words; the long form holds its characters
    in order, the first of them at the start of a word, and is no longer than
    ``min(len + 5, 2 * len)`` words (Schwartz and Hearst 2003, A Simple Algorithm for
    Identifying Abbreviation Definitions in Biomedical Text).

    >>> abbreviations("A gas turbine engine (GTE) burns fuel.")
    (('GTE', 'gas turbine engine'),)
    """
    found: list[tuple[str, str]] = []
    for match in _BRACKET.finditer(text):
        inner = re.split(r"[;,]\s|\s(?:or|and|see)\s", match.group(1).strip())[0].strip("“”\"' ")
        before = text[max(0, match.start() - 300) : match.start()].rstrip()
        before = re.split(r"[.;:!?]\s|[()]", before)[-1].strip("“”\"' ")
        if is_short_form(inner):
            long = long_form(inner, before)
            if long:
                found.append((inner, long))
            continue
        words = before.split()
        if words and is_short_form(words[-1]) and len(inner.split()) > 1:
            long = long_form(words[-1], inner)
            if long == inner:
                found.append((words[-1], long))
    return tuple(dict.fromkeys(found))


def is_short_form(text: str) -> bool:
    """Return whether ``text`` can be an abbreviation."""
    return (
        2 <= len(text) <= 10
        and len(text.split()) <= 2
        and text[0].isalnum()
        and any(character.isalpha() for character in text)
        and any(character.isupper() for character in text)
        and all(_SHORT.match(word) for word in text.split())
    )


def long_form(short: str, before: str) -> str:
    """Return the shortest stretch at the end of ``before`` that spells ``short``; else empty."""
    length = sum(character.isalnum() for character in short)
    limit = min(length + 5, 2 * length)
    words = [match.start() for match in _WORD.finditer(before)]
    window = before[words[-limit] :] if len(words) > limit else before
    s, w = len(short) - 1, len(window) - 1
    while s >= 0:
        wanted = short[s].lower()
        if not wanted.isalnum():
            s -= 1
            continue
        while w >= 0 and (
            window[w].lower() != wanted or (s == 0 and w > 0 and window[w - 1].isalnum())
        ):
            w -= 1
        if w < 0:
            return ""
        w -= 1
        s -= 1
    start = window.rfind(" ", 0, w + 2) + 1
    long = window[start:].strip()
    acceptable = len(long) > len(short) and short.lower() not in long.lower().split()
    return long if acceptable else ""
