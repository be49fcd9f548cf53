"""Whether two claims speak of the same thing, before anything is compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from factcheck.judging.context import Context
from factcheck.judging.names import named_apart
from factcheck.model import Claim, Interval, Mention
from factcheck.model.frozen import frozen
from factcheck.model.value import DATES, TIME_OF_DAY

ONE_SIDED_CONTRAST = 0.45
"""What is left of a subject's likeness where only one side sets it apart from others of its kind:
less than the half that the rules ask for."""

SAME_THING = 0.6
"""Shared weight over both together from which two subjects with one head are one thing."""

_NAME_WORD = r"(?:[A-Z]\S*|of|the|de|van|von|and)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD})+$")

_NUMBERED = re.compile(r"\b([A-Za-z]+) (?:[Nn]o\. ?|[Nn]umber |#)?(\d+(?:\.\d+)*)$")

_OWNED = re.compile(
    r"^[^,]*? of (?:the|a|an|its|their) (?:[\w-]+ )*?([\w-]+)"
    r"(?=$|,| (?:of|at|in|on|over|under|above|below|opposite|next|beside|behind|near|past|for|to"
    r"|with|from|between) )"
)

_DEFINITE = re.compile(
    r"(?:[Tt]h(?:e|is|at|ese|ose)|[Ii]ts|[Hh](?:is|er)|[Tt]heir) |[A-Z]\S* [A-Z]"
)
_COUNTED = ("count", "proportion", "degree", "ordinal", *DATES, TIME_OF_DAY)

OPEN_SUBJECT = 0.3
"""Likeness of a subject that is a pronoun without an antecedent: "he" in one document is hardly
ever the "he" of another. Less than the half that the rules ask for."""

_PRONOUNS = frozenset("i you he she it we they this that these those".split())

_BESIDES = frozenset(["agent", "comparison", "language", "material"])
"""Kinds of condition that do not limit a statement."""

PERIODS = (*DATES, TIME_OF_DAY)
"""The scales of values that say when."""

_EITHER = ("modality", "question", "version")
"""Kinds of condition that part two claims though only one sets them."""

ALIKE = 0.5
"""Shared weight over both together from which two claims say one thing but for what differs."""


Limits = Mapping[str, frozenset[str]]
Periods = Mapping[str, list[Interval]]


@frozen
class Alignment:
    """How far two claims are about the same thing.

    Attributes:
        subject: 0 to 1, how much the subjects are one; 0.5 where a subject is missing, less where
            it is a pronoun left open.
        containment: shared weight of all terms over the smaller claim's.
        jaccard: shared weight over the weight of both together.
        shared: the terms both have, the most telling first.
        differing: conditions of one kind that do not meet, as ``kind``.
        together: whether the claims are known to speak of one occasion.
    """

    subject: float
    containment: float
    jaccard: float
    shared: tuple[str, ...]
    differing: tuple[str, ...]
    together: bool = False


@frozen
class _Sizes:
    """What a subject is measured by, and whether it is any such thing rather than a known one."""

    by_scale: dict[str, Interval]
    any_such: bool


def align(a: Claim, b: Claim, context: Context, *, together: bool = False) -> Alignment:
    """Return the alignment of two claims, which speak ``together`` of one occasion or may not."""
    one, other = context.once(_outline, a), context.once(_outline, b)
    shared = tuple(filter(b.vocabulary.__contains__, one.telling))
    weight = context.total(shared)
    smaller = min(one.weight, other.weight)
    union = one.weight + other.weight - weight
    return Alignment(
        subject=_subjects(a, b, one, other, context),
        containment=weight / smaller if smaller else 0.0,
        jaccard=weight / union if union else 0.0,
        shared=shared,
        differing=_differing(a, b, one, other, context),
        together=together,
    )


@frozen
class _Outline:
    """What a claim is aligned by.

    Attributes:
        telling: its terms, the most telling first.
        weight: theirs together.
        subject: the terms of its subject.
        pronoun: whether that is one without an antecedent.
        usual: whether it names the usual thing of a kind: "standard pumps".
        passive: whether it tells who does what is done to it.
        number: the noun and the number of a subject that has one for a name; else both empty.
        owner: what the subject is of; empty where it has a name, or is of nothing.
        sizes: what the subject is measured by before its noun.
        limits: the conditions that limit it, by their kind.
        periods: the dates, days and times of day that it gives, by their scale.
    """

    telling: tuple[str, ...]
    weight: float
    subject: tuple[str, ...]
    pronoun: bool
    usual: bool
    passive: bool
    number: tuple[str, str]
    owner: str
    sizes: _Sizes
    limits: Limits
    periods: Periods


def _outline(claim: Claim, context: Context) -> _Outline:
    given = context.once(intervals, claim)
    return _Outline(
        telling=context.ordered(claim.vocabulary),
        weight=context.total(claim.vocabulary),
        subject=claim.subject_terms,
        pronoun=_is_open(claim),
        usual=not context.relations.usual.isdisjoint(claim.subject_terms),
        passive=bool(claim.limits("agent")),
        number=_number(claim, context),
        owner=_owner(claim, context),
        sizes=_sizes(claim),
        limits={
            kind: found for kind, found in claim.limits_by_kind.items() if kind not in _BESIDES
        },
        periods={scale: given[scale] for scale in PERIODS if scale in given},
    )


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


def overlap(a: Iterable[str], b: Iterable[str], context: Context) -> float:
    """Return the shared weight of two term lists over the smaller one's, from 0 to 1."""
    first, second = set(a), set(b)
    shared = first & second
    if not shared:
        return 0.0
    smaller = min(context.total(first), context.total(second))
    return context.total(shared) / smaller if smaller else 0.0


