"""Judgements of which the truth is known: on listed pairs of gold, and on labelled texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from attrs import frozen

from factcheck.evaluation.classification import canonical
from factcheck.evaluation.gold import Gold
from factcheck.evaluation.matching import match
from factcheck.evaluation.pairs import TextPair
from factcheck.judging.confidence import OPINION
from factcheck.model import Judgement, Run, Stance

_RIGHT = {
    Stance.AGREES: frozenset({"agree"}),
    Stance.CONTRADICTS: frozenset({"contradict", "tension"}),
    Stance.QUALIFIES: frozenset({"contradict", "tension"}),
}
# What a label that names only what a pair is not leaves open.
_LEFT_OPEN = {
    "not_agree": frozenset({Stance.CONTRADICTS, Stance.QUALIFIES}),
    "not_contradict": frozenset({Stance.AGREES, Stance.QUALIFIES}),
    "not_conflict": frozenset({Stance.AGREES}),
}


@frozen
class Case:
    """One thing of the gold: a pair, and what was said of it.

    Attributes:
        source: the collection or file that it comes from.
        labels: the right answers (``agree``, ``contradict``, ``tension``, ``neutral``, …).
        judgement: the judgement that stands; None where every rule abstained.
        weight: how much it counts where something is fitted to it; less than 1 where several
            cases share one decision.
    """

    source: str
    labels: frozenset[str]
    judgement: Judgement | None
    weight: float = 1.0

    def right(self, stance: Stance) -> bool | None:
        """Return whether a stance on this pair is right; None where the labels leave it open.

        A tension is right where the gold has a tension or a contradiction, since both are worth
        a reviewer's look.
        """
        if any(stance in _LEFT_OPEN.get(label, ()) for label in self.labels):
            return None
        return bool(self.labels & _RIGHT[stance])


def cases_of_run(run: Run, gold: Gold, source: str) -> Iterator[Case]:
    """Yield every pair that the gold lists, with the surest judgement of a run on it."""
    gold_of = match(run.claims, gold.claims).gold_of
    surest: dict[frozenset[str], Judgement] = {}
    for one in run.judgements:
        for x in gold_of.get(one.a.id, ()):
            for y in gold_of.get(one.b.id, ()):
                known = surest.get(frozenset((x, y)))
                if known is None or (one.confidence, one.id) > (known.confidence, known.id):
                    surest[frozenset((x, y))] = one
    for relation in gold.relations:
        yield Case(source, relation.accepted, surest.get(relation.pair))


def unlisted_conflicts(run: Run, gold: Gold, source: str) -> Iterator[Case]:
    """Yield what a judge beside the rules calls a conflict though the gold does not list it.

    Whoever makes gold lists every conflict, and of what does not conflict only some. The rules are
    hardly heard outside the list; a judge that says something of every pair is wrong there most of
    all.
    """
    gold_of = match(run.claims, gold.claims).gold_of
    listed = {relation.pair for relation in gold.relations}
    for one in run.judgements:
        pairs = product(gold_of.get(one.a.id, ()), gold_of.get(one.b.id, ()))
        if (
            one.rule == OPINION
            and one.stance is not Stance.AGREES
            and not any(frozenset(pair) in listed for pair in pairs)
        ):
            yield Case(source, frozenset({"not_conflict"}), one)


def cases_of_pairs(
    pairs: Iterable[TextPair], judge: Callable[[str, str], Judgement | None], source: str
) -> Iterator[Case]:
    """Yield every labelled pair of texts with the judgement on it."""
    for pair in pairs:
        if pair.label:
            yield Case(source, frozenset({canonical(pair.label)}), judge(pair.a, pair.b))
