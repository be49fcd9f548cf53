"""Whether two dates are of one event."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from factcheck.judging.alignment import Alignment, alike
from factcheck.model import Claim, Interval, Value
from factcheck.model.frozen import immutable
from factcheck.model.value import DATES, DAY_OF_YEAR

LONGEST_MONTH = 30
"""Days between the first and the last of the longest month."""

LONGEST_YEAR = 365
"""Days between the first and the last of a leap year."""

_EDGES = frozenset(["event:start", "event:end"])
_VARYING = frozenset("rise fall grow shrink declin drop increas decreas recov".split())
_LASTING = frozenset("last continu run exist be occur take go".split())


def _lasts(dates: Interval) -> bool:
    """Return whether dates are more than one year: "between 1910 and 1930", "after 1990"."""
    return not dates.bounded or dates.high - dates.low > LONGEST_YEAR


@immutable(auto_attribs=True, frozen=True)
class _Event:
    verb: str
    names: frozenset[str]
    things: frozenset[str]


def _event(value: Value) -> _Event:
    """Take apart the attribute of a date, which ``extraction.events`` puts together."""
    verb, *rest = value.attribute
    cut = rest.index("of") if "of" in rest else len(rest)
    return _Event(verb, frozenset(rest[:cut]), frozenset(rest[cut + 1 :]))


def on_one_scale(first: Value, second: Value) -> tuple[Value, Value]:
    """Return two dates without their years where one has none: "in May", "on 3 May 1950"."""
    if first.scale == second.scale or first.scale not in DATES or second.scale not in DATES:
        return first, second
    return _yearless(first), _yearless(second)


def _yearless(value: Value) -> Value:
    """Return a day or month with a year as days of a leap year; anything longer unchanged."""
    low, high = value.interval.low, value.interval.high
    if value.scale != "date" or not 1 <= low <= high <= low + LONGEST_MONTH <= date.max.toordinal():
        return value
    return evolve(value, scale=DAY_OF_YEAR, interval=Interval(_day(low), _day(high)))


def _day(days: float) -> int:
    return date.fromordinal(int(days)).replace(year=2000).timetuple().tm_yday


def same_event(a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment) -> bool:
    """Return whether two dates are of one event: of one name, or else of one verb.

    Verbs that the lexicon does not know as events are taken for one where the claims say the
    same apart from them. What is done to another thing is compared only with what is done to
    the same thing.
    """
    if "when" in first.attribute[:1] or "when" in second.attribute[:1]:
        return False
    periods = any(_lasts(value.interval) for value in (first, second))
    if periods and _VARYING.issuperset((*a.predicate, *b.predicate)):
        # What rises or falls for years may do so again.
        return False
    one, other = _event(first), _event(second)
    if not _same_thing(a, b, one, other):
        return False
    met = one.names & other.names
    if met - _EDGES:
        return True
    if met or ((one.names | other.names) & _EDGES and not (one.names and other.names)):
        one_course = one.verb == other.verb or {one.verb, other.verb} & _LASTING
        return bool(met) and bool(
            (one_course and _nothing_else(a, b, alignment)) or alike(a, b, alignment)
        )
    if one.names and other.names:
        return False
    return one.verb == other.verb or alike(a, b, alignment)


def _same_thing(a: Claim, b: Claim, one: _Event, other: _Event) -> bool:
    if one.things and other.things:
        return bool(one.things & other.things)
    undergone = (
        set(b.subject_terms),
        set(a.subject_terms),
    )
    return one.things <= undergone[0] and other.things <= undergone[1]


def _nothing_else(a: Claim, b: Claim, alignment: Alignment) -> bool:
    """Return whether the claims share more than who acts, or say no more than that."""
    frame = {*a.predicate, *b.predicate}
    for claim in (a, b):
        frame.update(claim.subject_terms)
    return bool(set(alignment.shared) - frame) or not ({*a.terms, *b.terms} - frame)
