"""A document as it reads, with what was found in it in place.

Claims, passages left out, noted terms and passages that other sources share may begin and end
anywhere and overlap. The text is therefore cut wherever one of them begins or ends, and each
segment says which of them it belongs to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, field, frozen

from factcheck.model import Claim, Document, Note, Passage, Skipped, Span
from factcheck.reporting.wording import clean, printable


@frozen
class Place:
    """A stretch of a document that something was found in.

    Attributes:
        kind: ``claim``, ``skipped``, ``note`` or ``shared``.
        key: what was found: the id of a claim, the reason for skipping, the place of a note or of
            a shared passage in the order given.
        span: where it stands.
    """

    kind: str
    key: str
    span: Span


@frozen
class Segment:
    """A stretch of visible text that the same things were found in from end to end.

    Attributes:
        text: the words as they stand, line breaks and all, without characters that cannot be
            printed or would reorder their neighbours.
        start, end: their place in the document's text.
        inside: what was found here.
        begins, ends: those of ``inside`` that begin, or end, with this segment.
    """

    text: str
    start: int
    end: int
    inside: tuple[Place, ...] = ()
    begins: tuple[Place, ...] = ()
    ends: tuple[Place, ...] = ()

    def keys(self, kind: str) -> tuple[str, ...]:
        """Return what of one kind was found here."""
        return tuple([place.key for place in self.inside if place.kind == kind])


@frozen
class Block:
    """A passage of a document, cut into segments."""

    kind: str
    level: int
    segments: tuple[Segment, ...]


@frozen
class AnnotatedText:
    """The passages of a document in reading order.

    Attributes:
        blocks: the passages.
        outside: what was found where the document shows no text, so that it has no segment.
    """

    blocks: tuple[Block, ...]
    outside: tuple[Place, ...] = ()


def places(
    claims: Iterable[Claim],
    skipped: Iterable[Skipped],
    notes: Sequence[Note],
    shared: Sequence[Span],
) -> list[Place]:
    """Return where things were found in one document."""
    return [
        *(Place("claim", claim.id, claim.span) for claim in claims),
        *(Place("skipped", clean(one.reason), one.span) for one in skipped),
        *(Place("note", str(number), note.span) for number, note in enumerate(notes)),
        *(Place("shared", str(number), span) for number, span in enumerate(shared)),
    ]


def annotate(document: Document, found: Iterable[Place]) -> AnnotatedText:
    """Return the text of ``document``, cut where one of the places ``found`` begins or ends."""
    passages = [_Cutting(passage) for passage in document.passages if passage.runs]
    ordered = sorted(passages, key=lambda each: each.start)
    starts = [each.start for each in ordered]
    outside = []
    for place in sorted(found, key=lambda each: (each.span, each.kind, each.key)):
        first = max(0, bisect_right(starts, place.span.start) - 1)
        last = max(first + 1, bisect_left(starts, place.span.end))
        if not [each for each in ordered[first:last] if each.add(place)]:
            outside.append(place)
    seen: set[Place] = set()
    return AnnotatedText(tuple(each.block(seen) for each in passages), tuple(outside))


@define
class _Cutting:
    """A passage and the places in it, in characters of the passage's own text."""

    passage: Passage
    _places: list[tuple[int, int, Place]] = field(factory=list)

    @property
    def start(self) -> int:
        return self.passage.runs[0].source_start

    def add(self, place: Place) -> bool:
        """Take up ``place`` where some of the passage's text belongs to it, and say whether."""
        low, high = self._visible(place.span)
        if low < high:
            self._places.append((low, high, place))
        return low < high

    def _visible(self, span: Span) -> tuple[int, int]:
        runs = self.passage.runs
        first = bisect_right(runs, span.start, key=lambda run: run.source_end)
        last = bisect_left(runs, span.end, key=lambda run: run.source_start) - 1
        if first > last:
            return 0, 0
        low, high = runs[first], runs[last]
        begin, end = low.start, high.end
        if low.end - low.start == low.source_end - low.source_start:
            begin += max(0, span.start - low.source_start)
        if high.end - high.start == high.source_end - high.source_start:
            end -= max(0, high.source_end - span.end)
        return begin, end

    def block(self, seen: set[Place]) -> Block:
        """Return the passage in segments; ``seen`` holds the places that began before it."""
        text = self.passage.text
        starting: dict[int, list[Place]] = defaultdict(list)
        ending: dict[int, list[Place]] = defaultdict(list)
        for low, high, place in self._places:
            starting[low].append(place)
            ending[high].append(place)
        cuts = sorted({0, len(text), *starting, *ending})
        active: list[Place] = []
        segments = []
        for low, high in pairwise(cuts):
            active = [place for place in active if place not in ending[low]] + starting[low]
            span = self.passage.locate(low, high)
            segments.append(
                Segment(
                    text=printable(text[low:high]),
                    start=span.start,
                    end=span.end,
                    inside=tuple(active),
                    begins=tuple(place for place in starting[low] if place not in seen),
                    ends=tuple(ending[high]),
                )
            )
            seen.update(starting[low])
        return Block(self.passage.kind.value, self.passage.level, tuple(segments))
