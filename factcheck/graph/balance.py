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

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from factcheck.graph.aspects import Aspects
from factcheck.model import Judgement, Stance

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
    suspects = _suspects(judgements)
    return tuple(
        evolve(judgement, confidence=judgement.confidence * BALANCE_FACTOR)
        if judgement.id in suspects
        else judgement
        for judgement in judgements
    )


def _suspects(judgements: Sequence[Judgement]) -> set[str]:
    aspects = Aspects.of(judgements)
    agreeing: dict[str, dict[str, Judgement]] = defaultdict(dict)
    for judgement in judgements:
        if judgement.stance is Stance.AGREES:
            for claim, other in ((judgement.a, judgement.b), (judgement.b, judgement.a)):
                known = agreeing[claim.id].get(other.id)
                if known is None or judgement.confidence > known.confidence:
                    agreeing[claim.id][other.id] = judgement
    suspects: set[str] = set()
    for judgement in judgements:
        if judgement.stance is not Stance.CONTRADICTS:
            continue
        left, right = agreeing[judgement.a.id], agreeing[judgement.b.id]
        for between in sorted(left.keys() & right.keys()):
            sides = (left[between], right[between])
            if _one_aspect(aspects, judgement, *sides):
                weakest = min(sides, key=lambda side: (side.confidence, side.id))
                suspects |= {judgement.id, weakest.id}
    return suspects


def _one_aspect(aspects: Aspects, a: Judgement, b: Judgement, c: Judgement) -> bool:
    return (
        aspects.overlap(a.aspect, b.aspect)
        and aspects.overlap(b.aspect, c.aspect)
        and aspects.overlap(a.aspect, c.aspect)
    )
