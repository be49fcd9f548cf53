"""Rule ``appraisal``: "well tolerated" against "has serious side effects"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.judging.similarity import overlap
from factcheck.judging.subjects import contrast
from factcheck.model import Appraisal, Claim, Stance

SAME_THING = 0.5
_OF = re.compile(r" of |['’]s? ")
"""What parts a thing from what it is of, or has: "the lack **of** sleep"."""
_LIMITS = frozenset(["population", "place", "time"])
_DOUBTED_BY = {"standing": "maturity"}
"""Praise above all others is in tension with doubt whether the thing is known well enough."""


def matters(claim: Claim, _: Context) -> Iterator[str]:
    """Yield the terms of what a claim says the worth of."""
    for appraisal in claim.appraisals:
        yield from appraisal.of


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare what speaks for a thing with what speaks against it, respect by respect.

    Both can be right, so the answer is a tension and never a contradiction: a safe thing may have
    side effects, a lasting one may have to be renewed. Each claim has to be of one mind, and both
    of one thing.
    """
    if _LIMITS & set(alignment.differing) or _set_apart(a, b, context):
        return None
    best: Finding | None = None
    for first in _clear(a):
        for second in _clear(b):
            if not (_elsewhere(a, b, first, second) or _elsewhere(b, a, second, first)):
                best = better(best, _compare(first, second, context))
    return best


def _elsewhere(claim: Claim, another: Claim, own: Appraisal, other: Appraisal) -> bool:
    """Return whether a claim is of a document's matter unsaid, and the other of a kind named by it.

    "Dependence develops" in a text about sleep says nothing of "sleep apnoea", though something of
    "the lack of sleep".
    """
    if another.subject is None or not claim.vocabulary.isdisjoint(own.of):
        return False
    compound = not _OF.search(another.subject.text) and set(another.subject.terms) >= set(own.of)
    return compound and another.subject.head not in own.of and another.subject.head in other.of


def _clear(claim: Claim) -> list[Appraisal]:
    """Return a claim's appraisals but for the respects in which it speaks both ways."""
    sides = {(one.respect, one.favourable) for one in claim.appraisals}
    return [one for one in claim.appraisals if (one.respect, not one.favourable) not in sides]


def _compare(first: Appraisal, second: Appraisal, context: Context) -> Finding | None:
    if overlap(first.of, second.of, context) < SAME_THING:
        return None
    praise, doubt = (first, second) if first.favourable else (second, first)
    same = praise.respect == doubt.respect
    words = f"“{first.cue.text}” against “{second.cue.text}”"
    evidence = (first.cue.span, second.cue.span)
    aspect = (praise.respect,)
    if praise.low > doubt.high and (same or _DOUBTED_BY.get(praise.respect) == doubt.respect):
        strength = 0.6 + praise.low - doubt.high
        rationale = f"One speaks for its {praise.respect}, the other against it: {words}."
        return Finding("appraisal", Stance.QUALIFIES, strength, rationale, aspect, *evidence)
    if same and first.favourable == second.favourable:
        rationale = f"Both judge its {first.respect} alike: {words}."
        return Finding("appraisal", Stance.AGREES, 0.6, rationale, aspect, *evidence)
    return None


def _set_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether the subjects are two of a kind: "the new pump", "the old pump"."""
    if a.subject is None or b.subject is None:
        return False
    return contrast(a.subject.terms, b.subject.terms, context) < 1.0
