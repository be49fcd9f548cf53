"""Whom a thing is for: "is suitable for wheelchairs" against "wheelchair users cannot use it"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.frozen import immutable

_SUITED = re.compile(
    r"\b(?:is|are|remains?) (?:not |\w+ly |also |always |very |quite )*"
    r"(?P<how>suitable|suited|recommended|safe|ideal|fit|appropriate|accessible|open|meant|intended"
    r"|designed|aimed|unsuitable|unsuited|unsafe|unfit|inappropriate|inaccessible)"
    r" (?:for|to|at) [^,;:(]+$"
)
_UNSUITED = re.compile(r"\b(?:un(?:suit|safe|fit)|in(?:appropriate|accessible))")
_ABLE = re.compile(
    r"\b(?:can(?:not)?|can['’]t|should|must|may|able to|advised (?:not )?to|ought to)\b"
)
_USING = (
    "use have take eat drink follow complete do try attend join visit enter play ride wear receive"
    " get read buy walk climb explore apply operate give offer serve"
)
_SHUNNING = "avoid"
_USERS = "user person people owner"
"""What is said of whom a thing is for besides what tells them apart: wheelchair **users**."""
_GIVEN = re.compile(r"\b(?:given|offered|served) to\b")
_SURE = 0.7


@immutable(auto_attribs=True, frozen=True)
class Suitability:
    """Whether a thing is for somebody.

    Attributes:
        thing: its terms.
        whom: the terms of whom it is for, or not, in their order.
        suits: whether it is.
        named: whether it is said in words that have no other meaning: not in "can use".
    """

    thing: frozenset[str]
    whom: tuple[str, ...]
    suits: bool
    named: bool


def suits_or_not(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that a thing is for somebody according to one claim, and not for them to the other.

    "Is suitable for beginners" and "beginners should avoid it": both are of just this thing and
    just these people, and one says so in as many words.
    """
    first, second = context.once(suitability, a), context.once(suitability, b)
    if first is None or second is None or first.suits is second.suits:
        return None
    if not (first.named or second.named) or {"case", "which", "time"} & set(alignment.differing):
        return None
    if first.thing != second.thing or set(first.whom) != set(second.whom):
        return None
    thing = context.label(context.ordered(first.thing))
    rationale = f"One finds {thing} right for {context.label(first.whom)}, the other not."
    aspect = (*context.ordered(first.thing), *first.whom)[:3]
    return Finding(
        "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, advice=True
    )


def suitability(claim: Claim, context: Context) -> Suitability | None:
    """Return whom a claim says a thing is for, or not; None where it says neither."""
    of = context.relations.terms.of
    told = _SUITED.search(claim.text)
    affirmed = claim.polarity is Polarity.AFFIRMED
    if told is None or claim.object is None or not claim.subject_terms:
        return _usable(claim, context)
    named = tuple(term for term in claim.object.terms if term != of(told["how"]))
    whom, thing = _apart(named, context), frozenset(claim.subject_terms).difference(named)
    suits = affirmed and not _UNSUITED.search(told[0])
    return Suitability(thing, whom, suits, named=True) if whom and thing else None


def _usable(claim: Claim, context: Context) -> Suitability | None:
    """Return who can or should use a thing, or not: "beginners **should avoid** the tool"."""
    of = context.relations.terms.of
    subject, verbs = claim.subject_terms, frozenset(claim.predicate)
    if claim.object is None or not subject or not _ABLE.search(claim.text):
        return None
    reached, shunning = claim.object.terms, of(_SHUNNING)
    said = claim.vocabulary.difference(verbs, subject, reached, [of("advise")])
    if said or not verbs <= {*map(of, _USING.split()), shunning}:
        return None
    suits = claim.polarity is Polarity.AFFIRMED and shunning not in verbs
    if claim.limits("agent") or _GIVEN.search(claim.text):
        return Suitability(frozenset(subject), _apart(reached, context), suits, named=False)
    return Suitability(frozenset(reached), _apart(subject, context), suits, named=False)


def _apart(whom: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Return what tells people apart from others: "**wheelchair** users"."""
    users = frozenset(map(context.relations.terms.of, _USERS.split()))
    return tuple(term for term in whom if term not in users)
