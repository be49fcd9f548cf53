"""One judgement taken apart: what was matched, what every rule says, how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from factcheck.explaining.bench import Bench
from factcheck.explaining.explanation import (
    Condition,
    ConditionState,
    Confidence,
    Contribution,
    Hearing,
    HearingState,
    Matched,
    Relation,
)
from factcheck.judging.alignment import Alignment
from factcheck.judging.confidence import features
from factcheck.judging.finding import Finding
from factcheck.judging.paraphrase import ALIKE, CONTAINED
from factcheck.judging.rules import RULES, Rule
from factcheck.judging.substitution import exchange
from factcheck.model import Claim, Judgement, Polarity

_COMPARED: dict[str, tuple[str, Callable[[Claim], object]]] = {
    "direction": ("says that anything changes", lambda claim: claim.changes),
    "degree": (
        "gives a degree",
        lambda claim: [value for value in claim.values if value.scale == "degree"],
    ),
    "value": (
        "gives a figure",
        lambda claim: [value for value in claim.values if value.scale != "degree"],
    ),
    "category": ("puts its subject into a class", lambda claim: claim.categories),
    "set": ("lists anything", lambda claim: claim.items),
    "presence": ("says whether there is any of a thing", lambda claim: claim.presences),
    "appraisal": ("speaks for a thing or against it", lambda claim: claim.appraisals),
}
"""What a rule compares, as something that a claim does, and how to see whether it does."""


def matched(pair: Judgement, bench: Bench) -> Matched:
    """Return how far the claims of a judgement are about the same thing."""
    alignment = bench.align(pair)
    only_a, only_b = set(pair.a.terms) - set(pair.b.terms), set(pair.b.terms) - set(pair.a.terms)
    return Matched(
        subject=alignment.subject,
        containment=alignment.containment,
        jaccard=alignment.jaccard,
        shared=_weighed(alignment.shared, bench),
        only_a=_weighed(only_a, bench),
        only_b=_weighed(only_b, bench),
        conditions=_conditions(pair, alignment),
        relations=tuple(_relations(only_a, only_b, bench)),
    )


def hearings(pair: Judgement, bench: Bench) -> tuple[Hearing, ...]:
    """Return what every rule says of a pair, or why it says nothing."""
    return tuple(_hearing(rule, pair, bench) for rule in RULES)


def confidence(pair: Judgement, bench: Bench) -> Confidence | None:
    """Return how the confidence of a judgement comes about; None where it has no grounds."""
    if pair.grounds is None:
        return None
    weights = bench.judge.calibration.weights
    found = features(pair.rule, pair.stance, pair.grounds, pair.votes)
    parts = [Contribution(name, value, weights.get(name, 0.0)) for name, value in found.items()]
    fitted = bench.judge.calibration.confidence(pair.rule, pair.stance, pair.grounds, pair.votes)
    return Confidence(
        contributions=tuple(sorted(parts, key=lambda part: (-abs(part.points), part.feature))),
        score=sum(part.points for part in parts),
        fitted=fitted,
        final=pair.confidence,
    )


def _weighed(terms: Iterable[str], bench: Bench) -> tuple[tuple[str, float], ...]:
    context = bench.context
    ordered = sorted(terms, key=lambda term: (-context.weight(term), term))
    return tuple((context.label((term,)), round(context.weight(term), 3)) for term in ordered)


def _conditions(pair: Judgement, alignment: Alignment) -> tuple[Condition, ...]:
    kinds = sorted(
        {each.partition(":")[0] for claim in (pair.a, pair.b) for each in claim.conditions}
    )
    found = []
    for kind in kinds:
        first, second = sorted(pair.a.limits(kind)), sorted(pair.b.limits(kind))
        state = ConditionState.SHARED
        if kind in alignment.differing:
            state = ConditionState.DIFFERENT
        elif not (first and second):
            state = ConditionState.ONE_SIDED
        found.append(Condition(kind, tuple(first), tuple(second), state))
    return tuple(found)


def _relations(only_a: Iterable[str], only_b: Iterable[str], bench: Bench) -> Iterator[Relation]:
    context, entries = bench.context, bench.entries
    for one, other in product(sorted(only_a), sorted(only_b)):
        words = context.label((one,)), context.label((other,))
        if context.opposed(one, other):
            yield Relation("opposites", *words, entries.together("antonyms", one, other))
        elif context.exclude(one, other):
            yield Relation("exclusive", *words, entries.together("disjoint", one, other))
        elif context.is_a(one, other) or context.is_a(other, one):
            narrow = one if context.is_a(one, other) else other
            yield Relation("kind of", *words, entries.together("broader", narrow))


def _hearing(rule: Rule, pair: Judgement, bench: Bench) -> Hearing:
    if not bench.uses(rule):
        reason = "left out by the settings select or ignore"
        return Hearing(rule.id, HearingState.LEFT_OUT, None, 0.0, reason)
    found, kept = bench.heard(rule, pair)
    if found is None:
        reason = _silence(rule, pair, bench)
        return Hearing(rule.id, HearingState.ABSTAINS, None, 0.0, reason)
    if kept is None:
        reason = f"{found.rationale[:-1]}, but {_guard(found, pair, bench)}"
        return Hearing(rule.id, HearingState.SILENCED, found.stance, found.strength, reason)
    state = HearingState.DECIDES if rule.id == pair.rule else HearingState.VOTES
    strength = kept.grounds.strength if kept.grounds else found.strength
    return Hearing(rule.id, state, kept.stance, strength, kept.rationale)


def _silence(rule: Rule, pair: Judgement, bench: Bench) -> str:
    """Return why a rule finds nothing: what it compares is missing, or nothing came of it."""
    if rule.id in _TOLD:
        return _TOLD[rule.id](pair, bench)
    if rule.id not in _COMPARED:
        return _NOTHING
    does, look = _COMPARED[rule.id]
    first, second = bool(look(pair.a)), bool(look(pair.b))
    if first and second:
        return _NOTHING
    if not first and not second:
        return f"neither claim {does}"
    return f"only the {'first' if first else 'second'} claim {does}"


def _no_denial(pair: Judgement, bench: Bench) -> str:
    if pair.a.polarity is not pair.b.polarity:
        return "one affirms and one denies, but not the same thing"
    only = set(pair.a.terms) - set(pair.b.terms), set(pair.b.terms) - set(pair.a.terms)
    if any(bench.context.opposed(one, other) for one, other in product(*only)):
        return "they hold opposite words, but do not say them of one thing"
    deed = "deny" if pair.a.polarity is Polarity.NEGATED else "affirm"
    return f"both {deed}, and no word of the one is the opposite of a word of the other"


def _no_exchange(pair: Judgement, bench: Bench) -> str:
    if Polarity.NEGATED in (pair.a.polarity, pair.b.polarity):
        return "it compares claims that both affirm"
    if not exchange(pair.a, pair.b, bench.context).pairs:
        return "no words that exclude each other stand in one another's place"
    return "words that exclude each other are exchanged, but more than that differs"


def _no_paraphrase(pair: Judgement, bench: Bench) -> str:
    alignment = bench.align(pair)
    if alignment.jaccard < ALIKE and alignment.containment < CONTAINED:
        return f"they have too little in common: {alignment.jaccard:.2f} of the weight of both"
    return "they are alike in their words, but something in what they say differs"


_NOTHING = "compared them and found nothing to say"
_TOLD: dict[str, Callable[[Judgement, Bench], str]] = {
    "polarity": _no_denial,
    "substitution": _no_exchange,
    "paraphrase": _no_paraphrase,
}


def _guard(found: Finding, pair: Judgement, bench: Bench) -> str:
    """Return why the guards set a finding aside."""
    if not (pair.a.endorsed and pair.b.endorsed):
        return "a source only reports what it does not share."
    differing = bench.align(pair).differing
    if differing:
        return f"what limits the claims differs in kind: {', '.join(differing)}."
    if any("restriction:relative" in claim.conditions for claim in (pair.a, pair.b)):
        return "one speaks only of those that a relative clause picks out."
    return "words that exclude each other stand in one place."
