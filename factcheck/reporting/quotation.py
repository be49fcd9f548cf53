"""Quotations: the words a reader sees at a place in a source, in context, with marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from attrs import frozen

from factcheck.model import Claim, Document, Run, Span
from factcheck.reporting.content import Piece, Quote
from factcheck.reporting.wording import clean

CONTEXT_LIMIT = 240
"""Most characters of a neighbouring sentence that a quotation shows: about two long sentences."""


@frozen
class _Stretch:
    """A text run with the number of its passage, for finding it by its place in the source."""

    source: Span
    passage: int
    start: int
    end: int

    @property
    def indivisible(self) -> bool:
        return len(self.source) != self.end - self.start


@frozen
class SourceIndex:
    """A document prepared for quoting from it many times.

    Attributes:
        document: the document.
        stretches: its text runs by their place in the source.
        sentences: the sentences that the run knows, claims' and skipped ones, in order.
    """

    document: Document
    stretches: tuple[_Stretch, ...]
    sentences: tuple[Span, ...]

    def words(self, span: Span) -> str:
        """Return the visible words of ``span``, clean, or its text where nothing is visible."""
        seen = "".join(text for text, _ in self._slices(span))
        return clean(seen) or clean(span.of(self.document.text))

    def pieces(self, span: Span, marks: Sequence[Span]) -> tuple[Piece, ...]:
        """Return the visible words of ``span``, cut where one of ``marks`` begins or ends."""
        slices = self._slices(span) or [(span.of(self.document.text), span)]
        cut = [part for text, place in slices for part in _cut(text, place, marks)]
        runs = [
            ("".join(text for text, _ in group), deciding)
            for deciding, group in groupby(cut, key=lambda part: part[1])
        ]
        return _tidied(runs)

    def _slices(self, span: Span) -> list[tuple[str, Span]]:
        """Return the visible text of ``span`` in slices, each with its place in the source."""
        found: list[tuple[str, Span]] = []
        passage = -1
        first = bisect_right(self.stretches, span.start, key=lambda each: each.source.end)
        for index in range(first, len(self.stretches)):
            stretch = self.stretches[index]
            if stretch.source.start >= span.end:
                break
            if passage not in (-1, stretch.passage):
                found.append((" ", Span(stretch.source.start, stretch.source.start)))
            passage = stretch.passage
            found.append(self._of_stretch(stretch, span))
        return found

    def _of_stretch(self, stretch: _Stretch, span: Span) -> tuple[str, Span]:
        text = self.document.passages[stretch.passage].text
        if stretch.indivisible:
            return text[stretch.start : stretch.end], stretch.source
        low = max(span.start, stretch.source.start)
        high = min(span.end, stretch.source.end)
        offset = stretch.start - stretch.source.start
        return text[low + offset : high + offset], Span(low, high)

    def context(self, sentence: Span) -> tuple[str, str]:
        """Return the words of the sentences before and after, within the same passage."""
        before = after = ""
        index = bisect_right(self.sentences, sentence.start, key=lambda each: each.end) - 1
        if index >= 0 and self._together(self.sentences[index], sentence):
            before = self.words(Span(self.sentences[index].start, sentence.start))
        index = bisect_left(self.sentences, sentence.end, key=lambda each: each.start)
        if index < len(self.sentences) and self._together(sentence, self.sentences[index]):
            after = self.words(Span(sentence.end, self.sentences[index].end))
        return _last_words(before), _first_words(after)

    def _together(self, first: Span, second: Span) -> bool:
        return self._passage(first.start) == self._passage(second.start) != -1

    def _passage(self, position: int) -> int:
        index = bisect_right(self.stretches, position, key=lambda each: each.source.end)
        return self.stretches[index].passage if index < len(self.stretches) else -1


def index_sources(run: Run) -> dict[str, SourceIndex]:
    """Return every document of ``run`` ready for quoting, by document id."""
    sentences: dict[str, list[Span]] = {document.id: [] for document in run.corpus}
    for claim in run.claims:
        sentences[claim.source.id].append(claim.sentence)
    for skipped in run.skipped:
        sentences[skipped.source.id].append(skipped.span)
    return {document.id: index_source(document, sentences[document.id]) for document in run.corpus}


def index_source(document: Document, sentences: Sequence[Span]) -> SourceIndex:
    """Return one document ready for quoting; sentences within others are left out."""
    stretches = [
        _Stretch(Span(run.source_start, run.source_end), number, run.start, run.end)
        for number, passage in enumerate(document.passages)
        for run in passage.runs
        if run.source_end > run.source_start
    ]
    ordered: list[Span] = []
    for span in sorted(set(sentences), key=lambda each: (each.start, -each.end)):
        if not ordered or span.start >= ordered[-1].end:
            ordered.append(span)
    by_place = sorted(
        stretches, key=lambda each: (each.source.start, each.source.end, each.passage)
    )
    return SourceIndex(document, tuple(by_place), tuple(ordered))


def quotes(
    index: SourceIndex, claims: Sequence[Claim], evidence: dict[str, list[Span]]
) -> tuple[Quote, ...]:
    """Return the sentences behind ``claims`` of one source, each once, in the claims' order.

    Args:
        index: the source.
        claims: claims of that source.
        evidence: the deciding words by claim id; where a claim has none, all its words decided.
            Where a whole sentence decided nothing is marked, since a mark would set off nothing.
    """
    sentences: dict[Span, list[Claim]] = {}
    for claim in claims:
        sentences.setdefault(claim.sentence, []).append(claim)
    found = []
    for sentence, stated in sentences.items():
        marks = [mark for claim in stated for mark in _marks(claim, evidence)]
        before, after = index.context(sentence)
        ids = tuple(claim.id for claim in stated)
        pieces = set_off(index.pieces(sentence, marks))
        found.append(Quote(ids, before, pieces, after))
    return tuple(found)


def set_off(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return ``pieces``, without marks where all of them are marked and none would stand out."""
    if all(piece.deciding for piece in pieces):
        return tuple(Piece(piece.text) for piece in pieces)
    return pieces


