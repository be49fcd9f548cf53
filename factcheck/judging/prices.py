"""What is free against the price of the same thing: "entry is free", "an entry fee of £5"."""

from __future__ import annotations

import re

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.subjects import ANYONE, same_thing
from factcheck.model import Claim, Mention, Polarity, Stance
from factcheck.model.frozen import immutable

_PERIODS = ("hour", "day", "night", "week", "month", "year", "person")
_CHARGES = ("charge", "fee", "cost")
_ENTERING = ("entry", "admission", "admit", "get", "ticket")
_UNCHARGED = re.compile(r"There (?:is|are) no (?:charges?|fees?|costs?) for [^,;]+$")
_FOR_NOTHING = re.compile(
    r"(?:always |completely |entirely )?free(?: of charge)?(?: to (?:enter|visit))?"
    r"(?: for (?:all )?[a-z]+(?: [a-z]+)?)?(?: (?:in|throughout) [a-z ]+)?$"
)
_EVERYWHERE = re.compile(r"\b(?:in (?:all|every|the (?:whole|entire))|throughout)\b")
_LET_IN = re.compile(
    r"\b(?:gets? in|(?:is|are) (?:admitted|let in)) (?:for nothing|free(?: of charge)?)\.?$"
)
_PAYING = frozenset(["pay", "charg"])
_ANYONE = ANYONE - {"member"}


@immutable(auto_attribs=True, frozen=True)
class Offer:
    """What is to be had, and by whom.

    Attributes:
        thing: what is.
        whom: the terms of those to whom it is; empty where it is to anyone.
    """

    thing: Mention
    whom: frozenset[str]


def free_or_priced(a: Claim, b: Claim, context: Context) -> list[Finding]:
    """Compare what is free with the price of the same thing, at any time.

    What is free for some has to be priced for them: "entry is free for children" leaves room for
    "entry costs £5".
    """
    if {"part", "which", "case"} & {*a.limits_by_kind, *b.limits_by_kind}:
        return []
    for one, other in ((a, b), (b, a)):
        everywhere = not one.limits("setting") or _EVERYWHERE.search(one.text)
        if other.limits("setting") or not everywhere:
            continue
        given, priced = context.once(free_thing, one), context.once(_priced, other)
        if given is None or priced is None or not given.whom <= priced.whom:
            continue
        if _one_thing(given, priced, one, other, context):
            rationale = f"One has {given.thing.text} for nothing, the other for a price."
            spans = a.span, b.span
            aspect = given.thing.terms
            return [Finding("value", Stance.CONTRADICTS, 0.8, rationale, aspect, *spans)]
    return []


def of_others(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two prices are of two things, one of which no subject names.

    "Parking costs £20" and "there is a charge of £10 for dogs".
    """
    if bool(a.subject_terms) is bool(b.subject_terms):
        return False
    one, other = context.once(_priced, a), context.once(_priced, b)
    if one is None or other is None:
        return False
    return {*one.thing.terms, *one.whom}.isdisjoint({*other.thing.terms, *other.whom})


def free_thing(claim: Claim, context: Context) -> Offer | None:
    """Return what is free: "**entry** is free", "there is no charge for **parking**"."""
    if _UNCHARGED.match(claim.text):
        return _offer(claim, claim.terms, frozenset(), context)
    if _LET_IN.search(claim.text):
        entry = Mention(_ENTERING[0], claim.span, (context.relations.terms.of(_ENTERING[0]),))
        return Offer(entry, frozenset(claim.subject_terms) - _ANYONE)
    if claim.polarity is Polarity.NEGATED or claim.predicate != ("be",):
        return None
    said = _FOR_NOTHING.match(claim.object.text) if claim.object is not None else None
    return _offer(claim, claim.subject_terms, claim.limits("population"), context) if said else None


def _priced(claim: Claim, context: Context) -> Offer | None:
    """Return what a claim gives the price of.

    "**Parking** costs £5", "a **parking** charge of £5", "visitors pay £5 for **parking**".
    """
    sums = [value for value in claim.values if value.scale.startswith("money:")]
    if claim.polarity is Polarity.NEGATED or not any(value.interval.low > 0 for value in sums):
        return None
    of = context.relations.terms.of
    charges, verbs = _charges(context), frozenset(claim.predicate)
    whom, subject = claim.limits("population"), claim.subject_terms
    said = claim.object.terms if claim.object is not None else ()
    if subject and subject[-1] in charges:
        return _offer(claim, subject, whom, context)
    if verbs == {of("cost")}:
        bare = {*said} <= {*whom, *_PERIODS} and not any(value.holder for value in sums)
        return _offer(claim, subject, whom, context) if bare else None
    if verbs == {"be"}:
        # "There is a charge for dogs": for them, whoever pays it.
        there_is = not subject and not charges.isdisjoint(said)
        return _offer(claim, said, frozenset(), context) if there_is else None
    if not verbs or not verbs <= _PAYING:
        return None
    if verbs == {"charg"} and not said:
        return _offer(claim, subject, whom, context)
    payers = frozenset(subject) if verbs == {"pay"} else frozenset()
    return _offer(claim, said, whom | payers, context)


def _offer(
    claim: Claim, terms: tuple[str, ...], whom: frozenset[str], context: Context
) -> Offer | None:
    """Return what is offered, getting in under one name, and to whom but for anyone."""
    of = context.relations.terms.of
    entering = {of(word): of(_ENTERING[0]) for word in _ENTERING}
    besides = {"free", *whom, *_PERIODS, *_charges(context)}
    left = tuple(term for term in terms if term not in besides)
    thing = tuple(entering.get(term, term) for term in left)
    return Offer(Mention(context.label(left), claim.span, thing), whom - _ANYONE) if left else None


def _one_thing(given: Offer, priced: Offer, one: Claim, other: Claim, context: Context) -> bool:
    """Return whether an offer is of what another claim prices, getting in wherever that is."""
    if same_thing(given.thing, priced.thing, context):
        return True
    entry = context.relations.terms.of(_ENTERING[0])
    if not given.thing.head == priced.thing.head == entry:
        return False
    return {*given.thing.terms} <= {*other.vocabulary, entry} and {*priced.thing.terms} <= {
        *one.vocabulary, entry
    }  # fmt: skip


def _charges(context: Context) -> frozenset[str]:
    return frozenset(map(context.relations.terms.of, _CHARGES))
