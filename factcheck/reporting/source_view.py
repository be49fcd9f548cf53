"""A source as a page shows it: its text, and beside the words what was found in them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from string import ascii_lowercase

from attrs import frozen

from factcheck.model import Document, PassageKind
from factcheck.reporting.annotation import Block, Segment
from factcheck.reporting.content import ClaimLine, Mark, PlaceNote, SourceLabel, SourceSection
from factcheck.reporting.parts import Parts

HEADING = "heading"
"""The reason for skipping that needs no footnote: a reader sees what it is."""

_STANDINGS = {"≠": "disputed", "~": "qualified", "=": "agreed"}


@frozen
class SharedLine:
    """A passage that another source tells too.

    Attributes:
        id: what links lead to.
        source: the other source.
        there: id of the passage there.
        statements: how many claims of it have their like there.
    """

    id: str
    source: SourceLabel
    there: str
    statements: int


@frozen
class Footnote:
    """Why passages were left out.

    Attributes:
        letter: the sign behind each of them; empty for headings.
        reason: why.
        passages: how many.
    """

    letter: str
    reason: str
    passages: int


@frozen
class Stretch:
    """A segment with what a page puts on, before and behind it.

    Attributes:
        segment: the words and their place.
        classes: how it looks: ``claim`` and how the claim stands, ``skipped``, ``noted``,
            ``shared``; empty for plain text.
        title: what a pointer that rests on it is told.
        claims: ids of the claims it belongs to.
        anchors: ids that links lead to here.
        marks: the findings of the claims that begin here.
        shared: the shared passages that begin here.
        notes: the notes that end here.
        footnotes: the letters of skipped passages that end here.
    """

    segment: Segment
    classes: str
    title: str
    claims: tuple[str, ...]
    anchors: tuple[str, ...]
    marks: tuple[Mark, ...]
    shared: tuple[SharedLine, ...]
    notes: tuple[PlaceNote, ...]
    footnotes: tuple[str, ...]


@frozen
class Passage:
    """A block of text: ``kind`` as of a document's passage, ``level`` of a heading."""

    kind: str
    level: int
    stretches: tuple[Stretch, ...]


@frozen
class SourceView:
    """A source with its text.

    Attributes:
        section: what there is to say about it.
        groups: its passages, list items and cells that follow each other together.
        shared: passages that other sources tell too.
        footnotes: why passages were left out.
        outside: claims where the source shows no text.
    """

    section: SourceSection
    groups: tuple[tuple[str, tuple[Passage, ...]], ...]
    shared: tuple[SharedLine, ...]
    footnotes: tuple[Footnote, ...]
    outside: tuple[ClaimLine, ...]


def view_source(parts: Parts, document: Document, section: SourceSection) -> SourceView:
    """Return ``document`` as a page shows it; ``section`` is what there is to say about it."""
    text = parts.text(document)
    shared = tuple(
        SharedLine(
            id=f"{document.id}.{passage.span.start}",
            source=parts.labels[passage.other],
            there=f"{passage.other}.{passage.other_span.start}",
            statements=passage.statements,
        )
        for passage in parts.shared(document)
    )
    dresser = _Dresser({line.id: line for line in section.claims}, section.notes, shared)
    footnotes = _footnotes(section)
    letters = {footnote.reason: footnote.letter for footnote in footnotes}
    passages = [dresser.passage(block, letters) for block in text.blocks]
    return SourceView(
        section=section,
        groups=tuple(
            (kind, tuple(group)) for kind, group in groupby(passages, key=lambda each: each.kind)
        ),
        shared=shared,
        footnotes=footnotes,
        outside=tuple(dresser.claims[place.key] for place in text.outside if place.kind == "claim"),
    )


def _footnotes(section: SourceSection) -> tuple[Footnote, ...]:
    counts = Counter(line.reason for line in section.skipped)
    reasons = [reason for reason in counts if reason != HEADING]
    lettered = {reason: _letter(number) for number, reason in enumerate(reasons)}
    return tuple(
        Footnote(lettered.get(reason, ""), reason, counts[reason])
        for reason in (*reasons, *([HEADING] if HEADING in counts else []))
    )


def _letter(number: int) -> str:
    """Return a, b … z, then aa, ab and so on."""
    first, last = divmod(number, len(ascii_lowercase))
    return (_letter(first - 1) if first else "") + ascii_lowercase[last]


@frozen
class _Dresser:
    claims: dict[str, ClaimLine]
    notes: tuple[PlaceNote, ...]
    shared: tuple[SharedLine, ...]

    def passage(self, block: Block, letters: dict[str, str]) -> Passage:
        heading = block.kind == PassageKind.HEADING
        return Passage(
            block.kind,
            block.level,
            tuple(self._stretch(segment, letters, heading) for segment in block.segments),
        )

    def _stretch(self, segment: Segment, letters: dict[str, str], heading: bool) -> Stretch:
        claims = [self.claims[key] for key in segment.keys("claim")]
        begun = [self.claims[place.key] for place in segment.begins if place.kind == "claim"]
        shared = tuple(
            self.shared[int(place.key)] for place in segment.begins if place.kind == "shared"
        )
        return Stretch(
            segment=segment,
            classes=_classes(segment, claims, heading),
            title=self._title(segment, claims),
            claims=tuple(claim.id for claim in claims),
            anchors=tuple(
                dict.fromkeys([*(claim.id for claim in begun), *(line.id for line in shared)])
            ),
            marks=tuple(dict.fromkeys(mark for claim in begun for mark in claim.marks)),
            shared=shared,
            notes=tuple(self.notes[int(each.key)] for each in segment.ends if each.kind == "note"),
            footnotes=tuple(
                letters[place.key]
                for place in segment.ends
                if place.kind == "skipped" and letters[place.key]
            ),
        )

    def _title(self, segment: Segment, claims: list[ClaimLine]) -> str:
        return "; ".join(
            (
                *(f"left out: {reason}" for reason in segment.keys("skipped")),
                *(f"read as: {claim.restated}" for claim in claims if claim.restated),
                *(self.notes[int(key)].told for key in segment.keys("note")),
            )
        )


def _classes(segment: Segment, claims: list[ClaimLine], heading: bool) -> str:
    signs = {mark.sign for claim in claims for mark in claim.marks}
    standing = next((name for sign, name in _STANDINGS.items() if sign in signs), "")
    skipped = segment.keys("skipped") and not heading
    return " ".join(
        filter(
            None,
            (
                "claim" if claims else "",
                standing,
                "skipped" if skipped else "",
                "noted" if segment.keys("note") else "",
                "shared" if segment.keys("shared") else "",
            ),
        )
    )
