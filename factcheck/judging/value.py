"""Rule ``value``: quantities, dates, durations and shares as intervals on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from factcheck.judging.ages import AGE, other_ages
from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.dates import on_one_scale, same_event
from factcheck.judging.defaults import defaults
from factcheck.judging.entailment import LIGHT_VERBS
from factcheck.judging.finding import Finding, reconciled
from factcheck.judging.frequencies import frequencies
from factcheck.judging.headcounts import headcounts
from factcheck.judging.intervals import (
    as_precise,
    bounds,
    limits_differ,
    pull_apart,
    same_figure,
    under_a_limit,
)
from factcheck.judging.limits import LEAST, MOST, limits_set
from factcheck.judging.matter import (
    BEING,
    GOING_ON,
    acts_alone,
    happens_once,
    requires,
    same_attribute,
    same_matter,
)
from factcheck.judging.narrowing import limited, narrowed
from factcheck.judging.prices import free_or_priced, free_thing, of_others
from factcheck.judging.restated import both_restated
from factcheck.judging.subjects import same_thing
from factcheck.model import Claim, Interval, Mention, Polarity, Stance, Value
from factcheck.model.value import DATES

_DISTANCES = {
    "from": "the distance",
    "inland": "the distance inland",
    "above": "the height",
    "below": "the depth",
}
_USING = BEING | frozenset("weigh use draw consum need requir".split())
_COURSES = frozenset(["extent", "latency", "duration"])
_TAKING = frozenset(["take"])
_DEADLINE = "event:deadline"
RESTATING = (headcounts, limits_set, defaults, frequencies)
_USING_UP = frozenset("eat drink consum use finish".split())
_KEEPS = ("keep",)
_STORED = frozenset("keep shop retain hold save preserv".split())
"""Terms for keeping; "store" has the term of "shop"."""
_ENDED = (
    (frozenset("delet remov eras discard destroy shred purg".split()), _STORED),
    (frozenset("expir laps".split()), frozenset("valid last run good".split())),
)
"""Terms for what ends a thing, and for what it does until then."""


def matters(claim: Claim, context: Context) -> Iterator[str]:
    """Yield of what a claim gives a value: the terms of its attribute, on their scale.

    Of the dates of all events one matter; of the price of what is free it is the scale alone.
    """
    for value in claim.values:
        if value.scale in DATES:
            if "when" not in value.attribute[:1]:
                yield "date"
        elif value.scale != "degree":
            for term in (*value.attribute, *_plainly(value)):
                yield f"{value.scale} {term}"
        if value.scale.startswith("money:"):
            yield "price"
    for read in RESTATING:
        for restated in context.once(read, claim):
            yield restated.matter
    if context.once(free_thing, claim):
        yield "price"


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare values of one attribute of one subject.

    The attribute decides: a latency is not a length, a number of people no number of rooms, a
    share of one thing no share of another. Beyond subject and attribute, the claims have to
    share something that says what the value is of.
    """
    found: dict[tuple[str, ...], list[Finding]] = {
        ("free",): free_or_priced(a, b, context),
        (AGE,): other_ages(a, b, alignment, context),
    }
    for one in a.values:
        for other in b.values:
            restated = both_restated((a, b), (one, other), RESTATING, alignment, context)
            if restated is not None:
                finding = _told_so(*restated, context)
                if finding is not None:
                    found.setdefault(finding.aspect[:1], []).append(finding)
                continue
            first, second = on_one_scale(one, other)
            if first.scale == second.scale and _comparable(first, second):
                finding = _told_of(a, b, first, second, alignment, context)
                if finding is not None:
                    found.setdefault((first.scale, *first.attribute), []).append(finding)
    return reconciled(found.values())


def _told_so(
    one: tuple[Claim, Value], other: tuple[Claim, Value], alignment: Alignment, context: Context
) -> Finding | None:
    """Compare two values as they are restated."""
    (a, first), (b, second) = one, other
    same_scale = first.scale == second.scale
    return _compare(a, b, first, second, alignment, context) if same_scale else None


