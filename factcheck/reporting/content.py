"""What a report says, before any format: plain values that every writer lays out.

All text in here is clean: visible words only, single spaces, no control characters. It is not
escaped, since only a writer knows what its format takes for markup.
"""

from __future__ import annotations

from attrs import frozen

from factcheck.model import Counts


@frozen
class Piece:
    """A stretch of a quotation.

    Attributes:
        text: the words.
        deciding: whether they settled a judgement.
        stated: whether they are the claim itself, where a sentence is shown with it set off.
    """

    text: str
    deciding: bool = False
    stated: bool = False


@frozen
class Quote:
    """A sentence of a source with what stands around it.

    Attributes:
        claims: ids of the claims that the sentence is quoted for.
        line: where the first of them begins in the file, from 1.
        before, after: the words of the neighbouring sentences; empty where there are none.
        pieces: the sentence, cut where deciding words begin and end.
    """

    claims: tuple[str, ...]
    line: int
    before: str
    pieces: tuple[Piece, ...]
    after: str

    @property
    def text(self) -> str:
        """The sentence without its marks."""
        return "".join(piece.text for piece in self.pieces)


@frozen
class SourceLabel:
    """How a report names a document.

    Attributes:
        id: id of the document.
        name: its path in the corpus.
        label: its title, with the name where two share a title; the name where it has none.
        author, publisher, date: as recorded; may be empty.
        authority: from 0 to 1; None where all sources of the collection have the same.
        address: an ``http`` or ``https`` address that is safe to link to, or empty.
        unlinked: any other address, to be shown as words only.
    """

    id: str
    name: str
    label: str
    author: str
    publisher: str
    date: str
    authority: float | None
    address: str
    unlinked: str


@frozen
class Testimony:
    """What one source says on one side; without quotes where the report has no room for them."""

    source: SourceLabel
    quotes: tuple[Quote, ...]


@frozen
class Side:
    """One side of a dispute, under its letter."""

    letter: str
    label: str
    testimonies: tuple[Testimony, ...]


@frozen
class Reason:
    """Why a pair was judged as it was, and by which rule."""

    text: str
    rule: str


@frozen
class Acceptance:
    """What people hold of a finding: that it is accepted, no conflict, or a true one.

    Attributes:
        reason, author, date: why, by whom and when, as they said; each may be empty.
        verdict: what they hold, in words.
    """

    reason: str
    author: str
    date: str
    verdict: str = "accepted"


@frozen
class Finding:
    """A dispute or a qualification.

    Attributes:
        id: id of the finding, for links.
        number: place in the report, from 1, counted apart for disputes and qualifications.
        sign: ``≠`` or ``~``.
        question: what the sides answer.
        topic: the aspect in readable words.
        sides: the answers.
        reasons: different reasons, that of the strongest pair first.
        pairs: how many pairs the finding rests on.
        rule: id of the rule behind the strongest pair.
        confidence: from 0 to 1.
        sources: how many documents take part.
        accepted: under what it is accepted; None where there is no baseline, or it is new.
        confirmed: under what reviewers hold it to be a true conflict; None where they do not.
        topics: ids of the topics that its claims are about.
        fingerprint: what it is known by from run to run (see ``Dispute.fingerprint``).
    """

    id: str
    number: int
    sign: str
    question: str
    topic: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...]
    pairs: int
    rule: str
    confidence: float
    sources: int
    accepted: Acceptance | None = None
    confirmed: Acceptance | None = None
    topics: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def decided(self) -> tuple[Acceptance, ...]:
        """What people hold of it, that it is accepted first."""
        return tuple(one for one in (self.accepted, self.confirmed) if one is not None)

    @property
    def testimonies(self) -> tuple[Testimony, ...]:
        """What the sources say, side by side."""
        return tuple(testimony for side in self.sides for testimony in side.testimonies)


@frozen
class Consensus:
    """What several sources say alike.

    Attributes:
        id: id of the agreement, for links.
        number: place in the report, from 1.
        topic: the aspect in readable words.
        statement: what they say, as one of the strongest pair says it.
        testimonies: the sources with their words.
        reasons: different reasons, that of the strongest pair first.
        pairs: how many pairs it rests on.
        rule: id of the rule behind the strongest pair.
        confidence: from 0 to 1.
        independent: how many sources support it, copies of one text counted once.
        topics, fingerprint: as of a finding.
    """

    id: str
    number: int
    topic: str
    statement: str
    testimonies: tuple[Testimony, ...]
    reasons: tuple[Reason, ...]
    pairs: int
    rule: str
    confidence: float
    independent: int
    topics: tuple[str, ...] = ()
    fingerprint: str = ""

    sign: str = "="

    @property
    def sources(self) -> int:
        """How many documents take part."""
        return len(self.testimonies)


