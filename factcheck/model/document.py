"""Documents, the passages of prose in them, and the corpus they form."""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from attrs import astuple, field, fields, frozen

from factcheck.model.display import Displayed
from factcheck.model.span import Span


def content_id(prefix: str, *parts: object) -> str:
    """Return a short id that depends on the content of ``parts`` alone.

    Sixteen hexadecimal digits of BLAKE2b: at ten million values the chance that any two share
    an id is about three in a million (birthday bound).

    >>> content_id("c", "a", 1) == content_id("c", "a", 1)
    True
    """
    joined = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.blake2b(joined, digest_size=8).hexdigest()}"


class PassageKind(StrEnum):
    """What a block of text is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTATION = "quotation"


@frozen
class TextRun:
    """A stretch of a passage's visible text and the stretch of the document it was read from.

    Where both have one length they correspond character by character; where they differ (an
    entity such as ``&amp;``) the stretch is indivisible.
    """

    start: int
    end: int
    source_start: int
    source_end: int


_BEGINNING = attrgetter("start")


@frozen
class Passage:
    """A block of prose: the words a reader sees, and where in the document each one stands.

    Attributes:
        kind: heading, paragraph, list item, table cell or block quotation.
        text: the visible words of the block, without markup.
        runs: how ``text`` maps to the document's text, in order, without gaps in ``text``.
        level: depth of a heading (1 is the title); 0 for other kinds.
    """

    kind: PassageKind
    text: str
    runs: tuple[TextRun, ...] = field(repr=False)
    level: int = 0

    @classmethod
    def plain(
        cls, kind: PassageKind, document_text: str, start: int, end: int, level: int = 0
    ) -> Passage:
        """Return a passage that is an unbroken stretch of the document's text."""
        run = TextRun(0, end - start, start, end)
        return cls(kind, document_text[start:end], (run,), level)

    def locate(self, start: int, end: int) -> Span:
        """Return the document span of the visible words ``text[start:end]``."""
        run = self.runs[0]
        if len(self.runs) == 1 and run.end - run.start == run.source_end - run.source_start:
            away, stop = run.source_start - run.start, run.source_end
            return Span(min(stop, start + away), min(stop, end + away))
        return Span(self._source(start, closing=False), self._source(end, closing=True))

    def _source(self, position: int, closing: bool) -> int:
        run = self.runs[0]
        if len(self.runs) > 1:
            probe = position - 1 if closing and position > 0 else position
            run = self.runs[max(0, bisect_right(self.runs, probe, key=_BEGINNING) - 1)]
        if run.end - run.start != run.source_end - run.source_start:
            return run.source_end if closing else run.source_start
        return min(run.source_end, run.source_start + position - run.start)


@frozen
class Document:
    """One source: its text to the character, and what is known about it.

    Attributes:
        name: path relative to the corpus, with forward slashes; unique in a corpus.
        text: the decoded file, markup included; every span points into it.
        passages: the blocks of prose found in it, in reading order.
        title, author, publisher, address: as the manifest or the file itself gives them.
        date: ISO 8601 at any precision (``2021``, ``2021-05``, ``2021-05-03``) or empty.
        authority: weight of the source from 0 to 1, as the corpus' owner rates it.
        encoding: how the bytes were decoded; empty for text given as a string.
        notes: what a reader of the report should know about the file (a guessed encoding, a
            text that equals another's).
    """

    name: str
    text: str = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    title: str = ""
    author: str = ""
    publisher: str = ""
    address: str = ""
    date: str = ""
    authority: float = 0.5
    encoding: str = ""
    notes: tuple[str, ...] = ()
    id: str = field(init=False)

    @id.default
    def _id(self) -> str:
        return content_id("d", self.name, self.text)

    @cached_property
    def digest(self) -> str:
        """A hash of everything that it holds, where ``id`` takes in its name and text alone."""
        held = (getattr(self, one.name) for one in fields(Document) if one.name != "passages")
        passages = [
            (one.kind.value, one.text, one.level, [astuple(run, recurse=False) for run in one.runs])
            for one in self.passages
        ]
        content = repr((*held, passages)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=16).hexdigest()

    def visible(self, span: Span) -> str:
        """Return the words within ``span`` as a reader sees them: no markup, single spaces."""
        places = self._places
        last = bisect_left(places.starts, span.end)
        first = bisect_right(places.reach, span.start, hi=last)
        words = []
        for number, index in sorted(
            zip(places.passages[first:last], places.runs[first:last], strict=True)
        ):
            passage = self.passages[number]
            run = passage.runs[index]
            low, high = max(span.start, run.source_start), min(span.end, run.source_end)
            if low >= high:
                continue
            if run.end - run.start != run.source_end - run.source_start:
                words.append(passage.text[run.start : run.end])
            else:
                away = run.start - run.source_start
                words.append(passage.text[low + away : high + away])
        return " ".join("".join(words).split())

    @cached_property
    def _places(self) -> _Places:
        """Where the runs of all passages start, so that a place is found without reading all."""
        runs = [
            (run.source_start, run.source_end, number, index)
            for number, passage in enumerate(self.passages)
            for index, run in enumerate(passage.runs)
        ]
        runs.sort()
        return _Places(
            starts=array("Q", (run[0] for run in runs)),
            reach=array("Q", accumulate((run[1] for run in runs), max)),
            passages=array("I", (run[2] for run in runs)),
            runs=array("I", (run[3] for run in runs)),
        )


@frozen
class _Places:
    """Runs by where they start in the document.

    Attributes:
        starts: where each starts.
        reach: how far those up to each of them reach.
        passages, runs: which passage it is of, and which of its runs it is.
    """

    starts: array[int]
    reach: array[int]
    passages: array[int]
    runs: array[int]


@frozen
class Unread:
    """A document that could not be read, and why."""

    path: str
    reason: str


@frozen
class Corpus(Displayed):
    """The documents of one collection, in the order of their names.

    Attributes:
        title: name of the collection.
        documents: what was read.
        failed: what was not, each with its reason.
        passed_over: names of the files of a folder that are in no format known; they are no part
            of what the collection is.
    """

    title: str
    documents: tuple[Document, ...] = field(repr=False)
    failed: tuple[Unread, ...] = ()
    passed_over: tuple[str, ...] = field(default=(), eq=False, repr=False)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def could_not_read(self, name: str) -> bool:
        """Return whether a document of this name, or what it is in, could not be read.

        A folder and a table are what it may be in; of a table that may be one row only.

        >>> Corpus("", (), (Unread("notes", "Permission denied"),)).could_not_read("notes/a.md")
        True
        """
        within = tuple(one.path + mark for one in self.failed for mark in "/#")
        return name.startswith(within) or any(name == one.path for one in self.failed)

    def document(self, name: str) -> Document:
        """Return the document called ``name``.

        Raises:
            KeyError: no document has that name.
        """
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Document]:
        return {document.name: document for document in reversed(self.documents)}
