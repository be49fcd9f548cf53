"""A baseline that accepts what a run found."""

from __future__ import annotations

from factcheck.model import AcceptedFinding, Baseline, RecordedClaim, RecordedPair, Run


def accepting(run: Run, reason: str = "", author: str = "", date: str = "") -> Baseline:
    return Baseline(
        tuple(
            AcceptedFinding(
                finding.topic,
                tuple(
                    RecordedClaim(side.letter, claim.source.name, claim.words)
                    for side in finding.positions
                    for claim in side.claims
                ),
                tuple(
                    RecordedPair(one.stance, one.a.fingerprint, one.b.fingerprint)
                    for one in finding.judgements
                ),
                reason,
                author,
                date,
            )
            for finding in (*run.disputes, *run.qualifications)
        )
    )
