"""Passages put together from stretches of a document's text."""

from __future__ import annotations

import re
from bisect import bisect_right

from factcheck.model import Passage, PassageKind, TextRun

LONGEST = 50_000
"""Characters that one passage may have. The longest paragraphs of printed prose stay well below
it, so only texts without any line break are cut."""

# Characters that a reader does not see: control codes, soft hyphen, zero-width and bidirectional
# marks, byte order mark. They would split words and let a text show other words than it holds.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff"
)
_IRREGULAR = re.compile(rf"\s{{2,}}|[^\S ]|[{_UNSEEN}]|[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


Mark = tuple[int, int, tuple[int, int] | None, TextRun | None]
"""A place in a block that a weaver can go back to."""


class Weaver:
    """Collects the visible words of one block and where each was read from.

    White space of any kind and length becomes one space, leading and trailing white space falls
    away, unseen characters are left out, and half surrogates become U+FFFD.
    """

    def __init__(self, source: str) -> None:
        """Start an empty block of ``source``, the document's text."""
        self._source = source
        self._block = 0
        self._clear()

    def _clear(self) -> None:
        self._block += 1
        self._parts: list[str] = []
        self._runs: list[TextRun] = []
        self._length = 0
        self._gap: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def last(self) -> str:
        """The last visible character so far; empty at the start and after white space."""
        return self._parts[-1][-1] if self._parts and self._gap is None else ""

    def add(self, start: int, end: int) -> None:
        """Append the document's words from ``start`` to ``end``."""
        position = start
        for match in _IRREGULAR.finditer(self._source, start, end):
            self._words(position, match.start())
            if match[0].isspace():
                self.gap(match.start(), match.start() + 1)
            elif "\ud800" <= match[0] <= "\udfff":
                self._append(_REPLACEMENT, match.start(), match.end())
            position = match.end()
        self._words(position, end)

    def add_as(self, text: str, start: int, end: int) -> None:
        """Append ``text``, which stands for the document's ``start`` to ``end`` as a whole."""
        seen = re.sub(rf"[{_UNSEEN}]", "", text)
        seen = re.sub("[\ud800-\udfff]", _REPLACEMENT, seen)
        words = " ".join(seen.split())
        leads, trails = seen[:1].isspace(), seen[-1:].isspace()
        if not words:
            if leads:
                self.gap(start, end)
        elif len(words) == end - start > 1:
            # Equal lengths mean that the characters correspond, so only the source's own will do.
            self.add(start, end)
        else:
            if end - start <= leads + trails:
                leads = trails = False
            if leads:
                self.gap(start, start + 1)
            self._append(words, start + leads, end - trails)
            if trails:
                self.gap(end - 1, end)

    def gap(self, start: int, end: int) -> None:
        """Let a space follow, read from ``start`` to ``end``, if words follow."""
        if self._parts and self._gap is None:
            self._gap = (start, end)

    def _words(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " ":
            self.gap(start, start + 1)
            start += 1
        if start >= end:
            return
        trailing = self._source[end - 1] == " "
        self._append(self._source[start : end - trailing], start, end - trailing)
        if trailing:
            self.gap(end - 1, end)

    def _append(self, text: str, start: int, end: int) -> None:
        if self._gap is not None:
            gap, self._gap = self._gap, None
            self._run(" ", *gap)
        self._run(text, start, end)

    def _run(self, text: str, start: int, end: int) -> None:
        begin, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        last = self._runs[-1] if self._runs else None
        if (
            last is not None
            and last.source_end == start
            and len(text) == end - start
            and last.end - last.start == start - last.source_start
        ):
            self._runs[-1] = TextRun(last.start, self._length, last.source_start, end)
        else:
            self._runs.append(TextRun(begin, self._length, start, end))

    def mark(self) -> Mark:
        """Return a place to ``rewind`` to."""
        return self._block, len(self._parts), self._gap, self._runs[-1] if self._runs else None

    def holds(self, mark: Mark) -> bool:
        """Return whether the block that ``mark`` was taken in is still the current one."""
        return mark[0] == self._block

    def rewind(self, mark: Mark) -> None:
        """Forget what was added to the current block after ``mark`` was taken."""
        _, count, self._gap, last = mark
        del self._parts[count:]
        self._length = last.end if last else 0
        while self._runs and (last is None or self._runs[-1].start > last.start):
            self._runs.pop()
        if last is not None:
            self._runs[-1] = last

    def since(self, mark: Mark) -> str:
        """Return the words added to the current block after ``mark`` was taken."""
        return "".join(self._parts[mark[1] :])

    def passages(self, kind: PassageKind, level: int = 0) -> list[Passage]:
        """Return the block and start the next: nothing if empty, several if over ``LONGEST``."""
        text, runs = "".join(self._parts), self._runs
        self._clear()
        if not text:
            return []
        if len(text) <= LONGEST:
            return [Passage(kind, text, tuple(runs), level)]
        return _cut(kind, text, runs, level)


def _cut(kind: PassageKind, text: str, runs: list[TextRun], level: int) -> list[Passage]:
    starts = [run.start for run in runs]
    pieces: list[Passage] = []
    begin = 0
    while begin < len(text):
        end = _cut_at(text, runs, starts, begin)
        trimmed = end - (text[end - 1] == " ")
        pieces.append(
            Passage(kind, text[begin:trimmed], _part(runs, starts, begin, trimmed), level)
        )
        begin = end + (text[end : end + 1] == " ")
    return pieces


def _cut_at(text: str, runs: list[TextRun], starts: list[int], begin: int) -> int:
    """Where the piece from ``begin`` ends: after a sentence, else a word, else anywhere."""
    limit = begin + LONGEST
    if limit >= len(text):
        return len(text)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, begin + LONGEST // 2, limit)]
    end = ends[-1] if ends else text.rfind(" ", begin + LONGEST // 2, limit) + 1 or limit
    run = runs[bisect_right(starts, end) - 1]
    if run.start < end < run.end and run.end - run.start != run.source_end - run.source_start:
        return run.start if run.start > begin else run.end
    return end


def _part(runs: list[TextRun], starts: list[int], begin: int, end: int) -> tuple[TextRun, ...]:
    """Return the runs of ``text[begin:end]``, counted from ``begin``."""
    part = []
    for index in range(bisect_right(starts, begin) - 1, len(runs)):
        run = runs[index]
        if run.start >= end:
            break
        low, high = max(run.start, begin), min(run.end, end)
        if run.end - run.start == run.source_end - run.source_start:
            shift = run.source_start - run.start
            part.append(TextRun(low - begin, high - begin, low + shift, high + shift))
        else:
            part.append(TextRun(low - begin, high - begin, run.source_start, run.source_end))
    return tuple(part)