def _marks(claim: Claim, evidence: dict[str, list[Span]]) -> list[Span]:
    inside = [mark for mark in evidence.get(claim.id, []) if mark.overlap(claim.sentence)]
    return list(dict.fromkeys(inside)) or [claim.span]


def _cut(text: str, place: Span, marks: Sequence[Span]) -> list[tuple[str, bool]]:
    """Return ``text`` cut where a mark begins or ends, each part with whether one covers it.

    Text that is longer or shorter than its place in the source stays whole.
    """
    if len(text) != len(place):
        return [(text, any(place.overlap(mark) for mark in marks))]
    ends = {end for mark in marks for end in (mark.start, mark.end)}
    cuts = sorted({place.start, place.end, *(e for e in ends if place.start < e < place.end)})
    return [
        (
            text[low - place.start : high - place.start],
            any(mark.start < high and low < mark.end for mark in marks),
        )
        for low, high in pairwise(cuts)
    ] or [(text, False)]


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
    return _joined([*head, *kept, *tail])


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


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(
        Piece("".join(piece.text for piece in group), deciding)
        for deciding, group in groupby(pieces, key=lambda piece: piece.deciding)
    )


def _tidied(runs: Sequence[tuple[str, bool]]) -> tuple[Piece, ...]:
    """Return runs as clean pieces: single spaces across cuts, none at the ends of marks."""
    pieces: list[Piece] = []
    pending = False
    for text, deciding in runs:
        words = clean(text)
        if not words:
            pending = pending or any(letter.isspace() for letter in text)
            continue
        spaced = pending or text[:1].isspace()
        if pieces and spaced:
            _add_space(pieces, deciding)
        pieces.append(Piece(words, deciding))
        pending = text[-1:].isspace()
    return _joined(pieces)


def _add_space(pieces: list[Piece], deciding: bool) -> None:
    """Put a space behind ``pieces``, outside a mark unless the mark goes on behind it."""
    last = pieces[-1]
    if last.deciding and not deciding:
        pieces.append(Piece(" "))
    else:
        pieces[-1] = Piece(last.text + " ", last.deciding)


def _first_words(text: str) -> str:
    if len(text) <= CONTEXT_LIMIT:
        return text
    return text[:CONTEXT_LIMIT].rsplit(" ", 1)[0] + " …"


def _last_words(text: str) -> str:
    if len(text) <= CONTEXT_LIMIT:
        return text
    return "… " + text[-CONTEXT_LIMIT:].split(" ", 1)[-1]
