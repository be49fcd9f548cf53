"""HTML into passages: what a visitor of the page reads, and where it stands in the file."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from attrs import define

from factcheck.model import Passage, PassageKind
from factcheck.reading.elements import (
    BLOCKS,
    CODE,
    HEADINGS,
    KINDS,
    OPTIONAL_END,
    VOID,
    Attributes,
    closed_by,
    end_barrier,
    hides,
)
from factcheck.reading.page_metadata import PageMetadata
from factcheck.reading.parsed import Parsed
from factcheck.reading.weave import Mark, Weaver

_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{0,31});?")
_CITATION = re.compile(r"\s*[\[(]?[\w*†‡§,–-]{1,6}[\])]?\s*")
_DEEPEST = 512
"""Elements within each other that browsers keep apart."""


def read_html(text: str) -> Parsed:
    """Return the visible prose of a page; scripts, navigation, code and hidden parts are not.

    Broken markup never ends the reading: an element that hides its content and is never closed
    is taken not to hide it, except scripts and style sheets, which are reported.
    """
    passages, page = read_html_part(text, 0, len(text))
    headed = [passage.text for passage in passages if passage.level == 1]
    metadata = dict(page.found)
    if title := page.title or (headed[0] if headed else ""):
        metadata["title"] = title
    return Parsed(tuple(passages), metadata, tuple(page.notes))


def read_html_part(text: str, start: int, end: int) -> tuple[list[Passage], PageMetadata]:
    """Return the passages and metadata of the HTML in ``text[start:end]``."""
    shown: frozenset[int] = frozenset()
    while True:
        page = _Page(text, start, end, shown)
        page.read()
        # Each round shows at least one element more, so this ends; in practice after two.
        more = page.wrongly_hidden() - shown
        if not more:
            return page.passages, page.metadata
        shown |= more


def _masked(markup: str) -> str:
    """Blunt the constructs that never end or that Python's versions read differently.

    Every replacement has the length of what it replaces and words are taken from the original,
    so only the parser's view of the structure changes.
    """
    markup = markup.replace("<![", "<!_").replace("</>", "<!>")
    markup = markup.replace("<!-->", "<!__>").replace("<!--->", "<!___>")
    closed = markup.rfind("-->") + 1
    markup = markup[:closed] + markup[closed:].replace("<!--", "<!_>")
    closed = markup.rfind(">") + 1
    return markup[:closed] + markup[closed:].replace("<", " ")


@define
class _Open:
    """An element that has been opened and not yet closed."""

    tag: str
    start: int
    hides: bool
    mark: Mark | None = None


class _Page(HTMLParser):
    """One pass over a page. Positions are those of the whole text."""

    def __init__(self, text: str, start: int, end: int, shown: frozenset[int]) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.metadata = PageMetadata()
        self._text = text
        self._base = start
        self._end = end
        self._shown = shown
        self._lines = [0]
        self._weaver = Weaver(text)
        self._stack: list[_Open] = []
        self._open: dict[str, int] = {}
        self._hiding = 0
        self._data: int | None = None
        self._after_break = False
        self._visible = 0
        self._forms: dict[int, int] = {}
        self._links_within = False

    def read(self) -> None:
        """Read the page from beginning to end."""
        markup = self._text[self._base : self._end]
        self._lines += [match.end() for match in re.finditer("\n", markup)]
        self.feed(_masked(markup))
        self.close()
        self._flush(self._end)
        self._close_block()
        if any(element.tag in CODE for element in self._stack):
            self.metadata.notes.append("a script or style sheet is never closed and hides the rest")

    def wrongly_hidden(self) -> frozenset[int]:
        """Positions of elements that hide what is for the reader.

        Those are elements never closed, and a form around the whole page, as some page builders
        make it.
        """
        unclosed = {
            element.start
            for element in self._stack
            if element.hides and element.tag not in CODE | OPTIONAL_END
        }
        forms = {start for start, size in self._forms.items() if size > self._visible}
        return frozenset(unclosed | forms)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._base + self._lines[line - 1] + column

    # Events of the parser. Character data is taken from the text itself between two other
    # events, since the parser hands it over decoded and without its place.

    def handle_data(self, data: str) -> None:
        """Note where character data begins."""
        if self._data is None:
            self._data = self._here()

    def handle_comment(self, data: str) -> None:
        """End the character data before a comment."""
        self._flush(self._here())

    def handle_decl(self, decl: str) -> None:
        """End the character data before a declaration."""
        self._flush(self._here())

    def handle_pi(self, data: str) -> None:
        """End the character data before a processing instruction."""
        self._flush(self._here())

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Take an element closed in its start tag, as XHTML allows."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._close_element(tag)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Open an element."""
        start = self._here()
        end = start + len(self.get_starttag_text() or "")
        self._flush(start)
        self.metadata.take(tag, attrs)
        self._close_implied(tag)
        if tag in BLOCKS:
            self._close_block()
        if tag == "br":
            self._line_break(start, end)
        if tag in VOID or len(self._stack) >= _DEEPEST:
            return
        element = _Open(tag, start, start not in self._shown and hides(tag, attrs))
        self._stack.append(element)
        self._open[tag] = self._open.get(tag, 0) + 1
        self._hiding += element.hides
        if not self._hiding:
            self._inline(element, end, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those within it that are still open."""
        start = self._here()
        self._flush(start)
        if tag == "br":
            self._line_break(start, self._text.find(">", start) + 1)
        elif tag == "q" and not self._hiding and self._open.get("q"):
            self._weaver.add_as("”", start, self._text.find(">", start) + 1)
        if tag in BLOCKS:
            self._close_block()
        self._close_element(tag)

    def _inline(self, element: _Open, end: int, attributes: Attributes) -> None:
        if element.tag == "q":
            self._weaver.add_as("“", element.start, end)
        elif element.tag == "a":
            target = next((value or "" for name, value in attributes if name == "href"), "")
            self._links_within |= target.startswith("#")
        elif element.tag == "sup":
            element.mark, self._links_within = self._weaver.mark(), False
            # Without markup 10<sup>6</sup> would read 106.
            if self._weaver.last.isdigit() and self._text[end : end + 1] in tuple("0123456789-−"):
                self._weaver.add_as("^", element.start, end)

    def _line_break(self, start: int, end: int) -> None:
        if self._after_break:
            self._close_block()
        elif not self._hiding:
            self._weaver.gap(start, end)
            self._after_break = True

    def _close_implied(self, tag: str) -> None:
        closed, barrier = closed_by(tag)
        while any(self._open.get(name) for name in closed):
            for index in range(len(self._stack) - 1, -1, -1):
                if self._stack[index].tag in closed:
                    self._close_block()
                    self._unwind(index)
                    break
                if self._stack[index].tag in barrier:
                    return
            else:
                return

    def _close_element(self, tag: str) -> None:
        if not self._open.get(tag):
            return
        barrier = end_barrier(tag)
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index].tag == tag:
                self._unwind(index)
                return
            if self._stack[index].tag in barrier:
                return

    def _unwind(self, index: int) -> None:
        """Close the innermost elements down to the one at ``index``."""
        while len(self._stack) > index:
            element = self._stack.pop()
            self._open[element.tag] -= 1
            self._hiding -= element.hides
            if element.mark is not None and self._weaver.holds(element.mark):
                words = self._weaver.since(element.mark)
                if self._links_within and _CITATION.fullmatch(words):
                    self._weaver.rewind(element.mark)

    def _flush(self, end: int) -> None:
        """Take in the character data that ends at ``end``."""
        start, self._data = self._data, None
        if start is None or start >= end:
            return
        if self._hiding:
            self._hidden_data(start, end)
            return
        position = start
        for match in _ENTITY.finditer(self._text, start, end):
            if (character := unescape(match[0])) != match[0]:
                self._weaver.add(position, match.start())
                self._weaver.add_as(character, match.start(), match.end())
                position = match.end()
        self._weaver.add(position, end)
        if not self._text[start:end].isspace():
            self._after_break = False
            self._visible += end - start

    def _hidden_data(self, start: int, end: int) -> None:
        if self._stack[-1].tag == "title" and not self._open.get("svg"):
            title = " ".join(unescape(self._text[start:end]).split())
            self.metadata.title = self.metadata.title or title
        hiding = [element for element in self._stack if element.hides]
        if len(hiding) == 1 and hiding[0].tag == "form":
            size = end - start
            self._forms[hiding[0].start] = self._forms.get(hiding[0].start, 0) + size

    def _close_block(self) -> None:
        self._after_break = False
        if self._weaver:
            self.passages += self._weaver.passages(*self._kind())

    def _kind(self) -> tuple[PassageKind, int]:
        in_paragraph = False
        for element in reversed(self._stack):
            kind = KINDS.get(element.tag)
            in_paragraph |= element.tag == "p"
            if kind is PassageKind.HEADING:
                # A paragraph cannot stand in a heading, so the heading was never closed.
                if not in_paragraph:
                    return kind, HEADINGS[element.tag]
            elif kind is not None:
                return kind, 0
        return PassageKind.PARAGRAPH, 0
