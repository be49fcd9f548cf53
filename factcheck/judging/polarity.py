"""Rule ``polarity``: one affirms what the other denies."""

from __future__ import annotations

from collections.abc import Set

from attrs import evolve

from factcheck.judging.alignment import Alignment, Common, only_in_case, opposed
from factcheck.judging.camps import camp, for_or_against
from factcheck.judging.charges import charge, paid_or_free
from factcheck.judging.comparing import compared, swapped
from factcheck.judging.context import Context
from factcheck.judging.entailment import LIGHT_VERBS, entails, unmatched
from factcheck.judging.exceptions import excepted, exempted, spared
from factcheck.judging.extras import extra, included_or_extra
from factcheck.judging.finding import Finding
from factcheck.judging.limits import limited_or_not, unlimited
from factcheck.judging.narrowing import of_a_sort
from factcheck.judging.obligations import duty, required_or_not
from factcheck.judging.occasions import occasions, on_days_apart, on_other_days
from factcheck.judging.permissions import advised_or_not, permits, permitted_or_not
from factcheck.judging.phases import over_or_not, phases
from factcheck.judging.ratios import other_ratio, ratio
from factcheck.judging.similarity import mutual, overlap
from factcheck.judging.solitary import only_one_or_several, single
from factcheck.judging.subjects import besides_one, is_anyone, other_heads
from factcheck.judging.suitability import suitability, suits_or_not
from factcheck.judging.undone import ceased, in_other_order, never_done, undone
from factcheck.model import Claim, Polarity, Stance, Value
from factcheck.model.value import DATES, TIME_OF_DAY

SAME_PROPOSITION = 0.7
SAME_CONTENT = 0.6
PLENTY = 3
"""Shared terms from which two claims surely speak of one matter; fewer make it less clear."""

_DYING = "die"
_BOUNDS = ("more than", "less than", "fewer than")
"""What opens a figure that is no exact one, and compares nothing: "more than two hours"."""
_PAST_THEN = frozenset(["no longer", "no more"])
"""Denials of the present that grant the past: "no longer rings" leaves open "rang in 1950"."""

_TOLD_BESIDES = (
    never_done, phases, duty, suitability, spared, occasions, charge, extra, single, camp, ratio,
    compared, unlimited,
)  # fmt: skip
"""What is asked about a claim that two affirmed claims may differ in."""


