"""Rule ``direction``: a rise or an effect against a fall or none."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment, only_in_case, opposed
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.judging.narrowing import of_a_sort
from factcheck.judging.similarity import mutual, overlap
from factcheck.judging.subjects import contrast, other_heads
from factcheck.model import Change, Claim, Direction, Stance

SAME = 0.5
"""Shared weight over that of the smaller of two targets, or of a cause that only one names."""
LIKE = 0.3
"""The same, at least, where both causes are named."""
ALIKE = 0.7
"""Shared weight over that of both together, of targets and causes added: what the targets leave
open ("growth", "tumour growth") the causes have to make up."""
ALIKE_TARGET = 0.4
"""The same of targets alone, where no causes help or each target has words of its own: "surface"
is not "sea surface temperature", nor are "nerve cells" "cells of the gut"."""
PLENTY = 2
"""Terms of one target from which it is the same one, whatever the claims are about."""
_RISE, _FALL, _NOTHING = "rise", "fall", "nothing"
_LEAVES_OPEN = {
    (Direction.INCREASES, False): {_RISE},
    (Direction.DECREASES, False): {_FALL},
    (Direction.UNCHANGED, False): {_NOTHING},
    (Direction.AFFECTED, False): {_RISE, _FALL},
    (Direction.INCREASES, True): {_FALL, _NOTHING},
    (Direction.DECREASES, True): {_RISE, _NOTHING},
    (Direction.UNCHANGED, True): {_RISE, _FALL},
    (Direction.AFFECTED, True): {_NOTHING},
}
"""What can have happened, by what a claim says of it and whether it denies that."""


def matters(claim: Claim, _: Context) -> tuple[str, ...]:
    """Return one matter for a claim that says that something changes or is affected."""
    return ("change",) if claim.changes else ()


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare what the claims say rises, falls, is affected or is not, and by what.

    Both have to speak of the same thing changing (their targets share most of their weight) and
    of the same cause: a cause in one and none in the other are two different statements ("X is
    low in patients", "the drug raises X"). They contradict each other where nothing that one
    leaves open is left open by the other.
    """
    best: Finding | None = None
    for first in a.changes:
        for second in b.changes:
            best = better(best, _compare(a, b, first, second, alignment, context))
    return best


def _compare(
    a: Claim, b: Claim, first: Change, second: Change, alignment: Alignment, context: Context
) -> Finding | None:
    stance = _stance(first, second)
    if stance is None or _elsewhere(a, b, first, second, context):
        return None
    likeness = _likeness(a, b, first, second, context)
    somewhere = only_in_case(a, b) or only_in_case(b, a)
    if not likeness or (stance is Stance.CONTRADICTS and somewhere):
        return None
    shared = tuple(term for term in first.of if term in second.of) or first.of
    if not (first.by or second.by) and alignment.subject < SAME and len(shared) < PLENTY:
        return None
    label = context.label(shared)
    words = (_words(a, first), _words(b, second))
    if stance is Stance.CONTRADICTS:
        rationale = f"They differ on what becomes of {label}: {words[0]} against {words[1]}."
    else:
        rationale = f"They agree on what becomes of {label}: {words[0]} and {words[1]}."
    strength = 0.6 + 0.4 * likeness
    nothing = {_NOTHING} in (_left_open(first), _left_open(second))
    if stance is Stance.CONTRADICTS and nothing and of_a_sort(a, b, context):
        # "Decaffeinated coffee" may leave alone what "coffee" raises.
        stance, strength = Stance.QUALIFIES, strength * 0.8
    return Finding(
        "direction", stance, strength, rationale, shared, first.cue.span, second.cue.span
    )


def _likeness(a: Claim, b: Claim, first: Change, second: Change, context: Context) -> float:
    """Return how far two changes are of one thing and by one cause; 0 where they are not."""
    of = _telling(first.of, second.of, context)
    target, alike = overlap(*of, context), mutual(*of, context)
    if _serves_nothing(first, context) or _serves_nothing(second, context):
        target, alike = (SAME, ALIKE_TARGET) if first.by or second.by else (0.0, 0.0)
    elif not context.telling(set(of[0]) & set(of[1])) or _set_apart(first, second, context):
        return 0.0
    if _parted(*of) and alike < ALIKE_TARGET:
        return 0.0
    if first.by and second.by:
        by = _telling(first.by, second.by, context)
        cause = overlap(*by, context) * contrast(*by, context)
        alike += mutual(*by, context)
        return target * cause if min(target, cause) >= LIKE and alike >= ALIKE else 0.0
    if target < SAME or alike < ALIKE_TARGET:
        return 0.0
    if first.by:
        return target * _named(first.by, _circumstances(b, second), context)
    if second.by:
        return target * _named(second.by, _circumstances(a, first), context)
    return target


