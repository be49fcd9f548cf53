"""Whether two subjects are one thing: by what they share, and what sets them apart."""

from __future__ import annotations

import re

from factcheck.judging.context import Context
from factcheck.judging.similarity import mutual, overlap
from factcheck.model import Claim, Interval, Mention
from factcheck.model.frozen import immutable
from factcheck.model.value import DATES, TIME_OF_DAY

ONE_SIDED_CONTRAST = 0.45
"""What is left of a subject's likeness where only one side sets it apart from others of its kind:
less than the half that the rules ask for."""

SAME_THING = 0.6
"""Shared weight over both together from which two subjects with one head are one thing."""

OPEN_SUBJECT = 0.3
"""Likeness of a subject that is a pronoun without an antecedent: "he" in one document is hardly
ever the "he" of another. Less than the half that the rules ask for."""

_NAME_WORD = r"(?:[A-Z]\S*|of|the|de|van|von|and)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD})+$")
_NUMBERED = re.compile(r"\b([A-Za-z]+) (?:[Nn]o\. ?|[Nn]umber |#)?(\d+(?:\.\d+)*)$")
_OWNED = re.compile(
    r"^[^,]*? of (?:the|a|an|its|their) (?:[\w-]+ )*?([\w-]+)"
    r"(?=$|,| (?:of|at|in|on|over|under|above|below|opposite|next|beside|behind|near|past|for|to"
    r"|with|from|between) )"
)
_DONE = re.compile(r"\b(?:is|are|was|were|be|been)(?: \w+)? \w+(?:ed|en|n|t|k|d)\b")
_DEFINITE = re.compile(
    r"(?:[Tt]h(?:e|is|at|ese|ose)|[Ii]ts|[Hh](?:is|er)|[Tt]heir) |[A-Z]\S* [A-Z]"
)
_PRONOUNS = frozenset(
    "i you he she it we they this that these those others another following former latter".split()
)
ANYONE = frozenset("visit guest human_be user custom travel passeng anyon everyon member".split())
_YOU = frozenset(["you", "one", "anyone", "everyone"])
_OWNERS = frozenset("his her my your our".split())
_ON_A_LINE = frozenset("bus tram train line rout servic ferri".split())
"""What a line is called by, its vehicles included: "bus 61", "service 61"."""
_COUNTED = ("count", "proportion", "degree", "ordinal", *DATES, TIME_OF_DAY)


@immutable(auto_attribs=True, frozen=True)
class _Sizes:
    """What a subject is measured by, and whether it is any such thing rather than a known one."""

    by_scale: dict[str, Interval]
    any_such: bool


@immutable(auto_attribs=True, frozen=True)
class Subject:
    """What a claim's subject is compared by.

    Attributes:
        terms: its terms; empty where there is none.
        pronoun: whether it is one without an antecedent.
        usual: whether it names the usual thing of a kind: "standard pumps".
        passive: whether the claim tells who does what is done to it.
        anyone: whether it is only whoever does it: "**you** can freeze milk".
        number: its noun and its number where it has one for a name; else both empty.
        owner: what it is of; empty where it has a name, or is of nothing.
        sizes: what it is measured by before its noun.
    """

    terms: tuple[str, ...]
    pronoun: bool
    usual: bool
    passive: bool
    anyone: bool
    number: tuple[str, str]
    owner: str
    sizes: _Sizes


def subject_of(claim: Claim, context: Context) -> Subject:
    """Return the subject of a claim."""
    return Subject(
        terms=claim.subject_terms,
        pronoun=_is_open(claim),
        usual=not context.relations.usual.isdisjoint(claim.subject_terms),
        passive=bool(claim.limits("agent")),
        anyone=is_anyone(claim),
        number=_number(claim, context),
        owner=_owner(claim, context),
        sizes=_sizes(claim),
    )


def same_thing(one: Mention, other: Mention, context: Context) -> bool:
    """Return whether two subjects are one, or one a shorter form of the other's name."""
    if one.head != other.head or _of_two_people(one, other):
        return False
    if mutual(one.terms, other.terms, context) >= SAME_THING:
        return True
    short, long = sorted((one, other), key=lambda mention: len(mention.terms))
    return set(short.terms) <= set(long.terms) and bool(_NAME.match(long.text))


def _of_two_people(one: Mention, other: Mention) -> bool:
    """Return whether two things belong to two people: "**her** father", "**my** father"."""
    owners = [mention.text.partition(" ")[0].lower() for mention in (one, other)]
    return owners[0] != owners[1] and _OWNERS.issuperset(owners)


