"""Rule ``direction``: one says it goes up, the other that it goes down."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment, overlap
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.model import Change, Claim, Direction, Stance

SAME_TARGET = 0.6


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare what the claims say increases, decreases or stays as it is.

    Both have to speak of the same thing changing (their targets share most of their weight) and
    of the same cause: a cause in one and none in the other are two different statements ("X is
    low in patients", "the drug raises X").
    """
    best: Finding | None = None
    for first in a.changes:
        for second in b.changes:
            best = better(best, _compare(a, b, first, second, alignment, context))
    return best


def _compare(
    a: Claim, b: Claim, first: Change, second: Change, alignment: Alignment, context: Context
) -> Finding | None:
    target = overlap(first.of, second.of, context)
    shared = tuple(term for term in first.of if term in second.of)
    cues = {first.cue.text.lower(), second.cue.text.lower()}
    if _elsewhere(a, b, cues, context):
        return None
    if target < SAME_TARGET or not any(term not in context.measures for term in shared):
        return None
    caused = (_has_cause(a, first, context), _has_cause(b, second, context))
    if caused[0] != caused[1]:
        return None
    if all(caused) and alignment.subject < 0.5:
        return None
    stance = _stance(first, second)
    if stance is None:
        return None
    label = context.label(shared)
    words = (_words(first), _words(second))
    if stance is Stance.CONTRADICTS:
        rationale = f"One says that {label} {words[0]}, the other that it {words[1]}."
    else:
        rationale = f"Both say that {label} {words[0]}."
    strength = 0.6 + 0.4 * target * (alignment.subject if all(caused) else 1.0)
    return Finding(
        "direction", stance, strength, rationale, shared, first.cue.span, second.cue.span
    )


def _elsewhere(a: Claim, b: Claim, cues: set[str], context: Context) -> bool:
    """Return whether the claims name opposite places or times: the north, the south."""
    only_a, only_b = set(a.terms) - set(b.terms), set(b.terms) - set(a.terms)
    changed = {*a.predicate, *b.predicate}
    return any(
        context.opposed(x, y)
        for x in only_a - changed
        for y in only_b - changed
        if context.label((x,)) not in cues and context.label((y,)) not in cues
    )


def _has_cause(claim: Claim, change: Change, context: Context) -> bool:
    """Return whether the claim names something, other than the target, that brings it about."""
    if claim.subject is None or not claim.subject.terms:
        return False
    return overlap(claim.subject.terms, change.of, context) < 0.99 and not (
        set(claim.subject.terms) <= set(change.of)
    )


def _stance(first: Change, second: Change) -> Stance | None:
    if first.negated and second.negated:
        return Stance.AGREES if first.direction is second.direction else None
    if first.negated or second.negated:
        denied, other = (first, second) if first.negated else (second, first)
        if denied.direction is other.direction:
            return Stance.CONTRADICTS
        return Stance.AGREES if other.direction is Direction.UNCHANGED else None
    if first.direction is second.direction:
        return Stance.AGREES
    return Stance.CONTRADICTS


def _words(change: Change) -> str:
    plain = {"increases": "increases", "decreases": "decreases", "unchanged": "stays the same"}
    negated = {
        "increases": "does not increase",
        "decreases": "does not decrease",
        "unchanged": "does not stay the same",
    }
    return (negated if change.negated else plain)[change.direction.value]
