"""Quotations: the words a reader sees at a place in a source, in context, with marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby, pairwise

from attrs import frozen

from factcheck.model import Claim, Document, Run, Span
from factcheck.reporting.content import Piece, Quote
from factcheck.reporting.places import line_starts
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
class Surroundings:
    """What stands around a sentence.

    Attributes:
        earlier: words of the passages before its own, a text for each.
        before, after: words before and after it in its own passage; empty where there are none.
        later: words of the passages behind its own.
    """

    earlier: tuple[str, ...]
    before: str
    after: str
    later: tuple[str, ...]


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

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return line_starts(self.document.text)

    def line(self, offset: int) -> int:
        """Return the line of the file in which a character stands, from 1."""
        return bisect_right(self._lines, offset)

    def words(self, span: Span) -> str:
        """Return the visible words of ``span``, clean, or its text where nothing is visible."""
        seen = "".join(text for text, _ in self._slices(span))
        return clean(seen) or clean(span.of(self.document.text))

    def pieces(
        self, span: Span, marks: Sequence[Span], stated: Sequence[Span] = ()
    ) -> tuple[Piece, ...]:
        """Return the visible words of ``span``, cut where something begins or ends.

        Args:
            span: what to quote.
            marks: the deciding words.
            stated: the claims themselves, where they are to be set off from their sentence.
        """
        slices = self._slices(span) or [(span.of(self.document.text), span)]
        cut = [part for text, place in slices for part in _cut(text, place, (marks, stated))]
        runs = [
            ("".join(text for text, _ in group), covered)
            for covered, group in groupby(cut, key=lambda part: part[1])
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
        before, after, _, _ = self._around(sentence, 1)
        return self._before(before, CONTEXT_LIMIT), self._after(after, CONTEXT_LIMIT)

    def surroundings(self, sentence: Span, most: int) -> Surroundings:
        """Return the words of up to ``most`` sentences before and after, of other passages too."""
        before, after, earlier, later = self._around(sentence, most)
        limit = most * CONTEXT_LIMIT
        return Surroundings(
            tuple(self._before(span, limit) for span in earlier),
            self._before(before, limit),
            self._after(after, limit),
            tuple(self._after(span, limit) for span in later),
        )

    def _around(self, sentence: Span, most: int) -> tuple[Span, Span, list[Span], list[Span]]:
        """Return what lies before and after in the same passage, and in the ones around it."""
        own = self._passage(sentence.start)
        index = bisect_right(self.sentences, sentence.start, key=lambda each: each.end)
        earlier = self._by_passage(self.sentences[max(0, index - most) : index])
        index = bisect_left(self.sentences, sentence.end, key=lambda each: each.start)
        later = self._by_passage(self.sentences[index : index + most])
        before = Span(earlier.pop(own, sentence).start, sentence.start)
        after = Span(sentence.end, later.pop(own, sentence).end)
        return before, after, list(earlier.values()), list(later.values())

    def _before(self, span: Span, limit: int) -> str:
        return _last_words(self.words(span), limit) if span else ""

    def _after(self, span: Span, limit: int) -> str:
        return _first_words(self.words(span), limit) if span else ""

    def _by_passage(self, sentences: Sequence[Span]) -> dict[int, Span]:
        """Return what sentences cover by the number of their passage, where a reader sees it."""
        found: dict[int, Span] = {}
        for sentence in sentences:
            passage = self._passage(sentence.start)
            if passage != -1:
                found[passage] = Span(found.get(passage, sentence).start, sentence.end)
        return found

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
        found.append(Quote(ids, index.line(stated[0].start), before, pieces, after))
    return tuple(found)


def set_off(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return ``pieces``, without marks where all of them are marked and none would stand out."""
    if all(piece.deciding for piece in pieces):
        return tuple(Piece(piece.text) for piece in pieces)
    return pieces


def _marks(claim: Claim, evidence: dict[str, list[Span]]) -> list[Span]:
    inside = [mark for mark in evidence.get(claim.id, []) if mark.overlap(claim.sentence)]
    return list(dict.fromkeys(inside)) or [claim.span]


def _cut(
    text: str, place: Span, layers: Sequence[Sequence[Span]]
) -> list[tuple[str, tuple[bool, ...]]]:
    """Return ``text`` cut where a span of a layer begins or ends, each part with what covers it.

    Text that is longer or shorter than its place in the source stays whole.
    """
    if len(text) != len(place):
        return [(text, tuple(any(place.overlap(one) for one in layer) for layer in layers))]
    ends = {end for layer in layers for one in layer for end in (one.start, one.end)}
    cuts = sorted({place.start, place.end, *(e for e in ends if place.start < e < place.end)})
    return [
        (
            text[low - place.start : high - place.start],
            tuple(any(one.start < high and low < one.end for one in layer) for layer in layers),
        )
        for low, high in pairwise(cuts)
    ] or [(text, (False,) * len(layers))]


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return ``pieces`` with those made one that follow each other and differ in nothing."""
    return tuple(
        Piece("".join(piece.text for piece in group), *covered)
        for covered, group in groupby(pieces, key=lambda piece: (piece.deciding, piece.stated))
    )


def _tidied(runs: Sequence[tuple[str, tuple[bool, ...]]]) -> tuple[Piece, ...]:
    """Return runs as clean pieces: single spaces across cuts, none at the ends of marks."""
    pieces: list[Piece] = []
    pending = False
    for text, covered in runs:
        words = clean(text)
        if not words:
            pending = pending or any(letter.isspace() for letter in text)
            continue
        piece = Piece(words, *covered)
        if pieces and (pending or text[:1].isspace()):
            _add_space(pieces, piece)
        pieces.append(piece)
        pending = text[-1:].isspace()
    return joined(pieces)


def _add_space(pieces: list[Piece], following: Piece) -> None:
    """Put a space behind ``pieces``, inside only what goes on behind it."""
    last = pieces[-1]
    space = Piece(" ", last.deciding and following.deciding, last.stated and following.stated)
    pieces.append(space)


def _first_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0] + " …"


def _last_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return "… " + text[-limit:].split(" ", 1)[-1]