def likeness(a: Claim, b: Claim, one: Subject, other: Subject, context: Context) -> float:
    """Return how far the subjects of two claims are one, from 0 to 1.

    It is 0.5 where one is missing, less where one is a pronoun left open.
    """
    if one.anyone is not other.anyone:
        swapped = max(voices(a, b, context), voices(b, a, context))
        if swapped >= 0.5:
            return swapped
    if one.pronoun or other.pronoun:
        return OPEN_SUBJECT
    if a.subject and b.subject and _of_two_people(a.subject, b.subject):
        return OPEN_SUBJECT
    if not (one.terms and other.terms):
        return 0.5
    if one.usual and other.usual and context.of_one_kind(one.terms[-1], other.terms[-1]):
        return 1.0
    if one.passive or other.passive:
        swapped = max(voices(a, b, context), voices(b, a, context))
        if swapped >= 0.5:
            return swapped
    if (
        one.number[1]
        and one.number[1] == other.number[1]
        and {one.number[0], other.number[0]} <= _ON_A_LINE
    ):
        return 1.0
    shared = context.between(_shared, one.terms, other.terms)
    if shared <= ONE_SIDED_CONTRAST:
        return shared
    numbered = one.number[0] == other.number[0] and one.number[1] != other.number[1]
    owned = one.owner and other.owner and _of_others(a, b, one.owner, other.owner, context)
    apart = numbered or owned or _sized_apart(one.sizes, other.sizes)
    return ONE_SIDED_CONTRAST if apart else shared


def _shared(one: tuple[str, ...], other: tuple[str, ...], context: Context) -> float:
    """Return how far two things are one: how much they share, and nothing sets them apart."""
    shared = overlap(one, other, context)
    return shared and shared * contrast(one, other, context)


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


def other_heads(
    one: tuple[str, ...], other: tuple[str, ...], context: Context, *, strictly: bool = True
) -> bool:
    """Return whether two things have heads of their own: "gum disease", "gum recession".

    Heads that name a matter of any field do not tell: "the level" and "the rate of infection",
    "the population of owls" and "owls".

    Args:
        one: the terms of a thing, its head last.
        other: those of another.
        context: what is known of the terms.
        strictly: whether the head of one has to be that of the other, and not any term of it.
    """
    first, second = context.telling(one), context.telling(other)
    if not first or not second or context.of_one_kind(one[-1], other[-1]):
        return False
    if one[-1] == other[-1] or set(first) == set(second):
        return False
    respects = len({one[-1], other[-1]} - {first[-1], second[-1]})
    if one[-1] in other or other[-1] in one:
        return strictly and not respects
    return respects < 2


def voices(passive: Claim, active: Claim, context: Context) -> float:
    """Return how well a passive's agent and subject fit an active's subject and object.

    Where the passive tells no agent, whoever does it fits: "milk can be frozen" and "you can
    freeze milk".
    """
    if active.object is None or passive.subject is None or active.subject is None:
        return 0.0
    done = overlap(passive.subject.terms, active.object.terms, context)
    agent = passive.limits("agent")
    if agent:
        return min(done, overlap(agent, active.subject.terms, context))
    by_anyone = is_anyone(active) and _DONE.search(passive.text)
    return done if by_anyone and passive.predicate == active.predicate else 0.0


def besides_one(joined: Claim, single: Claim, context: Context) -> frozenset[str] | None:
    """Return the terms of what a subject joins to the other's: "**tea** and coffee", "coffee".

    None where it does not join the other's subject to anything.
    """
    things = context.once(_joined, joined)
    if len(things) < 2 or context.once(_joined, single):
        return None
    named = frozenset(single.subject_terms)
    others = [thing for thing in things if thing != named]
    return frozenset().union(*others) - named if len(others) == len(things) - 1 else None


def _joined(claim: Claim, context: Context) -> tuple[frozenset[str], ...]:
    """Return the terms of each of the things that "and" joins in a subject."""
    if claim.subject is None or " and " not in claim.subject.text:
        return ()
    terms = context.relations.terms
    known = frozenset(claim.subject_terms)
    parts = re.split(r",? and |, ", claim.subject.text)
    return tuple(known.intersection(map(terms.of, part.lower().split())) for part in parts)


def is_anyone(claim: Claim) -> bool:
    """Return whether a claim is about whoever does something: "you", "visitors", "people"."""
    subject = claim.subject
    if subject is None:
        return False
    return subject.text.lower() in _YOU or (
        bool(subject.terms) and ANYONE.issuperset(subject.terms)
    )


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
    return not known and not context.of_one_kind(first, second)


def _owner(claim: Claim, context: Context) -> str:
    found = claim.subject and _OWNED.search(claim.subject.text)
    return context.relations.terms.of(found[1].lower()) if found else ""


def _is_open(claim: Claim) -> bool:
    mention = claim.subject
    if mention is None or mention.terms or mention.resolved:
        return False
    return mention.text.lower().removeprefix("the ") in _PRONOUNS
