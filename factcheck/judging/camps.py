"""Who is for a thing against who is against it: "voted for the plan", "opposes the plan"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.frozen import immutable

_FOR = re.compile(
    r"\b(?:supports?(?! for)|supported|supporting|backs?|backed|favou?rs?|favou?red|endorse[sd]?"
    r"|vot(?:e[sd]?|ing) (?:for|in favou?r of|to accept|to approve)"
    r"|(?:is|are|was|were|came out|spoke) in favou?r of|approve[sd]? of)\b"
)
_AGAINST = re.compile(
    r"\b(?:oppose[sd]?|opposing|vot(?:e[sd]?|ing) (?:against|down|to reject)"
    r"|(?:is|are|was|were|came out|spoke) (?:against|opposed to)|object(?:s|ed)? to"
    r"|disapprove[sd]? of)\b"
)
_WORDS = (
    "support back favor favour endorse vote approve accept oppose reject object disapprove come"
    " speak out be down"
)
_MAJORITY = 0.5
"""Share of those concerned from which no other such share of them can hold the opposite."""
_SURE = 0.75


@immutable(auto_attribs=True, frozen=True)
class Camp:
    """On which side somebody is, and of what.

    Attributes:
        favours: whether they are for it.
        of: the terms of what they are for or against.
    """

    favours: bool
    of: frozenset[str]


def for_or_against(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that the same ones are for a thing according to one claim, and against it to the other.

    Some may be for it and others against; most cannot be both.
    """
    shared = opposite_camps(a, b, context)
    if alignment.subject < 0.5 or alignment.differing or not shared:
        return None
    if not (_together(a) and _together(b)):
        return None
    aspect = context.ordered(shared)[:3]
    rationale = f"One has them for {context.label(aspect)}, the other against."
    return Finding("polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span)


def opposite_camps(a: Claim, b: Claim, context: Context) -> frozenset[str]:
    """Return what one claim has its subject for, and the other its own against; empty if none."""
    first, second = context.once(camp, a), context.once(camp, b)
    if first is None or second is None or first.favours is second.favours:
        return frozenset()
    nested = first.of <= second.of or second.of <= first.of
    return first.of & second.of if nested else frozenset()


def camp(claim: Claim, context: Context) -> Camp | None:
    """Return on which side a claim puts its subject; None where on none, or on both."""
    favours, opposes = _FOR.search(claim.text), _AGAINST.search(claim.text)
    if bool(favours) is bool(opposes) or not claim.subject_terms:
        return None
    spare = set(map(context.relations.terms.of, _WORDS.split()))
    of = claim.vocabulary - spare - {*claim.subject_terms}
    affirmed = claim.polarity is Polarity.AFFIRMED
    return Camp(bool(favours) is affirmed, of) if of else None


def _together(claim: Claim) -> bool:
    """Return whether a claim speaks of all it is about, or of most of them."""
    shares = [value for value in claim.values if value.scale == "proportion"]
    counted = any(value.scale == "count" for value in claim.values)
    return not counted and all(value.interval.low >= _MAJORITY for value in shares)
