"""What is over against what goes on, or is still to come."""

from __future__ import annotations

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.restated import without
from factcheck.judging.subjects import contrast, same_thing
from factcheck.model import Claim, Mention, Stance
from factcheck.model.value import DATES

_EXCLUDED = {
    "ended": frozenset(["lasting"]),
    "gone": frozenset(["lasting", "standing"]),
    "dropped": frozenset(["planned", "held"]),
}
_PLANS = frozenset("plan propos project scheme idea".split())
_SURE = 0.75
_WORDS = {
    "lasting": "goes on",
    "standing": "still stands",
    "planned": "is to come",
    "held": "took place",
}


def over_or_not(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that one claim says that a thing is over and the other that it goes on or is to come.

    What began again after it had ended is no conflict.
    """
    for first, holder in context.once(phases, a):
        for second, other in context.once(phases, b):
            over, going = (first, second) if first in _EXCLUDED else (second, first)
            ended, lasting = (a, b) if over == first else (b, a)
            if (
                going not in _EXCLUDED.get(over, ())
                or not _one_thing(holder, other, context)
                or _began_again(ended, lasting)
            ):
                continue
            aspect = tuple(term for term in holder.terms if term in other.terms)
            label = context.label(aspect)
            fate = "was called off" if going == "held" else "is over"
            rationale = f"One says that {label} {fate}, the other that it {_WORDS[going]}."
            return Finding(
                "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, once=True
            )
    return None


def phases(claim: Claim, _: Context) -> list[tuple[str, Mention]]:
    """Return the phases that a claim tells, each with what it is that is in it.

    Who drops the plans for a dam drops the dam.
    """
    holders = {"phase": claim.subject, "fate": claim.object}
    told = (condition.split(":") for condition in claim.conditions)
    return [
        (name, without(holder, _PLANS) if name == "dropped" and len(holder.terms) > 1 else holder)
        for kind, name, *_ in told
        if (holder := holders.get(kind)) is not None and holder.terms
    ]


def _one_thing(one: Mention, other: Mention, context: Context) -> bool:
    """Return whether two phases are of one thing."""
    if set(one.terms) == set(other.terms):
        return True
    return contrast(one.terms, other.terms, context) == 1.0 and same_thing(one, other, context)


def _began_again(ended: Claim, lasting: Claim) -> bool:
    """Return whether what goes on is dated after the end, as what has run since then is."""
    ends, dates = (
        [value.interval for value in claim.values if value.scale in DATES]
        for claim in (ended, lasting)
    )
    going = any("planned" in condition for condition in lasting.conditions)
    return not going and any(date.low >= end.low for date in dates for end in ends)
