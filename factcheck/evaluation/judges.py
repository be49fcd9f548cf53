"""What each judge finds by itself and what all find together, on pairs of which the truth is known.

An ablation: the same pairs, with a part left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from factcheck.evaluation.outcomes import Case
from factcheck.model import Opinion, Stance

_SOUGHT = {Stance.AGREES: "agree", Stance.CONTRADICTS: "contradict"}


@frozen
class Answer:
    """The stance of one judge on a pair; None where it says nothing."""

    case: Case
    stance: Stance | None


@frozen
class JudgeFigures:
    """How well a judge finds one stance; each share is 0 where it is undefined.

    Attributes:
        judge, stance: who finds what.
        found: on how many pairs it says so.
        known: how many of those the gold can call right or wrong.
        right: how many of those are right.
        precision: ``right`` as a share of ``known``.
        listed: how many pairs the gold says it of.
        recall: those of them that are found, as a share.
    """

    judge: str
    stance: Stance
    found: int
    known: int
    right: int
    precision: float
    listed: int
    recall: float

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values, shares rounded to four digits."""
        return {
            "judge": self.judge,
            "stance": self.stance.value,
            "found": self.found,
            "known": self.known,
            "right": self.right,
            "precision": round(self.precision, 4),
            "listed": self.listed,
            "recall": round(self.recall, 4),
        }


def answers_of(cases: Iterable[Case]) -> list[Answer]:
    """Return what those say who judged cases."""
    return [Answer(one, one.judgement.stance if one.judgement else None) for one in cases]


def stance_of(opinion: Opinion | None) -> Stance | None:
    """Return what a judge holds the likeliest; None where that is neither stance."""
    if opinion is None:
        return None
    likely = max(opinion.agrees, opinion.contradicts)
    if likely <= 1 - opinion.agrees - opinion.contradicts:
        return None
    return Stance.AGREES if likely == opinion.agrees else Stance.CONTRADICTS


def figures_of_judge(judge: str, answers: Sequence[Answer]) -> tuple[JudgeFigures, ...]:
    """Return how well a judge finds contradictions, and how well agreements."""
    return tuple(_figures(judge, stance, answers) for stance in reversed(_SOUGHT))


def _figures(judge: str, stance: Stance, answers: Iterable[Answer]) -> JudgeFigures:
    told = [one for one in answers if one.stance is stance]
    known = [right for one in told if (right := one.case.right(stance)) is not None]
    listed = [one for one in answers if _SOUGHT[stance] in one.case.labels]
    met = sum(one.stance is stance for one in listed)
    return JudgeFigures(
        judge=judge,
        stance=stance,
        found=len(told),
        known=len(known),
        right=sum(known),
        precision=sum(known) / len(known) if known else 0.0,
        listed=len(listed),
        recall=met / len(listed) if listed else 0.0,
    )