@frozen
class Mark:
    """Where a claim turns up: ``≠ 2 B`` is side B of the second dispute."""

    sign: str
    number: int
    letter: str
    finding: str

    def __str__(self) -> str:
        return f"{self.sign} {self.number}" + (f" {self.letter}" if self.letter else "")


@frozen
class ClaimLine:
    """One claim in the list of its source.

    Attributes:
        id: id of the claim.
        words: the source's own words.
        restated: how they were read, where that differs; else empty.
        marks: the findings it takes part in.
        alone: whether no other source was found to speak to it.
    """

    id: str
    words: str
    restated: str
    marks: tuple[Mark, ...]
    alone: bool


@frozen
class PlaceNote:
    """A remark on some words of a source; ``standard`` is what a garbled term stands for."""

    kind: str
    words: str
    text: str
    standard: str = ""

    @property
    def told(self) -> str:
        """The remark with the words it is on, which many a remark quotes itself."""
        return self.text if self.words in self.text else f"“{self.words}”: {self.text}"


@frozen
class SkippedLine:
    """Words that are no checkable claim, and why."""

    words: str
    reason: str


@frozen
class SourceRow:
    """A source and how its claims stand, each count in claims."""

    source: SourceLabel
    claims: int
    disputed: int
    qualified: int
    agreed: int
    alone: int


@frozen
class SourceSection:
    """Everything about one source."""

    source: SourceLabel
    characters: int
    encoding: str
    remarks: tuple[str, ...]
    notes: tuple[PlaceNote, ...]
    claims: tuple[ClaimLine, ...]
    skipped: tuple[SkippedLine, ...]

    @property
    def alone(self) -> tuple[ClaimLine, ...]:
        """The claims that no other source speaks to."""
        return tuple(claim for claim in self.claims if claim.alone)

    @property
    def row(self) -> SourceRow:
        """The source in a line."""
        signs = [{mark.sign for mark in claim.marks} for claim in self.claims]
        return SourceRow(
            self.source,
            claims=len(self.claims),
            disputed=sum("≠" in each for each in signs),
            qualified=sum("~" in each for each in signs),
            agreed=sum("=" in each for each in signs),
            alone=len(self.alone),
        )


@frozen
class SkippedReason:
    """How many passages were left out for one reason."""

    reason: str
    passages: int


@frozen
class UnreadLine:
    """A document that could not be read, and why."""

    path: str
    reason: str


@frozen
class Method:
    """How the findings came about.

    Attributes:
        version: version of factcheck.
        settings: names and values of the settings, sorted by name.
        counts: numbers of pairs.
        judges: names of those who judged.
    """

    version: str
    settings: tuple[tuple[str, str], ...]
    counts: Counts
    judges: tuple[str, ...]


@frozen
class Headline:
    """The counts that open a report."""

    documents: int
    claims: int
    topics: int
    disputes: int
    qualifications: int
    agreements: int
    skipped: int
    unread: int
    accepted: int = 0


@frozen
class Report:
    """The whole report.

    Attributes:
        title: title of the corpus; empty where it has none.
        date: the date to print, as given; empty for none.
        headline: the counts.
        disputes: contradictions, those that matter most first.
        qualifications: tensions, likewise.
        agreements: best supported first.
        sources: the documents, in corpus order.
        skipped: reasons for leaving passages out, the most frequent first.
        unread: documents that could not be read.
        method: how it was done.
    """

    title: str
    date: str
    headline: Headline
    disputes: tuple[Finding, ...]
    qualifications: tuple[Finding, ...]
    agreements: tuple[Consensus, ...]
    sources: tuple[SourceSection, ...]
    skipped: tuple[SkippedReason, ...]
    unread: tuple[UnreadLine, ...]
    method: Method

    @property
    def worrying(self) -> tuple[Finding, ...]:
        """The three disputes that matter most, of those that nobody has accepted."""
        return tuple(each for each in self.disputes if each.accepted is None)[:3]

    @property
    def solid(self) -> tuple[Consensus, ...]:
        """The three best supported agreements."""
        return self.agreements[:3]
