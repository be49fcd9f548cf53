"""What would change a verdict, found out by judging again with one thing otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from attrs import evolve

from factcheck.explaining.bench import Bench
from factcheck.explaining.explanation import Counterfactual
from factcheck.judging.confidence import OPINION
from factcheck.judging.context import Context
from factcheck.model import (
    Certainty,
    Change,
    Claim,
    Cue,
    Interval,
    Judgement,
    Polarity,
    Span,
    Stance,
    Value,
)
from factcheck.reporting.pictures.scales import told

_LIMITS = ("population", "place", "setting")
"""Conditions that a claim may get from elsewhere: for whom, where and in which setting it holds."""

_ONE, _OTHER = "one-of-two", "other-of-two"
"""Terms that no text has, for conditions that differ."""


def counterfactuals(pair: Judgement, bench: Bench) -> tuple[Counterfactual, ...]:
    """Return what would change the verdict on a pair, leaving out what would not."""
    if pair.rule == OPINION:
        return tuple(_without_rule(pair, bench))
    found = [
        *_without_rule(pair, bench),
        *_with_values(pair, bench),
        *_with_directions(pair, bench),
        *_with_polarity(pair, bench),
        *_with_hedges(pair, bench),
        *_with_conditions(pair, bench),
        *_without_relations(pair, bench),
    ]
    return tuple(one for one in found if one.stance is not pair.stance or one.kind == "rule")


def threshold(judgements: Iterable[Judgement]) -> Counterfactual:
    """Return the setting from which on none of some judgements is reported."""
    most = max(judgement.confidence for judgement in judgements)
    return Counterfactual("settings", f"--min-confidence above {most:.4g}", None)


def without_rules(judgements: Iterable[Judgement], bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is left of a finding without the rules that its pairs rest on."""
    pairs = tuple(judgements)
    rules = sorted({pair.rule for pair in pairs})
    for rule in rules:
        left = [
            again
            for pair in pairs
            if (again := bench.again(pair, without=rule)) is not None
            and again.stance is not Stance.AGREES
        ]
        change = _leaving_out(rule)
        if not left:
            yield Counterfactual("rule", change, None)
            continue
        best = max(left, key=lambda one: (one.stance is Stance.CONTRADICTS, one.confidence))
        yield Counterfactual("rule", change, best.stance, best.rule, best.confidence)


def _outcome(kind: str, change: str, found: Judgement | None) -> Counterfactual:
    if found is None:
        return Counterfactual(kind, change, None)
    return Counterfactual(kind, change, found.stance, found.rule, found.confidence)


