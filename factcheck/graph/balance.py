"""The signed-graph check: agreements and contradictions that cannot all be right.

Structural balance (Cartwright and Harary, "Structural balance: a generalization of Heider's
theory", Psychological Review 63, 1956): a triangle whose signs multiply to a minus is
inconsistent. Of the two such triangles, three contradictions can all be right where an aspect has
more than two answers (Davis, "Clustering and structural balance in graphs", Human Relations 20,
1967); two agreements and one contradiction cannot: if a says what b says and b says what c says,
a does not contradict c. One of the three edges is then wrong, most likely the contradiction or the
weaker agreement, so both lose confidence.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import compress, count

from attrs import evolve

from factcheck.graph.objects import Numbered, graph_of
from factcheck.graph.signed import SignedGraph
from factcheck.model import Judgement, Stance
from factcheck.model.columns import replaced

BALANCE_FACTOR = 0.8
"""What the confidence of a suspect judgement is multiplied by, once, however many triangles.

A choice, not a measurement: a judgement sure at 0.9 stays a finding (0.72), one at 0.6 falls below
the default threshold of 0.5 (0.48).
"""


def balance(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements, in their order, with less confidence in those of a bad triangle.

    A triangle counts where its three judgements are on one aspect (each two aspects overlap).
    Apply it once, before findings are made of the judgements.

    Args:
        judgements: any stances; those that qualify have no sign and stay as they are.
    """
    return tuple(balanced(graph_of(judgements), 0.0).judgements)


def balanced(numbered: Numbered, least: float) -> Numbered:
    """Return a graph after ``balance``, without those judgements that are no longer sure enough.

    Args:
        numbered: the graph.
        least: the confidence that a judgement needs.
    """
    lowered = suspects(numbered.graph)
    graph, kept = standing(numbered.graph, lowered, least)
    judgements = list(map(numbered.judgements.__getitem__, kept))
    less = [place for place, number in enumerate(kept) if number in lowered]
    sure = list(map(graph.confidences.__getitem__, less))
    weaker = replaced(list(map(judgements.__getitem__, less)), "confidence", sure)
    for place, judgement in zip(less, weaker, strict=True):
        judgements[place] = judgement
    return Numbered(graph, tuple(judgements), numbered.claims)


def standing(graph: SignedGraph, lowered: Set[int], least: float) -> tuple[SignedGraph, array[int]]:
    """Return the graph of those judgements that are sure enough, and their numbers in the other.

    Args:
        graph: all judgements.
        lowered: the numbers of those that lose confidence.
        least: the confidence that a judgement needs.
    """
    weighed = array("d", graph.confidences)
    for number in lowered:
        weighed[number] *= BALANCE_FACTOR
    kept = array("Q", compress(count(), map(least.__le__, weighed)))
    return evolve(graph, confidences=weighed).only(kept), kept


def suspects(graph: SignedGraph) -> set[int]:
    """Return the judgements that lose confidence: those of a bad triangle that may be wrong."""
    contradictions = graph.having(Stance.CONTRADICTS)
    agreeing = _surest_agreements(graph, graph.claims(contradictions))
    found: set[int] = set()
    for one in contradictions:
        left, right = agreeing[graph.a[one]], agreeing[graph.b[one]]
        like = graph.compared.like(graph.aspects[one])
        for between in left.keys() & right.keys():
            sides = (left[between], right[between])
            first, second = (graph.aspects[side] for side in sides)
            if like(first) and like(second) and graph.compared.overlap(first, second):
                weakest = min(sides, key=lambda side: (graph.confidences[side], graph.ids[side]))
                found |= {one, weakest}
    return found


def _surest_agreements(graph: SignedGraph, claims: set[int]) -> defaultdict[int, dict[int, int]]:
    """Return the surest agreement of each of ``claims`` with each other claim."""
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for one in graph.having(Stance.AGREES):
        for claim, other in ((graph.a[one], graph.b[one]), (graph.b[one], graph.a[one])):
            if claim in claims:
                known = found[claim].get(other)
                if known is None or graph.confidences[one] > graph.confidences[known]:
                    found[claim][other] = one
    return found
