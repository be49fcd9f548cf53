"""Lines of a plain text, and whether its line breaks end paragraphs or only fill the page."""

from __future__ import annotations

import re

from attrs import frozen

_LEAD = re.compile(r"\s*(?:>[> \t]*)?")
_MARKER = re.compile(
    r"(?:[-*+•◦▪‣·–—]|(?P<number>\d{1,3})[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\))\s+(?=\S)"
)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_RULE = re.compile(r"([=\-~])\1{2,}$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_OPENING = re.compile(r"[\"'“‘«(\[]*(\w)")
_COLUMN_GAP = re.compile(r"(?<=\S)(?:\t| {3,})\s*(?=\S)")
_PIPE = re.compile(r"\s*\|\s*")

# Typewritten and mailed text is filled to 60 to 80 columns and hardly ever beyond this.
_WIDEST_TABLE_ROW = 400
# In running English well over half of all filled lines go on in lower case.
_WRAPPED_SHARE = 0.3
# A filled line that a long word cut short still reaches this part of the width.
_NEARLY_FULL = 0.6


@frozen
class Line:
    """One line that says something.

    Attributes:
        start, end: its words in the text, without indent, quote marks and trailing space.
        text: those words.
        indent: columns before them.
        quoted: whether ``>`` stands before them.
        marker: length of a bullet or number with the space after it; 0 without one.
        numbered: whether the marker is a number.
    """

    start: int
    end: int
    text: str
    indent: int
    quoted: bool
    marker: int
    numbered: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with punctuation that a sentence can end with."""
        return _ENDS_SENTENCE.search(self.text[-8:]) is not None

    @property
    def goes_on(self) -> bool:
        """Whether it begins as the middle of a sentence does, in lower case."""
        match = _OPENING.match(self.text)
        return match is not None and not self.marker and match[1].islower()

    @property
    def first_word(self) -> int:
        """Length of its first word."""
        return len(self.text[:200].split(None, 1)[0])

    def cells(self) -> list[tuple[int, int]]:
        """Return where the cells of a table's row stand in the text; empty for other lines."""
        text = self.text
        if len(text) > _WIDEST_TABLE_ROW or not ("|" in text or "\t" in text or "   " in text):
            return []
        separator = _PIPE if self.text.count("|") >= 2 else _COLUMN_GAP
        borders = [match.span() for match in separator.finditer(self.text)]
        if len(borders) < 2:
            return []
        ends = [low for low, _ in borders] + [len(self.text)]
        begins = [0] + [high for _, high in borders]
        return [
            (self.start + begin, self.start + end)
            for begin, end in zip(begins, ends, strict=True)
            if _LETTER_OR_DIGIT.search(self.text, begin, end)
        ]


@frozen
class Block:
    """Lines without a blank line between them.

    Attributes:
        lines: the lines in order.
        underlined: level of the heading that a rule below the last line makes of it, or 0.
    """

    lines: tuple[Line, ...]
    underlined: int = 0


def blocks_of(text: str, start: int = 0) -> list[Block]:
    """Return the blocks of ``text`` from ``start`` on.

    Lines without a letter or digit part them as blank lines do.
    """
    blocks: list[Block] = []
    lines: list[Line] = []

    def close(underlined: int = 0) -> None:
        if lines:
            blocks.append(Block(tuple(lines), underlined))
            lines.clear()

    position = start
    for raw in (text[start:] if start else text).splitlines(keepends=True):
        line = _line(raw, position)
        position += len(raw)
        if line is None:
            rule = _RULE.match(raw.strip()) if len(raw) < _WIDEST_TABLE_ROW else None
            close({"=": 1, "-": 2, "~": 3}[rule[1]] if rule and len(lines) == 1 else 0)
            continue
        if lines and lines[-1].quoted != line.quoted:
            close()
        lines.append(line)
    close()
    return blocks


def _line(raw: str, position: int) -> Line | None:
    lead = _LEAD.match(raw)
    begin = lead.end() if lead else 0
    text = raw[begin:].rstrip()
    if _LETTER_OR_DIGIT.search(text) is None:
        return None
    quoted = ">" in raw[:begin]
    marker = _MARKER.match(text)
    return Line(
        start=position + begin,
        end=position + begin + len(text),
        text=text,
        indent=len(raw[:begin].expandtabs(4)),
        quoted=quoted,
        marker=marker.end() if marker else 0,
        numbered=marker is not None and marker["number"] is not None,
    )


@frozen
class Layout:
    """How a file uses line breaks.

    Attributes:
        wrapped: whether lines are filled to a width and go on in the next.
        width: columns that filled lines reach.
    """

    wrapped: bool
    width: int

    def filled(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word had no room left on this one."""
        return line.indent + len(line.text) + 1 + following.first_word > self.width


def layout_of(blocks: list[Block]) -> Layout:
    """Judge from all lines of a file that have another below them."""
    widths: list[int] = []
    going_on = 0
    for block in blocks:
        for line, following in zip(block.lines, block.lines[1:], strict=False):
            if following.marker or line.cells():
                continue
            widths.append(line.indent + len(line.text))
            going_on += continues(line, following, block)
    if not widths:
        return Layout(wrapped=False, width=0)
    widths.sort()
    # The widest tenth may be addresses too long to break.
    width = widths[-1 - len(widths) // 10]
    return Layout(wrapped=going_on >= _WRAPPED_SHARE * len(widths), width=width)


def continues(line: Line, following: Line, block: Block) -> bool:
    """Whether ``following`` is the middle of a sentence that ``line`` leaves open.

    A list without bullets has such lines too, so short ones count only in a block that ends as
    a sentence does.
    """
    if line.ends_sentence or not following.goes_on:
        return False
    return len(line.text) > 40 or block.lines[-1].ends_sentence


def joined(line: Line, following: Line, block: Block, layout: Layout, hanging: int) -> bool:
    """Whether the line break between two lines of a block is only there to fill the page.

    Args:
        line: the upper line.
        following: the lower line.
        block: the block that both stand in.
        layout: how the file uses line breaks.
        hanging: indent of the list item that ``line`` belongs to, -1 outside of items.
    """
    if following.marker or line.cells() or following.cells():
        return False
    if 0 <= hanging < following.indent or continues(line, following, block):
        return True
    if not layout.wrapped:
        return False
    if layout.filled(line, following):
        return not (line.ends_sentence and following.indent > line.indent)
    nearly = line.indent + len(line.text) >= _NEARLY_FULL * layout.width
    return nearly and not line.ends_sentence
