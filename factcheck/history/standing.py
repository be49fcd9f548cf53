"""How a run stands to a baseline: what is accepted, what is new, what is no longer found."""

from __future__ import annotations

from collections.abc import Mapping, Set

from attrs import evolve, frozen

from factcheck.history.baseline import shaping, without
from factcheck.history.renames import followed, renamed
from factcheck.model import AcceptedFinding, Baseline, Dispute, Run, Stance


@frozen
class Standing:
    """A baseline held against a run.

    Attributes:
        baseline: the baseline, with documents by the names that they have now.
        accepted: disputes and qualifications of the run that it knows.
        new: those that it does not.
        stale: entries of which nothing is found any more.
        shrunk: entries of which a part is not.
        unseen: entries that the run cannot speak to: a document of theirs was not read.
        renamed: documents that seem to go by another name now, each with it.
        settings: settings that decide what is found and differ from those of the baseline. With
            any, no entry can be called stale; all that is not found is unseen.
        gone: fingerprints of the pairs that are no longer found.
    """

    baseline: Baseline
    accepted: tuple[Dispute, ...]
    new: tuple[Dispute, ...]
    stale: tuple[AcceptedFinding, ...]
    shrunk: tuple[AcceptedFinding, ...]
    unseen: tuple[AcceptedFinding, ...]
    renamed: tuple[tuple[str, str], ...]
    settings: tuple[str, ...]
    gone: frozenset[str]

    def pruned(self) -> Baseline:
        """Return the baseline without what is no longer found."""
        left = (without(finding, self.gone) for finding in self.baseline.findings)
        return evolve(self.baseline, findings=tuple(one for one in left if one is not None))


def stand(baseline: Baseline, run: Run, elsewhere: Set[str] = frozenset()) -> Standing:
    """Return how ``run`` stands to ``baseline``.

    Args:
        baseline: what is accepted.
        run: what was found.
        elsewhere: names of documents that are there but were not read, such as those that cannot
            be, or that a pattern leaves out; entries about them are neither found nor stale.
    """
    moved = renamed(
        (
            (claim.document, claim.words)
            for finding in baseline.findings
            for claim in finding.claims
        ),
        run,
        elsewhere,
    )
    baseline = following(baseline, moved)
    now = shaping(run)
    settings = tuple(
        name for name in sorted({*now, *baseline.settings}) if _differ(name, now, baseline)
    )
    found = {one.fingerprint for one in run.judgements if one.stance is not Stance.AGREES}
    missing: dict[str, frozenset[str]] = {}
    unseen = []
    for finding in baseline.findings:
        out = {claim.fingerprint for claim in finding.claims if claim.document in elsewhere}
        lost = [pair for pair in finding.pairs if pair.fingerprint not in found]
        hidden = [pair for pair in lost if settings or {pair.a, pair.b} & out]
        missing[finding.fingerprint] = frozenset(
            pair.fingerprint for pair in lost if pair not in hidden
        )
        if len(hidden) == len(finding.pairs):
            unseen.append(finding)
    findings = (*run.disputes, *run.qualifications)
    lost_of = [(one, len(missing[one.fingerprint])) for one in baseline.findings]
    return Standing(
        baseline=baseline,
        accepted=tuple(one for one in findings if baseline.knows(one)),
        new=tuple(one for one in findings if not baseline.knows(one)),
        stale=tuple(one for one, lost in lost_of if lost == len(one.pairs)),
        shrunk=tuple(one for one, lost in lost_of if 0 < lost < len(one.pairs)),
        unseen=tuple(unseen),
        renamed=tuple(sorted(moved.items())),
        settings=settings,
        gone=frozenset().union(*missing.values()),
    )


def following(baseline: Baseline, names: Mapping[str, str]) -> Baseline:
    """Return the baseline with documents by their new names."""
    if not names:
        return baseline
    return evolve(baseline, findings=tuple(followed(one, names) for one in baseline.findings))


def _differ(name: str, now: Mapping[str, object], baseline: Baseline) -> bool:
    before = baseline.settings
    return name in now and name in before and now[name] != before[name]
