"""From a run to a report: what is said, in which order, with which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.model import Agreement, Baseline, Claim, Dispute, Document, Judgement, Run, Span
from factcheck.reporting.content import (
    Acceptance,
    ClaimLine,
    Consensus,
    Finding,
    Headline,
    Mark,
    Method,
    PlaceNote,
    Reason,
    Report,
    Side,
    SkippedLine,
    SkippedReason,
    SourceLabel,
    SourceSection,
    Testimony,
    UnreadLine,
)
from factcheck.reporting.quotation import SourceIndex, index_sources, quotes
from factcheck.reporting.wording import clean, question, safe_address, sentence_case


def build_report(run: Run, date: str = "", baseline: Baseline | None = None) -> Report:
    """Return the content of a report on ``run``.

    Args:
        run: what to report on.
        date: the date to print; none is looked up, so that equal runs give equal reports.
        baseline: what is accepted.
    """
    accepted = _accepted(run, baseline)
    indexes = index_sources(run)
    labels = source_labels(run.corpus.documents)
    disputes = by_weight(run.disputes)
    qualifications = by_weight(run.qualifications)
    return Report(
        title=clean(run.corpus.title),
        date=clean(date),
        headline=_headline(run, accepted),
        disputes=_findings(disputes, indexes, labels, accepted),
        qualifications=_findings(qualifications, indexes, labels, accepted),
        agreements=tuple(
            _consensus(number, agreement, indexes, labels)
            for number, agreement in enumerate(run.agreements, 1)
        ),
        sources=_sections(run, indexes, labels, _marks(disputes, qualifications, run.agreements)),
        skipped=_reasons_for_skipping(run),
        unread=tuple(
            UnreadLine(clean(unread.path), clean(unread.reason)) for unread in run.corpus.failed
        ),
        method=_method(run),
    )


def by_weight(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Return ``disputes``, those that matter most first.

    A conflict matters as much as it is sure, and as its second most trusted side is trusted: a
    doubtful source against a good one is news of the doubtful one only. Ties go to the conflict
    that divides more sources, then to the order given.
    """

    def weight(dispute: Dispute) -> tuple[float, int]:
        trust = sorted(
            (max(claim.source.authority for claim in side.claims) for side in dispute.positions),
            reverse=True,
        )
        return dispute.confidence * trust[min(1, len(trust) - 1)], len(dispute.sources)

    return tuple(sorted(disputes, key=weight, reverse=True))


def source_labels(documents: Sequence[Document]) -> dict[str, SourceLabel]:
    """Return how each document is called, by document id."""
    titles = Counter(clean(document.title) for document in documents)
    return {document.id: _label(document, titles) for document in documents}


def _label(document: Document, titles: Mapping[str, int]) -> SourceLabel:
    name, title = clean(document.name), clean(document.title)
    label = title if titles[title] == 1 else f"{title} ({name})"
    address = safe_address(document.address)
    return SourceLabel(
        id=document.id,
        name=name,
        label=label if title else name,
        author=clean(document.author),
        publisher=clean(document.publisher),
        date=clean(document.date),
        authority=document.authority,
        address=address,
        unlinked="" if address else clean(document.address),
    )


def _accepted(run: Run, baseline: Baseline | None) -> dict[str, Acceptance]:
    """Return under what findings are accepted, by finding id."""
    if baseline is None:
        return {}
    entries = {each.id: baseline.acceptance(each) for each in (*run.disputes, *run.qualifications)}
    return {
        finding: Acceptance(clean(entry.reason), clean(entry.author), clean(entry.date))
        for finding, entry in entries.items()
        if entry is not None
    }


def _headline(run: Run, accepted: Mapping[str, Acceptance]) -> Headline:
    return Headline(
        documents=len(run.corpus),
        claims=len(run.claims),
        topics=len(run.topics),
        disputes=len(run.disputes),
        qualifications=len(run.qualifications),
        agreements=len(run.agreements),
        skipped=len(run.skipped),
        unread=len(run.corpus.failed),
        accepted=len(accepted),
    )


def _findings(
    disputes: Iterable[Dispute],
    indexes: Mapping[str, SourceIndex],
    labels: Mapping[str, SourceLabel],
    accepted: Mapping[str, Acceptance],
) -> tuple[Finding, ...]:
    return tuple(
        _finding(number, dispute, indexes, labels, accepted.get(dispute.id))
        for number, dispute in enumerate(disputes, 1)
    )


def _finding(
    number: int,
    dispute: Dispute,
    indexes: Mapping[str, SourceIndex],
    labels: Mapping[str, SourceLabel],
    accepted: Acceptance | None,
) -> Finding:
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
                _testimonies(position.claims, evidence, indexes, labels),
            )
            for position in dispute.positions
        ),
        reasons=_reasons(dispute.judgements),
        pairs=len(dispute.judgements),
        rule=clean(dispute.rule),
        confidence=dispute.confidence,
        sources=len(dispute.sources),
        accepted=accepted,
    )


