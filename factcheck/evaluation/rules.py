"""What each rule is worth, in the manner of labelling-function analysis.

Coverage, overlaps and conflicts are those of Ratner et al., "Snorkel: rapid training data creation
with weak supervision" (Proceedings of the VLDB Endowment 11, 2017).
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import asdict, frozen

from factcheck.evaluation.outcomes import Case
from factcheck.model import Stance, Vote


@frozen
class RuleFigures:
    """How a rule votes for one stance.

    Attributes:
        rule, stance: what votes, and for what.
        votes: on how many pairs.
        coverage: that as a share of all pairs.
        overlaps: share of all pairs on which another rule votes too.
        conflicts: share of all pairs on which another rule votes for another stance.
        decided: how many of the votes became the judgement.
        known: how many of the votes the gold can call right or wrong.
        right: how many of those are right.
        precision: ``right`` as a share of ``known``; 0 where there are none.
    """

    rule: str
    stance: Stance
    votes: int
    coverage: float
    overlaps: float
    conflicts: float
    decided: int
    known: int
    right: int
    precision: float

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values, shares rounded to four digits."""
        return {
            name: value.value
            if isinstance(value, Stance)
            else round(value, 4)
            if isinstance(value, float)
            else value
            for name, value in asdict(self).items()
        }


def figures_by_rule(cases: Iterable[Case]) -> tuple[RuleFigures, ...]:
    """Return the figures of every rule and stance that got a vote, by rule and stance."""
    seen = list(cases)
    voted: dict[Vote, list[Case]] = {}
    for case in seen:
        for vote in case.judgement.votes if case.judgement else ():
            voted.setdefault(vote, []).append(case)
    ordered = sorted(voted.items(), key=lambda item: (item[0].rule, item[0].stance))
    return tuple(_figures(vote, held, len(seen)) for vote, held in ordered)


def _figures(vote: Vote, held: list[Case], pairs: int) -> RuleFigures:
    others = [
        [other for other in case.judgement.votes if other.rule != vote.rule]
        for case in held
        if case.judgement
    ]
    known = [right for case in held if (right := case.right(vote.stance)) is not None]
    return RuleFigures(
        rule=vote.rule,
        stance=vote.stance,
        votes=len(held),
        coverage=len(held) / pairs,
        overlaps=sum(bool(one) for one in others) / pairs,
        conflicts=sum(any(o.stance is not vote.stance for o in one) for one in others) / pairs,
        decided=sum(
            case.judgement is not None and case.judgement.rule == vote.rule for case in held
        ),
        known=len(known),
        right=sum(known),
        precision=sum(known) / len(known) if known else 0.0,
    )
