"""The inline part of Markdown: words, and the marks among them that are not words."""

from __future__ import annotations

import re
from bisect import bisect_right
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.reading.elements import VOID, Attributes, hides
from factcheck.reading.weave import Weaver

if TYPE_CHECKING:
    from markdown_it.token import Token

_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")


@frozen
class Stretch:
    """A part of a block's content and where it stands in the file, character by character.

    Attributes:
        start, end: place in the content.
        source: place of ``start`` in the document's text.
    """

    start: int
    end: int
    source: int


class Inline:
    """Walks the inline tokens of one block along its content.

    The parser's tokens carry no places, but each stands for a known piece of the content and
    together they use it up from left to right, so a cursor finds every place.
    """

    def __init__(
        self,
        text: str,
        token: Token,
        stretches: list[Stretch],
        weaver: Weaver,
        env: dict[str, object],
    ) -> None:
        """Prepare to walk ``token``, whose content stands at ``stretches`` of ``text``."""
        self._text = text
        self._token = token
        self._content = token.content
        self._stretches = stretches
        self._starts = [stretch.start for stretch in stretches]
        self._weaver = weaver
        self._env = env
        self._cursor = 0
        self._auto = False
        self._hidden: list[str] = []

    def read(self, skip: int = 0) -> None:
        """Give the visible words to the weaver, leaving out the first ``skip`` characters."""
        for token in self._token.children or ():
            match token.type:
                case "text":
                    self._literal(token.content, skip)
                case "text_special":
                    self._special(token)
                case "softbreak" | "hardbreak":
                    self._break()
                case "code_inline":
                    self._code(token.markup)
                case "html_inline":
                    self._markup(token.content)
                case "link_open":
                    self._auto = token.markup == "autolink"
                    self._cursor += 1
                case "link_close":
                    self._link_end()
                case "image":
                    self._cursor += 2 + len(token.content)
                    self._link_end()
                case _:
                    self._cursor += len(token.markup)

    def _literal(self, words: str, skip: int) -> None:
        if self._auto:
            self._autolink(words)
            return
        start = self._find(words)
        self._cursor = start + len(words)
        position = max(start, skip)
        for match in _FOOTNOTE.finditer(self._content, position, self._cursor):
            if match.end() <= self._cursor:
                self._add(position, match.start())
                position = match.end()
        self._add(position, self._cursor)

    def _find(self, words: str) -> int:
        """Where ``words`` stand: at the cursor, but for white space that the parser dropped."""
        start = self._cursor
        if not self._content.startswith(words, start):
            found = self._content.find(words, start)
            start = found if found >= 0 else start
        return start

    def _autolink(self, words: str) -> None:
        end = self._content.find(">", self._cursor)
        start, self._cursor = self._cursor, end if end >= 0 else len(self._content)
        self._as_whole(words, start, self._cursor)

    def _special(self, token: Token) -> None:
        start = self._find(token.markup)
        self._cursor = start + len(token.markup)
        self._as_whole(token.content, start, self._cursor)

    def _break(self) -> None:
        end = self._content.find("\n", self._cursor)
        if end < 0:
            return
        self._gap(end)
        self._cursor = end + 1
        while self._content[self._cursor : self._cursor + 1] in (" ", "\t"):
            self._cursor += 1

    def _code(self, fence: str) -> None:
        start = self._find(fence) + len(fence)
        closing = re.compile(rf"(?<!`){re.escape(fence)}(?!`)").search(self._content, start)
        end = closing.start() if closing else len(self._content)
        self._cursor = end + len(fence)
        words = self._content[start:end]
        # One space at either end only keeps the words apart from the fence.
        padding = int(words.strip() != "" and words[0] in " \n" and words[-1] in " \n")
        self._add(start + padding, end - padding)

    def _markup(self, markup: str) -> None:
        start = self._find(markup)
        self._cursor = start + len(markup)
        tag = _Tag()
        tag.feed(markup)
        tag.close()
        if tag.opened == "br":
            self._gap(start, self._cursor)
        if tag.opened and (self._hidden or hides(tag.opened, tag.attributes)):
            if tag.opened not in VOID:
                self._hidden.append(tag.opened)
        elif tag.closed in self._hidden:
            del self._hidden[self._hidden.index(tag.closed) :]

    def _link_end(self) -> None:
        """Step over what follows a link's words: its bracket and its target or label."""
        self._cursor += 1
        if self._auto:
            self._auto = False
            return
        content, start = self._content, self._cursor
        if content.startswith("(", start):
            self._cursor = self._target_end(start + 1) or start
        elif content.startswith("[", start):
            label = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.S).match(content, start)
            if label and (not label[1].strip() or self._is_defined(label[1])):
                self._cursor = label.end()

    def _target_end(self, position: int) -> int:
        """Return where the target of an inline link ends; 0 if there is none."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        content = self._content
        position = _past_space(content, position)
        target = parseLinkDestination(content, position, len(content))
        if target.ok:
            position = target.pos
        after = _past_space(content, position)
        if after > position:
            title = parseLinkTitle(content, after, len(content))
            if title.ok:
                after = _past_space(content, title.pos)
        return after + 1 if content.startswith(")", after) else 0

    def _is_defined(self, label: str) -> bool:
        from markdown_it.common.utils import normalizeReference

        references = self._env.get("references")
        return isinstance(references, dict) and normalizeReference(label) in references

    def _source(self, position: int) -> int:
        index = max(0, bisect_right(self._starts, position) - 1)
        stretch = self._stretches[index]
        return stretch.source + min(max(position, stretch.start), stretch.end) - stretch.start

    def _gap(self, start: int, end: int = 0) -> None:
        """Let a space follow for a mark, or for a line's end where no ``end`` is given."""
        source = self._source(start)
        if not self._hidden and source < len(self._text):
            self._weaver.gap(source, self._source(end - 1) + 1 if end else source + 1)

    def _as_whole(self, words: str, start: int, end: int) -> None:
        if not self._hidden and start < end:
            self._weaver.add_as(words, self._source(start), self._source(end - 1) + 1)

    def _add(self, start: int, end: int) -> None:
        """Append content; what lies between stretches is a line's end with the indent after it."""
        if self._hidden or start >= end:
            return
        position = start
        for stretch in self._stretches[max(0, bisect_right(self._starts, start) - 1) :]:
            if stretch.start >= end:
                break
            low, high = max(start, stretch.start), min(end, stretch.end)
            if position < low:
                self._gap(position)
            if low < high:
                shift = stretch.source - stretch.start
                self._weaver.add(low + shift, high + shift)
                position = high
        if position < end:
            self._gap(position)


def _past_space(content: str, position: int) -> int:
    while content[position : position + 1] in (" ", "\t", "\n"):
        position += 1
    return position


class _Tag(HTMLParser):
    """Reads one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = ""
        self.closed = ""
        self.attributes: Attributes = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.opened, self.attributes = tag, attrs

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Pass over an empty element, unless it breaks the line."""
        self.opened = tag if tag in VOID else ""

    def handle_endtag(self, tag: str) -> None:
        self.closed = tag
