"""What costs nothing against what is paid for: "is free of charge", "visitors have to pay"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
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