def hope(a: Claim, b: Claim, _: Common, context: Context) -> bool:
    """Return whether one of two claims may deny the other, or has more to compare than words."""
    return (
        a.polarity is not b.polarity
        or opposed(a, b, context)
        or context.once(_says_more, a)
        or context.once(_says_more, b)
    )


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare affirmed with denied, and a word with its antonym.

    A denial contradicts a claim that says what it denies, or more than that: who runs fast runs,
    while "does not run fast" leaves open whether somebody runs. Two affirmed claims that are
    nearly the same contradict each other where each has one of a pair of antonyms. What is said
    to be over contradicts what is said to go on, what is permitted what is forbidden, and what has
    to be done what need not be. What is so daily contradicts what is not so on Mondays, what is
    said of all what some are not, what is free what is paid for, and the only one several. Of two
    things only one can be the taller, and by one amount. To advise against what is called safe is a
    tension.
    """
    antonyms = _antonyms(a, b, context)
    more = context.once(_says_more, a) or context.once(_says_more, b)
    if a.polarity is b.polarity and not antonyms and not more:
        return None
    return (
        advised_or_not(a, b, context)
        or suits_or_not(a, b, alignment, context)
        or required_or_not(a, b, alignment, context)
        or on_other_days(a, b, alignment, context)
        or excepted(a, b, alignment, context)
        or exempted(a, b, alignment, context)
        or paid_or_free(a, b, alignment, context)
        or included_or_extra(a, b, alignment, context)
        or limited_or_not(a, b, context)
        or only_one_or_several(a, b, context)
        or for_or_against(a, b, alignment, context)
        or swapped(a, b, context)
        or other_ratio(a, b, alignment, context)
        or undone(a, b, alignment, context)
        or in_other_order(a, b, alignment, context)
        or _opposed(a, b, antonyms, alignment, context)
        or over_or_not(a, b, context)
        or permitted_or_not(a, b, context)
    )


def _says_more(claim: Claim, context: Context) -> bool:
    """Return whether a claim has more to compare than its words, and whether it affirms them."""
    compares = claim.limits("comparison") or claim.limits("comparator")
    if compares or claim.limits("order") or context.once(permits, claim) is not None:
        return True
    return any(context.once(ask, claim) for ask in _TOLD_BESIDES)


def _opposed(
    a: Claim,
    b: Claim,
    antonyms: list[tuple[str, str]],
    alignment: Alignment,
    context: Context,
) -> Finding | None:
    """Find a denial, or opposite words."""
    if _both_partial(a, b, context):
        return None
    if (a.polarity is not b.polarity) ^ _more_and_less(a, b):
        return None if antonyms else _denial(a, b, alignment, context)
    if len(antonyms) == 1 and a.polarity is Polarity.AFFIRMED and alignment.subject >= 0.5:
        apart = "time" in alignment.differing or _start_and_end(a, b)
        if apart or on_days_apart(a, b, context):
            return None
        held = a.limits("comparator"), b.limits("comparator")
        graded = all(word.endswith("er") for word in antonyms[0])
        if held[0] != held[1] and (all(held) or graded):
            return None
        return _opposite_words(a, b, antonyms[0], alignment, context)
    return None


def _denial(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that one claim says what the other denies."""
    affirming, denying = (b, a) if a.polarity is Polarity.NEGATED else (a, b)
    first, second = a.vocabulary, b.vocabulary
    # Who denies something of tea and coffee denies it of coffee.
    besides = besides_one(denying, affirming, context)
    if besides is not None or besides_one(affirming, denying, context) is not None:
        alignment = evolve(alignment, subject=1.0)
    denied = denying.vocabulary - (besides or frozenset())
    missing = denied - context.once(_classes, affirming)
    if is_anyone(denying):
        missing -= set(denying.subject_terms)
    shared = denied - missing
    weight = context.total(shared)
    likeness = weight / max(context.total(denied), 1e-9)
    if only_in_case(denying, affirming):
        return None
    if context.once(never_done, affirming) or (_no_longer(denying) and _dated(affirming)):
        return None
    if context.once(ceased, affirming) and not context.once(ceased, denying):
        return None
    elsewhen = "time" in alignment.differing and "be" not in {*a.predicate, *b.predicate}
    if elsewhen or likeness < SAME_PROPOSITION or weight < 0.5:
        return None
    if missing and affirming.vocabulary - context.once(_classes, denying):
        return None
    if any(context.exclude(x, y) for x in first - second for y in second - first):
        return None
    scales = unmatched(denying.values, affirming.values)
    if scales & {value.scale for value in affirming.values}:
        return None
    entailed = not missing and entails(affirming, denying, alignment, context)
    alike = (
        alignment.subject >= 0.5
        and _same_verb(affirming, denying, context)
        and _same_object(a, b, shared, context)
    )
    if not (entailed or alike):
        return None
    if a.polarity is b.polarity:
        rationale = "One says that it is more, the other that it is less."
    else:
        cue = denying.negation.text if denying.negation else "not"
        rationale = f"One affirms what the other denies (“{cue}”)."
    found = _finding(a, b, shared, likeness + mutual(first, second, context), rationale, context)
    either = denying.negation is not None and denying.negation.text.lower() == "neither"
    wholly = context.relations.terms.of("completely") in missing
    if scales or (missing and (wholly or not either)):
        rationale = "One affirms what the other denies of a narrower case."
        return evolve(found, stance=Stance.QUALIFIES, rationale=rationale)
    if any(_is_few(value) for value in affirming.values):
        rationale = "One says that it holds of few, the other that it holds of none."
        return evolve(found, stance=Stance.QUALIFIES, rationale=rationale)
    return found


def _no_longer(claim: Claim) -> bool:
    """Return whether a claim denies that something still holds, and so says that it did before."""
    return claim.negation is not None and claim.negation.text.lower() in _PAST_THEN


def _dated(claim: Claim) -> bool:
    """Return whether a claim tells of some time, and not of the present."""
    return "time:now" not in claim.conditions and any(v.scale in DATES for v in claim.values)


def _classes(claim: Claim, context: Context) -> frozenset[str]:
    """Return what a claim speaks of, with all that these are kinds of."""
    return context.classes(claim.vocabulary)