def _told_of(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> Finding | None:
    """Compare two values, each of what it is told of: "they offer a **crossing** of 41 minutes".

    Whether "a crossing" is the one that another source speaks of is left to the reader.
    """
    if first.scale == second.scale == "duration" and not first.holder and not second.holder:
        first, second = _by_event(a, b, first, second)
    if not first.holder and not second.holder:
        return _kept(a, b, first, second, alignment, context)
    one, other = _held(a, first), _held(b, second)
    if one.subject is None or other.subject is None:
        return None
    if not same_thing(one.subject, other.subject, context):
        return None
    plain = (evolve(first, attribute=_plainly(first)), evolve(second, attribute=_plainly(second)))
    finding = _compare(one, other, *plain, evolve(alignment, subject=1.0), context)
    if finding is None or finding.stance is not Stance.CONTRADICTS:
        return finding
    return evolve(finding, stance=Stance.QUALIFIES, strength=finding.strength * 0.8)


def _by_event(a: Claim, b: Claim, first: Value, second: Value) -> tuple[Value, Value]:
    """Return two durations as those of one event where one claim names what the other tells.

    "Repairs take two days" and "the pump was repaired in a week".
    """
    if not {first.attribute[0], second.attribute[0]} <= _COURSES:
        return first, second
    if a.subject_terms and set(a.subject_terms) <= set(b.predicate) - LIGHT_VERBS:
        return first, evolve(second, holder=a.subject_terms)
    if b.subject_terms and set(b.subject_terms) <= set(a.predicate) - LIGHT_VERBS:
        return evolve(first, holder=b.subject_terms), second
    return first, second


def _kept(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> Finding | None:
    """Compare two values; within how long a thing should be used is how long it keeps."""
    if first.scale == "duration":
        lasting = _lasting(a, first, b), _lasting(b, second, a)
        if any(lasting):
            (a, first), (b, second) = lasting[0] or (a, first), lasting[1] or (b, second)
            return _compare(a, b, first, second, alignment, context)
    if first.scale != "duration" or not (_used_up(a, first) ^ _used_up(b, second)):
        return _compare(a, b, first, second, alignment, context)
    one, other = (evolve(claim, predicate=_KEEPS) if _used_up(claim, value) else claim
                  for claim, value in ((a, first), (b, second)))  # fmt: skip
    plain = (evolve(first, attribute=_plainly(first)), evolve(second, attribute=_plainly(second)))
    finding = _compare(one, other, *plain, alignment, context)
    if finding is None or finding.stance is not Stance.CONTRADICTS:
        return None
    return evolve(finding, stance=Stance.QUALIFIES, strength=0.6, advice=True)


def _used_up(claim: Claim, value: Value) -> bool:
    """Return whether a claim says within how long a thing is to be used: "eat within a week"."""
    return value.attribute[:1] == ("latency",) and bool(_USING_UP & set(claim.predicate))


def _lasting(claim: Claim, value: Value, other: Claim) -> tuple[Claim, Value] | None:
    """Return what takes a time, or ends after it, as what goes on for it, as the other claim does.

    A course that takes six weeks lasts as long, a licence that expires after a year is valid for
    one, and files that are deleted after a week are kept for one.
    """
    if value.attribute != ("latency",) or all("extent" not in v.attribute for v in other.values):
        return None
    going = {*other.predicate, *(other.object.terms if other.object else ())}
    ends = any(ended & {*claim.predicate} and lasts & going for ended, lasts in _ENDED)
    bare = {*claim.terms} <= {*claim.subject_terms, *_TAKING}
    if ends or (bare and _TAKING & {*claim.predicate} and going <= GOING_ON | _TAKING):
        return evolve(claim, predicate=other.predicate), evolve(value, attribute=("extent",))
    return None


def _held(claim: Claim, value: Value) -> Claim:
    """Return what a claim says of the thing that it gives a value of in passing."""
    if not value.holder:
        return claim
    subject = Mention(" ".join(value.holder), value.span, value.holder)
    return evolve(claim, subject=subject, predicate=("be",), polarity=Polarity.AFFIRMED)


def _plainly(value: Value) -> tuple[str, ...]:
    """Return an attribute without the thing itself; the plain measure of a thing is its scale."""
    if value.scale == "duration":
        role = value.attribute[:1]
        return ("extent",) if role[0] in {"duration", "latency"} else role
    left = tuple(term for term in value.attribute if term not in value.holder)
    return left if set(left) - _USING else (value.scale,)


def _comparable(first: Value, second: Value) -> bool:
    """Return whether the scale of two values is one to compare: degrees have a rule of their own.

    Places in an order are compared where the claims give them to their subjects.
    """
    if first.scale == "ordinal":
        return first.attribute[:1] == second.attribute[:1] == ("rank",)
    return first.scale != "degree"


def _compare(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> Finding | None:
    if _denied(a, first) is not _denied(b, second):
        return None
    if first.scale.startswith("money:") and of_others(a, b, context):
        return None
    if first.scale in DATES:
        if not same_event(a, b, first, second, alignment):
            return None
    elif not same_attribute(first, second):
        return None
    one_matter = same_matter(a, b, first, second, alignment, context)
    elsewhere = alignment.subject < 0.5 or (first.scale == "count" and not one_matter)
    if elsewhere and same_figure(first, second) and not acts_alone(a, b, first, second):
        words = f"“{first.text}” and “{second.text}”"
        rationale = f"Both give the same figure for {_name(first, context)}: {words}."
        aspect = _told(first)
        return Finding("value", Stance.AGREES, 0.5, rationale, aspect, first.span, second.span)
    if not one_matter:
        return None
    x, y = as_precise(first, second)
    if _denied(a, first) and (x.low, x.high) != (y.low, y.high):
        return None
    required = all(context.once(requires, claim) for claim in (a, b))
    limits = limits_differ(first, second, required=required)
    name = _name(first, context)
    aspect = tuple(dict.fromkeys((*_told(first), *_matter(a, b, alignment))))
    if limits or x.disjoint(y):
        if narrowed(a, b, first, second, context):
            return None
        strength = 0.7 if limits else _distance(x, y, first, second)
        finding = _differing(first, second, name, aspect, strength, limits=limits)
        if limited(a, b, first, second, context):
            reason = f"{finding.rationale[:-1]}, but one of them only for a case or a time."
            return evolve(
                finding, stance=Stance.QUALIFIES, strength=strength * 0.7, rationale=reason
            )
        return finding
    words = f"“{first.text}” against “{second.text}”"
    if (x, y) == (first.interval, second.interval) and pull_apart(first, second):
        rationale = f"Their ranges for {name} only partly meet: {words}."
        return Finding("value", Stance.QUALIFIES, 0.6, rationale, aspect, first.span, second.span)
    if under_a_limit(first.scale, x, y):
        return None
    rationale = f"They give compatible values for {name}: {words}."
    strength = 0.9 if x == y else 0.75
    return Finding("value", Stance.AGREES, strength, rationale, aspect, first.span, second.span)


def _differing(
    first: Value,
    second: Value,
    name: str,
    aspect: tuple[str, ...],
    strength: float,
    *,
    limits: bool,
) -> Finding:
    """Return that two values cannot both hold; a limit may be set by what should be."""
    words = f"“{first.text}” against “{second.text}”"
    limit = first.attribute in {(MOST,), (LEAST,)}
    what = f"set different limits to {name}" if limits else f"give different values for {name}"
    if limit:
        what = "set different limits"
    return Finding(
        "value",
        Stance.CONTRADICTS,
        strength,
        f"They {what}: {words}.",
        aspect,
        first.span,
        second.span,
        once=not limits and happens_once(first, second),
        advice=limits or limit or _DEADLINE in first.attribute,
    )


def _distance(x: Interval, y: Interval, first: Value, second: Value) -> float:
    """Return how clearly two values that do not meet differ."""
    strength = min(1.0, 0.7 + 0.3 * min(1.0, abs(x.gap(y)) * 3))
    return strength - 0.1 if first.approximate or second.approximate else strength


def _denied(claim: Claim, value: Value) -> bool:
    """Return whether a claim denies a value: "must not exceed 5 kg" denies none but bounds it."""
    return claim.polarity is Polarity.NEGATED and not bounds(value)


def _told(value: Value) -> tuple[str, ...]:
    """Return the words of an attribute, without the names of events."""
    return value.attribute[:1] if value.scale in DATES else value.attribute


def _matter(a: Claim, b: Claim, alignment: Alignment) -> tuple[str, ...]:
    """Return what the values are about: what the subjects share, else what the claims share."""
    subjects = {*a.subject_terms} & {*b.subject_terms}
    return tuple(term for term in alignment.shared if term in subjects)[:2] or alignment.shared[:2]


def _name(value: Value, context: Context) -> str:
    roles = {
        "latency": "the time it takes",
        "extent": "how long it lasts",
        "past": "how long ago it was",
        "interval": "how often it comes",
        "duration": "the time",
    }
    if value.attribute == ("default",):
        return "the default"
    if value.scale == "ordinal":
        return f"the rank ({context.label(value.attribute[1:])})"
    if value.scale == "length" and value.attribute[0] in _DISTANCES:
        return _DISTANCES[value.attribute[0]]
    if value.scale == "duration":
        return roles.get(value.attribute[0], "the time")
    if value.attribute[0] == "difference":
        return f"the change of “{context.label(value.attribute[2:])}”"
    if "clock" in value.attribute:
        return "the time of day"
    if value.scale == "count/day" and value.attribute[:1] in {("interval",), ("time",)}:
        return "how often it comes"
    if value.scale in DATES:
        return f"the date ({context.label(_told(value))})"
    return f"“{context.label(value.attribute)}”" if value.attribute else f"the {value.scale}"
