"""Where words stand in a file, as editors and build services count: in lines and columns."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import chain

from attrs import frozen

from factcheck.model import Corpus, Document, Span


@frozen
class Place:
    """Where words stand in a file.

    Lines and columns are those of the file as it lies on disk, since a document's text keeps its
    line ends and loses nothing but a byte order mark, which no editor counts. LF and CR LF end a
    line, as SARIF takes it where nothing else is said (2.1.0, ``run.newlineSequences``).

    Attributes:
        path: the file.
        line, column: of the first character, from 1; a column is a Unicode code point.
        end_line, end_column: of the last character; the column is one past it.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@frozen
class Locator:
    """Finds places in the documents of a corpus.

    Attributes:
        folder: what stands before the names of documents to make paths of them; may be empty.
        line_starts: offsets at which the lines of each document begin, by document id.
    """

    folder: str
    line_starts: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, corpus: Corpus, folder: str) -> Locator:
        """Return a locator for ``corpus``, which was read from ``folder``."""
        return cls(folder, {document.id: line_starts(document.text) for document in corpus})

    def path(self, name: str) -> str:
        """Return the path of the document called ``name``."""
        return posixpath.join(self.folder, name)

    def place(self, document: Document, span: Span) -> Place:
        """Return where ``span`` stands in the file of ``document``."""
        line, column = self._position(document, span.start)
        end_line, last = self._position(document, max(span.start, span.end - 1))
        end_column = last + 1 if len(span) else column
        return Place(self.path(document.name), line, column, end_line, end_column)

    def _position(self, document: Document, offset: int) -> tuple[int, int]:
        starts = self.line_starts[document.id]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of a text begin."""
    return tuple(chain((0,), (match.end() for match in re.finditer("\n", text))))