def _opposite_words(
    a: Claim, b: Claim, pair: tuple[str, str], alignment: Alignment, context: Context
) -> Finding | None:
    """Find that two claims are the same but for two words that exclude each other."""
    first, second = set(a.terms) - {pair[0]}, set(b.terms) - {pair[1]}
    likeness = overlap(first, second, context)
    shared = first & second
    if likeness < SAME_PROPOSITION or context.total(shared) < 0.5:
        return None
    # "Give" and "take" exclude each other only where they are all that is done: not in "give up".
    if not _same_frame(a, b, pair) or LIGHT_VERBS.issuperset(pair):
        return None
    if a.changes and b.changes and other_heads(a.subject_terms, b.subject_terms, context):
        return None
    if only_in_case(a, b) or only_in_case(b, a) or of_a_sort(a, b, context):
        return None
    words = [context.label((term,)) for term in pair]
    rationale = f"One says “{words[0]}”, the other “{words[1]}”, of the same thing."
    closeness = mutual(first, second, context)
    if closeness < 0.5 and not alignment.together:
        return None
    return _finding(a, b, shared, likeness + closeness, rationale, context)


def _finding(
    a: Claim, b: Claim, shared: Set[str], likeness: float, rationale: str, context: Context
) -> Finding:
    span_a = a.negation.span if a.negation else a.span
    span_b = b.negation.span if b.negation else b.span
    clear = 0.5 * likeness * min(1.0, len(shared) / PLENTY)
    aspect = context.ordered(shared)[:3]
    return Finding("polarity", Stance.CONTRADICTS, clear, rationale, aspect, span_a, span_b)


def _same_verb(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether the verbs are one and say something, or nearly the whole content is."""
    telling = set(a.predicate) & set(b.predicate) - LIGHT_VERBS
    return bool(telling) or mutual(a.terms, b.terms, context) >= SAME_CONTENT


def _antonyms(a: Claim, b: Claim, context: Context) -> list[tuple[str, str]]:
    """Return the words of the one that are opposed to words of the other, not had by both."""
    if not opposed(a, b, context):
        return []
    only_a, only_b = a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary
    return [
        (one, other)
        for one in sorted(only_a)
        for other in sorted(context.opposites(one).intersection(only_b))
    ]


def _same_object(a: Claim, b: Claim, shared: Set[str], context: Context) -> bool:
    """Return whether what is denied is what is affirmed, beyond subject and verb.

    "The reader knows" and "the reader does not know this word" deny nothing of each other; two
    claims that are only subject and verb do.
    """
    frame = {*a.predicate, *b.predicate, *context.measures, *context.contrasts}
    for claim in (a, b):
        frame.update(claim.subject_terms)
    if shared - frame:
        return True
    return not (set(a.terms) - frame) and not (set(b.terms) - frame)


def _more_and_less(a: Claim, b: Claim) -> bool:
    """Return whether one says "more … than" where the other says "less … than" the same."""
    first, second = a.limits("comparison"), b.limits("comparison")
    held = a.limits("comparator"), b.limits("comparator")
    same = not all(held) or held[0] == held[1]
    figures = any(value.text.lower().startswith(_BOUNDS) for c in (a, b) for value in c.values)
    return bool(first and second) and first.isdisjoint(second) and same and not figures


def _start_and_end(a: Claim, b: Claim) -> bool:
    """Return whether each gives a time of day of its own: "opens at 9 am", "closes at 6 pm"."""
    times = [
        {value.attribute for value in claim.values if value.scale == TIME_OF_DAY}
        for claim in (a, b)
    ]
    return all(times) and not times[0] & times[1]


def _both_partial(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether both speak of some only: "some were burnt", "some were not"."""
    return context.once(_partial, a) and context.once(_partial, b)


def _partial(claim: Claim, _: Context) -> bool:
    return any(_is_part(value, claim) for value in claim.values)


def _is_few(value: Value) -> bool:
    """Return whether a quantifier says "few" or "hardly ever", which leave room for none."""
    return value.scale == "proportion" and value.interval.low == 0 < value.interval.high


def _is_part(value: Value, claim: Claim) -> bool:
    """Return whether a quantifier picks a part: of the subject, or "some of" anything."""
    if value.scale != "proportion":
        return False
    subject = claim.subject_terms
    picks = bool(set(value.attribute) & set(subject)) or value.text.lower().endswith(" of")
    return picks and value.interval.high > 0 and value.interval.low < 1


def _same_frame(a: Claim, b: Claim, pair: tuple[str, str]) -> bool:
    """Return whether both antonyms are asserted of the subject rather than part of it.

    To be king until one's death is not to die.
    """
    if any(
        term == _DYING and term not in c.predicate for term, c in zip(pair, (a, b), strict=True)
    ):
        return False
    return pair[0] in _predicated(a) and pair[1] in _predicated(b)


def _predicated(claim: Claim) -> set[str]:
    """Return the terms that a claim asserts of its subject."""
    is_copula = bool({"be", "becom", "remain"} & set(claim.predicate))
    complement = claim.object.terms if claim.object and is_copula else ()
    return {*claim.predicate, *complement}