def mutual(a: Iterable[str], b: Iterable[str], context: Context) -> float:
    """Return the shared weight of two term lists over that of both together, from 0 to 1."""
    first, second = set(a), set(b)
    shared = first & second
    if not shared:
        return 0.0
    union = context.total(first | second)
    return context.total(shared) / union if union else 0.0


def same_thing(one: Mention, other: Mention, context: Context) -> bool:
    """Return whether two subjects are one, or one a shorter form of the other's name."""
    if one.head != other.head:
        return False
    if mutual(one.terms, other.terms, context) >= SAME_THING:
        return True
    short, long = sorted((one, other), key=lambda mention: len(mention.terms))
    return set(short.terms) <= set(long.terms) and bool(_NAME.match(long.text))


def _subjects(a: Claim, b: Claim, one: _Outline, other: _Outline, context: Context) -> float:
    if one.pronoun or other.pronoun:
        return OPEN_SUBJECT
    if not (one.subject and other.subject):
        return 0.5
    if one.usual and other.usual and _of_one_kind(one.subject[-1], other.subject[-1], context):
        return 1.0
    if one.passive or other.passive:
        swapped = max(voices(a, b, context), voices(b, a, context))
        if swapped >= 0.5:
            return swapped
    likeness = context.between(_likeness, one.subject, other.subject)
    if likeness <= ONE_SIDED_CONTRAST:
        return likeness
    numbered = one.number[0] == other.number[0] and one.number[1] != other.number[1]
    owned = one.owner and other.owner and _of_others(a, b, one.owner, other.owner, context)
    apart = numbered or owned or _sized_apart(one.sizes, other.sizes)
    return ONE_SIDED_CONTRAST if apart else likeness


def _likeness(one: tuple[str, ...], other: tuple[str, ...], context: Context) -> float:
    """Return how far two things are one: how much they share, and nothing sets them apart."""
    shared = overlap(one, other, context)
    return shared and shared * contrast(one, other, context)


def _of_one_kind(one: str, other: str, context: Context) -> bool:
    return context.is_a(one, other) or context.is_a(other, one)


def _sized_apart(first: _Sizes, second: _Sizes) -> bool:
    """Return whether the subjects are of one kind and told apart by their sizes: "a 4 kW motor".

    Where both are known things, "the 30 m mast" and "the 40 m mast", their sizes are in dispute.
    """
    either = first.any_such or second.any_such
    return either and any(
        scale in second.by_scale and interval.disjoint(second.by_scale[scale])
        for scale, interval in first.by_scale.items()
    )


