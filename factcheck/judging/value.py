"""Rule ``value``: quantities, dates, durations and shares as intervals on one scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import sqrt

from attrs import evolve

from factcheck.judging.alignment import PERIODS, Alignment, alike
from factcheck.judging.context import Context
from factcheck.judging.dates import on_one_scale, same_event
from factcheck.judging.entailment import LIGHT_VERBS
from factcheck.judging.finding import Finding, reconciled
from factcheck.judging.subjects import same_thing
from factcheck.model import Claim, Direction, Interval, Mention, Polarity, Stance, Value
from factcheck.model.value import DATES

_DISTANCES = {
    "from": "the distance",
    "inland": "the distance inland",
    "above": "the height",
    "below": "the depth",
}
_BEING = frozenset(
    "be have contain includ hold compris consist number total featur possess boast estim calcul put"
    " record report measur averag amount equal exist remain see count seat accommod sleep".split()
)
_PLAINLY = frozenset(["be", "have"])
_USING = _BEING | frozenset("weigh use draw consum need requir".split())
# "Store" has the term of "shop".
_GOING_ON = frozenset(
    "be last continu run go take stay remain keep shop preserv endur persist stretch".split()
)
_COMING = frozenset("come leav depart arriv oper serv sail".split())
_COURSES = frozenset(["extent", "latency", "duration"])
_USING_UP = frozenset("eat drink consum use finish".split())
_KEEPS = ("keep",)
_ONCE = frozenset(["event:birth", "event:death", "event:foundation"])
_FREE = re.compile(
    r"(?:always |completely |entirely )?free(?: of charge)?(?: to (?:enter|visit))?$"
)
_KEPT_APART = frozenset(["difference", "per"])
_UNCONVERTED = frozenset([*DATES, "duration"])
_LIMIT = re.compile(r"(up to|within|at most|no more than|not more than|as much as|a maximum of)\b")
_NAMING = re.compile(
    r" (?:of|over|about|for|to|on|at|behind|beneath|beside|near|under|around|along|above|before"
    r"|after|past|below|opposite|against|across|next to) "
)
_ANY = ("a ", "an ", "A ", "An ")
_OWNING = re.compile(r"\w(?:['’]s|s['’]) \w")
ROUNDING = 0.015
"""Share by which a converted figure is commonly rounded, on either side."""

MAGNITUDE = 10
"""Two times until something works whose middles lie an order of magnitude apart ("in an hour"
against "in hours or days") pull apart, though the one lies in the other."""

SAME_NAME = 0.75
"""Likeness of two subjects from which a shared name is not only a shared part of a name."""

NARROW_OVERLAP = 0.34
"""Two ranges that share less than a third of what they cover together pull apart enough for a
reviewer to see ("weeks or months" against "months or years")."""


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
    if context.once(_is_free, claim):
        yield "price"


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare values of one attribute of one subject.

    The attribute decides: a latency is not a length, a number of people no number of rooms, a
    share of one thing no share of another. Beyond subject and attribute, the claims have to
    share something that says what the value is of.
    """
    found: dict[tuple[str, ...], list[Finding]] = {("free",): _free_or_not(a, b, context)}
    for one in a.values:
        for other in b.values:
            first, second = on_one_scale(one, other)
            if first.scale == second.scale and _comparable(first, second):
                finding = _told_of(a, b, first, second, alignment, context)
                if finding is not None:
                    found.setdefault((first.scale, *first.attribute), []).append(finding)
    return reconciled(found.values())


def _free_or_not(a: Claim, b: Claim, context: Context) -> list[Finding]:
    """Compare what is free with the price of the same thing, for anybody at any time."""
    if not (context.once(_is_free, a) or context.once(_is_free, b)):
        return []
    if a.subject is None or b.subject is None or not same_thing(a.subject, b.subject, context):
        return []
    plain = not {"population", "setting", "part"} & {
        limit.partition(":")[0] for claim in (a, b) for limit in claim.conditions
    }
    found, cost = [], (context.relations.terms.of("cost"),)
    for one, other in ((a, b), (b, a)):
        for price in other.values if plain and context.once(_is_free, one) else ():
            bare = {*other.terms} <= {*other.subject_terms, *other.predicate}
            costs = price.scale.startswith("money:") and price.attribute == cost
            if bare and costs and not price.holder and price.interval.low > 0:
                aspect = a.subject.terms
                rationale = f"One has {context.label(aspect)} for nothing, the other for a price."
                found.append(
                    Finding("value", Stance.CONTRADICTS, 0.8, rationale, aspect, a.span, b.span)
                )
    return found


