"""Rule ``paraphrase``: the same content in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.judging.alignment import PERIODS, Alignment, Common, intervals, opposed
from factcheck.judging.bearings import exclusive
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.intervals import under_a_limit
from factcheck.judging.limits import unlimited
from factcheck.judging.occasions import occasions
from factcheck.judging.undone import ceased
from factcheck.model import Claim, Interval, Stance

_NUMBER = re.compile(r"\d+")
_TO_BE_DONE = re.compile(r"\b(?:ha(?:s|ve) to|must|needs? to) be (?!able\b|at least\b)[a-z]")
"""What is still left to do: queues that **have to be created** do not come by themselves."""
_BESIDE = re.compile(
    r"\b(after|before|until|above|below|beyond|outside|behind|despite|except)"
    r" (?!\d)((?:[a-z'’-]+ ?){1,5})"
)
ALIKE = 0.4
CONTAINED = 0.75


def _values_differ(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether both give values on one scale and none of them fits within another."""
    if not (a.values and b.values):
        return False
    first, second = context.once(_figures, a), context.once(_figures, b)
    return any(
        not any(
            (_fits(x, y) or _fits(y, x)) and not under_a_limit(scale, x, y)
            for x in first[scale]
            for y in second[scale]
        )
        for scale in first.keys() & second.keys() - {"degree"}
    )


def _figures(claim: Claim, _: Context) -> dict[str, list[Interval]]:
    """Return the values that a claim gives, by their scale; money a day is money."""
    found: dict[str, list[Interval]] = {}
    for value in claim.values:
        money = value.scale.startswith("money:")
        scale = value.scale.partition("/")[0] if money else value.scale
        found.setdefault(scale, []).append(value.interval)
    return found


def _labels_differ(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether both hold numbers that are no quantities, and none is shared: "line 61"."""
    labels = [context.once(_labels, claim) for claim in (a, b)]
    return all(labels) and labels[0] != labels[1]


def _labels(claim: Claim, _: Context) -> set[str]:
    return set(_NUMBER.findall(claim.text)).difference(
        *(_NUMBER.findall(value.text) for value in claim.values)
    )


def _beside(one: Claim, other: Claim, context: Context) -> bool:
    """Return whether one claim only tells a place or time by what the other is in or at.

    "Wrote it in prison" and "wrote it **after** his release from prison" say two things, and so
    do "pays the minimum wage" and "pays **above** the minimum wage".
    """
    theirs = {word for word, _ in context.once(_told_by, other)}
    return any(
        word not in theirs and not terms.isdisjoint(other.vocabulary)
        for word, terms in context.once(_told_by, one)
    )


def _told_by(claim: Claim, context: Context) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return by what a claim tells a place or time: each preposition, with the terms behind it."""
    of = context.relations.terms.of
    return tuple(
        (word, frozenset(map(of, phrase.split())).difference(claim.subject_terms))
        for word, phrase in _BESIDE.findall(claim.text.lower())
    )


def _fits(narrow: Interval, wide: Interval) -> bool:
    """Return whether a value lies in another that is not much wider: a point, or half of it."""
    if not narrow.within(wide):
        return False
    width = narrow.high - narrow.low
    return width == 0 or not wide.bounded or width >= 0.5 * (wide.high - wide.low)


def _swapped(
    only_a: frozenset[str], only_b: frozenset[str], alignment: Alignment, context: Context
) -> bool:
    """Return whether two nearly equal claims differ in one word of each that is no synonym.

    "The tower is of granite" and "the tower is of brick" share most of their words and do not
    say the same.
    """
    if len(only_a) != 1 or len(only_b) != 1 or alignment.jaccard < ALIKE:
        return False
    (one,), (other,) = only_a, only_b
    return not context.of_one_kind(one, other)


def _say_otherwise(a: Claim, b: Claim, shared: Sequence[str], context: Context) -> bool:
    """Return whether one says nothing of what it is about that the other says too.

    "The museum has 90,000 visitors a year" and "the staff of the museum is 131 people" share
    a museum, and "the arches are made of timber" and "the bridge has 35 arches" the arches;
    "readers praise the novel" and "readers praise the map" share readers and their praise.
    """
    if _scales_shared(a, b, context):
        return False
    if _apart(a, b) and _apart(b, a):
        return True
    return any(
        said.isdisjoint(shared) and (said or claim.values)
        for claim in (a, b)
        for said in [claim.vocabulary.difference(claim.subject_terms, context.measures)]
    )


def _apart(claim: Claim, other: Claim) -> bool:
    """Return whether what something is done to, or counted, comes up nowhere in the other claim."""
    aim = claim.object.terms if claim.object else ()
    aims = aim or _counted(claim)
    return bool(aims) and other.vocabulary.union(_counted(other)).isdisjoint(aims)


def _counted(claim: Claim) -> frozenset[str]:
    return frozenset(term for value in claim.values for term in value.attribute)


def _scales_shared(a: Claim, b: Claim, context: Context) -> bool:
    if not (a.values and b.values):
        return False
    return not context.once(intervals, a).keys().isdisjoint(context.once(intervals, b))


def denied(a: Claim, b: Claim, alignment: Alignment, context: Context) -> bool:
    """Return whether something in two claims keeps them from saying the same."""
    if a.polarity is not b.polarity:
        return True
    only_a, only_b = a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary
    return (
        (opposed(a, b, context) and context.any_opposed(only_a, only_b))
        or _values_differ(a, b, context)
        or _labels_differ(a, b, context)
        or exclusive(a, b, context) is not None
        or bool(_TO_BE_DONE.search(a.text)) is not bool(_TO_BE_DONE.search(b.text))
        or bool(context.once(unlimited, a)) is not bool(context.once(unlimited, b))
        or context.once(ceased, a) != context.once(ceased, b)
        or _beside(a, b, context)
        or _beside(b, a, context)
        or a.limits("comparison") != b.limits("comparison")
        or _swapped(only_a, only_b, alignment, context)
    )


def _timed_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether each claim says when it holds in a way that the other does not.

    "Parking is free after 6 pm" and "parking is free on Sundays" are two rules.
    """
    one, other = context.once(_timed, a), context.once(_timed, b)
    return bool(one - other) and bool(other - one)


def _timed(claim: Claim, context: Context) -> frozenset[str]:
    """Return in what ways a claim says when it holds."""
    scales = context.once(intervals, claim).keys() & set(PERIODS)
    return frozenset([*scales, *context.once(occasions, claim)])


def hope(_a: Claim, _b: Claim, common: Common, _: Context) -> bool:
    """Return whether two claims share most of what one of them says."""
    return common.jaccard >= ALIKE or common.containment >= CONTAINED


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find agreement where the claims share most of what they say and nothing opposes them."""
    if alignment.subject < 0.5 or not hope(a, b, alignment, context):
        return None
    alike = alignment.jaccard >= ALIKE
    telling = [term for term in alignment.shared if term not in context.measures]
    if len(telling) < (2 if alike else 3) or _say_otherwise(a, b, telling, context):
        return None
    if denied(a, b, alignment, context) or _timed_apart(a, b, context):
        return None
    label = context.label(telling[:3])
    rationale = f"Both say the same of {label}."
    strength = max(alignment.jaccard, 0.8 * alignment.containment)
    return Finding(
        "paraphrase", Stance.AGREES, strength, rationale, tuple(telling[:3]), a.span, b.span
    )
