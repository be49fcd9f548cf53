"""Rule ``category``: "X is a protein" against "X is a neurotransmitter"."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment, mutual
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.model import Category, Claim, Polarity, Stance

SAME_THING = 0.6
SAME_REST = 0.35
"""Shared weight over both together from which two claims are one but for the exchanged class."""


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare the classes that the claims put one thing into.

    Two classes conflict only where the lexicon knows that one thing cannot be both, or where one
    claim denies the class that the other affirms; two things said of one subject that do not
    exclude each other are no conflict.
    """
    best = _exchanged(a, b, alignment, context)
    if a.subject is None or b.subject is None or a.subject.head != b.subject.head:
        return best
    if mutual(a.subject.terms, b.subject.terms, context) < SAME_THING:
        return best
    for first in a.categories:
        for second in b.categories:
            best = better(best, _compare(a, b, first, second, context))
    return best


def _exchanged(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find one class exchanged for another that excludes it, all else being the same."""
    first, second = set(a.terms), set(b.terms)
    only_a, only_b = sorted(first - second), sorted(second - first)
    if a.polarity is not b.polarity or alignment.jaccard < SAME_REST or alignment.subject < 0.5:
        return None
    pairs = [(x, y) for x in only_a for y in only_b if context.exclude(x, y)]
    if len(pairs) != 1 or max(len(only_a), len(only_b)) > 2:
        return None
    words = [context.label((term,)) for term in pairs[0]]
    rationale = f"One says “{words[0]}” where the other says “{words[1]}”, and it cannot be both."
    aspect = alignment.shared[:2]
    return Finding(
        "category", Stance.CONTRADICTS, 0.5 * alignment.jaccard, rationale, aspect, a.span, b.span
    )


def _compare(
    a: Claim, b: Claim, first: Category, second: Category, context: Context
) -> Finding | None:
    assert a.subject is not None
    heads = (first.terms[-1], second.terms[-1])
    assert b.subject is not None
    aspect = tuple(term for term in a.subject.terms if term in b.subject.terms)
    words = f"“{first.cue.text}” against “{second.cue.text}”"
    subject = context.label(aspect)
    same = context.is_a(heads[0], heads[1]) or context.is_a(heads[1], heads[0])
    if heads[0] == heads[1]:
        same = set(first.terms) <= set(second.terms) or set(second.terms) <= set(first.terms)
    if a.polarity is b.polarity:
        if same and a.polarity is Polarity.AFFIRMED:
            rationale = f"Both call {subject} the same kind of thing: {words}."
            strength = 0.9 if heads[0] == heads[1] else 0.75
            stance = Stance.AGREES
        elif a.polarity is Polarity.AFFIRMED and context.exclude(*heads):
            rationale = f"They call {subject} two things that exclude each other: {words}."
            strength, stance = 0.9, Stance.CONTRADICTS
        else:
            return None
    elif heads[0] == heads[1] and set(first.terms) == set(second.terms):
        rationale = f"One says that {subject} is what the other says it is not: {words}."
        strength, stance = 0.95, Stance.CONTRADICTS
    else:
        return None
    return Finding("category", stance, strength, rationale, aspect, first.cue.span, second.cue.span)
