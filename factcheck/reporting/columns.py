"""Text in columns of a terminal, where some characters are two wide and some have no width."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """Return how many columns ``text`` takes.

    >>> width("bridge"), width("橋"), width("e" + chr(0x301))
    (6, 2, 1)
    """
    return sum(_letter_width(letter) for letter in text)


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Return ``text`` as lines of at most ``columns``, broken between words where possible.

    Args:
        text: words with single spaces.
        columns: room for a line with its prefix, in columns.
        first: prefix of the first line.
        rest: prefix of the others.

    >>> wrap("one two three", 9, "- ", "  ")
    ['- one two', '  three']
    """
    lines: list[str] = []
    line, empty = first, True
    for word in text.split(" "):
        if not empty and width(line) + 1 + width(word) <= columns:
            line += f" {word}"
            continue
        if not empty:
            lines.append(line)
            line = rest
        *full, line = _chunks(word, columns, line, rest)
        lines.extend(full)
        empty = False
    lines.append(line)
    return lines


def spread(left: str, right: str, columns: int) -> list[str]:
    """Return ``left`` and ``right`` at both ends of a line, or below each other.

    >>> spread("left", "right", 12)
    ['left   right']
    """
    gap = columns - width(left) - width(right)
    if gap >= 2:
        return [left + " " * gap + right]
    indent = " " * (len(left) - len(left.lstrip(" ")))
    lines = wrap(left.strip(), columns, indent, indent + "     ")
    gap = columns - width(lines[-1]) - width(right)
    if gap >= 2:
        lines[-1] += " " * gap + right
        return lines
    below = wrap(right, columns)
    return [*lines, *(" " * max(0, columns - width(line)) + line for line in below)]


def _letter_width(letter: str) -> int:
    if letter.isascii():
        return 1
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in ("W", "F") else 1


def _chunks(word: str, columns: int, line: str, rest: str) -> Iterator[str]:
    """Yield lines that begin with ``line`` and hold ``word``, cut only where it is too long."""
    used = width(line)
    for letter in word:
        room = _letter_width(letter)
        if used + room > columns and line not in (rest, ""):
            yield line
            line, used = rest, width(rest)
        line += letter
        used += room
    yield line
