"""Whether a piece of evidence speaks of all that a statement says."""

from __future__ import annotations

from factcheck.model import Claim, Judgement, Stance

_LIGHT = frozenset("be have do make take get give".split())
_WORDED = frozenset(["degree", "ordinal"])
MOST = 0.6
"""Share of the words of a statement that evidence by words alone has to have."""

_BY_WORDS = frozenset(["paraphrase", "presence"])
"""Rules by which two claims agree that may say more than that."""

_LIMITS = frozenset(["population", "place", "setting"])


def covers(judgement: Judgement) -> bool:
    """Return whether the second claim of a judgement is evidence on the first as a whole.

    That a source agrees in part is no support: the figures of the statement have to be met, the
    people, place or setting that it names too, and its verb where nothing but shared words speaks
    for an agreement. Whoever contradicts a part contradicts the whole; but what a thing is worth
    in general settles nothing for those whom a statement singles out.
    """
    stated, evidence = judgement.a, judgement.b
    if judgement.stance is not Stance.AGREES:
        return judgement.rule != "appraisal" or _meets_limits(stated, evidence)
    figures = _figures(stated) <= _figures(evidence)
    verb = judgement.rule != "paraphrase" or _verbs(stated) <= set(evidence.terms)
    said = verb and (judgement.rule not in _BY_WORDS or _says_most(stated, evidence))
    return (figures or judgement.rule == "value") and said and _meets_limits(stated, evidence)


def _figures(claim: Claim) -> set[str]:
    return {value.scale for value in claim.values} - _WORDED


def _says_most(stated: Claim, evidence: Claim) -> bool:
    """Return whether evidence has most words of a statement."""
    return len({*stated.terms} & {*evidence.terms}) >= MOST * len(set(stated.terms))


def _verbs(claim: Claim) -> set[str]:
    return set(claim.predicate) - _LIGHT


def _meets_limits(stated: Claim, evidence: Claim) -> bool:
    """Return whether each kind of limit that a statement sets has a word in the evidence."""
    limits: dict[str, set[str]] = {}
    for condition in stated.conditions:
        kind, _, term = condition.partition(":")
        if kind in _LIMITS:
            limits.setdefault(kind, set()).add(term)
    return all(terms & set(evidence.terms) for terms in limits.values())