def _without_rule(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    found = bench.again(pair, without=pair.rule)
    yield _outcome("rule", _leaving_out(pair.rule), found)


def _leaving_out(rule: str) -> str:
    return "--judge rules" if rule == OPINION else f"--ignore {rule}"


def _with_values(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield how far one of two deciding values would have to reach to meet the other."""
    for first, second in product(
        _deciding(pair.a, pair.a_evidence), _deciding(pair.b, pair.b_evidence)
    ):
        if first.scale != second.scale or first.interval == second.interval:
            continue
        for claim, value, other in ((pair.a, first, second), (pair.b, second, first)):
            reaching = _reaching(value.interval, other.interval)
            changed = evolve(claim, values=_replaced(claim.values, value, reaching))
            ours = claim is pair.a
            found = bench.again(pair, changed if ours else None, None if ours else changed)
            change = (
                f"“{value.text}” in {claim.source.name} reaching “{other.text}”, "
                f"{_told(value, reaching)} instead of {_told(value, value.interval)}"
            )
            yield _outcome("value", change, found)


def _told(value: Value, interval: Interval) -> str:
    """Return an interval in words; a degree has no unit, only a place between none and all."""
    if value.scale == "degree":
        return f"{interval.low:g} to {interval.high:g} on a scale to 1"
    return told(value.scale, interval)


def _deciding(claim: Claim, evidence: Span) -> list[Value]:
    return [value for value in claim.values if value.span.overlap(evidence)]


def _reaching(own: Interval, other: Interval) -> Interval:
    """Return an interval stretched to the near end of another, or over all of it if they meet."""
    if not own.disjoint(other):
        return Interval(min(own.low, other.low), max(own.high, other.high))
    if own.high <= other.low:
        return Interval(own.low, other.low, own.low_open)
    return Interval(other.high, own.high, high_open=own.high_open)


def _replaced(values: tuple[Value, ...], old: Value, interval: Interval) -> tuple[Value, ...]:
    return tuple(evolve(one, interval=interval) if one is old else one for one in values)


def _with_directions(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is found where one source says in the words of the other which way it goes."""
    changes = [
        [change for change in claim.changes if change.cue.span.overlap(evidence)]
        for claim, evidence in ((pair.a, pair.a_evidence), (pair.b, pair.b_evidence))
    ]
    for first, second in product(*changes):
        if (first.direction, first.negated) == (second.direction, second.negated):
            continue
        for claim, own, other in ((pair.a, first, second), (pair.b, second, first)):
            changed = _reworded(claim, own, other, bench)
            ours = claim is pair.a
            found = bench.again(pair, changed if ours else None, None if ours else changed)
            change = f"“{other.cue.text}” in {claim.source.name} instead of “{own.cue.text}”"
            yield _outcome("direction", change, found)


def _reworded(claim: Claim, own: Change, other: Change, bench: Bench) -> Claim:
    """Return a claim with the words of another change in the place of its own."""
    terms = bench.context.relations.terms
    old, new = (
        [term for word in change.cue.text.lower().split() for term in terms.parts(word)]
        for change in (own, other)
    )
    turned = evolve(own, direction=other.direction, negated=other.negated)
    return evolve(
        claim,
        text=claim.text.replace(own.cue.text, other.cue.text),
        predicate=_exchanged(claim.predicate, old, new),
        terms=tuple(sorted(_exchanged(claim.terms, old, new))),
        changes=tuple(turned if change is own else change for change in claim.changes),
    )


def _exchanged(terms: Iterable[str], old: list[str], new: list[str]) -> tuple[str, ...]:
    kept = tuple(terms)
    found = any(term in old for term in kept)
    return (*(term for term in kept if term not in old), *(new if found else ()))


def _with_polarity(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is found where one claim says the contrary: a denial taken back, or put in."""
    negated = [claim for claim in (pair.a, pair.b) if claim.polarity is Polarity.NEGATED]
    for claim in negated or [pair.b]:
        cue = f" (“{claim.negation.text}”)" if claim.negation else ""
        if negated:
            changed = evolve(claim, polarity=Polarity.AFFIRMED, negation=None)
            change = f"{claim.source.name} affirming instead of denying{cue}"
        else:
            cue_now = Cue("not", Span(claim.start, claim.start))
            changed = evolve(claim, polarity=Polarity.NEGATED, negation=cue_now)
            change = f"{claim.source.name} denying what it affirms"
        ours = claim is pair.a
        found = bench.again(pair, changed if ours else None, None if ours else changed)
        yield _outcome("polarity", change, found)


def _with_hedges(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is found where both sources, or none, say that it may be so."""
    hedged = [claim.certainty is Certainty.HEDGED for claim in (pair.a, pair.b)]
    certainty = Certainty.ASSERTED if all(hedged) else Certainty.HEDGED
    a, b = (evolve(claim, certainty=certainty) for claim in (pair.a, pair.b))
    change = (
        "both sources stating it without a hedge"
        if all(hedged)
        else "both sources stating it as a possibility only"
    )
    yield _outcome("hedge", change, bench.again(pair, a, b))


def _with_conditions(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is found where limits that differ are dropped, or where some are put in."""
    differing = bench.align(pair).differing
    dropped = [kind for kind in differing if pair.a.limits(kind) or pair.b.limits(kind)]
    groups = [(kind,) for kind in dropped] + ([tuple(dropped)] if len(dropped) > 1 else [])
    for kinds in groups:
        a, b = pair.a, pair.b
        for kind in kinds:
            a, b = _limited(a, kind), _limited(b, kind)
        change = f"neither being limited to a {' or '.join(kinds)}"
        yield _outcome("condition", change, bench.again(pair, a, b))
    open_kinds: dict[Stance | None, list[tuple[str, Counterfactual]]] = {}
    for kind in _LIMITS:
        if kind in differing:
            continue
        found = bench.again(pair, _limited(pair.a, kind, _ONE), _limited(pair.b, kind, _OTHER))
        one_sided = _one_sided(pair, kind, bench)
        outcome = _outcome("condition", one_sided, found)
        if one_sided:
            yield outcome
        else:
            open_kinds.setdefault(outcome.stance, []).append((kind, outcome))
    for same in open_kinds.values():
        *others, last = (kind for kind, _ in same)
        listed = f"{', '.join(others)} or {last}" if others else last
        change = f"the two being limited to a different {listed} each"
        yield evolve(same[0][1], change=change)


def _one_sided(pair: Judgement, kind: str, bench: Bench) -> str:
    """Return what would set the claims apart where only one has a limit; empty elsewhere."""
    for claim, other in ((pair.a, pair.b), (pair.b, pair.a)):
        own = sorted(claim.limits(kind))
        if own and not other.limits(kind):
            return (
                f"{other.source.name} being limited to another {kind} than "
                f"“{bench.context.label(own)}”, to which {claim.source.name} is"
            )
    return ""


def _limited(claim: Claim, kind: str, term: str = "") -> Claim:
    """Return a claim with this limit of one kind, or with none."""
    rest = tuple(each for each in claim.conditions if each.partition(":")[0] != kind)
    return evolve(claim, conditions=(*rest, *((f"{kind}:{term}",) if term else ())))


def _without_relations(pair: Judgement, bench: Bench) -> Iterator[Counterfactual]:
    """Yield what is found where the lexicon knew nothing of two words that exclude each other."""
    context = bench.context
    first, second = set(pair.a.terms), set(pair.b.terms)
    for one, other in product(sorted(first - second), sorted(second - first)):
        if context.opposed(one, other):
            words = f"“{context.label((one,))}” and “{context.label((other,))}”"
            found = bench.again(pair, context=_strangers(context, one, other))
            yield _outcome("lexicon", f"{words} being no opposites in the lexicon", found)
        elif context.exclude(one, other):
            words = f"“{context.label((one,))}” and “{context.label((other,))}”"
            found = bench.again(pair, context=_compatible(context, one, other))
            yield _outcome("lexicon", f"{words} not excluding each other in the lexicon", found)


def _compatible(context: Context, one: str, other: str) -> Context:
    """Return the context without the disjoint groups that part two words, or classes of theirs."""
    relations = context.relations
    first, second = (
        frozenset().union(
            *(relations.groups.get(each, frozenset()) for each in _classes(context, term))
        )
        for term in (one, other)
    )
    parting = first & second
    groups = {term: numbers - parting for term, numbers in relations.groups.items()}
    return evolve(context, relations=evolve(relations, groups=groups))


def _classes(context: Context, term: str) -> frozenset[str]:
    return context.relations.broader.get(term, frozenset()) | {term}


def _strangers(context: Context, one: str, other: str) -> Context:
    antonyms = dict(context.relations.antonyms)
    for first, second in ((one, other), (other, one)):
        antonyms[first] = antonyms.get(first, frozenset()) - {second}
    return evolve(context, relations=evolve(context.relations, antonyms=antonyms))
