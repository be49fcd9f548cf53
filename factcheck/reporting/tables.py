"""Claims, judgements and findings as rows of tables, for CSV and data frames alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from factcheck.model import Agreement, Baseline, Claim, Dispute, Position, Run
from factcheck.reporting.labels import source_labels
from factcheck.reporting.places import Locator, Place
from factcheck.reporting.standing import acceptance_of, by_weight
from factcheck.reporting.wording import acceptance, question

_DECIMALS = 4


@frozen
class ClaimRow:
    """A claim.

    Attributes:
        id, fingerprint: of the claim.
        document: name of its document.
        date, authority: of the document.
        start, end: characters of the document, counted from 0, the end not among them.
        line, column: of the first character, counted from 1.
        quote: the source's words to the character.
        text: the claim as it was read.
        kind, polarity, certainty, attribution: as in the JSON of a run.
        topics: ids of its topics, with spaces between.
        findings: ids of the disputes, qualifications and agreements that it is part of.
    """

    id: str
    fingerprint: str
    document: str
    date: str
    authority: float
    start: int
    end: int
    line: int
    column: int
    quote: str
    text: str
    kind: str
    polarity: str
    certainty: str
    attribution: str
    topics: str
    findings: str


@frozen
class JudgementRow:
    """A judgement of two claims, a and b.

    Attributes:
        id, fingerprint, stance, confidence, rule: of the judgement.
        topic: what the two are compared on.
        reason: why it was judged so.
        a, b: ids of the claims.
        a_document, a_line, a_quote, b_document, b_line, b_quote: where and what they are.
        a_evidence, b_evidence: the deciding words.
    """

    id: str
    fingerprint: str
    stance: str
    confidence: float
    rule: str
    topic: str
    reason: str
    a: str
    a_document: str
    a_line: int
    a_quote: str
    a_evidence: str
    b: str
    b_document: str
    b_line: int
    b_quote: str
    b_evidence: str


@frozen
class DisputeRow:
    """A claim on a side of a dispute or of a qualification.

    Attributes:
        id, fingerprint, stance, confidence, rule: of the finding.
        number: its place in the report, counted apart for disputes and qualifications.
        question, topic, reason: what the sides answer, and why they do not go together.
        side, answer: letter of the side and what it says in a few words.
        claim: id of the claim.
        document, title, date, authority: its source.
        start, end, line, column, quote: as for a claim.
        accepted: ``yes`` where a baseline or reviewers accept the finding, else ``no``.
        reviewed: what reviewers decided, with reason, names and day; empty where they did not.
    """

    id: str
    fingerprint: str
    number: int
    stance: str
    confidence: float
    rule: str
    question: str
    topic: str
    reason: str
    side: str
    answer: str
    claim: str
    document: str
    title: str
    date: str
    authority: float
    start: int
    end: int
    line: int
    column: int
    quote: str
    accepted: str
    reviewed: str


Row = ClaimRow | JudgementRow | DisputeRow

TableName = Literal["claims", "judgements", "disputes"]
"""The tables; that of disputes holds the qualifications too."""


def table(
    run: Run, name: TableName, baseline: Baseline | None = None
) -> tuple[type[Row], Iterator[Row]]:
    """Return what the rows of a table are, and the rows.

    Args:
        run: what was found.
        name: which table.
        baseline: what is accepted, for the disputes.
    """
    match name:
        case "claims":
            return ClaimRow, _claims(run)
        case "judgements":
            return JudgementRow, _judgements(run)
        case "disputes":
            return DisputeRow, _disputes(run, baseline)


def _claims(run: Run) -> Iterator[ClaimRow]:
    locator, findings = Locator.of(run.corpus, ""), _findings(run)
    for claim in run.claims:
        place = locator.place(claim.source, claim.span)
        yield ClaimRow(
            id=claim.id,
            fingerprint=claim.fingerprint,
            document=claim.source.name,
            date=claim.source.date,
            authority=claim.source.authority,
            start=claim.start,
            end=claim.end,
            line=place.line,
            column=place.column,
            quote=claim.quote,
            text=claim.text,
            kind=claim.kind.value,
            polarity=claim.polarity.value,
            certainty=claim.certainty.value,
            attribution=claim.attribution,
            topics=" ".join(claim.topics),
            findings=" ".join(findings.get(claim.id, ())),
        )


def _findings(run: Run) -> dict[str, list[str]]:
    """Return the ids of the findings that each claim is part of, by claim id."""
    found: dict[str, list[str]] = {}
    findings: tuple[Dispute | Agreement, ...] = (
        *run.disputes,
        *run.qualifications,
        *run.agreements,
    )
    for finding in findings:
        for claim in finding.claims:
            found.setdefault(claim.id, []).append(finding.id)
    return found


def _judgements(run: Run) -> Iterator[JudgementRow]:
    locator = Locator.of(run.corpus, "")
    for each in run.judgements:
        a, b = each.a, each.b
        yield JudgementRow(
            id=each.id,
            fingerprint=each.fingerprint,
            stance=each.stance.value,
            confidence=round(each.confidence, _DECIMALS),
            rule=each.rule,
            topic=each.label,
            reason=each.rationale,
            a=a.id,
            a_document=a.source.name,
            a_line=locator.place(a.source, a.span).line,
            a_quote=a.quote,
            a_evidence=each.a_evidence.of(a.source.text),
            b=b.id,
            b_document=b.source.name,
            b_line=locator.place(b.source, b.span).line,
            b_quote=b.quote,
            b_evidence=each.b_evidence.of(b.source.text),
        )


def _disputes(run: Run, baseline: Baseline | None) -> Iterator[DisputeRow]:
    locator, labels = Locator.of(run.corpus, ""), source_labels(run.corpus.documents)
    for kind in (run.disputes, run.qualifications):
        for number, dispute in enumerate(by_weight(kind), 1):
            decided = _decided(dispute, baseline)
            for side in dispute.positions:
                for claim in side.claims:
                    place = locator.place(claim.source, claim.span)
                    title = labels[claim.source.id].label
                    yield _dispute_row(number, dispute, decided, side, claim, place, title)


def _decided(dispute: Dispute, baseline: Baseline | None) -> tuple[str, str]:
    """Return whether a finding is accepted, and what reviewers decided."""
    if baseline is None:
        return "no", ""
    accepted = baseline.acceptance(dispute)
    entries = (accepted, baseline.confirmation(dispute))
    told = [acceptance(acceptance_of(one)) for one in entries if one and one.decision]
    return "yes" if accepted else "no", "; ".join(told)


def _dispute_row(
    number: int,
    dispute: Dispute,
    decided: tuple[str, str],
    side: Position,
    claim: Claim,
    place: Place,
    title: str,
) -> DisputeRow:
    return DisputeRow(
        id=dispute.id,
        fingerprint=dispute.fingerprint,
        number=number,
        stance=dispute.stance.value,
        confidence=round(dispute.confidence, _DECIMALS),
        rule=dispute.rule,
        question=question(dispute),
        topic=dispute.topic,
        reason=dispute.explain(),
        side=side.letter,
        answer=side.label,
        claim=claim.id,
        document=claim.source.name,
        title=title,
        date=claim.source.date,
        authority=claim.source.authority,
        start=claim.start,
        end=claim.end,
        line=place.line,
        column=place.column,
        quote=claim.quote,
        accepted=decided[0],
        reviewed=decided[1],
    )
