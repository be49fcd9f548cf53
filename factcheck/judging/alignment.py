"""Whether two claims speak of the same thing, before anything is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from math import inf

from attrs import evolve

from factcheck.judging.context import Context
from factcheck.judging.names import named_apart, unnamed
from factcheck.judging.subjects import Subject, likeness, subject_of
from factcheck.model import Claim, Interval
from factcheck.model.frozen import immutable
from factcheck.model.value import DATES, TIME_OF_DAY

_BESIDES = frozenset(["agent", "comparison", "language", "material"])
"""Kinds of condition that do not limit a statement."""

PERIODS = (*DATES, TIME_OF_DAY)
"""The scales of values that say when."""

_EITHER = ("modality", "question", "version")
"""Kinds of condition that part two claims though only one sets them."""

WHICH = "which"
"""The kind of condition that tells which of several a claim is about."""

_NONE: frozenset[str] = frozenset()

_IS = re.compile(r"\b(?:is|are)\b")
_OF_STATES = frozenset(["count/day", "degree", *DATES])
_WAS = re.compile(r"\b(?:was|were)\b")

ALIKE = 0.5
"""Shared weight over both together from which two claims say one thing but for what differs."""


Limits = Mapping[str, frozenset[str]]
Periods = Mapping[str, list[Interval]]


@immutable(auto_attribs=True, frozen=True)
class Common:
    """How much of what two claims say is the same.

    Attributes:
        containment: shared weight of all terms over the smaller claim's.
        jaccard: shared weight over the weight of both together.
        shared: the terms both have, the most telling first.
    """

    containment: float
    jaccard: float
    shared: tuple[str, ...]


@immutable(auto_attribs=True, frozen=True)
class Alignment(Common):
    """How far two claims are about the same thing.

    Attributes:
        subject: 0 to 1, how much the subjects are one; 0.5 where a subject is missing, less where
            it is a pronoun left open.
        differing: conditions of one kind that do not meet, as ``kind``.
        together: whether the claims are known to speak of one occasion.
    """

    subject: float
    differing: tuple[str, ...]
    together: bool = False


def in_common(a: Claim, b: Claim, context: Context) -> Common:
    """Return what two claims have in common."""
    one, other = context.once(_outline, a), context.once(_outline, b)
    shared = tuple(filter(b.vocabulary.__contains__, one.telling))
    weight = context.total(shared)
    smaller = min(one.weight, other.weight)
    union = one.weight + other.weight - weight
    return Common(weight / smaller if smaller else 0.0, weight / union if union else 0.0, shared)


def align(
    a: Claim, b: Claim, context: Context, *, together: bool = False, common: Common | None = None
) -> Alignment:
    """Return the alignment of two claims.

    Args:
        a: the first claim.
        b: the second one.
        context: what is known besides them.
        together: whether they are known to speak of one occasion.
        common: what they have in common, where that is known.
    """
    one, other = context.once(_outline, a), context.once(_outline, b)
    met = common or in_common(a, b, context)
    return Alignment(
        met.containment,
        met.jaccard,
        met.shared,
        likeness(a, b, one.subject, other.subject, context),
        _differing(a, b, one, other, met, context),
        together,
    )


@immutable(auto_attribs=True, frozen=True)
class _Outline:
    """What a claim is aligned by.

    Attributes:
        telling: its terms, the most telling first.
        weight: theirs together.
        subject: whom or what it is about.
        limits: the conditions that limit it, by their kind.
        periods: the dates, days and times of day that it gives, by their scale.
        state: "then" for what was so at a time told of, "now" for what is so, else "".
    """

    telling: tuple[str, ...]
    weight: float
    subject: Subject
    limits: Limits
    periods: Periods
    state: str


def _outline(claim: Claim, context: Context) -> _Outline:
    given = _periods(claim)
    return _Outline(
        telling=context.ordered(claim.vocabulary),
        weight=context.total(claim.vocabulary),
        subject=subject_of(claim, context),
        limits={
            kind: found for kind, found in claim.limits_by_kind.items() if kind not in _BESIDES
        },
        periods=given,
        state=_state(claim),
    )


def _state(claim: Claim) -> str:
    """Tell "in 1990 the mill **was** open" from "the mill **is** closed".

    What something is a kind of does not change: who "was the first mayor (1850-57)" is so still.
    What is measured is for the rules to hold against each other.
    """
    if claim.categories or any(value.scale not in _OF_STATES for value in claim.values):
        return ""
    dated = any(value.scale in DATES for value in claim.values)
    if set(claim.predicate) == {"be"} and (was_then(claim) or dated):
        return "then" if _WAS.search(claim.text) else ""
    return "now" if _IS.search(claim.text) and not dated else ""


def was_then(claim: Claim) -> bool:
    """Return whether a claim is only of a time of its own: "in 1900, it had nine stations"."""
    return "then" in claim.limits("time") or any(
        one.scale in DATES and one.attribute[:1] == ("when",) for one in claim.values
    )


def only_in_case(claim: Claim, other: Claim) -> bool:
    """Return whether a claim holds in some case of which the other says nothing."""
    case = claim.limits("case")
    return bool(case) and not other.limits("case") and not case <= other.vocabulary


def alike(a: Claim, b: Claim, alignment: Alignment, besides: Iterable[str] = ()) -> bool:
    """Return whether two claims say the same but for their verbs and figures.

    They share most of their terms, and more than whom they are about and what is ``besides``.
    """
    named = {*a.subject_terms, *b.subject_terms}
    more = set(alignment.shared) - named - set(besides)
    return alignment.jaccard >= ALIKE and bool(more)


def opposed(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether a word of the one may be opposed to one of the other that both do not have."""
    return not context.once(_opposites, a).isdisjoint(b.vocabulary)


