"""What has to be done against what need not, or must not: "is compulsory", "is optional"."""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.frozen import immutable


class Force(StrEnum):
    """How far something is left to those concerned."""

    MUST = "has to"
    NEED_NOT = "need not"
    MAY = "may"
    MUST_NOT = "must not"


_EXCLUDED = {
    Force.MUST: frozenset([Force.NEED_NOT, Force.MUST_NOT]),
    Force.NEED_NOT: frozenset([Force.MUST]),
    Force.MAY: frozenset([Force.MUST_NOT]),
    Force.MUST_NOT: frozenset([Force.MUST, Force.MAY]),
}
_DENIED = {
    Force.MUST: Force.NEED_NOT,
    Force.NEED_NOT: Force.MUST,
    Force.MAY: Force.MUST_NOT,
    Force.MUST_NOT: Force.MAY,
}
_WORDS = (
    (Force.MUST_NOT, r"(?:forbidden|prohibited|banned|barred|disallowed|outlawed)"),
    (Force.MAY, r"(?:is|are|be) (?:not |always |now )?(?:allowed|permitted|authori[sz]ed|free to)"),
    (Force.NEED_NOT, r"(?:is|are|be|remains?) (?:\w+ly )?(?:optional|voluntary|unnecessary)"),
    (
        Force.MUST,
        r"(?:ha(?:s|ve) to|need(?:s|ed|n't)?(?! for\b)|must(?! have\b| be (?:\w+ing|an?)\b)"
        r"|requires?|(?:is|are|be|remains?) (?:not |\w+ly )?"
        r"(?:required|obliged|compelled|compulsory|mandatory|obligatory|necessary|essential|needed))",
    ),
    (Force.MAY, r"(?:can(?:not)?|may)"),
)
_TOLD = tuple((force, re.compile(rf"\b{words}(?!\w)")) for force, words in _WORDS)
_WITHOUT = re.compile(
    r"\b(?:can(?:not)?|may|works?|runs?|functions?|operates?|grows?|lives?|survives?)\b[^,;]*"
    r" without (?:an? |the |any )?(?!\w+ing\b)"
)
_BARE = re.compile(r"\b(?:can(?:not)?|may)\b")
_MUST_NOT = re.compile(r"\b(?:must not|mustn['’]t)\b")
_DOING = re.compile(
    r"\b(?:need not|needn['’]t|(?:required|obliged|compelled|allowed|permitted) to)\b"
)
_PAST = re.compile(r"(?i)\b(?:was|were|had|did|used to|until|should|would|if|unless|or)\b")
_FORCING = (
    "need require must have forbid ban bar exclude disallow outlaw allow authorise free be"
    " mandatory compulsory obligatory necessary essential oblige compel optional voluntary"
    " unnecessary vital may can"
)
_ACTING = (
    "wear use bring carry take keep enter make get show present attend work run operate put"
    " create obtain hold buy complete pass grow live survive"
)
_EXEMPT = re.compile(r"\b(?:is|are|be|remains?) (?:not |\w+ly )?exempt\b")
_CHARGES = "charge fee fare toll tax full"
"""What is paid; who is exempt need not pay, whatever it is called."""
_WHENEVER = "advance beforehand always time"
_ANYONE = "visitor guest person user customer traveller passenger anyone everyone public member"
_BY_HAVING = f"wear use bring carry take get show present obtain hold buy have {_ANYONE}"
"""What is done with a thing by whoever has to have it, and who that may be."""
_SURE = 0.75


@immutable(auto_attribs=True, frozen=True)
class Duty:
    """What a claim says of whether something has to be done.

    Attributes:
        force: whether it has to, may or must not be.
        of: the terms of what has to be done, by whom and where.
        spare: those of them that another need not have: anyone who acts, and verbs such as "use".
        named: whether it is said in words that have no other meaning: not in "can" or "may".
        bare: whether it names no doing but the thing: "a pass is required".
    """

    force: Force
    of: frozenset[str]
    spare: frozenset[str]
    named: bool
    bare: bool


