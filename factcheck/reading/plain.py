"""Plain text into passages."""

from __future__ import annotations

import re

from attrs import field, frozen

from factcheck.model import Passage, PassageKind
from factcheck.reading.front_matter import front_matter
from factcheck.reading.lines import Block, Layout, Line, blocks_of, joined, layout_of
from factcheck.reading.parsed import Parsed
from factcheck.reading.weave import Weaver

_HEADING_WORDS = 14
_TITLE_WORDS = 20
_LONGEST_HEADING = 200
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
_SECTION = re.compile(r"(\d+(?:\.\d+)*)\.?\s")


@frozen
class _Chunk:
    """Lines that belong together, with what they are if their form alone tells."""

    lines: tuple[Line, ...]
    kind: PassageKind | None = None
    level: int = 0
    alone: bool = False
    cells: tuple[tuple[int, int], ...] = field(default=())

    @property
    def text(self) -> str:
        return self.lines[0].text if len(self.lines) == 1 else " ".join(x.text for x in self.lines)

    def __len__(self) -> int:
        return sum(len(line.text) for line in self.lines)


def read_plain(text: str) -> Parsed:
    """Return the paragraphs, headings, list items and table cells of a plain text.

    Blank lines part blocks. Whether a single line break ends a paragraph or only fills the page
    is decided for the whole file. Lines without a letter or digit are decoration.
    """
    top = front_matter(text)
    blocks = blocks_of(text, top.end)
    layout = layout_of(blocks)
    chunks = _with_headings([chunk for block in blocks for chunk in _chunks(block, layout)])
    writer = _Writer(text)
    passages = [passage for chunk in chunks for passage in writer.passages(chunk)]
    metadata = dict(top.values)
    if passages and passages[0].kind is PassageKind.HEADING:
        metadata.setdefault("title", passages[0].text)
    return Parsed(tuple(passages), metadata)


def _chunks(block: Block, layout: Layout) -> list[_Chunk]:
    groups: list[list[Line]] = []
    hanging = -1
    last: Line | None = None
    for line in block.lines:
        if last is not None and joined(last, line, block, layout, hanging):
            groups[-1].append(line)
        else:
            groups.append([line])
            hanging = line.indent if line.marker else -1
        last = line
    chunks = [_chunk(group, alone=len(groups) == 1) for group in groups]
    if block.underlined and len(chunks[-1].lines) == 1:
        chunks[-1] = _Chunk(chunks[-1].lines, PassageKind.HEADING, block.underlined, alone=True)
    return _bare_list(chunks)


def _chunk(group: list[Line], alone: bool) -> _Chunk:
    first = group[0]
    if len(group) == 1 and (cells := first.cells()):
        return _Chunk((first,), PassageKind.CELL, cells=tuple(cells))
    kind = PassageKind.ITEM if first.marker else None
    if first.quoted:
        kind = PassageKind.QUOTATION
    return _Chunk(tuple(group), kind, alone=alone)


def _bare_list(chunks: list[_Chunk]) -> list[_Chunk]:
    """Four or more short open lines without a blank line between them are a list."""
    short = all(
        chunk.kind is None and len(chunk.lines) == 1 and _is_label(chunk, _HEADING_WORDS)
        for chunk in chunks
    )
    if len(chunks) < 4 or not short:
        return chunks
    return [_Chunk(chunk.lines, PassageKind.ITEM) for chunk in chunks]


def _with_headings(chunks: list[_Chunk]) -> list[_Chunk]:
    """Decide from the end upwards, since a heading is known by what follows it."""
    decided: list[_Chunk] = []
    following: _Chunk | None = None
    for index in range(len(chunks) - 1, -1, -1):
        chunk = chunks[index]
        level = _heading_level(chunk, following, first=index == 0)
        if level:
            chunk = _Chunk(chunk.lines, PassageKind.HEADING, level, chunk.alone)
        decided.append(chunk)
        following = chunk
    decided.reverse()
    return decided


