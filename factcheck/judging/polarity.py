"""Rule ``polarity``: one affirms what the other denies."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment, mutual, overlap
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance

SAME_PROPOSITION = 0.7
SAME_CONTENT = 0.6
PLENTY = 3
"""Shared terms from which two claims surely speak of one matter; fewer make it less clear."""
_LIGHT = frozenset("be have do make take get show give go".split())


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare affirmed with denied, and a word with its antonym.

    Two claims with the same predicate and nearly the same terms contradict each other where an
    odd number of oppositions lies between them: a negation on one side, or a pair of antonyms of
    which each claim has one.
    """
    first, second = set(a.terms), set(b.terms)
    antonyms = _antonyms(first - second, second - first, context)
    opposite = (a.polarity is not b.polarity) ^ _more_and_less(a, b)
    if (opposite + len(antonyms)) % 2 == 0:
        return None
    if len(antonyms) > 1 or alignment.subject < 0.5:
        return None
    rest_a = first - {pair[0] for pair in antonyms}
    rest_b = second - {pair[1] for pair in antonyms}
    likeness = overlap(rest_a, rest_b, context)
    shared = rest_a & rest_b
    apart = any(context.exclude(x, y) for x in first - second for y in second - first)
    elsewhen = "time" in alignment.differing and "be" not in {*a.predicate, *b.predicate}
    if _both_partial(a, b) or (opposite and (apart or elsewhen)):
        return None
    if likeness < SAME_PROPOSITION or context.total(shared) < 0.5:
        return None
    if opposite and not (_same_predicate(a, b, context) and _same_object(a, b, shared, context)):
        return None
    if antonyms and not _same_frame(a, b, antonyms[0]):
        return None
    aspect = tuple(sorted(shared, key=lambda term: (-context.weight(term), term)))[:3]
    if antonyms:
        words = [context.label((term,)) for term in antonyms[0]]
        rationale = f"One says “{words[0]}”, the other “{words[1]}”, of the same thing."
    else:
        denying = a if a.polarity is Polarity.NEGATED else b
        cue = denying.negation.text if denying.negation else "not"
        rationale = f"One affirms what the other denies (“{cue}”)."
        if a.polarity is b.polarity:
            rationale = "One says that it is more, the other that it is less."
    span_a = a.negation.span if a.negation else a.span
    span_b = b.negation.span if b.negation else b.span
    clear = 0.5 * (likeness + mutual(rest_a, rest_b, context)) * min(1.0, len(shared) / PLENTY)
    return Finding("polarity", Stance.CONTRADICTS, clear, rationale, aspect, span_a, span_b)


def _antonyms(first: set[str], second: set[str], context: Context) -> list[tuple[str, str]]:
    return [
        (one, other) for one in sorted(first) for other in sorted(second)
        if context.opposed(one, other)
    ]  # fmt: skip


def _same_object(a: Claim, b: Claim, shared: set[str], context: Context) -> bool:
    """Return whether what is denied is what is affirmed, beyond subject and verb.

    "The reader knows" and "the reader does not know this word" deny nothing of each other; two
    claims that are only subject and verb do.
    """
    frame = {*a.predicate, *b.predicate, *context.measures, *context.contrasts}
    for claim in (a, b):
        frame.update(claim.subject.terms if claim.subject else ())
    if shared - frame:
        return True
    return not (set(a.terms) - frame) and not (set(b.terms) - frame)


def _more_and_less(a: Claim, b: Claim) -> bool:
    """Return whether one says "more … than" where the other says "less … than"."""
    sides = [{c for c in claim.conditions if c.startswith("comparison:")} for claim in (a, b)]
    return all(sides) and not sides[0] & sides[1]


def _both_partial(a: Claim, b: Claim) -> bool:
    """Return whether both speak of some only: "some were burnt", "some were not"."""
    shares = [
        [
            v.interval
            for v in claim.values
            if v.scale == "proportion" and v.attribute[:1] != ("frequency",)
        ]
        for claim in (a, b)
    ]
    return all(shares) and all(one.high > 0 and one.low < 1 for side in shares for one in side)


def _same_predicate(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether the verbs are one and say something, or nearly the whole content is."""
    telling = set(a.predicate) & set(b.predicate) - _LIGHT
    return bool(telling) or mutual(a.terms, b.terms, context) >= SAME_CONTENT


def _same_frame(a: Claim, b: Claim, pair: tuple[str, str]) -> bool:
    """Return whether both antonyms are asserted of the subject rather than part of it."""
    return pair[0] in _predicated(a) and pair[1] in _predicated(b)


def _predicated(claim: Claim) -> set[str]:
    """Return the terms that a claim asserts of its subject."""
    is_copula = "be" in claim.predicate or "becom" in claim.predicate
    complement = claim.object.terms if claim.object and is_copula else ()
    return {*claim.predicate, *complement}