def _is_free(claim: Claim, _: Context) -> bool:
    said = claim.object.text if claim.object is not None else ""
    affirmed = claim.predicate == ("be",) and claim.polarity is Polarity.AFFIRMED
    return affirmed and bool(_FREE.match(said))


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
    if a.polarity is not b.polarity:
        return None
    if first.scale in DATES:
        if not same_event(a, b, first, second, alignment):
            return None
    elif not _same_attribute(first, second):
        return None
    same_matter = _same_matter(a, b, first, second, alignment, context)
    elsewhere = alignment.subject < 0.5 or (first.scale == "count" and not same_matter)
    if elsewhere and _same_figure(first, second):
        words = f"“{first.text}” and “{second.text}”"
        rationale = f"Both give the same figure for {_name(first, context)}: {words}."
        aspect = _told(first)
        return Finding("value", Stance.AGREES, 0.5, rationale, aspect, first.span, second.span)
    if not same_matter:
        return None
    x, y = _as_precise(first, second)
    if a.polarity is Polarity.NEGATED and (x.low, x.high) != (y.low, y.high):
        return None
    words = f"“{first.text}” against “{second.text}”"
    name = _name(first, context)
    aspect = tuple(dict.fromkeys((*_told(first), *_matter(a, b, alignment))))
    if _limits_differ(first, second):
        rationale = f"They set different limits to {name}: {words}."
        return Finding("value", Stance.CONTRADICTS, 0.7, rationale, aspect, first.span, second.span)
    if x.disjoint(y):
        strength = min(1.0, 0.7 + 0.3 * min(1.0, abs(x.gap(y)) * 3))
        if first.approximate or second.approximate:
            strength -= 0.1
        rationale = f"They give different values for {name}: {words}."
        return Finding(
            "value",
            Stance.CONTRADICTS,
            strength,
            rationale,
            aspect,
            first.span,
            second.span,
            once=_once(first, second),
        )
    if (x, y) == (first.interval, second.interval) and _pull_apart(first, second):
        rationale = f"Their ranges for {name} only partly meet: {words}."
        return Finding("value", Stance.QUALIFIES, 0.6, rationale, aspect, first.span, second.span)
    rationale = f"They give compatible values for {name}: {words}."
    strength = 0.9 if x == y else 0.75
    return Finding("value", Stance.AGREES, strength, rationale, aspect, first.span, second.span)


def _limits_differ(first: Value, second: Value) -> bool:
    """Return whether both values are the most that can be, "up to 30 days", "within 90 days"."""
    if not all(_LIMIT.match(value.text.lower()) for value in (first, second)):
        return False
    x, y = first.interval.high, second.interval.high
    return _rounded(Interval(x, x)).disjoint(Interval(y, y))


def _told(value: Value) -> tuple[str, ...]:
    """Return the words of an attribute, without the names of events."""
    return value.attribute[:1] if value.scale in DATES else value.attribute


def _as_precise(first: Value, second: Value) -> tuple[Interval, Interval]:
    """Return the intervals, widened by rounding where the units as written differ.

    Authors round what they convert: 95 feet and 29 metres are one height.
    """
    if first.scale in _UNCONVERTED or _unit(first.text) == _unit(second.text):
        return first.interval, second.interval
    return _rounded(first.interval), _rounded(second.interval)


def _unit(text: str) -> str:
    return re.sub(r"[\d.,\s]+", " ", text).strip().lower()


def _rounded(interval: Interval) -> Interval:
    low = interval.low - abs(interval.low) * ROUNDING if interval.bounded else interval.low
    high = interval.high + abs(interval.high) * ROUNDING if interval.bounded else interval.high
    return Interval(low, high)


def _same_attribute(first: Value, second: Value) -> bool:
    one, other = set(first.attribute), set(second.attribute)
    if one & _KEPT_APART != other & _KEPT_APART or "when" in one:
        return False
    if "difference" in one:
        return first.attribute[1:2] == second.attribute[1:2]
    if "rank" in one or "clock" in one:
        return one == other
    if "per" in one:
        return first.attribute[1] == second.attribute[1] and bool(
            set(first.attribute[2:]) & set(second.attribute[2:])
        )
    if not one or not other:
        return False
    if first.scale == "duration":
        roles = (first.attribute[0], second.attribute[0])
        if roles[0] != roles[1]:
            return False
        rest = (one - {roles[0]}, other - {roles[1]})
        return bool(rest[0] & rest[1]) or (not rest[0] and not rest[1])
    if first.scale == "proportion":
        return one == other == {"frequency"} or bool((one & other) - {"share", "frequency"})
    return bool(one & other)


def _same_figure(first: Value, second: Value) -> bool:
    """Return whether two values are one telling figure: a date, or no small round number.

    Two sources that both count 137 steps speak of one stair, whatever they call its owner.
    """
    if first.interval != second.interval or first.approximate or second.approximate:
        return False
    if first.scale == "date":
        return first.interval.bounded
    point = first.interval.low == first.interval.high
    return point and first.scale == "count" and len(str(int(first.interval.low)).rstrip("0")) > 1


