"""Markdown into passages: the words of the rendered text, and where each stands in the file."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Passage, PassageKind
from factcheck.reading.front_matter import front_matter
from factcheck.reading.html import read_html_part
from factcheck.reading.inline import Inline, Stretch
from factcheck.reading.parsed import Parsed
from factcheck.reading.plain import read_plain
from factcheck.reading.weave import Weaver

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_OR_END = re.compile(r"(\r\n|\r|\n)")
_ODD_SPACE = re.compile(r"[^\S \t\r\n]")
_MARK = re.compile(r"[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*")
_OPENING_PIPE = re.compile(r"[ \t]*\|")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_NESTING = 60
"""Blocks within each other that are told apart, well under Python's limit of nested calls."""
_LONGEST_LINE = 1_000_000
"""No Markdown has longer lines, and its grammar takes time that grows with their square."""
_CONTAINERS = {
    "list_item_open": PassageKind.ITEM,
    "blockquote_open": PassageKind.QUOTATION,
    "td_open": PassageKind.CELL,
    "th_open": PassageKind.CELL,
}
_CONTAINER_ENDS = frozenset(name.replace("_open", "_close") for name in _CONTAINERS)


def read_markdown(text: str) -> Parsed:
    """Return the prose of CommonMark with tables.

    Code blocks, link targets, images and reference definitions are no prose; the words of inline
    code are. HTML blocks are read as HTML.
    """
    top = front_matter(text)
    head = text[: top.end]
    source = _bare_ends(re.sub(r"[^\r\n]", " ", head) + text[top.end :])
    lines = _line_starts(source)
    if max(end - start for start, end in zip(lines, [*lines[1:], len(source)], strict=True)) > (
        _LONGEST_LINE
    ):
        plain = read_plain(text)
        note = "a line is too long for Markdown, so the file was read as plain text"
        return Parsed(plain.passages, _described(top.values, plain.passages), (note,))
    env: dict[str, object] = {}
    passages = _Blocks(source, lines, env).read(_parser().parse(source, env))
    return Parsed(tuple(passages), _described(top.values, tuple(passages)))


def _described(values: dict[str, str], passages: tuple[Passage, ...]) -> dict[str, str]:
    headings = [passage.text for passage in passages if passage.kind is PassageKind.HEADING]
    return {"title": headings[0], **values} if headings else values


@cache
def _parser() -> MarkdownIt:
    # Importing the parser takes longer than all the rest of a run on plain text.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    # Without this rule, entities and escapes stay tokens that know their source.
    return parser.disable("text_join")


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_OR_END.finditer(text))]


def _bare_ends(text: str) -> str:
    """Replace no-break spaces, form feeds and the like at the ends of lines by spaces.

    The parser takes them for words and drops them only from a block's first and last line, so
    that a line of nothing else would shift the places of those below it.
    """
    if _ODD_SPACE.search(text) is None:
        return text
    return "".join(
        part if index % 2 else part.rstrip().ljust(len(part))
        for index, part in enumerate(_LINE_OR_END.split(text))
    )


class _Blocks:
    """Walks the blocks of one text."""

    def __init__(self, text: str, lines: list[int], env: dict[str, object]) -> None:
        self._text = text
        self._lines = lines
        self._env = env
        self._weaver = Weaver(text)
        self._cell = 0

    def read(self, tokens: list[Token]) -> list[Passage]:
        """Return the passages of the blocks, in order."""
        passages: list[Passage] = []
        kinds: list[PassageKind] = []
        level = 0
        for token in tokens:
            if token.type in _CONTAINERS:
                kinds.append(_CONTAINERS[token.type])
            elif token.type in _CONTAINER_ENDS:
                kinds.pop()
            elif token.type == "tr_open" and token.map:
                self._cell = self._row_start(token.map[0], len(kinds))
            elif token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "html_block" and token.map:
                start, end = self._range(*token.map)
                passages += read_html_part(self._text, start, end)[0]
            elif token.type == "inline" and token.map:
                kind = PassageKind.HEADING if level else kinds[-1] if kinds else None
                passages += self._inline(token, kind or PassageKind.PARAGRAPH, level)
        return passages

    def _range(self, first: int, last: int) -> tuple[int, int]:
        end = self._lines[last] if last < len(self._lines) else len(self._text)
        return self._lines[first], end

    def _line(self, number: int) -> tuple[int, int]:
        start, end = self._range(number, number + 1)
        return start, start + len(self._text[start:end].rstrip())

    def _inline(self, token: Token, kind: PassageKind, level: int) -> list[Passage]:
        if kind is PassageKind.CELL:
            stretches = self._cell_stretches(token)
        else:
            stretches = self._line_stretches(token, level)
        if not stretches:
            return []
        skip = 0
        if kind is PassageKind.ITEM and (task := _TASK.match(token.content)):
            skip = task.end()
        Inline(self._text, token, stretches, self._weaver, self._env).read(skip)
        return self._weaver.passages(kind, level)

    def _line_stretches(self, token: Token, level: int) -> list[Stretch]:
        """Pair the lines of a block's content with the lines of the file.

        The parser strips markers and indent from the left and hands each line over otherwise as
        it is, so a line of content is the tail of its line in the file; only a heading with ``#``
        may have more ``#`` behind it.
        """
        assert token.map is not None
        stretches = []
        position = 0
        for offset, line in enumerate(token.content.split("\n")):
            words = line.strip()
            start, end = self._line(token.map[0] + offset)
            if words:
                at = end - len(words)
                if level and token.content.count("\n") == 0:
                    at = self._heading_start(start, end, words, at)
                lead = len(line) - len(line.lstrip())
                stretches.append(Stretch(position + lead, position + lead + len(words), at))
            position += len(line) + 1
        return stretches

    def _heading_start(self, start: int, end: int, words: str, tail: int) -> int:
        marker = re.compile(r"[^#]*#{1,6}[ \t]\s*").match(self._text, start, end)
        if marker and self._same(words, marker.end()):
            return marker.end()
        return tail

    def _same(self, words: str, start: int) -> bool:
        return self._text[start : start + len(words)].replace("\0", "\ufffd") == words

    def _row_start(self, line: int, depth: int) -> int:
        """Return where a row's first cell begins, behind the marks of ``depth`` containers."""
        position, end = self._line(line)
        for _ in range(depth):
            mark = _MARK.match(self._text, position, end)
            position = mark.end() if mark else position
        opening = _OPENING_PIPE.match(self._text, position, end)
        return opening.end() if opening else position

    def _cell_stretches(self, token: Token) -> list[Stretch]:
        """Find a cell's words from where the one before it ended."""
        assert token.map is not None
        _, end = self._line(token.map[0])
        begin = self._cell
        border = re.compile(r"(?<!\\)\||\Z").search(self._text, begin, end)
        limit = border.start() if border else end
        self._cell = min(limit + 1, end)
        if not token.content:
            return []
        at = begin + len(self._text[begin:limit]) - len(self._text[begin:limit].lstrip())
        stretches = []
        position = 0
        for part in token.content.split("|"):
            if position:  # a pipe within a cell is written with a backslash before it
                stretches.append(Stretch(position - 1, position, at + 1))
                at += 2
            if part:
                stretches.append(Stretch(position, position + len(part), at))
            at += len(part)
            position += len(part) + 1
        return stretches