def _sizes(claim: Claim) -> _Sizes:
    """Return what a subject is measured by before its noun, "a **4 kW** motor"."""
    subject = claim.subject
    if subject is None:
        return _Sizes({}, any_such=False)
    found = {
        value.scale: value.interval
        for value in claim.values
        if subject.span.start <= value.span.start
        and value.span.end < subject.span.end
        and not value.scale.startswith(_COUNTED)
    }
    return _Sizes(found, any_such=not _DEFINITE.match(subject.text))


def _number(claim: Claim, context: Context) -> tuple[str, str]:
    found = claim.subject and _NUMBERED.search(claim.subject.text)
    return (context.relations.terms.of(found[1].lower()), found[2]) if found else ("", "")


def _of_others(a: Claim, b: Claim, first: str, second: str, context: Context) -> bool:
    """Return whether the subjects are of two things: "the price of the lamp", "… of the door"."""
    known = first in b.vocabulary and second in a.vocabulary
    return not known and not _of_one_kind(first, second, context)


def _owner(claim: Claim, context: Context) -> str:
    found = claim.subject and _OWNED.search(claim.subject.text)
    return context.relations.terms.of(found[1].lower()) if found else ""


def _is_open(claim: Claim) -> bool:
    mention = claim.subject
    if mention is None or mention.terms or mention.resolved:
        return False
    return mention.text.lower() in _PRONOUNS


def voices(passive: Claim, active: Claim, context: Context) -> float:
    """Return how well a passive's agent and subject fit an active's subject and object."""
    agent = passive.limits("agent")
    if not agent or active.object is None or passive.subject is None or active.subject is None:
        return 0.0
    return min(
        overlap(agent, active.subject.terms, context),
        overlap(passive.subject.terms, active.object.terms, context),
    )


def contrast(one: tuple[str, ...], other: tuple[str, ...], context: Context) -> float:
    """Return how far contrasting words keep two things apart: 0 wholly, 1 not at all.

    "The new lamp" is not "the old lamp", and "conventional lamps" are not just "lamps".
    """
    if one == other:
        return 1.0
    first, second = set(one), set(other)
    if context.any_opposed(first - second, second - first):
        return 0.0
    if one[-1:] == other[-1:] and len(first) == len(second) == 2 and first != second:
        # "Well water" and "pond water": one head, each set apart by a word of its own.
        return ONE_SIDED_CONTRAST
    contrasts = (first & context.contrasts, second & context.contrasts)
    if contrasts[0] == contrasts[1]:
        return 1.0
    return ONE_SIDED_CONTRAST if not all(contrasts) else 0.0


def _differing(
    a: Claim, b: Claim, one: _Outline, other: _Outline, context: Context
) -> tuple[str, ...]:
    """Return the kinds of condition that both claims set and that share no term.

    ``name`` is among them where the claims name different things of one kind.
    """
    limited = one.limits or other.limits
    differing = set(_limits_differ(a, b, one.limits, other.limits)) if limited else set()
    if named_apart(a, b, context):
        differing.add("name")
    if one.periods and other.periods and _apart(one.periods, other.periods):
        differing.add("time")
    return tuple(sorted(differing)) if differing else ()


def _limits_differ(a: Claim, b: Claim, first: Limits, second: Limits) -> Iterator[str]:
    for kind, x in first.items():
        y = second.get(kind, x)
        if kind not in _EITHER and x.isdisjoint(y) and not (x <= b.vocabulary or y <= a.vocabulary):
            yield kind
    if "hypothetical" in first.get("case", ()) or "hypothetical" in second.get("case", ()):
        yield "case"
    for kind in _EITHER:
        if first.get(kind) != second.get(kind):
            yield kind


def _apart(first: Periods, second: Periods) -> bool:
    """Return whether two claims give dates, days or times of day, of which none meet."""
    return any(
        all(x.disjoint(y) for x in first[scale] for y in second[scale])
        for scale in first.keys() & second.keys()
    )


def intervals(claim: Claim, _: Context) -> dict[str, list[Interval]]:
    """Return the values that a claim gives, by their scale."""
    found: dict[str, list[Interval]] = {}
    for value in claim.values:
        found.setdefault(value.scale, []).append(value.interval)
    return found