def _heading_level(chunk: _Chunk, following: _Chunk | None, *, first: bool) -> int:
    """Return the level of the heading that an undecided chunk is, 0 if it is none."""
    if following is None or len(chunk) > _LONGEST_HEADING:
        return 0
    text = chunk.text
    if chunk.kind is PassageKind.ITEM:
        return 2 if _is_numbered_heading(chunk, following) else 0
    if chunk.kind is not None or len(chunk.lines) > (2 if chunk.alone else 1):
        return 0
    words = len(text.split())
    limit = _TITLE_WORDS if first else _HEADING_WORDS
    if words <= _TITLE_WORDS and text.isupper():
        return 1 if first else 2
    longer = following.kind is None and len(following) > len(chunk)
    if text.rstrip("\"'”’)").endswith(("?", "!", ":")):
        # Before a list a colon introduces; only before a longer paragraph does it head.
        headed = longer and words <= limit and not chunk.lines[0].goes_on
        return (1 if first else 2) if headed else 0
    if not _is_label(chunk, limit) or len(chunk.lines) > 1 + first:
        return 0
    if not longer and following.kind not in (PassageKind.HEADING, PassageKind.ITEM):
        return 0
    if section := _SECTION.match(text):
        return 2 + section[1].count(".")
    return 1 if first else 2


def _is_label(chunk: _Chunk, limit: int) -> bool:
    """Whether the words are few and do not end as a sentence does."""
    text = chunk.text if len(chunk) <= _LONGEST_HEADING else ""
    open_end = bool(text) and not text.rstrip("\"'”’)*_").endswith(
        (".", ",", ";", "!", "?", "…", ":")
    )
    return open_end and len(text.split()) <= limit and not chunk.lines[0].goes_on


def _is_numbered_heading(chunk: _Chunk, following: _Chunk) -> bool:
    return (
        chunk.alone
        and chunk.lines[0].numbered
        and len(chunk.lines) == 1
        and _is_label(chunk, 8)
        and following.kind is None
        and len(following) > 2 * len(chunk)
    )


class _Writer:
    """Turns chunks into passages of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._weaver = Weaver(text)
        self._words: frozenset[str] | None = None

    def passages(self, chunk: _Chunk) -> list[Passage]:
        if chunk.cells:
            return [passage for cell in chunk.cells for passage in self._cell(*cell)]
        last = len(chunk.lines) - 1
        for index, line in enumerate(chunk.lines):
            start = line.start + (line.marker if index == 0 else 0)
            following = chunk.lines[index + 1] if index < last else None
            if following is not None and self._is_divided(line, following):
                self._weaver.add(start, line.end - self._hyphen_falls(line, following))
            else:
                self._weaver.add(start, line.end)
                self._weaver.gap(line.end, line.end + 1)
        return self._weaver.passages(chunk.kind or PassageKind.PARAGRAPH, chunk.level)

    def _cell(self, start: int, end: int) -> list[Passage]:
        self._weaver.add(start, end)
        return self._weaver.passages(PassageKind.CELL)

    @staticmethod
    def _is_divided(line: Line, following: Line) -> bool:
        """Whether a word goes on in the next line; "short- and long-term" is no such word."""
        return (
            line.text[-1] == "-"
            and line.text[-2:-1].isalpha()
            and following.goes_on
            and following.text.split(None, 1)[0] not in _SUSPENDED
        )

    def _hyphen_falls(self, line: Line, following: Line) -> bool:
        """Whether the text elsewhere writes the divided word without the hyphen."""
        if self._words is None:
            self._words = frozenset(re.findall(r"[\w-]+", self._text.lower()))
        tail = re.findall(r"[\w-]+", line.text)[-1].rstrip("-").lower()
        head = re.findall(r"[\w-]+", following.text)[0].lower()
        return f"{tail}{head}" in self._words and f"{tail}-{head}" not in self._words