def _consensus(
    number: int,
    agreement: Agreement,
    indexes: Mapping[str, SourceIndex],
    labels: Mapping[str, SourceLabel],
) -> Consensus:
    evidence = deciding_words(agreement.judgements)
    return Consensus(
        id=agreement.id,
        number=number,
        topic=sentence_case(clean(agreement.topic)),
        testimonies=_testimonies(agreement.claims, evidence, indexes, labels),
        reasons=_reasons(agreement.judgements),
        pairs=len(agreement.judgements),
        rule=clean(agreement.judgements[0].rule),
        confidence=agreement.confidence,
        independent=agreement.independent,
    )


def deciding_words(judgements: Iterable[Judgement]) -> dict[str, list[Span]]:
    """Return the places that settled ``judgements``, by claim id."""
    found: dict[str, list[Span]] = {}
    for judgement in judgements:
        found.setdefault(judgement.a.id, []).append(judgement.a_evidence)
        found.setdefault(judgement.b.id, []).append(judgement.b_evidence)
    return found


def _testimonies(
    claims: Iterable[Claim],
    evidence: dict[str, list[Span]],
    indexes: Mapping[str, SourceIndex],
    labels: Mapping[str, SourceLabel],
) -> tuple[Testimony, ...]:
    stated: dict[str, list[Claim]] = {}
    for claim in claims:
        stated.setdefault(claim.source.id, []).append(claim)
    return tuple(
        Testimony(labels[source], quotes(indexes[source], by_source, evidence))
        for source, by_source in stated.items()
    )


def _reasons(judgements: Iterable[Judgement]) -> tuple[Reason, ...]:
    pairs = (Reason(clean(each.rationale), clean(each.rule)) for each in judgements)
    return tuple(dict.fromkeys(pairs))


def _marks(
    disputes: Iterable[Dispute],
    qualifications: Iterable[Dispute],
    agreements: Iterable[Agreement],
) -> dict[str, list[Mark]]:
    """Return the findings that each claim takes part in, by claim id."""
    found: dict[str, list[Mark]] = {}
    for kind in (disputes, qualifications):
        for number, dispute in enumerate(kind, 1):
            for position in dispute.positions:
                mark = Mark(dispute.stance.sign, number, position.letter, dispute.id)
                for claim in position.claims:
                    found.setdefault(claim.id, []).append(mark)
    for number, agreement in enumerate(agreements, 1):
        for claim in agreement.claims:
            found.setdefault(claim.id, []).append(Mark("=", number, "", agreement.id))
    return found


def _sections(
    run: Run,
    indexes: Mapping[str, SourceIndex],
    labels: Mapping[str, SourceLabel],
    marks: Mapping[str, list[Mark]],
) -> tuple[SourceSection, ...]:
    answered = _answered(run.judgements)
    sections = []
    for document in run.corpus:
        index = indexes[document.id]
        claims = [claim for claim in run.claims if claim.source.id == document.id]
        sections.append(
            SourceSection(
                source=labels[document.id],
                characters=len(document.text),
                encoding=clean(document.encoding),
                remarks=tuple(clean(note) for note in document.notes),
                notes=tuple(
                    PlaceNote(clean(note.kind), index.words(note.span), clean(note.text))
                    for note in run.notes
                    if note.source.id == document.id
                ),
                claims=tuple(_claim_line(claim, index, marks, answered) for claim in claims),
                skipped=tuple(
                    SkippedLine(index.words(skipped.span), clean(skipped.reason))
                    for skipped in run.skipped
                    if skipped.source.id == document.id
                ),
            )
        )
    return tuple(sections)


def _answered(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the ids of claims that a claim of another source speaks to."""
    return frozenset(
        claim.id
        for judgement in judgements
        if judgement.a.source.id != judgement.b.source.id
        for claim in (judgement.a, judgement.b)
    )


def _claim_line(
    claim: Claim,
    index: SourceIndex,
    marks: Mapping[str, list[Mark]],
    answered: frozenset[str],
) -> ClaimLine:
    words, restated = index.words(claim.span), clean(claim.text)
    return ClaimLine(
        id=claim.id,
        words=words,
        restated="" if _alike(words, restated) else restated,
        marks=tuple(marks.get(claim.id, ())),
        alone=claim.id not in answered,
    )


def _alike(words: str, restated: str) -> bool:
    return words.rstrip(".;,").casefold() == restated.rstrip(".;,").casefold()


def _reasons_for_skipping(run: Run) -> tuple[SkippedReason, ...]:
    counts = Counter(clean(skipped.reason) for skipped in run.skipped)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(SkippedReason(reason, passages) for reason, passages in ordered)


def _method(run: Run) -> Method:
    settings = tuple(
        (clean(str(name)), _setting(run.settings[name])) for name in sorted(run.settings, key=str)
    )
    counts = run.counts
    return Method(clean(run.version), settings, counts.possible, counts.candidates, counts.cut)


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return clean(", ".join(str(item) for item in value)) or "none"
    return clean(str(value)) or "none"
