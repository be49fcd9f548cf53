"""What is said not to have come about, or not to go on: "avoided paying", "stopped paying"."""

from __future__ import annotations

import re

from attrs import evolve

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance

_USED_TO = re.compile(
    r"(?P<purpose>\b(?:is|are|was|were|be|been|being|gets?|got) (?:\w+ )?)?\bused to\b"
)
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
    """Return whether a claim says that something was given up: "**stopped** serving lunch".

    So does "**used to** serve lunch", but not "is used to serve lunch".
    """
    habit = _USED_TO.search(claim.text)
    given_up = context.relations.terms.of("cease") in claim.predicate
    return given_up or (habit is not None and not habit["purpose"])


def in_other_order(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that the same came about before something else, and after it to the other claim."""
    orders, events = (a.limits("order"), b.limits("order")), (a.limits("event"), b.limits("event"))
    if not all(orders) or orders[0] == orders[1] or not events[0] or events[0] != events[1]:
        return None
    if a.polarity is not b.polarity or a.vocabulary != b.vocabulary or alignment.subject < 0.5:
        return None
    words = [min(order) for order in orders]
    rationale = f"One has it {words[0]} something else, the other {words[1]} it."
    aspect = alignment.shared[:3]
    found = Finding("polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span)
    return evolve(found, swapped=True)
