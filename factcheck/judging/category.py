"""Rule ``category``: "X is a protein" against "X is a neurotransmitter"."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment, mutual
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.model import Category, Claim, Polarity, Stance

SAME_THING = 0.6


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare the classes that the claims put one thing into.

    Two classes conflict only where the lexicon knows that one thing cannot be both, or where one
    claim denies the class that the other affirms; two things said of one subject that do not
    exclude each other are no conflict.
    """
    if a.subject is None or b.subject is None or a.subject.head != b.subject.head:
        return None
    if mutual(a.subject.terms, b.subject.terms, context) < SAME_THING:
        return None
    best: Finding | None = None
    for first in a.categories:
        for second in b.categories:
            best = better(best, _compare(a, b, first, second, context))
    return best


def _compare(
    a: Claim, b: Claim, first: Category, second: Category, context: Context
) -> Finding | None:
    assert a.subject is not None
    heads = (first.terms[-1], second.terms[-1])
    aspect = (*a.subject.terms,)
    words = f"“{first.cue.text}” against “{second.cue.text}”"
    subject = context.label(a.subject.terms)
    same = context.is_a(heads[0], heads[1]) or context.is_a(heads[1], heads[0])
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
