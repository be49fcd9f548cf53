"""What pages show of the sources behind a finding; nothing here is the machine's opinion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import define, evolve, field, frozen

from factcheck.explaining.bench import Bench
from factcheck.model import Claim, Dispute, Document, Quoted, Run, Span
from factcheck.reporting.content import Piece, SourceLabel
from factcheck.reporting.parts import Parts, deciding_words
from factcheck.reporting.places import Locator
from factcheck.reporting.quotation import Surroundings, set_off
from factcheck.reporting.source_view import SourceView, view_source
from factcheck.reporting.wording import clean, question
from factcheck.review.views import ItemView
from factcheck.web.denials import denying
from factcheck.web.neighbours import Neighbours, OtherFinding

AROUND = 2
"""Sentences of context on each side of a claim."""

QUOTED = 8
"""Sentences that are quoted on one side; a page tells how many more there are."""


@frozen
class Statement:
    """A sentence of a source with the words that a finding rests on.

    Attributes:
        source: the document.
        place: where it stands, in words.
        address: of the page that shows the whole document at that place; empty where the document
            is not at hand as it was.
        surroundings: the sentences around it.
        pieces: the sentence, cut where the claim and deciding words begin and end.
    """

    source: SourceLabel
    place: str
    address: str
    surroundings: Surroundings
    pieces: tuple[Piece, ...]


@frozen
class EvidenceSide:
    """One side of a finding: its sentences, and how many more there are."""

    letter: str
    statements: tuple[Statement, ...]
    more: int


@define
class Evidence:
    """The sources of a run, ready to be shown to people who must not be led.

    Attributes:
        run: the run whose findings are reviewed.
    """

    run: Run = field(repr=False)
    _parts: Parts = field(init=False, repr=False)
    _places: Locator = field(init=False, repr=False)
    _documents: dict[str, Document] = field(init=False, repr=False)
    _claims: dict[tuple[str, Span], Claim] = field(init=False, repr=False)
    _findings: dict[str, Dispute] = field(init=False, repr=False)
    _neighbours: Neighbours = field(init=False, repr=False)
    _denying: re.Pattern[str] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        run = self.run
        # A run in which nothing was found marks nothing in the text of a source.
        unjudged = evolve(
            run, disputes=(), qualifications=(), agreements=(), judgements=(), retold=()
        )
        self._parts = Parts(unjudged)
        self._places = Locator.of(run.corpus, "")
        self._documents = {document.id: document for document in run.corpus}
        self._claims = {(claim.source.id, claim.span): claim for claim in reversed(run.claims)}
        found = (*run.disputes, *run.qualifications)
        self._findings = {one.fingerprint: one for one in reversed(found)}
        self._neighbours = Neighbours(self._findings.values())
        self._denying = denying(Bench(run).settings.packs)

    def finding(self, fingerprint: str) -> Dispute | None:
        """Return a finding of the run, or None where this run does not report it."""
        return self._findings.get(fingerprint)

    def question(self, fingerprint: str) -> str:
        """Return what a finding asks, or its fingerprint where this run does not report it."""
        found = self.finding(fingerprint)
        return question(found) if found else fingerprint

    def sides(self, view: ItemView) -> tuple[EvidenceSide, ...]:
        """Return what the sources of a finding say, side by side."""
        by_side: dict[str, list[Quoted]] = {}
        for one in view.quoted:
            by_side.setdefault(one.side, []).append(one)
        evidence = self._deciding(view.fingerprint)
        sides = []
        for letter, quoted in by_side.items():
            groups = self._by_sentence(quoted)
            shown = [self._statement(view, group, evidence) for group in groups[:QUOTED]]
            sides.append(EvidenceSide(letter, tuple(shown), len(groups) - len(shown)))
        return tuple(sides)

    def others(self, view: ItemView, words: str, most: int) -> tuple[OtherFinding, ...]:
        """Return findings that hold some words, those on the same topic or documents first."""
        documents = frozenset(one.document for one in view.quoted)
        return self._neighbours.of(view.fingerprint, documents, words, most)

    def document(self, id: str, fingerprint: str = "") -> SourceView | None:
        """Return a whole source, the words of one finding set off; None where there is none."""
        document = self._documents.get(id)
        if document is None:
            return None
        view = view_source(self._parts, document, self._parts.section(document))
        found = self.finding(fingerprint)
        ids = {claim.id for claim in found.claims} if found else set()
        return _pointed(view, ids) if ids else view

    def titles(self, view: ItemView) -> dict[str, str]:
        """Return what the sources of a finding are called, by name, in the order of the sides."""
        names = dict.fromkeys(one.document for one in view.quoted)
        labels = {label.name: label.label for label in self._parts.labels.values()}
        return {name: labels.get(clean(name), clean(name)) for name in names}

    def _deciding(self, fingerprint: str) -> dict[str, list[Span]]:
        found = self.finding(fingerprint)
        return deciding_words(found.judgements) if found else {}

    def _by_sentence(self, quoted: Iterable[Quoted]) -> list[list[Quoted]]:
        groups: dict[tuple[str, Span], list[Quoted]] = {}
        for one in quoted:
            groups.setdefault((one.document_id, self._sentence(one)), []).append(one)
        return list(groups.values())

    def _sentence(self, quoted: Quoted) -> Span:
        claim = self._claims.get((quoted.document_id, quoted.span))
        return claim.sentence if claim else quoted.span

    def _statement(
        self, view: ItemView, group: Sequence[Quoted], evidence: dict[str, list[Span]]
    ) -> Statement:
        first = group[0]
        document = self._documents.get(first.document_id)
        if document is None:
            return _remembered(group)
        index = self._parts.index(document)
        sentence = self._sentence(first)
        claims = [self._claims.get((one.document_id, one.span)) for one in group]
        marks = [mark for claim in claims if claim for mark in _telling(claim, evidence)]
        marks += [mark for one in group for mark in self._denials(document, one.span)]
        pieces = index.pieces(sentence, marks, [one.span for one in group])
        anchor = f"#{claims[0].id}" if claims[0] else ""
        return Statement(
            self._parts.labels[document.id],
            self._place(document, first.span),
            f"/documents/{document.id}?item={view.fingerprint}{anchor}",
            index.surroundings(sentence, AROUND),
            set_off(pieces),
        )

    def _denials(self, document: Document, span: Span) -> list[Span]:
        """Return the words in ``span`` that deny something, whatever they come to together."""
        found = self._denying.finditer(document.text, span.start, span.end)
        return [Span(*match.span()) for match in found]

    def _place(self, document: Document, span: Span) -> str:
        line = self._places.place(document, span).line
        blocks = [one for one in document.passages if one.runs]
        before = [one for one in blocks if one.runs[0].source_start <= span.start]
        return f"line {line:,}, paragraph {max(1, len(before)):,} of {len(blocks):,}"


def _telling(claim: Claim, evidence: dict[str, list[Span]]) -> list[Span]:
    """Return the words of a claim that a reviewer compares: what decided, figures, cues."""
    cues = [cue.span for cue in (claim.negation, claim.hedge) if cue]
    return [*evidence.get(claim.id, ()), *(value.span for value in claim.values), *cues]


def _remembered(group: Sequence[Quoted]) -> Statement:
    """Return words of a document that is not at hand as it was, as the review keeps them."""
    first = group[0]
    label = SourceLabel("", clean(first.document), clean(first.document), "", "", "", None, "", "")
    around = Surroundings((), clean(first.prefix), clean(group[-1].suffix), ())
    words = " … ".join(clean(one.words) for one in group)
    return Statement(label, "", "", around, (Piece(words, stated=True),))


def _pointed(view: SourceView, ids: set[str]) -> SourceView:
    """Return a source with the words of some claims set off."""
    return evolve(
        view,
        groups=tuple(
            (
                kind,
                tuple(
                    evolve(
                        passage,
                        stretches=tuple(
                            evolve(each, classes=f"{each.classes} pointed")
                            if ids & set(each.claims)
                            else each
                            for each in passage.stretches
                        ),
                    )
                    for passage in passages
                ),
            )
            for kind, passages in view.groups
        ),
    )
