"""How often reviewers find that the rules are right, and why where they are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from factcheck.evaluation.intervals import wilson
from factcheck.model import Decision, Dispute, Reason, Run, Stance
from factcheck.review.feedback import Settled


@frozen
class Precision:
    """How many findings of one sort reviewers hold to be conflicts.

    Attributes:
        rule: id of the rule behind the findings; empty where they are those of all rules.
        stance: theirs; None where they have either.
        decided: how many were decided, one way or the other.
        right: how many of those are true conflicts.
        reasons: why the others are not, the most frequent first; a finding that two reviewers
            gave different reasons for counts under both.
    """

    rule: str
    stance: Stance | None
    decided: int
    right: int
    reasons: tuple[tuple[Reason, int], ...]

    @property
    def wrong(self) -> int:
        """How many are no conflicts."""
        return self.decided - self.right

    @property
    def value(self) -> float | None:
        """The share that is right; None where nothing was decided."""
        return self.right / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of that share, by Wilson's score."""
        return wilson(self.right, self.decided)

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values, rounded to four digits."""
        bounds = self.interval
        return {
            "rule": self.rule,
            "stance": self.stance.value if self.stance else "",
            "decided": self.decided,
            "right": self.right,
            "wrong": self.wrong,
            "precision": None if self.value is None else round(self.value, 4),
            "interval": None if bounds is None else [round(bound, 4) for bound in bounds],
            "reasons": {reason.value: count for reason, count in self.reasons},
        }


@frozen
class Verdict:
    """What reviewers said of a finding of a run: ``right`` where it is a true conflict."""

    finding: Dispute
    right: bool
    reasons: tuple[Reason, ...]


@frozen
class Reviewed:
    """How the findings of a run stand to what reviewers decided.

    Attributes:
        findings: how many disputes and qualifications the run has.
        verdicts: those that were decided.
        unsettled: how many nobody, or not everybody needed, has settled.
        needs_check: how many were settled as needing a look at the sources.
        repeats: how many were settled as duplicates of what is not settled.
        lost: how many true conflicts were decided that the run does not report.
        gone: how many findings were decided to be no conflict that the run no longer reports.
    """

    findings: int
    verdicts: tuple[Verdict, ...]
    unsettled: int
    needs_check: int
    repeats: int
    lost: int
    gone: int

    @property
    def total(self) -> Precision:
        """The precision of all findings that were decided."""
        return _precision("", None, self.verdicts)

    @property
    def by_stance(self) -> tuple[Precision, ...]:
        """The precision of contradictions and of qualifications."""
        return tuple(
            _precision("", stance, found)
            for (_, stance), found in _grouped(self.verdicts, lambda one: ("", one.stance))
        )

    @property
    def by_rule(self) -> tuple[Precision, ...]:
        """The precision of each rule and stance, those with most wrong findings first."""
        figures = [
            _precision(rule, stance, found)
            for (rule, stance), found in _grouped(self.verdicts, lambda one: (one.rule, one.stance))
        ]
        return tuple(sorted(figures, key=lambda one: -one.wrong))

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values."""
        return {
            "findings": self.findings,
            "left_out": {
                "unsettled": self.unsettled,
                "needs_source_check": self.needs_check,
                "duplicate": self.repeats,
            },
            "not_found": {"true_conflict": self.lost, "not_a_conflict": self.gone},
            "all": self.total.as_data(),
            "by_stance": [one.as_data() for one in self.by_stance],
            "by_rule": [one.as_data() for one in self.by_rule],
        }


def reviewed(run: Run, settled: Iterable[Settled]) -> Reviewed:
    """Return how the findings of a run stand to what reviewers decided.

    A true conflict is a right finding, whatever its stance; what is no conflict is a wrong one.
    Duplicates go the way of what they repeat.

    Args:
        run: what was found.
        settled: what is settled, by the fingerprints of the findings.
    """
    known = {one.item.fingerprint: one for one in settled}
    findings = (*run.disputes, *run.qualifications)
    found = [(one, known.get(one.fingerprint)) for one in findings]
    decisions = Counter(one.outcome.decision if one else None for _, one in found)
    missing = known.keys() - {one.fingerprint for one in findings}
    absent = Counter(known[key].outcome.decision for key in missing)
    return Reviewed(
        findings=len(findings),
        verdicts=tuple(
            Verdict(
                finding,
                one.outcome.decision is Decision.TRUE_CONFLICT,
                one.outcome.reasons,
            )
            for finding, one in found
            if one is not None and one.outcome.decision.final
        ),
        unsettled=decisions[None],
        needs_check=decisions[Decision.NEEDS_SOURCE_CHECK],
        repeats=decisions[Decision.DUPLICATE],
        lost=absent[Decision.TRUE_CONFLICT],
        gone=absent[Decision.NOT_A_CONFLICT],
    )


_Group = tuple[str, Stance]


def _grouped(
    verdicts: Iterable[Verdict], key: Callable[[Dispute], _Group]
) -> list[tuple[_Group, list[Verdict]]]:
    groups: dict[_Group, list[Verdict]] = {}
    for one in verdicts:
        groups.setdefault(key(one.finding), []).append(one)
    return sorted(groups.items())


def _precision(rule: str, stance: Stance | None, verdicts: Sequence[Verdict]) -> Precision:
    reasons = Counter(reason for one in verdicts for reason in one.reasons)
    return Precision(
        rule,
        stance,
        decided=len(verdicts),
        right=sum(one.right for one in verdicts),
        reasons=tuple(sorted(reasons.items(), key=lambda one: (-one[1], one[0]))),
    )
