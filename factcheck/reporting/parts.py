"""The parts of a report, each made when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from attrs import define, field

from factcheck.graph import SharedPassage, shared_passages
from factcheck.model import (
    Agreement,
    Baseline,
    Claim,
    Dispute,
    Document,
    Judgement,
    Note,
    Run,
    Skipped,
    Span,
)
from factcheck.reporting.annotation import AnnotatedText, annotate, places
from factcheck.reporting.content import (
    Acceptance,
    ClaimLine,
    Consensus,
    Finding,
    Mark,
    PlaceNote,
    Reason,
    Side,
    SkippedLine,
    SourceLabel,
    SourceSection,
    Testimony,
)
from factcheck.reporting.labels import source_labels
from factcheck.reporting.quotation import SourceIndex, index_source, quotes
from factcheck.reporting.standing import accepted, answered, by_weight, confirmed, marks, permalinks
from factcheck.reporting.wording import clean, question, sentence_case

_Placed = TypeVar("_Placed", Claim, Skipped, Note)


@define
class Parts:
    """Everything that a report can say of a run, looked up once and laid out piece by piece.

    A report on a large corpus is written page by page; no part needs the whole of the others.

    Attributes:
        run: what to report on.
        baseline: what is accepted.
        quoted: how many sources are quoted on one side; None for all of them.
        labels: how each document is called, by its id.
        disputes, qualifications: those that matter most first.
        agreements: the best supported first.
        accepted: under what disputes and qualifications are accepted, by their id.
        confirmed: under what reviewers hold them to be true conflicts, by their id.
    """

    run: Run
    baseline: Baseline | None = None
    quoted: int | None = None
    labels: dict[str, SourceLabel] = field(init=False)
    disputes: tuple[Dispute, ...] = field(init=False)
    qualifications: tuple[Dispute, ...] = field(init=False)
    agreements: tuple[Agreement, ...] = field(init=False)
    accepted: dict[str, Acceptance] = field(init=False)
    confirmed: dict[str, Acceptance] = field(init=False)
    _claims: dict[str, list[Claim]] = field(init=False)
    _skipped: dict[str, list[Skipped]] = field(init=False)
    _notes: dict[str, list[Note]] = field(init=False)
    _shared: dict[str, tuple[SharedPassage, ...]] = field(init=False)
    _marks: dict[str, list[Mark]] = field(init=False)
    _answered: frozenset[str] = field(init=False)
    _permalinks: dict[str, str] = field(init=False)
    _indexes: dict[str, SourceIndex] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        run = self.run
        self.labels = source_labels(run.corpus.documents)
        self.disputes = by_weight(run.disputes)
        self.qualifications = by_weight(run.qualifications)
        self.agreements = run.agreements
        self.accepted = accepted(run, self.baseline)
        self.confirmed = confirmed(run, self.baseline)
        self._claims = _by_source(run.claims)
        self._skipped = _by_source(run.skipped)
        self._notes = _by_source(run.notes)
        self._shared = shared_passages(run.claims, run.retold)
        self._marks = marks(self.disputes, self.qualifications, self.agreements)
        self._answered = answered(run.judgements)
        self._permalinks = permalinks((*self.disputes, *self.qualifications, *self.agreements))

    def finding(self, number: int, dispute: Dispute) -> Finding:
        """Return a dispute or qualification, the ``number``-th of its kind."""
        evidence = deciding_words(dispute.judgements)
        return Finding(
            id=dispute.id,
            number=number,
            sign=dispute.stance.sign,
            question=question(dispute),
            topic=sentence_case(clean(dispute.topic)),
            sides=tuple(
                Side(
                    position.letter,
                    clean(position.label),
                    self._testimonies(position.claims, evidence),
                )
                for position in dispute.positions
            ),
            reasons=_reasons(dispute.judgements),
            pairs=len(dispute.judgements),
            rule=clean(dispute.rule),
            confidence=dispute.confidence,
            sources=len(dispute.sources),
            topics=topics_of(dispute.claims),
            fingerprint=dispute.fingerprint,
            accepted=self.accepted.get(dispute.id),
            confirmed=self.confirmed.get(dispute.id),
        )

    def consensus(self, number: int, agreement: Agreement) -> Consensus:
        """Return an agreement, the ``number``-th."""
        evidence = deciding_words(agreement.judgements)
        return Consensus(
            id=agreement.id,
            number=number,
            topic=sentence_case(clean(agreement.topic)),
            statement=_statement(agreement.judgements[0]),
            testimonies=self._testimonies(agreement.claims, evidence),
            reasons=_reasons(agreement.judgements),
            pairs=len(agreement.judgements),
            rule=clean(agreement.judgements[0].rule),
            confidence=agreement.confidence,
            independent=agreement.independent,
            topics=topics_of(agreement.claims),
            fingerprint=agreement.fingerprint,
        )

    def standings(self, document: Document) -> list[tuple[frozenset[str], bool]]:
        """Return the signs of the findings of each claim, and whether it stands alone."""
        return [
            (
                frozenset(mark.sign for mark in self._marks.get(claim.id, ())),
                claim.id not in self._answered,
            )
            for claim in self._claims.get(document.id, ())
        ]

    def permalink(self, finding: Finding | Consensus | Dispute | Agreement) -> str:
        """Return what links to a finding from elsewhere end with, from run to run."""
        return self._permalinks[finding.id]

    def section(self, document: Document) -> SourceSection:
        """Return what there is to say about a source."""
        index = self.index(document)
        return SourceSection(
            source=self.labels[document.id],
            characters=len(document.text),
            encoding=clean(document.encoding),
            remarks=tuple(clean(note) for note in document.notes),
            notes=tuple(
                PlaceNote(
                    clean(note.kind),
                    index.words(note.span),
                    clean(note.text),
                    clean(note.standard),
                )
                for note in self._notes.get(document.id, ())
            ),
            claims=tuple(
                self._claim_line(claim, index) for claim in self._claims.get(document.id, ())
            ),
            skipped=tuple(
                SkippedLine(index.words(skipped.span), clean(skipped.reason))
                for skipped in self._skipped.get(document.id, ())
            ),
        )

    def text(self, document: Document) -> AnnotatedText:
        """Return the text of a source with everything found in it in place.

        Places of notes and shared passages are numbered as ``section`` and ``shared`` have them.
        """
        return annotate(
            document,
            places(
                self._claims.get(document.id, ()),
                self._skipped.get(document.id, ()),
                self._notes.get(document.id, ()),
                [passage.span for passage in self.shared(document)],
            ),
        )

    def shared(self, document: Document) -> tuple[SharedPassage, ...]:
        """Return the passages of a source that others tell too."""
        return self._shared.get(document.id, ())

    def words(self, document: Document, span: Span) -> str:
        """Return the visible words at a place of a source."""
        return self.index(document).words(span)

    def index(self, document: Document) -> SourceIndex:
        """Return a source ready for quoting."""
        if document.id not in self._indexes:
            sentences = [claim.sentence for claim in self._claims.get(document.id, ())]
            sentences += [skipped.span for skipped in self._skipped.get(document.id, ())]
            self._indexes[document.id] = index_source(document, sentences)
        return self._indexes[document.id]

    def _testimonies(
        self, claims: Iterable[Claim], evidence: dict[str, list[Span]]
    ) -> tuple[Testimony, ...]:
        by_source = _by_source(claims)
        quoted = len(by_source) if self.quoted is None else self.quoted
        return tuple(
            Testimony(
                self.labels[source],
                quotes(self.index(stated[0].source), stated, evidence) if place < quoted else (),
            )
            for place, (source, stated) in enumerate(by_source.items())
        )

    def _claim_line(self, claim: Claim, index: SourceIndex) -> ClaimLine:
        words, restated = index.words(claim.span), clean(claim.text)
        return ClaimLine(
            id=claim.id,
            words=words,
            restated="" if _alike(words, restated) else restated,
            marks=tuple(self._marks.get(claim.id, ())),
            alone=claim.id not in self._answered,
        )


def _by_source(placed: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    found: dict[str, list[_Placed]] = defaultdict(list)
    for one in placed:
        found[one.source.id].append(one)
    return found


def topics_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the ids of the topics that claims are about, each once."""
    return tuple(dict.fromkeys(topic for claim in claims for topic in claim.topics))


def deciding_words(judgements: Iterable[Judgement]) -> dict[str, list[Span]]:
    """Return the places that settled ``judgements``, by claim id."""
    found: dict[str, list[Span]] = {}
    for judgement in judgements:
        found.setdefault(judgement.a.id, []).append(judgement.a_evidence)
        found.setdefault(judgement.b.id, []).append(judgement.b_evidence)
    return found


def _statement(judgement: Judgement) -> str:
    """Return the shorter of two claims, since both say the same."""
    said = min((judgement.a.text, judgement.b.text), key=len)
    return sentence_case(clean(said).rstrip(" ,;:."))


def _reasons(judgements: Iterable[Judgement]) -> tuple[Reason, ...]:
    pairs = (Reason(clean(each.rationale), clean(each.rule)) for each in judgements)
    return tuple(dict.fromkeys(pairs))


def _alike(words: str, restated: str) -> bool:
    return words.rstrip(".;,").casefold() == restated.rstrip(".;,").casefold()
