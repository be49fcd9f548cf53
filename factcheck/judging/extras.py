"""What a price includes against what costs extra: "heating is extra", "the rent covers heating"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.frozen import immutable

_WHOLES = (
    "price cost charge fee fare rate rent ticket tour trip package subscription plan licence"
    " purchase course booking holiday"
)
_INCLUDING = ("include", "cover")
_EXTRA = re.compile(
    r"\b(?:costs?|is|are) extra\b|\b(?:charged|billed|paid|paid for|invoiced|sold) separately\b"
    r"|\b(?:at|for) (?:an )?(?:extra|additional) (?:charge|cost|fee)\b"
)
_CHARGED = re.compile(
    r"(?i)^there (?:is|are) (?:an? )?(?:extra|additional|separate) (?:charges?|costs?|fees?)"
    r" for (?P<thing>[^,;]+?)\.?$"
)
_IN_THE_PRICE = re.compile(r"\bincluded\b(?! (?:a|an|the|his|her|two|three)\b)")
_SURE = 0.7


@immutable(auto_attribs=True, frozen=True)
class Extra:
    """Whether something is part of a price.

    Attributes:
        things: the terms of what is, or is not; of several things those of all.
        included: whether it is.
    """

    things: frozenset[str]
    included: bool


def included_or_extra(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that a thing is part of the price to one claim, and has a price of its own to the other.

    What is included with other things is included: "heating and water".
    """
    first, second = context.once(extra, a), context.once(extra, b)
    if first is None or second is None or first.included is second.included:
        return None
    if alignment.differing and set(alignment.differing) != {"setting"}:
        return None
    within, alone = (first, second) if first.included else (second, first)
    if not alone.things <= within.things:
        return None
    aspect = context.ordered(alone.things)
    label = context.label(aspect)
    rationale = f"One has {label} in the price, the other as an extra."
    return Finding("polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span)


def extra(claim: Claim, context: Context) -> Extra | None:
    """Return what a claim says is part of a price or not; None where it says neither."""
    of = context.relations.terms.of
    including = frozenset(map(of, _INCLUDING))
    affirmed = claim.polarity is Polarity.AFFIRMED
    subject = frozenset(claim.subject_terms)
    charged = _CHARGED.search(claim.text)
    if charged is not None:
        words = frozenset(of(word) for word in charged["thing"].lower().split())
        return _told(words & claim.vocabulary, included=not affirmed)
    if _EXTRA.search(claim.text):
        return _told(subject, included=not affirmed)
    if including.isdisjoint(claim.predicate):
        return None
    reached = frozenset(claim.object.terms if claim.object is not None else ())
    wholes = frozenset(map(of, _WHOLES.split()))
    if _IN_THE_PRICE.search(claim.text):
        told = not reached or not reached.isdisjoint(wholes)
        return _told(subject, included=affirmed) if told else None
    held = claim.subject is not None and claim.subject.head in wholes
    return _told(reached, included=affirmed) if held else None


def _told(things: frozenset[str], *, included: bool) -> Extra | None:
    return Extra(things, included) if things else None
