"""On which days or in which seasons something is so: "daily" against "not on Mondays"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance, Value
from factcheck.model.frozen import immutable
from factcheck.model.value import TIME_OF_DAY

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SEASONS = "spring summer autumn winter".split()
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_SCALES = {"day": _DAYS, "season": _SEASONS, "month": _MONTHS}
_GROUPS = {"weekend": _DAYS[5:], "weekday": _DAYS[:5]}
_LED = r"(?:in|during|throughout|over|only|from|between|and|or|to|until|through|except|,)(?: the)?"
_NAMED = {
    "day": re.compile(rf"\b({'|'.join([*_DAYS, *_GROUPS])})s?\b"),
    "season": re.compile(rf"\b{_LED} ({'|'.join(_SEASONS)})\b"),
    "month": re.compile(rf"\b{_LED} ({'|'.join(_MONTHS)})\b"),
}
_RANGE = re.compile(r"\b(\w+?)s? ?(?:to|till|until|through|[-–—]) ?(\w+?)s?\b")
_YEAR_ROUND = (
    r"(?:all (?:the )?year(?: (?:round|long))?|year[- ]round|throughout the year|the whole year)"
)
_ALWAYS = {
    "day": re.compile(r"\b(?:daily|(?:every|each) day|seven days a week|all week)\b"),
    "season": re.compile(rf"\b(?:{_YEAR_ROUND}|in (?:every season|all seasons))\b"),
    "month": re.compile(rf"\b(?:{_YEAR_ROUND}|(?:every|each) month)\b"),
}
_EXCEPT = re.compile(r"\b(?:except|apart from|other than)\b")
_ONLY = re.compile(
    rf"\bonly (?:open |closed )?(?:on|in|during|from|between|{'|'.join([*_DAYS, *_GROUPS])})"
    rf"|\b(?:{'|'.join([*_DAYS, *_SEASONS, *_MONTHS, *_GROUPS])})s? only\b"
)
_FILLING = "all year round day week month season daily seven only long whole every except".split()
_SURE = 0.7


@immutable(auto_attribs=True, frozen=True)
class Occasions:
    """On which of the days of a week, the seasons or the months of a year something is so.

    Attributes:
        on: those on which it is.
        off: those on which it is not.
        ranged: whether they are told from the first to the last: "from May to September".
    """

    on: frozenset[str]
    off: frozenset[str]
    ranged: bool = False


def on_other_days(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that something is so on days, or in seasons, on which it is not so.

    "Runs daily" contradicts "does not run on Sundays" and "is closed on Sundays", "opens only on
    Fridays" contradicts "opens on Mondays", and "all year" contradicts "from May to September".
    """
    first, second = context.once(occasions, a), context.once(occasions, b)
    denied = a.vocabulary == b.vocabulary and a.polarity is not b.polarity
    if not (first and second) or alignment.subject < 0.5 or denied:
        # Where every word is the same, what is denied is quoted.
        return None
    if set(alignment.differing) - {"name", "setting", "time"}:
        return None
    if any(_dates_or_parts(value, claim) for claim in (a, b) for value in claim.values):
        return None
    turned = _turned(a, b, context)
    if turned is None or not _may_meet(first, second):
        return None
    for scale in sorted(first.keys() & second.keys()):
        one, other = first[scale], second[scale]
        clash = one.on & other.on | one.off & other.off
        if not turned:
            clash = one.on & other.off | one.off & other.on | _left_out(one, other, scale)
        if clash:
            named = (name for name in _SCALES[scale] if name in clash)
            listed = ", ".join(name if scale == "season" else name.capitalize() for name in named)
            rationale = f"One says so for a {scale} for which the other says otherwise: {listed}."
            aspect = tuple(term for term in a.subject_terms if term in b.vocabulary)
            found = Finding(
                "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span
            )
            return evolve(found, once=True, swapped=True)
    return None


def _left_out(one: Occasions, other: Occasions, scale: str) -> frozenset[str]:
    """Return what is left out of a range told of what is so all through the year, or the week."""
    always = frozenset(_SCALES[scale])
    if always not in (one.on, other.on) or not (one.ranged or other.ranged):
        return frozenset()
    return one.on ^ other.on


def _dates_or_parts(value: Value, claim: Claim) -> bool:
    """Return whether a value tells a date, or how many of the subject something is so of."""
    if value.scale == "date":
        return True
    several = value.scale == "count" and not {*claim.subject_terms}.isdisjoint(value.attribute)
    part = value.scale == "proportion" and value.interval.low < 1 and value.interval.high > 0
    return several or part


def on_days_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two claims say when something is so, and never of one day or season."""
    first, second = context.once(occasions, a), context.once(occasions, b)
    return any(
        first[scale].on.isdisjoint(second[scale].on) for scale in first.keys() & second.keys()
    )


def occasions(claim: Claim, _: Context) -> Mapping[str, Occasions]:
    """Return when a claim says that something is so, by scale; times of day are left alone."""
    if any(value.scale == TIME_OF_DAY for value in claim.values):
        return {}
    found: dict[str, Occasions] = {}
    for scale, names in _SCALES.items():
        told = _told(claim.text.lower(), scale, frozenset(names))
        if told is None:
            continue
        if claim.polarity is Polarity.AFFIRMED:
            found[scale] = told
        elif not told.off and len(told.on) < len(names):
            found[scale] = Occasions(frozenset(), told.on)
    return found


def _told(text: str, scale: str, names: frozenset[str]) -> Occasions | None:
    """Return when a text says that something is so, as if it affirmed it."""
    named = _members(text, scale)
    if _ALWAYS[scale].search(text):
        if named and not _EXCEPT.search(text):
            return None
        return Occasions(names - named, named)
    if not named:
        return None
    only, ranged = _ONLY.search(text), any({*ends} <= names for ends in _RANGE.findall(text))
    return Occasions(named, names - named if only else frozenset(), ranged)


def _members(text: str, scale: str) -> frozenset[str]:
    names = _SCALES[scale]
    found: set[str] = set()
    for word in _NAMED[scale].findall(text):
        found.update(_GROUPS.get(word, [word]))
    for first, last in _RANGE.findall(text):
        if first in names and last in names:
            start, end = names.index(first), names.index(last)
            found.update(
                names[start : end + 1] if start <= end else names[start:] + names[: end + 1]
            )
    return frozenset(found)


def _may_meet(first: Mapping[str, Occasions], second: Mapping[str, Occasions]) -> bool:
    """Return whether no other scale keeps two claims apart: "daily in summer", "in winter"."""
    for scale in first.keys() ^ second.keys():
        told = first.get(scale) or second[scale]
        if len(told.on) < len(_SCALES[scale]):
            return False
    shared = first.keys() & second.keys()
    return len(shared) == 1 or all(first[scale].on & second[scale].on for scale in shared)


def _turned(a: Claim, b: Claim, context: Context) -> bool | None:
    """Return whether two claims tell opposites of one thing; None where they tell other things."""
    filling = frozenset(map(context.relations.terms.of, [*_FILLING, *_GROUPS]))
    times = frozenset(
        context.relations.terms.of(name) for each in _SCALES.values() for name in each
    )
    one, other = a.vocabulary - filling - times, b.vocabulary - filling - times
    if one == other:
        return False
    if len(one - other) == len(other - one) == 1 and context.any_opposed(one - other, other - one):
        return True
    return None
