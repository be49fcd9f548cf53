"""The findings of a run as they are put up for review."""

from __future__ import annotations

from factcheck.model import Claim, Dispute, Quoted, ReviewItem, Run
from factcheck.model.record import judged_claims, recorded_pairs
from factcheck.reporting.linkeddata.selectors import context
from factcheck.reporting.wording import clean, question
from factcheck.review.impact import impacts


def review_items(run: Run) -> tuple[ReviewItem, ...]:
    """Return the disputes and qualifications of a run, each fingerprint once.

    Where two findings have one, as where a source says something twice, the more confident
    stands for both.
    """
    impact = impacts(run)
    found: dict[str, ReviewItem] = {}
    for finding in sorted((*run.disputes, *run.qualifications), key=lambda one: -one.confidence):
        found.setdefault(finding.fingerprint, _item(finding, impact[finding.fingerprint]))
    return tuple(found.values())


def _item(finding: Dispute, impact: float) -> ReviewItem:
    return ReviewItem(
        question=question(finding),
        topic=clean(finding.topic),
        stance=finding.stance,
        rule=finding.rule,
        confidence=finding.confidence,
        impact=impact,
        quoted=tuple(_quoted(letter, claim) for letter, claim in judged_claims(finding)),
        pairs=recorded_pairs(finding),
    )


def _quoted(letter: str, claim: Claim) -> Quoted:
    prefix, suffix = context(claim.source.text, claim.span)
    return Quoted(
        side=letter,
        document=claim.source.name,
        document_id=claim.source.id,
        words=claim.words,
        span=claim.span,
        exact=claim.span.of(claim.source.text),
        prefix=prefix,
        suffix=suffix,
    )
