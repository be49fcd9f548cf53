"""The most that is allowed, however that is told: "up to 10 MB", "must not exceed 5 MB"."""

from __future__ import annotations

import re
from math import inf

from attrs import evolve

from factcheck.judging.context import Context
from factcheck.judging.intervals import bounds
from factcheck.judging.restated import Restated, without
from factcheck.model import Claim, Interval, Mention, Polarity, Value
from factcheck.model.value import DATES, TIME_OF_DAY

LIMIT = "limit"
"""What the most that is allowed is called."""

_LIMITING = frozenset("limit maximum max cap ceiling restrict".split())
_MEASURES = frozenset("size number amount weight length height".split())
_ALLOWING = re.compile(
    r"\b(?:must|may|can|shall|should|cannot|allow(?:s|ed)?|permit(?:s|ted)?|accept(?:s|ed)?)\b"
)
_SAYING = frozenset("be exceed weigh allow permit accept".split())


def ceilings(claim: Claim, context: Context) -> tuple[Restated, ...]:
    """Return the limits that a claim sets to what may be."""
    terms = context.relations.terms
    limiting = frozenset(map(terms.of, _LIMITING))
    named = bool(limiting & {*claim.subject_terms, *claim.predicate})
    saying = {*claim.predicate} <= {*map(terms.of, _SAYING)} and _ALLOWING.search(claim.text)
    if not (named or saying):
        return ()
    return tuple(
        Restated(
            LIMIT,
            _limited(claim, value, limiting, context),
            evolve(value, interval=most),
            affirmed=True,
        )
        for value in claim.values
        if value.scale not in {*DATES, TIME_OF_DAY, "degree", "ordinal"}
        if (most := _most(claim, value, named=named)) is not None
    )


def _most(claim: Claim, value: Value, *, named: bool) -> Interval | None:
    """Return the most that a value allows, if it is one that a claim allows at most."""
    low, high = value.interval.low, value.interval.high
    denied = claim.polarity is Polarity.NEGATED
    if denied and high == inf > low > 0:
        return Interval(low, low)
    if denied and not bounds(value):
        return None
    at_most = low <= 0 < high < inf
    return Interval(high, high) if at_most or (named and low == high) else None


def _limited(claim: Claim, value: Value, limiting: frozenset[str], context: Context) -> Mention:
    """Return what has the limit: the subject, else what is measured or counted."""
    subject = claim.subject or Mention("", value.span, ())
    thing = without(subject, limiting)
    if not thing.terms:
        thing = Mention(" ".join(value.attribute), value.span, value.attribute)
        thing = without(thing, limiting)
    bare = without(thing, frozenset(map(context.relations.terms.of, _MEASURES)))
    return bare if bare.terms else thing