def _opposites(claim: Claim, context: Context) -> frozenset[str]:
    return context.all_opposites(claim.vocabulary)


def _differing(
    a: Claim, b: Claim, one: _Outline, other: _Outline, met: Common, context: Context
) -> tuple[str, ...]:
    """Return the kinds of condition that both claims set and that share no term.

    ``name`` is among them where the claims name different things of one kind, or nothing that
    tells them from others of their kind.
    """
    limited = one.limits or other.limits
    differing = set(_limits_differ(a, b, one.limits, other.limits)) if limited else set()
    if named_apart(a, b, context) or unnamed(a, b, met.shared, context):
        differing.add("name")
    if one.periods and other.periods and _apart(one.periods, other.periods):
        differing.add("time")
    if {one.state, other.state} == {"then", "now"}:
        differing.add("time")
    return tuple(sorted(differing)) if differing else ()


def _limits_differ(a: Claim, b: Claim, first: Limits, second: Limits) -> Iterator[str]:
    for kind, x in first.items():
        y = second.get(kind, x)
        if (
            kind not in _EITHER
            and kind != WHICH
            and x.isdisjoint(y)
            and not (x <= b.vocabulary or y <= a.vocabulary)
        ):
            yield kind
    if "hypothetical" in first.get("case", ()) or "hypothetical" in second.get("case", ()):
        yield "case"
    for kind in _EITHER:
        if first.get(kind) != second.get(kind):
            yield kind
    if _picked_apart(a, b, first.get(WHICH, _NONE), second.get(WHICH, _NONE)):
        yield WHICH


def _picked_apart(a: Claim, b: Claim, first: frozenset[str], second: frozenset[str]) -> bool:
    """Return whether claims are of different ones among several: "cars **that run on diesel**".

    Where only one picks some out, the other has to speak of them by what tells them apart.
    """
    if first and second:
        return not (first <= second or second <= first)
    return not (first <= b.vocabulary and second <= a.vocabulary)


def _apart(first: Periods, second: Periods) -> bool:
    """Return whether two claims give dates, days or times of day, of which none meet."""
    return any(
        all(x.disjoint(y) for x in first[scale] for y in second[scale])
        for scale in first.keys() & second.keys()
    )


def _periods(claim: Claim) -> Periods:
    """Return the dates, days and times of day that a claim gives; what goes on has no end."""
    lasts = "now" in claim.limits("time")
    found: dict[str, list[Interval]] = {}
    for value in claim.values:
        if value.scale in PERIODS:
            open_end = lasts and value.scale == "date" and "event:start" in value.attribute
            end = inf if open_end else value.interval.high
            found.setdefault(value.scale, []).append(evolve(value.interval, high=end))
    return found


def intervals(claim: Claim, _: Context) -> dict[str, list[Interval]]:
    """Return the values that a claim gives, by their scale."""
    found: dict[str, list[Interval]] = {}
    for value in claim.values:
        found.setdefault(value.scale, []).append(value.interval)
    return found
