"""What is said not to have come about, or not to go on: "avoided paying", "stopped paying"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance

_NEVER_DONE = re.compile(
    r"\b(?:avoid(?:s|ed)?|(?:was|were|been) (?:prevented|barred|kept|stopped) from)"
    r" (?:being \w+|\w+ing)\b"
)
_SURE = 0.7


def undone(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that something was done according to one claim, and avoided or prevented to the other.

    All else has to be the same: who was barred from the hall may have entered the yard.
    """
    never = [context.once(never_done, claim) for claim in (a, b)]
    if never[0] == never[1] or alignment.subject < 0.5 or "time" in alignment.differing:
        return None
    left, done = (a, b) if never[0] else (b, a)
    if done.polarity is Polarity.NEGATED or {*left.terms} - {*left.predicate} != {*done.terms}:
        return None
    rationale = "One says that it was done, the other that it was avoided or prevented."
    aspect = alignment.shared[:3]
    return Finding("polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span)


def never_done(claim: Claim, _: Context) -> bool:
    """Return whether a claim says that something did not come about."""
    return claim.polarity is Polarity.AFFIRMED and bool(_NEVER_DONE.search(claim.text))


def ceased(claim: Claim, context: Context) -> bool:
    """Return whether a claim says that something was given up: "**stopped** serving lunch"."""
    return context.relations.terms.of("cease") in claim.predicate