def _same_matter(
    a: Claim, b: Claim, first: Value, second: Value, alignment: Alignment, context: Context
) -> bool:
    """Return whether the claims share subject and, beyond it, what the value is of."""
    if first.scale not in PERIODS and "time" in alignment.differing:
        return False
    if first.attribute == second.attribute == ("from",):
        # A distance is one between two things, whichever of them is the subject.
        return alignment.containment >= 0.5
    if alignment.subject < 0.5 or ((_open(a) or _open(b)) and not _one_antecedent(a, b)):
        return False
    if _once(first, second) and alignment.subject < SAME_NAME:
        return False
    if not alignment.together and (_of_a_part(a, b, first, second, context) or _of_one_sort(a, b)):
        return False
    if first.scale == "duration" and first.attribute[0] == "latency":
        return _same_effect(a, b, alignment, context)
    if first.scale in DATES and "part" in alignment.differing:
        return False
    if first.scale == "duration" and not _same_course(a, b):
        return False
    if first.scale.startswith("count") and (
        _only_then(a, b, first) or not _same_event(a, b, first, alignment)
    ):
        return False
    if first.scale == "ordinal":
        return _same_order(a, b, first)
    if "clock" in first.attribute and _timed(a) != _timed(b):
        return False
    attribute = set(first.attribute) & set(second.attribute)
    if first.scale == "proportion" and not _same_share(a, b, attribute, context):
        return False
    if attribute == {"frequency"}:
        return bool(set(a.predicate) & set(b.predicate)) and alignment.containment >= 0.6
    return _one_antecedent(a, b) or any(term not in attribute for term in alignment.shared)


def _of_a_part(a: Claim, b: Claim, first: Value, second: Value, context: Context) -> bool:
    """Return whether one subject only names the other, or what both are about, to say which it is.

    "The saloon of the ferry" is not the ferry, nor "the inn behind the mill" the mill, and "the
    lawsuit over the mill" is not its construction; "the depth of the lake" is what is given of it.
    """
    one, other = context.once(_matter_of, a), context.once(_matter_of, b)
    if not (one or other):
        return False
    given = {*first.attribute, *second.attribute, *context.measures, *context.relations.effects}
    if one and other and not {one, other} & given:
        return not context.of_one_kind(one, other)
    for whole, part, core in ((a, b, other), (b, a, one)):
        if core and core not in {*given, *whole.terms} and first.scale != "proportion":
            things = [term for term in whole.subject_terms if term not in given]
            named = not whole.subject or bool(set(things[-1:]) & set(part.subject_terms))
            return named and not (things and context.is_a(core, things[-1]))
    return False


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Return whether one subject is a sort of the other: "a queue", "a dead-letter queue"."""
    if a.subject is None or b.subject is None or a.subject.head != b.subject.head:
        return False
    if not (a.subject.text.startswith(_ANY) and b.subject.text.startswith(_ANY)):
        return False
    first, second = set(a.subject_terms), set(b.subject_terms)
    return first < second or second < first


def _matter_of(claim: Claim, context: Context) -> str:
    """Return what a subject is that names something else to say which: "**inn** behind the mill".

    So does what has an owner, "the mill's **inn**". Of a doing it is the verb: "**building** the
    mill". Empty where it names nothing else.
    """
    subject = claim.subject
    if subject is None or len(subject.terms) < 2:
        return ""
    if _OWNING.search(subject.text):
        return subject.head
    if subject.resolved:
        return ""
    opening = subject.text.partition(" ")[0].lower()
    if opening.endswith("ing"):
        # The noun may have a term of its own: a painting is no doing.
        stem = opening.removesuffix("ing")
        if subject.terms[0] in map(context.relations.terms.of, (opening, stem, f"{stem}e")):
            return subject.terms[0]
    return subject.head if _NAMING.search(subject.text) else ""


def _once(first: Value, second: Value) -> bool:
    """Return whether two dates are of what happens to anybody once: birth, death, foundation."""
    return bool(_ONCE & set(first.attribute) & set(second.attribute))


def _open(claim: Claim) -> bool:
    """Return whether a claim's subject is a pronoun that may stand for anybody."""
    return claim.subject is not None and not claim.subject.terms


def _one_antecedent(a: Claim, b: Claim) -> bool:
    """Return whether both subjects stand for one thing that was named before."""
    if a.subject is None or b.subject is None:
        return False
    same = a.subject.text.lower() == b.subject.text.lower()
    return same and a.subject.resolved and b.subject.resolved


