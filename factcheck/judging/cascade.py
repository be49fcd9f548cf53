"""All rules on one pair: align, compare, guard, and say how sure."""

from __future__ import annotations

from attrs import evolve, field, frozen

from factcheck.judging.ages import AGE
from factcheck.judging.alignment import ALIKE, WHICH, Alignment, align, in_common
from factcheck.judging.camps import opposite_camps
from factcheck.judging.confidence import OPINION, Calibration, built_in
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.labels import label
from factcheck.judging.reads import reads
from factcheck.judging.repeats import Repeats
from factcheck.judging.rules import RULES, Rule, applicable, hopeless
from factcheck.judging.substitution import exchange
from factcheck.model import (
    CandidatePair,
    Certainty,
    Claim,
    Grounds,
    Judgement,
    Opinion,
    Stance,
    Vote,
)

RULES_NAME = "rules"
"""Name of the built-in judge."""

_EXCHANGING = frozenset(["substitution", "answer"])
"""Rules for which what differs is what was exchanged, or asked for."""

UNSAID = "restriction:several"
"""The condition of a claim that says nothing of anybody known: "members **who paid late**"."""

_TIMED = frozenset(["event", "order"])
"""Kinds of condition that tell of what else came about, and whether it came before or after."""

_LIMITING = ("population", "place", "time", "version", "setting")
"""Kinds of condition under which both of two opposite claims can hold, the most telling first."""


@frozen
class RuleJudge:
    """The built-in judge: every selected rule votes, the clearest finding stands.

    A contradiction that a guard questions becomes a qualification; a guard that finds two
    different matters makes the rule abstain.

    Attributes:
        context: what is known besides the two claims.
        rules: those that vote.
        calibration: says how sure a finding is.
        repeats: what was said before of claims that say the same.
    """

    context: Context
    rules: tuple[Rule, ...] = RULES
    calibration: Calibration = field(factory=built_in)
    repeats: Repeats = field(factory=Repeats, init=False, eq=False, repr=False)

    def basis(self) -> str:
        """Return the rules by their names, and the weights that confidence rests on."""
        return repr(([rule.id for rule in self.rules], sorted(self.calibration.weights.items())))

    def reads(self, claim: Claim) -> frozenset[str]:
        """Return the terms whose weights and labels judging a claim may ask for."""
        return reads(claim, self.context)

    def judge(self, pair: CandidatePair) -> Judgement | None:
        """Return a judgement on ``pair``, or None where no rule has something to say."""
        return self.repeats.said(pair, self._judged)

    def _judged(self, pair: CandidatePair) -> Judgement | None:
        a, b = pair.a, pair.b
        if not (a.endorsed and b.endorsed):
            return None
        common = in_common(a, b, self.context)
        rules = applicable(self.rules, a, b, self.context)
        if not pair.together and hopeless(rules, a, b, common, self.context):
            return None
        alignment = align(a, b, self.context, together=pair.together, common=common)
        return self._compared(pair, alignment, rules)

    def aligned(self, pair: CandidatePair) -> Alignment | None:
        """Return how a pair is aligned; None where a source does not share what it reports."""
        if not (pair.a.endorsed and pair.b.endorsed):
            return None
        return align(pair.a, pair.b, self.context, together=pair.together)

    def compared(self, pair: CandidatePair, alignment: Alignment) -> Judgement | None:
        """Return a judgement on a pair that is aligned so; None where no rule says anything."""
        rules = applicable(self.rules, pair.a, pair.b, self.context)
        return self._compared(pair, alignment, rules)

    def _compared(
        self, pair: CandidatePair, alignment: Alignment, rules: list[Rule]
    ) -> Judgement | None:
        a, b = pair.a, pair.b
        parted = bool(opposite_camps(a, b, self.context))
        found = [
            guarded
            for rule in rules
            if not (parted and rule.id != "polarity")
            if (finding := rule.compare(a, b, alignment, self.context)) is not None
            and (guarded := guard(finding, a, b, alignment)) is not None
        ]
        if not found:
            return None
        agreeing = any(finding.stance is Stance.AGREES for finding in found)
        apart = agreeing and self.exchanged(a, b, alignment)
        findings = [one for one in found if not (apart and one.stance is Stance.AGREES)]
        if not findings:
            return None
        votes = tuple(Vote(finding.rule, finding.stance) for finding in findings)
        return self.judgement(_clearest(findings), votes, pair, alignment)

    def judgement(
        self,
        chosen: Finding,
        votes: tuple[Vote, ...],
        pair: CandidatePair,
        alignment: Alignment,
        opinion: Opinion | None = None,
    ) -> Judgement:
        """Return a finding as a judgement, with how sure it is.

        Args:
            chosen: the finding that stands.
            votes: what everyone says who does not abstain.
            pair: the claims.
            alignment: how far they are about the same thing.
            opinion: what another judge holds of them, if one was heard.
        """
        a, b = pair.a, pair.b
        grounds = Grounds(
            strength=chosen.strength,
            subject=alignment.subject,
            containment=alignment.containment,
            jaccard=alignment.jaccard,
            hedged=sum(claim.certainty is Certainty.HEDGED for claim in (a, b)),
            together=pair.together,
            opinion=opinion,
        )
        return Judgement(
            a=a,
            b=b,
            stance=chosen.stance,
            confidence=self.calibration.confidence(chosen.rule, chosen.stance, grounds, votes),
            rule=chosen.rule,
            rationale=chosen.rationale,
            aspect=chosen.aspect,
            label=label(chosen, a, b, self.context),
            a_evidence=chosen.a_evidence,
            b_evidence=chosen.b_evidence,
            votes=votes,
            grounds=grounds,
            judge=opinion.judge if opinion and chosen.rule == OPINION else RULES_NAME,
        )

    def exchanged(self, a: Claim, b: Claim, alignment: Alignment) -> bool:
        """Return whether like claims have words in one place that exclude each other.

        They may agree on a figure in passing, but not on what they say.
        """
        return alignment.jaccard >= ALIKE and bool(exchange(a, b, self.context).pairs)


