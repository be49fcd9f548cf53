"""Rule ``degree``: low against high, fast against slow."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.entailment import LIGHT_VERBS
from factcheck.judging.finding import Finding, reconciled
from factcheck.model import Claim, Stance, Value


def matters(claim: Claim, _: Context) -> Iterator[str]:
    """Yield in what respects a claim gives a degree."""
    for value in claim.values:
        if value.scale == "degree":
            yield from value.attribute[:1]


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare the degrees that the claims give one attribute of one subject."""
    if alignment.subject < 0.5:
        return None
    found: dict[tuple[str, ...], list[Finding]] = {}
    for first in a.values:
        for second in b.values:
            if first.scale == second.scale == "degree":
                finding = _compare(a, b, first, second, alignment, context)
                if finding is not None:
                    found.setdefault(first.attribute, []).append(finding)
    return reconciled(found.values())


def _compare(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> Finding | None:
    dimension = first.attribute[:1]
    if dimension != second.attribute[:1]:
        return None
    nouns = (set(first.attribute[1:]), set(second.attribute[1:]))
    same_noun = bool(nouns[0] & nouns[1]) and (nouns[0] <= nouns[1] or nouns[1] <= nouns[0])
    temporal = dimension == ("speed",)
    if not same_noun and not (temporal and alignment.subject >= 0.5):
        return None
    negated = bool(a.negation or b.negation)
    apart = first.interval.disjoint(second.interval)
    aspect = (*dimension, *sorted(nouns[0] & nouns[1]))
    of = context.label(sorted(nouns[0] & nouns[1])) or dimension[0]
    words = f"“{first.text}” against “{second.text}”"
    if apart and same_noun and not negated:
        gap = max(
            first.interval.low - second.interval.high, second.interval.low - first.interval.high
        )
        strength = min(1.0, 0.6 + gap)
        rationale = f"They put the {dimension[0]} of {of} at different degrees: {words}."
        return Finding(
            "degree", Stance.CONTRADICTS, strength, rationale, aspect, first.span, second.span
        )
    if apart or negated or (not temporal and _done_otherwise(a, b, context)):
        return None
    strength = 0.6 if temporal else 0.5 + 0.4 * alignment.containment
    rationale = f"Both give {of} a like degree of {dimension[0]}: {words}."
    return Finding("degree", Stance.AGREES, strength, rationale, aspect, first.span, second.span)


def _done_otherwise(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two things are done: who ignores and who rejects "unknown keys" do not agree.

    Verbs that say little or that something has an effect tell no doing.
    """
    said = LIGHT_VERBS | context.relations.effects
    one, other = set(a.predicate) - said, set(b.predicate) - said
    known = {*a.subject_terms} == {*b.subject_terms}
    return known and bool(one) and bool(other) and one.isdisjoint(other)
