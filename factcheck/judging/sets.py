"""Rule ``set``: "by vein or nose" against "by vein, muscle or mouth"."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.judging.similarity import overlap
from factcheck.model import Claim, Items, Stance

SAME_MEMBER = 0.6
SAME_SUBJECT = 0.9
"""Likeness of two subjects from which "takes cards only" and "accepts cards and coins" are held
against each other whatever the verbs."""


def matters(claim: Claim, _: Context) -> tuple[str, ...]:
    """Return one matter for a claim that lists things."""
    return ("list",) if claim.items else ()


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare what the claims list under one heading.

    Lists that partly differ are a tension, since neither need be complete; lists of which one
    holds the other agree. Two members have to meet before two lists are taken for one matter.
    """
    if alignment.subject < 0.5:
        return None
    best: Finding | None = None
    for first in a.items:
        for second in b.items:
            best = better(best, _compare(first, second, alignment, context))
    return best


def _compare(first: Items, second: Items, alignment: Alignment, context: Context) -> Finding | None:
    met = [
        (one, other)
        for one in first.members
        for other in second.members
        if overlap(one, other, context) >= SAME_MEMBER
    ]
    common_a = {one for one, _ in met}
    common_b = {other for _, other in met}
    sole = (first.exhaustive or second.exhaustive) and alignment.subject >= SAME_SUBJECT
    named = bool(set(first.attribute) & set(second.attribute))
    if not met or (len(met) < 2 and not named and not sole):
        return None
    only_a = [member for member in first.members if member not in common_a]
    only_b = [member for member in second.members if member not in common_b]
    aspect = tuple(dict.fromkeys((*first.attribute, *alignment.shared[:2])))
    shared = ", ".join(context.label(member) for member in sorted(common_a))
    if only_a and only_b:
        rationale = (
            f"Both list {shared}, but one adds {_listed(only_a, context)} and the other "
            f"{_listed(only_b, context)}."
        )
        return Finding("set", Stance.QUALIFIES, 0.6, rationale, aspect, first.span, second.span)
    if (only_a and second.exhaustive) or (only_b and first.exhaustive):
        rationale = f"One says that there is nothing besides {shared}; the other lists more."
        return Finding("set", Stance.CONTRADICTS, 0.7, rationale, aspect, first.span, second.span)
    rationale = f"Both list {shared}."
    return Finding("set", Stance.AGREES, 0.7, rationale, aspect, first.span, second.span)


def _listed(members: list[tuple[str, ...]], context: Context) -> str:
    return ", ".join(context.label(member) for member in members)
