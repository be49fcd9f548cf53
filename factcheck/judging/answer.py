"""Rule ``answer``: two answers where there is one: who designed it, where is it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from factcheck.judging.agencies import Agency, agencies
from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, affirms_one, better
from factcheck.judging.main_causes import explained_otherwise, main_causes
from factcheck.judging.similarity import mutual, overlap
from factcheck.judging.subjects import same_thing
from factcheck.model import Claim, Stance
from factcheck.model.frozen import immutable

SAME_THING = 0.9
"""Shared weight from which two claims ask for the same: little may be added to a bare name."""

LONG = 5
"""Letters from which a name with another letter is taken for the same name misspelt."""

_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPENING = frozenset("the a an this that his her its their sir lord lady king queen".split())
_ARTICLE = re.compile(r"(?i)the\s")
_PAST = re.compile(r"\b(?:was|were|had)\b")
_ORIGINS = frozenset(["come", "hail", "origin"])
_BEING_THERE = frozenset("be base locat situat lie stand headquart hang hous".split())
_SEATED = re.compile(
    r"\bha(?:s|ve) (?:its|their|a) (?:\w+ )?(?:headquarters|base|seat|head office)\b"
)
_BARE = re.compile(r"[A-Za-z][a-z]+$")
_LICENSED = re.compile(
    r"\b(?:(?:re)?licensed|released|published|distributed|available) under (?:the |an? )?"
    r"(?:terms of the )?(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*)*)"
)
_OVER = re.compile(r"\b(?:formerly|once|until|used to)\b")
_PASSING = frozenset(["operation", "ownership"])
"""Agencies that pass from one to the next: another at another time is no conflict."""

_SHARED = frozenset(["appointment", "funding"])
"""Agencies that several may have together."""

_OF_GROUPS = frozenset(["appointment", "operation"])
"""Agencies that a group without a name may have: "run by volunteers", "elected by parliament"."""

_ONE = re.compile(r"(?:[Tt]h(?:e|is|at)|[Ii]ts|[Hh](?:is|er)|[Tt]heir)\s|[A-Z]|[a-z]+[^s\s]$")
"""The beginning of what is one thing: a definite phrase, a name, a lone word without a plural."""


@immutable(auto_attribs=True, frozen=True)
class Answer:
    """What a claim says there is one of, and who or what it is.

    Attributes:
        question: what is asked: the name of an agency, or the term of a role.
        about: terms of the thing that has one.
        names: the words of the name given, in lower case; the last word of "the borough".
        named: whether it is a name.
    """

    question: str
    about: tuple[str, ...]
    names: frozenset[str]
    named: bool = True


def matters(claim: Claim, context: Context) -> Iterator[str]:
    """Yield what a claim that affirms one thing answers, and by what verb it says where that is."""
    if context.once(affirms_one, claim):
        for answer in context.once(answers, claim):
            yield answer.question
        yield from claim.limits_by_kind.keys() & {"language"}
        if context.once(main_causes, claim):
            yield "main cause"
        if _places(claim, context):
            yield from _tells_where(claim, context)


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare the names that two claims give for what there is one of.

    A work has one maker ("designed by", "the author of"), a house one owner, a country one
    capital, a class one member that is the largest, a trouble one main cause, and a thing is in
    one country. Which verbs and nouns are of that kind the lexicon says. Names that share a word
    are one name, longer and shorter; to name one maker or owner is to agree. Who owned a thing may
    not own it now, and several may pay for it: that is a tension.
    """
    best = better(_located(a, b, context), _worded(a, b, context))
    best = better(best, explained_otherwise(a, b, alignment, context))
    for first in context.once(answers, a):
        for second in context.once(answers, b):
            best = better(best, _compare(a, b, first, second, context))
    return best


