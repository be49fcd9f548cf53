"""How wide words are, without the font at hand."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, takewhile
from unicodedata import combining, east_asian_width

_NARROW = frozenset("ijlftrI.,:;!|'’‘()[]{}/ -")
_BROAD = frozenset("mwMWQOGDNH@%&—…ÆŒ≠=~")


BOLD = 1.1
"""How much broader bold letters are."""


def text_width(text: str, size: float) -> float:
    """Return about how many units wide ``text`` is in a font of ``size``.

    The shares of an em are those of wide sans-serif fonts (Verdana, DejaVu Sans), so that the
    estimate is rather too large than too small.

    >>> text_width("wide", 10) > text_width("ill", 10)
    True
    >>> text_width("cafe\u0301", 10) == text_width("cafe", 10)
    True
    """
    return size * sum(map(_em, text))


@cache
def _em(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return 1.05
    if letter in _NARROW:
        return 0.40
    if letter in _BROAD:
        return 0.95
    return 0.72 if letter.isupper() or not letter.isascii() else 0.63


def fitted(text: str, size: float, width: float) -> str:
    """Return ``text``, cut with an ellipsis where it is wider than ``width``.

    >>> fitted("an endless name of a source", 10, 100)
    'an endless …'
    """
    if text_width(text, size) <= width:
        return text
    room = width - text_width(" …", size)
    ends = accumulate(size * _em(letter) for letter in text)
    kept = sum(1 for _ in takewhile(lambda end: end <= room, ends))
    head = text[:kept].rstrip()
    cut = head.rfind(" ")
    if text[kept : kept + 1] != " " and cut > len(head) // 3:
        head = head[:cut]
    return f"{head} …" if " " in head else f"{head}…"


def lines(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """Return ``text`` on at most ``most`` lines of ``width``, the last one cut where needed.

    >>> lines("Report of the harbour council", 10, 110, 2)
    ('Report of the', 'harbour council')
    """
    found: list[str] = []
    rest = text
    while rest and len(found) < most - 1 and text_width(rest, size) > width:
        words = rest.split(" ")
        taken = 1
        while text_width(" ".join(words[: taken + 1]), size) <= width:
            taken += 1
        line = " ".join(words[:taken])
        if text_width(line, size) > width:
            break
        found.append(line)
        rest = " ".join(words[taken:])
    return (*found, fitted(rest, size, width)) if rest else tuple(found)