def _same_event(a: Claim, b: Claim, value: Value, alignment: Alignment) -> bool:
    """Return whether the counts are of the same event, or of plainly being there.

    Two claims that are alike but for the verb are of one, unless they count who acts: "two dogs
    run" and "two dogs sleep" are not.
    """
    first, second = set(a.predicate), set(b.predicate)
    if first <= _BEING and second <= _BEING:
        return True
    if value.scale == "count/day":
        coming = first | second <= _BEING | _GOING_ON | _COMING
        if coming or first & set(b.terms) or second & set(a.terms):
            return True
    acting = [bool({*claim.subject_terms} & {*value.attribute}) for claim in (a, b)]
    if first & second:
        return acting[0] == acting[1]
    return not any(acting) and alike(a, b, alignment, besides=value.attribute)


def _only_then(a: Claim, b: Claim, value: Value) -> bool:
    """Return whether only one claim is of a time of its own: "in 1900, it had nine stations"."""
    lasting = value.scale == "count/day" or {*a.predicate, *b.predicate} <= _BEING
    first, second = (
        "then" in claim.limits("time")
        or any(one.scale in DATES and one.attribute[:1] == ("when",) for one in claim.values)
        for claim in (a, b)
    )
    return lasting and first is not second


def _same_course(a: Claim, b: Claim) -> bool:
    """Return whether two durations are of one event, or of plainly going on."""
    first, second = set(a.predicate), set(b.predicate)
    return bool(first & second) or (first <= _GOING_ON and second <= _GOING_ON)


def _timed(claim: Claim) -> bool:
    """Return whether a claim says on which days or in which season it holds: "on Sundays"."""
    return bool(claim.limits("setting"))


def _same_order(a: Claim, b: Claim, value: Value) -> bool:
    """Return whether nothing sets apart the orders in which two claims give a place."""
    named = {*value.attribute, *a.predicate, *b.predicate}
    for claim in (a, b):
        named.update(claim.subject_terms)
    rest_a, rest_b = set(a.terms) - named, set(b.terms) - named
    return bool(rest_a & rest_b) or not rest_a or not rest_b


def _same_effect(a: Claim, b: Claim, alignment: Alignment, context: Context) -> bool:
    """Return whether two latencies are until the same: both until it works, or a shared event."""
    if _fades(a, context) is not _fades(b, context):
        return False
    if set(a.terms) & context.relations.effects and set(b.terms) & context.relations.effects:
        return True
    subjects = {*a.subject_terms, *b.subject_terms}
    return any(term not in subjects for term in alignment.shared)


def _fades(claim: Claim, context: Context) -> bool:
    """Return whether a claim says how soon an effect is over: "wears off within an hour"."""
    return any(
        change.direction is Direction.DECREASES and set(change.of) & context.relations.effects
        for change in claim.changes
    )


def _same_share(a: Claim, b: Claim, attribute: set[str], context: Context) -> bool:
    """Return whether two shares are of what does or is the same.

    "40 per cent of patients improve" and "20 per cent of patients drop out" are two shares, and
    so are "9 per cent of trains are late" and "8 per cent of trains are old".
    """
    first, second = set(a.predicate) - _PLAINLY, set(b.predicate) - _PLAINLY
    if first and second and not (first & set(b.terms) or second & set(a.terms)):
        return False
    return bool(first) is not bool(second) or _same_rest(a, b, attribute, context)


def _same_rest(a: Claim, b: Claim, besides: Iterable[str], context: Context) -> bool:
    """Return whether two claims share something more, or one says no more.

    What is more is neither their subjects and verbs nor what only says in what respect.
    """
    given = {*besides, *a.predicate, *b.predicate, *context.measures, *context.relations.effects}
    given.update(a.subject_terms, b.subject_terms)
    one, other = set(a.terms) - given, set(b.terms) - given
    return bool(one & other) or not (one and other)


def _pull_apart(first: Value, second: Value) -> bool:
    """Return whether two values meet but leave a reviewer with two ideas of the matter."""
    x, y = first.interval, second.interval
    if first.scale == "duration" and first.attribute[0] == "latency" and x.low > 0 and y.low > 0:
        middles = [sqrt(one.low * one.high) for one in (x, y)]
        if x.bounded and y.bounded and max(middles) >= MAGNITUDE * min(middles):
            return True
    if not (x.bounded and y.bounded) or x.within(y) or y.within(x):
        return False
    shared = min(x.high, y.high) - max(x.low, y.low)
    covered = max(x.high, y.high) - min(x.low, y.low)
    return covered > 0 and shared / covered < NARROW_OVERLAP


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
    if value.scale == "count/day":
        return "how often it comes"
    if value.scale in DATES:
        return f"the date ({context.label(_told(value))})"
    return f"“{context.label(value.attribute)}”" if value.attribute else f"the {value.scale}"
