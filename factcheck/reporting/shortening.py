"""Quotations cut to the room there is, around the words that decided."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reporting.content import Piece
from factcheck.reporting.quotation import joined


def shorten(pieces: Sequence[Piece], limit: int) -> tuple[Piece, ...]:
    """Return ``pieces`` cut to about ``limit`` characters around the first deciding words.

    Cuts fall between words and show as an ellipsis.
    """
    text = "".join(piece.text for piece in pieces)
    if len(text) <= limit:
        return tuple(pieces)
    low, high = _window(pieces, text, limit)
    kept: list[Piece] = []
    position = 0
    for piece in pieces:
        start, end = max(low, position), min(high, position + len(piece.text))
        if start < end:
            kept.append(Piece(text[start:end], piece.deciding))
        position += len(piece.text)
    head = [Piece("…")] if low > 0 else []
    tail = [Piece("…")] if high < len(text) else []
    return joined([*head, *kept, *tail])


def _window(pieces: Sequence[Piece], text: str, limit: int) -> tuple[int, int]:
    first, last = _deciding(pieces, text, limit)
    room = max(0, limit - (last - first))
    low = max(0, first - room // 2)
    high = min(len(text), low + max(limit, last - first))
    low = max(0, min(low, high - limit))
    if low > 0:
        space = text.find(" ", low - 1, first)
        low = space + 1 if space >= 0 else first
    if high < len(text):
        space = text.rfind(" ", last, high + 1)
        high = space if space >= 0 else max(last, high if " " not in text[low:high] else last)
    return low, high


def _deciding(pieces: Sequence[Piece], text: str, limit: int) -> tuple[int, int]:
    """Return where the deciding words begin and end, or the first of them where far apart."""
    marks: list[tuple[int, int]] = []
    position = 0
    for piece in pieces:
        if piece.deciding:
            marks.append((position, position + len(piece.text)))
        position += len(piece.text)
    if not marks:
        return 0, 0
    first, last = marks[0][0], marks[-1][1]
    if last - first > limit:
        last = marks[0][1]
    if last - first > limit:
        space = text.rfind(" ", first, first + limit + 1)
        last = space if space > first else first + limit
    return first, last