def _located(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Compare where the claims say that one thing is: "is in Peru", "is a city in Spain"."""
    if context.once(_tells_where, a).isdisjoint(context.once(_tells_where, b)):
        return None
    if a.subject is None or b.subject is None or any(_OVER.search(c.text) for c in (a, b)):
        return None
    if not same_thing(a.subject, b.subject, context):
        return None
    places = (_places(a, context), _places(b, context))
    apart = [(x, y) for x in sorted(places[0]) for y in sorted(places[1]) if context.exclude(x, y)]
    if not apart or any(context.of_one_kind(x, y) for x in places[0] for y in places[1]):
        return None
    about = a.subject.terms
    label = context.label(about)
    words = [context.label((place,)) for place in apart[0]]
    rationale = f"One puts {label} in {words[0]}, the other in {words[1]}."
    return Finding("answer", Stance.CONTRADICTS, 0.9, rationale, about, a.span, b.span)


def _worded(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Compare the languages that one thing is written in."""
    first, second = a.limits("language"), b.limits("language")
    if not first or not second or a.subject is None or b.subject is None:
        return None
    if first & second or not same_thing(a.subject, b.subject, context):
        return None
    about = a.subject.terms
    words = [_as_named(claim, context) for claim in (a, b)]
    rationale = f"One says that {context.label(about)} is in {words[0]}, the other in {words[1]}."
    return Finding("answer", Stance.CONTRADICTS, 0.8, rationale, about, a.span, b.span)


def _as_named(claim: Claim, context: Context) -> str:
    """Return the languages that a claim names, as it spells them."""
    terms, named = context.relations.terms, claim.limits("language")
    words = (word.rstrip(".,;") for word in claim.text.split())
    return " and ".join(f"“{word}”" for word in words if terms.of(word.lower()) in named)


def _tells_where(claim: Claim, context: Context) -> frozenset[str]:
    """Return by what verbs a claim says where a thing is, of which those for its origin are one."""
    verbs = frozenset(claim.predicate)
    if verbs <= _BEING_THERE or _SEATED.search(claim.text):
        return frozenset(["be"])
    plain = verbs & context.relations.homes
    return plain | {"origin"} if verbs & _ORIGINS else plain


def _places(claim: Claim, context: Context) -> set[str]:
    named = claim.limits("place") | claim.limits("origin")
    known = context.kinds(claim.object.terms if claim.object else ())
    return {term for term in known if named & set(term.split("_"))}


def _compare(a: Claim, b: Claim, first: Answer, second: Answer, context: Context) -> Finding | None:
    if first.question != second.question:
        return None
    if (set(first.about) ^ set(second.about)) & context.contrasts:
        return None
    shared = tuple(term for term in first.about if term in second.about)
    agency = first.question in context.relations.agencies.values()
    like = overlap if agency else mutual
    if not shared or like(first.about, second.about, context) < SAME_THING:
        return None
    made = context.relations.agencies.get(first.question) == first.question
    if agency and not made and first.about[-1] != second.about[-1]:
        return None
    label = context.label((first.question, *shared))
    aspect = (first.question, *shared)
    if _same_name(first.names, second.names):
        known = first.names <= second.names or second.names <= first.names
        rationale = f"Both give the same name for {label}."
        return (
            Finding("answer", Stance.AGREES, 0.6, rationale, aspect, a.span, b.span)
            if agency and known and first.named and second.named
            else None
        )
    clear = first.named and second.named and first.question not in _SHARED
    passed = first.question in _PASSING and bool(_PAST.search(a.text)) != bool(_PAST.search(b.text))
    if first.question in _PASSING and (_OVER.search(a.text) or _OVER.search(b.text)):
        return None
    if clear and not passed:
        rationale = f"They give two names for {label}, where there is one."
        return Finding("answer", Stance.CONTRADICTS, 0.8, rationale, aspect, a.span, b.span)
    rationale = f"They name two for {label}, who may be so together or in turn."
    return Finding("answer", Stance.QUALIFIES, 0.6, rationale, aspect, a.span, b.span)


def answers(claim: Claim, context: Context) -> tuple[Answer, ...]:
    """Return what a claim answers: who made a thing, or what holds a role of which there is one."""
    return (*_agents(claim, context), *_holders(claim, context), *_licences(claim))


def _agents(claim: Claim, context: Context) -> Iterator[Answer]:
    for agency in agencies(claim, context):
        # "He made clear" makes no thing.
        described = agency.thing in context.relations.terms.lexicon.adjectives
        if (agency.known or _ONE.match(agency.thing)) and agency.about and not described:
            yield from _answer(agency.name, agency.about, agency.who)
            if agency.name in _PASSING | _SHARED:
                yield from _described(agency)


def _holders(claim: Claim, context: Context) -> Iterator[Answer]:
    if claim.predicate == ("be",) and claim.subject is not None and claim.object is not None:
        for role, holder in ((claim.subject, claim.object), (claim.object, claim.subject)):
            held = [term for term in role.terms if term in context.relations.roles]
            if held and _ARTICLE.match(role.text):
                about = tuple(term for term in role.terms if term != held[0])
                yield from _answer(held[0], about, holder.text)


def _licences(claim: Claim) -> Iterator[Answer]:
    """Yield under which licence a claim says that something is published."""
    told = _LICENSED.search(claim.text)
    if told is not None and claim.subject is not None and claim.subject.terms:
        names = frozenset(re.findall(r"[a-z]+", told["name"].lower()))
        yield Answer("licence", claim.subject.terms, names)


def _answer(question: str, about: tuple[str, ...], who: str) -> Iterator[Answer]:
    found = [word for word in _NAME.findall(who) if word.lower() not in _OPENING]
    # A single plural may only be capitalised because it opens the sentence: "Engineers".
    if found and not (found == [who] and who.endswith("s")) and not any(map(str.isupper, found)):
        yield Answer(question, about, frozenset(word.lower() for word in found))


def _described(agency: Agency) -> Iterator[Answer]:
    """Yield who is not named but plainly one, or a group that runs it: "volunteers"."""
    group = agency.name in _OF_GROUPS and _BARE.match(agency.who)
    if (group or _ARTICLE.match(agency.who)) and not _NAME.search(agency.who[4:]):
        last = agency.who.split()[-1].lower()
        yield Answer(agency.name, agency.about, frozenset([last]), named=False)


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two names share a word, or one that differs by a letter."""
    return any(
        x == y or (min(len(x), len(y)) >= LONG and Levenshtein.distance(x, y) <= 1)
        for x in one
        for y in other
    )