def _clearest(findings: list[Finding]) -> Finding:
    """Return the finding that stands: a conflict unless an agreement is much clearer.

    What a thing is worth is left to the appraisal only where no other rule finds a conflict.
    """
    found = {one.rule for one in findings if one.stance is not Stance.AGREES}
    standing = [one for one in findings if one.rule != "appraisal" or found <= {"appraisal"}]
    order = {Stance.CONTRADICTS: 0.35, Stance.QUALIFIES: 0.3, Stance.AGREES: 0.0}
    return max(
        standing, key=lambda finding: (finding.strength + order[finding.stance], finding.rule)
    )


def _of_parts(finding: Finding, a: Claim, b: Claim) -> bool:
    """Return whether what a finding compares is of how many among several each claim holds."""
    told = ((a, finding.a_evidence), (b, finding.b_evidence))
    return all(
        part in claim.source.text[span.start : span.end].lower()
        for claim, span in told
        for part in claim.limits("part")
    )


def _of_others(finding: Finding, a: Claim, b: Claim, alignment: Alignment) -> bool:
    """Return whether the claims pick different ones of several, or a conflict is of none known."""
    apart = WHICH in alignment.differing and finding.aspect != (AGE,)
    unsaid = [claim for claim in (a, b) if UNSAID in claim.conditions]
    if finding.stance is Stance.AGREES:
        return len(unsaid) > 1 or (apart and a.limits(WHICH).isdisjoint(b.limits(WHICH)))
    return apart or bool(unsaid)


def guard(finding: Finding, a: Claim, b: Claim, alignment: Alignment) -> Finding | None:
    """Return the finding as the conditions of the claims leave it; None where they void it."""
    if "modality" in alignment.differing and not finding.advice:
        return None
    if _of_others(finding, a, b, alignment):
        return None
    exchanging = finding.swapped or finding.rule in _EXCHANGING
    if "name" in alignment.differing and not exchanging:
        return None
    if "question" in alignment.differing:
        reason = "One states what the other leaves open."
        return evolve(finding, stance=Stance.QUALIFIES, rationale=reason)
    if finding.rule == "appraisal":
        return finding
    compared = {"time", "part"} if _of_parts(finding, a, b) else {"time"}
    differing = [
        kind for kind in alignment.differing if kind not in compared or finding.rule != "value"
    ]
    if finding.stance is Stance.AGREES:
        if _TIMED & set(differing):
            return None
        return None if "comparator" in differing else finding
    restricted = any("restriction:relative" in claim.conditions for claim in (a, b))
    if exchanging:
        differing = [kind for kind in differing if kind in {"case", "event", "time"}]
    if ({"case", "part"} | _TIMED) & set(differing) or (
        finding.rule in {"polarity", "direction", "presence"} and restricted
    ):
        return None
    limits = [kind for kind in _LIMITING if kind in differing]
    if limits and not finding.once:
        kind = limits[0]
        reason = f"{finding.rationale[:-1]}, but for a different {kind}."
        return evolve(
            finding, stance=Stance.QUALIFIES, rationale=reason, strength=finding.strength * 0.7
        )
    hedged = a.certainty is Certainty.HEDGED and b.certainty is Certainty.HEDGED
    if finding.stance is Stance.CONTRADICTS and hedged:
        reason = f"{finding.rationale[:-1]}; both only as a possibility."
        return evolve(finding, stance=Stance.QUALIFIES, rationale=reason)
    return finding
