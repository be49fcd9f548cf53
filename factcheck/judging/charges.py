"""What costs nothing against what is paid for: "is free of charge", "visitors have to pay"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.subjects import same_thing
from factcheck.model import Claim, Mention, Polarity, Stance
from factcheck.model.frozen import immutable

_FREE = re.compile(
    r"\b(?:free(?: of charge)?(?= (?:on|in|at|during|to enter|all)\b|[.,;]|$)|for nothing)"
)
_PAYING = re.compile(r"\b(?:pays?|(?:is|are|be) charged|charges?|an? (?:\w+ )?(?:fee|charge))\b")
_BY_SUBJECT = re.compile(r"\b(?:pays?|(?:is|are|be) charged)\b")
_OTHERWISE = re.compile(
    r"(?i)\b(?:was|were|had|did|paid|used to|until|should|would|if|unless|or|plans?)\b"
)
_MONEY = "free free_of_charge charge pay fee payment money have need cost nothing"
_ENTERING = "enter entry entrance admission visit access use be"
_ANYONE = (
    "visitor guest person user customer traveller passenger anyone everyone public driver motorist"
)
_PERIODS = ("day", "week", "month", "year")
_CHARGES = ("charge", "fee", "cost", "entrance")
_UNCHARGED = re.compile(r"There (?:is|are) no (?:charges?|fees?|costs?) for [^,;]+$")
_FOR_NOTHING = re.compile(
    r"(?:always |completely |entirely )?free(?: of charge)?(?: to (?:enter|visit))?$"
)
_SURE = 0.7


@immutable(auto_attribs=True, frozen=True)
class Charge:
    """Whether something has to be paid for.

    Attributes:
        paid: whether it has.
        of: the terms of what, without who pays and without getting in.
        anyone: whether all have to who might.
    """

    paid: bool
    of: frozenset[str]
    anyone: bool


def paid_or_free(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that something is free according to one claim, and has to be paid for to the other."""
    first, second = context.once(charge, a), context.once(charge, b)
    if first is None or second is None or first.paid is second.paid:
        return None
    if first.of != second.of or not first.of or alignment.differing:
        return None
    stance = Stance.CONTRADICTS if first.anyone and second.anyone else Stance.QUALIFIES
    aspect = context.ordered(first.of)[:3]
    rationale = f"One has {context.label(aspect)} for nothing, the other for money."
    return Finding("polarity", stance, _SURE, rationale, aspect, a.span, b.span)


def charge(claim: Claim, context: Context) -> Charge | None:
    """Return whether a claim says that something is free or paid for; None where it says neither.

    Sums are compared as values, and what was once to be paid may be free now.
    """
    if _OTHERWISE.search(claim.text) or any(v.scale.startswith("money:") for v in claim.values):
        return None
    free, paying = _FREE.search(claim.text), _PAYING.search(claim.text)
    if not (free or paying):
        return None
    denied = claim.polarity is Polarity.NEGATED
    paid = denied if free else not denied
    terms = context.relations.terms
    left_out = {terms.of(word) for word in (*_MONEY.split(), *_ENTERING.split())}
    of, payers = claim.vocabulary - left_out, frozenset(map(terms.of, _ANYONE.split()))
    anyone = not claim.limits("population")
    if not free and claim.subject is not None and _BY_SUBJECT.search(claim.text):
        anyone = anyone and payers.issuperset(claim.subject.terms)
        of -= frozenset(claim.subject.terms)
    return Charge(paid, of - payers, anyone)


def free_or_priced(a: Claim, b: Claim, context: Context) -> list[Finding]:
    """Compare what is free with the price of the same thing, for anybody at any time."""
    if {"population", "setting", "part"} & {*a.limits_by_kind, *b.limits_by_kind}:
        return []
    for one, other in ((a, b), (b, a)):
        thing, subject = context.once(free_thing, one), _priced_thing(other, context)
        if thing and subject and same_thing(thing, subject, context):
            rationale = f"One has {context.label(thing.terms)} for nothing, the other for a price."
            spans = a.span, b.span
            return [Finding("value", Stance.CONTRADICTS, 0.8, rationale, thing.terms, *spans)]
    return []


def _priced_thing(claim: Claim, context: Context) -> Mention | None:
    """Return what a claim gives the price of: "parking costs £5", "a **parking** charge of £5"."""
    subject, charges = claim.subject, _charges(context)
    if subject is None or claim.polarity is Polarity.NEGATED:
        return None
    terms = tuple(term for term in subject.terms if term not in charges)
    if terms and terms != subject.terms and subject.head in charges:
        paid = (value for value in claim.values if value.scale.startswith("money:"))
        priced = any({*value.attribute} & charges and value.interval.low > 0 for value in paid)
        return Mention(subject.text, subject.span, terms) if priced else None
    return subject if _priced(claim, context) else None


def _charges(context: Context) -> frozenset[str]:
    return frozenset(map(context.relations.terms.of, _CHARGES))


def _priced(claim: Claim, context: Context) -> bool:
    """Return whether a claim says what its subject costs, and no more than that."""
    cost = (context.relations.terms.of("cost"),)
    return {*claim.terms} <= {*claim.subject_terms, *claim.predicate, *_PERIODS} and any(
        value.scale.startswith("money:") and value.attribute == cost
        for value in claim.values
        if not value.holder and value.interval.low > 0
    )


def free_thing(claim: Claim, context: Context) -> Mention | None:
    """Return what is free: "**entry** is free", "there is no charge for **parking**"."""
    said = claim.object.text if claim.object is not None else ""
    if (
        claim.predicate == ("be",)
        and claim.polarity is Polarity.AFFIRMED
        and _FOR_NOTHING.match(said)
    ):
        return claim.subject
    if not _UNCHARGED.match(claim.text):
        return None
    charges = _charges(context)
    terms = tuple(term for term in claim.terms if term not in charges)
    return Mention(" ".join(terms), claim.span, terms)
