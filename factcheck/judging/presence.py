"""Rule ``presence``: "no risk of X" against "X is why it is restricted"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.alignment import Alignment, only_in_case
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.judging.narrowing import of_a_sort
from factcheck.judging.similarity import mutual, overlap
from factcheck.model import Claim, Cue, Polarity, Presence, Stance

SAME_THING = 0.6
WHOLE_THING = 0.5
"""Shared weight over both together: "effects" alone are not the same thing as "side effects"."""

LITTLE = 0.3
_HOLDING = frozenset(["contain", "have", "hold", "includ"])
_AMOUNTS = frozenset(["mass", "volume", "proportion"])

_SAVING = re.compile(r"(?i)\b(?:apart from|except|other than|besides|aside from|but for)\b")
"""What opens an exception: "**apart from** one package it has no dependencies"."""


def matters(claim: Claim, context: Context) -> Iterator[str]:
    """Yield the terms of what a claim says to be there or not."""
    for presence in context.once(_presences, claim):
        yield from presence.of


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare how much of a thing there is said to be.

    None against some contradicts. Little against enough to act upon (it is the reason for
    something) contradicts as well; little against merely some is a tension.
    """
    best: Finding | None = None
    for first in context.once(_presences, a):
        for second in context.once(_presences, b):
            best = better(best, _compare(a, b, first, second, alignment, context))
    return best


def _presences(claim: Claim, context: Context) -> tuple[Presence, ...]:
    """Return what is said to be there, and what so much of is: "contains **4 g of sugar**".

    Where there may be none as well ("up to 1 %") there is little. A figure that is of the verb or
    the subject names nothing that is there: "holds up to 40 litres", "a 20-litre tank holds".
    """
    if claim.polarity is Polarity.NEGATED or not set(claim.predicate) & _HOLDING:
        return claim.presences
    capacity = context.relations.terms.of("capacity")
    amounts = (
        Presence(
            value.attribute,
            *((0.3, 1.0) if value.interval.low > 0 else (0.0, LITTLE)),
            Cue(value.text, value.span),
        )
        for value in claim.values
        if value.scale in _AMOUNTS
        and len(value.attribute) == 1
        and not value.holder
        and value.attribute[0] not in {*claim.predicate, *claim.subject_terms, capacity}
    )
    return (*claim.presences, *amounts)


def _both_there(a: Claim, b: Claim, elsewhere: list[str], closeness: float) -> bool:
    """Return whether two claims report one thing in one place; figures are for the rule on values.

    Two texts put side by side always share a place, so there it tells nothing.
    """
    counted = all(
        any(value.scale not in {"degree", "proportion"} for value in claim.values)
        for claim in (a, b)
    )
    return bool(elsewhere) and closeness >= SAME_THING and not counted


def _set_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether the subjects are two of a kind: "the upper jaw", "the lower jaw"."""
    if a.subject is None or b.subject is None or a.subject.head != b.subject.head:
        return False
    return context.any_opposed(a.subject.terms, frozenset(b.subject.terms))


def _excepting(claim: Claim) -> bool:
    return bool(_SAVING.search(claim.text))


def _of_some(claim: Claim) -> bool:
    """Return whether a claim is of some of its subject only: "a fifth of them had no ticket"."""
    return any(
        value.scale == "proportion"
        and value.is_figure
        and value.interval.high < 0.5
        and (not claim.subject_terms or set(claim.subject_terms) & set(value.attribute))
        for value in claim.values
    )


def _compare(
    a: Claim, b: Claim, first: Presence, second: Presence, alignment: Alignment, context: Context
) -> Finding | None:
    likeness = overlap(first.of, second.of, context)
    closeness = mutual(first.of, second.of, context)
    shared = tuple(term for term in first.of if term in second.of)
    telling = [term for term in shared if term not in context.measures]
    any_risk = shared == ("risk",) and min(len(first.of), len(second.of)) == 1
    whole = any_risk or closeness >= WHOLE_THING
    elsewhere = [term for term in alignment.shared if term not in shared]
    if likeness < SAME_THING or not telling or not whole:
        return None
    if any_risk and (not elsewhere or min(first.high, second.high) > LITTLE):
        # That there is some risk or other is true of most things.
        return None
    if 0 < alignment.subject < 0.5 or _set_apart(a, b, context):
        return None
    named = {*a.subject_terms, *b.subject_terms}
    open_subject = alignment.subject < 0.4 and not named & set(elsewhere)
    if open_subject or not ((a.subject and b.subject) or elsewhere):
        return None
    low, high = sorted((first, second), key=lambda presence: (presence.high, presence.low))
    label = context.label(shared)
    span_a, span_b = first.cue.span, second.cue.span
    none = low.high == 0.0
    few = high.low == 0.0 and high.high <= LITTLE
    ruling_out, reporting = (a, b) if low is first else (b, a)
    if none and (_of_some(ruling_out) or _excepting(ruling_out)):
        return None
    if none and (set(low.of) > set(high.of) or only_in_case(ruling_out, reporting)):
        # "No added sugar" leaves room for sugar.
        return None
    if none and high.low > 0.0:
        sort = of_a_sort(a, b, context)
        stance, sure = (Stance.QUALIFIES, 0.5) if sort else (Stance.CONTRADICTS, 0.6)
        rationale = f"One rules out {label}, the other reports it."
    elif none and few and high.high > 0.0:
        stance, sure = Stance.QUALIFIES, 0.5
        rationale = f"One rules out {label}, the other says that there is little."
    elif low.low >= LITTLE and not alignment.together and _both_there(a, b, elsewhere, closeness):
        stance, sure = Stance.AGREES, 0.4
        rationale = f"Both say that there is {label}."
    elif high.high == 0.0 and _excepting(a) is not _excepting(b):
        stance, sure = Stance.QUALIFIES, 0.5
        rationale = f"One names an exception where the other rules out {label}."
    elif high.high <= LITTLE:
        stance, sure = Stance.AGREES, 0.5
        rationale = f"Both say that there is little or no {label}."
    elif not none and (low.high <= LITTLE < high.low or low.high < high.low):
        stance, sure = Stance.CONTRADICTS, 0.55
        rationale = f"One calls the {label} low, the other treats it as great enough to act upon."
    elif low.high <= LITTLE and high.low >= low.high:
        stance, sure = Stance.QUALIFIES, 0.5
        rationale = f"One calls the {label} low, the other names {label} without such a limit."
    else:
        return None
    strength = sure + 0.3 * closeness
    return Finding("presence", stance, strength, rationale, shared, span_a, span_b)
