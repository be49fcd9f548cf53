"""The most that is allowed and the least that is asked for, however that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from attrs import evolve

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.intervals import bounds
from factcheck.judging.restated import Restated, without
from factcheck.model import Claim, Interval, Mention, Polarity, Stance, Value
from factcheck.model.value import DATES, TIME_OF_DAY

MOST, LEAST = "limit", "minimum"
"""What the most that is allowed is called, and the least that is asked for."""

_NAMES = {
    MOST: frozenset("limit maximum max cap ceiling restrict".split()),
    LEAST: frozenset("minimum min".split()),
}
_MEASURES = frozenset("size number amount weight length height age temperature".split())
_ALLOWING = re.compile(
    r"\b(?:must|may|can|shall|should|cannot|allow(?:s|ed)?|permit(?:s|ted)?|accept(?:s|ed)?)\b"
)
_REQUIRING = re.compile(r"\b(?:must|shall|should|ha(?:s|ve) to|needs? to)\b")
_UNLIMITED = re.compile(r"(?i)\b(?:(?:no|without (?:a|any)?) ?(?:upper )?limits?|unlimited)\b")
_SURE = 0.75
_SAYING = frozenset("be exceed weigh allow permit accept".split())
_YEAR = 31_556_952
"""Seconds of a year of the Gregorian calendar, on the average."""


def limited_or_not(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that one claim sets a limit to what has none according to the other."""
    for free, bound in ((a, b), (b, a)):
        thing = context.once(unlimited, free)
        most = (one for one in context.once(limits_set, bound) if one.kind == MOST)
        if thing and any(thing == set(one.of.terms) for one in most):
            aspect = context.ordered(thing)
            rationale = f"One sets a limit to {context.label(aspect)}, the other none."
            return Finding(
                "polarity",
                Stance.CONTRADICTS,
                _SURE,
                rationale,
                aspect,
                a.span,
                b.span,
                advice=True,
            )
    return None


def unlimited(claim: Claim, context: Context) -> frozenset[str]:
    """Return the terms of what a claim says has no limit: "no limit to the size of a **file**"."""
    if not _UNLIMITED.search(claim.text):
        return frozenset()
    of = context.relations.terms.of
    said = {*map(of, (*_NAMES[MOST], *_MEASURES, "unlimited")), *claim.predicate}
    return claim.vocabulary - said


def limits_set(claim: Claim, context: Context) -> tuple[Restated, ...]:
    """Return the limits that a claim sets to what may be, or has to be."""
    return tuple(_found_in(claim, context))


def _found_in(claim: Claim, context: Context) -> Iterator[Restated]:
    of = context.relations.terms.of
    said = {*claim.subject_terms, *claim.predicate}
    plain = {*claim.predicate} <= {*map(of, _SAYING)}
    for kind, names, told in ((MOST, _NAMES[MOST], _ALLOWING), (LEAST, _NAMES[LEAST], _REQUIRING)):
        words = frozenset(map(of, names))
        named = bool(words & said)
        if not named and not (plain and told.search(claim.text)):
            continue
        for value in claim.values:
            end = _end(claim, value, kind)
            exact = value.interval.low if value.interval.low == value.interval.high else None
            limit = end if end is not None else exact if named else None
            if limit is not None and value.scale not in {*DATES, TIME_OF_DAY, "degree", "ordinal"}:
                thing = _limited(claim, value, words, context)
                yield Restated(kind, thing, _exactly(value, limit), affirmed=True)


def _end(claim: Claim, value: Value, kind: str) -> float | None:
    """Return the most or the least that a value leaves room for; None where it is no such limit.

    What "must not weigh more than 10 kg" may weigh up to them.
    """
    low, high = value.interval.low, value.interval.high
    at_least, at_most = high == inf > low > 0, low <= 0 < high < inf
    if claim.polarity is Polarity.NEGATED and not bounds(value):
        at_least, at_most = at_most, at_least
        low, high = high, low
    if kind == MOST:
        return high if at_most else None
    return low if at_least else None


def _exactly(value: Value, limit: float) -> Value:
    """Return a limit as a figure; an age without a unit is one in years."""
    if value.scale == "count" and value.attribute == ("age",):
        return evolve(value, scale="duration", interval=Interval(limit * _YEAR, limit * _YEAR))
    return evolve(value, interval=Interval(limit, limit))


def _limited(claim: Claim, value: Value, words: frozenset[str], context: Context) -> Mention:
    """Return what has the limit: the subject, else what is measured or counted."""
    thing = without(claim.subject or Mention("", value.span, ()), words)
    if not thing.terms:
        thing = without(Mention(" ".join(value.attribute), value.span, value.attribute), words)
    bare = without(thing, frozenset(map(context.relations.terms.of, _MEASURES)))
    return bare if bare.terms else thing