def _parted(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether each of two lists of terms has one of its own."""
    return bool(set(first) - set(second)) and bool(set(second) - set(first))


def _set_apart(first: Change, second: Change, context: Context) -> bool:
    """Return whether two targets only share what they are of, or in what respect.

    "Gum disease" is not "gum recession", nor "income from fees" "income from gifts"; where nothing
    is said of a cause, "the price of bread" is not bread either.
    """
    caused = bool(first.by or second.by)
    if other_heads(first.of, second.of, context, strictly=not caused):
        return True
    one, other = (
        tuple(term for term in change.of if term not in context.measures)
        for change in (first, second)
    )
    return _parted(one, other) and contrast(one, other, context) < SAME


def _serves_nothing(change: Change, context: Context) -> bool:
    """Return whether no effect of any kind is left: "is useless", "made no difference"."""
    general = set(change.of) <= context.relations.effects
    return change.direction is Direction.UNCHANGED and not change.negated and general


def _named(cause: tuple[str, ...], circumstances: tuple[str, ...], context: Context) -> float:
    """Return how much of a cause the other claim names without calling it one."""
    telling = set(context.telling(cause))
    if not telling:
        return 0.0
    covered = context.total(telling & set(circumstances)) / context.total(telling)
    return covered if covered >= SAME else 0.0


def _circumstances(claim: Claim, change: Change) -> tuple[str, ...]:
    """Return what else a claim names where it says of no cause: "lower **in the X group**"."""
    return tuple(sorted(set(claim.terms) - set(change.of) - set(claim.predicate)))


def _shared_name(
    first: tuple[str, ...], second: tuple[str, ...], context: Context
) -> tuple[str, ...]:
    """Return the second terms, where one is a kind of a first or the other way by its name."""
    return tuple(next((t for t in first if context.of_one_kind(t, term)), term) for term in second)


def _telling(
    first: tuple[str, ...], second: tuple[str, ...], context: Context
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the terms of one field of both, or all terms where one has none such."""
    telling = context.telling(first), context.telling(_shared_name(first, second, context))
    return telling if all(telling) else (first, second)


def _elsewhere(a: Claim, b: Claim, first: Change, second: Change, context: Context) -> bool:
    """Return whether the claims name opposite places or times: the north, the south."""
    if not opposed(a, b, context):
        return False
    cues = {word for change in (first, second) for word in change.cue.text.lower().split()}
    only_a, only_b = set(a.terms) - set(b.terms), set(b.terms) - set(a.terms)
    changed = {*a.predicate, *b.predicate}
    return any(
        context.opposed(x, y)
        for x in only_a - changed
        for y in only_b - changed
        if context.label((x,)) not in cues and context.label((y,)) not in cues
    )


def _stance(first: Change, second: Change) -> Stance | None:
    one, other = _left_open(first), _left_open(second)
    if not one & other:
        return Stance.CONTRADICTS
    return Stance.AGREES if one == other or {_NOTHING} in (one, other) else None


def _left_open(change: Change) -> set[str]:
    return _LEAVES_OPEN[change.direction, change.negated]


_CALLING = frozenset("is are was were myth misconception fallacy falsehood".split())
"""How a denial begins that calls a whole statement untrue: "**is** a myth"."""


def _words(claim: Claim, change: Change) -> str:
    """Return the words that tell a change, with what denies it."""
    denied = change.negated or change.direction is Direction.UNCHANGED
    denial = claim.negation.text if denied and claim.negation else ""
    if denial.partition(" ")[0].lower() in _CALLING:
        return f"“{change.cue.text}” (“{denial}”)"
    return f"“{change.cue.text if denial in change.cue.text else f'{denial} {change.cue.text}'}”"
