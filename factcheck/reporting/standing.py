"""How findings stand to each other, to claims, and to what people have accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from factcheck.model import AcceptedFinding, Agreement, Baseline, Dispute, Judgement, Run
from factcheck.reporting.content import Acceptance, Mark
from factcheck.reporting.wording import clean


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


def marks(
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


def answered(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the ids of claims that a claim of another source speaks to."""
    return frozenset(
        claim.id
        for judgement in judgements
        if judgement.a.source.id != judgement.b.source.id
        for claim in (judgement.a, judgement.b)
    )


def accepted(run: Run, baseline: Baseline | None) -> dict[str, Acceptance]:
    """Return under what findings are accepted, by finding id."""
    return {} if baseline is None else _told(run, baseline.acceptance)


def confirmed(run: Run, baseline: Baseline | None) -> dict[str, Acceptance]:
    """Return under what reviewers hold findings to be true conflicts, by finding id."""
    return {} if baseline is None else _told(run, baseline.confirmation)


def _told(run: Run, decided: Callable[[Dispute], AcceptedFinding | None]) -> dict[str, Acceptance]:
    entries = {each.id: decided(each) for each in (*run.disputes, *run.qualifications)}
    return {
        finding: acceptance_of(entry) for finding, entry in entries.items() if entry is not None
    }


def acceptance_of(entry: AcceptedFinding) -> Acceptance:
    """Return what people hold of a finding, in clean words."""
    verdict = entry.decision.value.replace("_", " ") if entry.decision else "accepted"
    return Acceptance(clean(entry.reason), clean(entry.author), clean(entry.date), verdict)


def told_reason(entry: AcceptedFinding) -> str:
    """Return why a finding is accepted, after what reviewers decided where they did."""
    told = acceptance_of(entry)
    if entry.decision is None:
        return told.reason
    return f"{told.verdict}: {told.reason}" if told.reason else told.verdict


def permalinks(findings: Iterable[Dispute | Agreement]) -> dict[str, str]:
    """Return the fingerprint of each finding by its id, or its id where others have it too."""
    prints = {finding.id: finding.fingerprint for finding in findings}
    shared = Counter(prints.values())
    return {id: print if shared[print] == 1 else id for id, print in prints.items()}