def required_or_not(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that something has to be done according to one claim, and need not, or must not, be.

    All else is the same, but for who does it where that may be anyone ("visitors need not wear
    helmets", "helmets are optional").
    """
    first, second = context.once(duty, a), context.once(duty, b)
    if first is None or second is None or second.force not in _EXCLUDED[first.force]:
        return None
    if not _of_one(a, b, alignment) and not (
        (first.bare or second.bare) and set(a.subject_terms) != set(b.subject_terms)
    ):
        return None
    if not (first.named or second.named) or _figures(a) != _figures(b):
        return None
    shared = first.of & second.of
    only_a, only_b = first.of - shared, second.of - shared
    spare_a, spare_b = first.spare | _done_to(a, shared), second.spare | _done_to(b, shared)
    if (only_a and only_b) or not (only_a <= spare_a and only_b <= spare_b):
        return None
    told = shared - first.spare - second.spare
    # "No tools are needed" does not touch on "tools must be kept dry".
    had = (only_a | only_b) <= frozenset(map(context.relations.terms.of, _BY_HAVING.split()))
    doing = any(set(claim.predicate) <= shared for claim in (a, b))
    if not told or (len(shared) < 2 and not had and not doing):
        return None
    aspect = context.ordered(told)[:3]
    rationale = f"One says that it {first.force}, the other that it {second.force}."
    return Finding(
        "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, advice=True
    )


def _done_to(claim: Claim, shared: frozenset[str]) -> frozenset[str]:
    """Return what something is done to, where the doing is shared: "**tables** have to be booked".

    "Booking is unnecessary" says so whatever is booked.
    """
    doing = set(claim.predicate) <= shared and not set(claim.subject_terms) & shared
    return frozenset(claim.subject_terms) if doing else frozenset()


def duty(claim: Claim, context: Context) -> Duty | None:
    """Return what a claim says has to be done, need not, may or must not; None where nothing.

    What had to be done once is over, and what holds only if something else does is left alone.
    """
    if _PAST.search(claim.text) or claim.limits("comparison") or claim.limits("comparator"):
        return None
    term = context.relations.terms.of
    denied = claim.polarity is Polarity.NEGATED
    forcing = frozenset(map(term, _FORCING.split()))
    spare = frozenset(map(term, _ACTING.split())) & {*claim.predicate, *claim.terms}
    spare |= frozenset(map(term, (*_WHENEVER.split(), "in advance")))
    anyone = frozenset(map(term, _ANYONE.split()))
    if claim.subject is not None and set(claim.subject.terms) <= anyone:
        spare |= frozenset(claim.subject.terms)
    called = claim.object.terms if claim.object and "be" in claim.predicate else ()
    of = claim.vocabulary - forcing.intersection((*claim.predicate, *called))
    spare |= frozenset(map(term, _CHARGES.split()))
    if _EXEMPT.search(claim.text):
        paying = (of - {term("exempt")}) | {term("pay")}
        exempt = Force.MUST if denied else Force.NEED_NOT
        return Duty(exempt, paying, spare, named=True, bare=False)
    if _WITHOUT.search(claim.text):
        return Duty(Force.MUST if denied else Force.NEED_NOT, of, spare, named=True, bare=False)
    force = next((force for force, words in _TOLD if words.search(claim.text)), None)
    if force is None:
        return None
    named = force is not Force.MAY or not _BARE.search(claim.text)
    if denied:
        force = Force.MUST_NOT if _MUST_NOT.search(claim.text) else _DENIED[force]
    bare = forcing.issuperset(claim.predicate) and not _DOING.search(claim.text)
    return Duty(force, of, spare, named, bare)


def _of_one(a: Claim, b: Claim, alignment: Alignment) -> bool:
    """Return whether two claims are about one thing, named first in both."""
    first, second = set(a.subject_terms), set(b.subject_terms)
    return alignment.subject >= 0.5 and not (first and second and first.isdisjoint(second))


def _figures(claim: Claim) -> set[tuple[str, float, float]]:
    """Return the figures that a claim gives, "at least **two** witnesses"."""
    vague = {"degree", "proportion"}
    return {
        (value.scale, value.interval.low, value.interval.high)
        for value in claim.values
        if value.scale not in vague
    }
