"""Findings that people know of and have accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from factcheck.model.adjudication import Decision
from factcheck.model.dispute import Dispute
from factcheck.model.fingerprint import finding_fingerprint
from factcheck.model.judgement import Judgement, Stance
from factcheck.model.record import RecordedClaim, RecordedPair


@frozen
class AcceptedFinding:
    """A dispute or qualification that somebody accepted, or that reviewers decided.

    Attributes:
        question: what the sides answer.
        claims: the claims, side by side.
        pairs: what stood between them.
        reason, author, date: why it was accepted, by whom and when, as they said; may be empty.
        decision: what reviewers decided; None where somebody accepted it without a review.
    """

    question: str
    claims: tuple[RecordedClaim, ...]
    pairs: tuple[RecordedPair, ...]
    reason: str = ""
    author: str = ""
    date: str = ""
    decision: Decision | None = None

    @property
    def stance(self) -> Stance:
        """``contradicts`` where at least one pair does, else ``qualifies``."""
        contradicts = any(pair.stance is Stance.CONTRADICTS for pair in self.pairs)
        return Stance.CONTRADICTS if contradicts else Stance.QUALIFIES

    @property
    def fingerprint(self) -> str:
        """The same as that of a finding on these pairs."""
        stance = self.stance
        same = (pair.fingerprint for pair in self.pairs if pair.stance is stance)
        return finding_fingerprint(stance, same)

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of the documents involved, sorted."""
        return tuple(sorted({claim.document for claim in self.claims}))


@frozen
class Baseline:
    """The findings that are accepted, and under which settings they were found.

    Attributes:
        findings: the accepted findings, by document.
        settings: the settings that decide what is found, as plain values.
        confirmed: findings that reviewers hold to be true conflicts; these count as before.
    """

    findings: tuple[AcceptedFinding, ...] = ()
    settings: dict[str, object] = field(factory=dict, repr=False)
    confirmed: tuple[AcceptedFinding, ...] = ()

    @cached_property
    def _by_pair(self) -> dict[str, AcceptedFinding]:
        return _pairs_of(self.findings)

    @cached_property
    def _confirmed_by_pair(self) -> dict[str, AcceptedFinding]:
        return _pairs_of(self.confirmed)

    def acceptance(self, finding: Dispute) -> AcceptedFinding | None:
        """Return under which entry a finding is accepted, or None where something in it is new.

        It is accepted where every pair with the stance of the whole is, in whatever entry: a
        third side is news, fewer sides are not.
        """
        return _entry(finding.stance, finding.judgements, self._by_pair)

    def confirmation(self, finding: Dispute) -> AcceptedFinding | None:
        """Return under which entry a finding is confirmed, or None where something in it is new."""
        return _entry(finding.stance, finding.judgements, self._confirmed_by_pair)

    def decision(self, stance: Stance, pairs: Iterable[RecordedPair]) -> AcceptedFinding | None:
        """Return under which entry a recorded finding is accepted or, where it is not, confirmed.

        Args:
            stance: that of the whole.
            pairs: what stands between its claims.
        """
        held = tuple(pairs)
        return _entry(stance, held, self._by_pair) or _entry(stance, held, self._confirmed_by_pair)

    def knows(self, finding: Dispute) -> bool:
        """Return whether everything that a finding reports is accepted."""
        return self.acceptance(finding) is not None


def _pairs_of(findings: Iterable[AcceptedFinding]) -> dict[str, AcceptedFinding]:
    found: dict[str, AcceptedFinding] = {}
    for finding in findings:
        for pair in finding.pairs:
            found.setdefault(pair.fingerprint, finding)
    return found


def _entry(
    stance: Stance,
    pairs: Iterable[Judgement | RecordedPair],
    by_pair: Mapping[str, AcceptedFinding],
) -> AcceptedFinding | None:
    entries = [by_pair.get(pair.fingerprint) for pair in pairs if pair.stance is stance]
    return None if None in entries else entries[0]
