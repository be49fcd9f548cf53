"""A second opinion beside the rules: when it is asked for, and what becomes of it.

The rules see every pair. Another judge is asked only about pairs that are aligned well and on which
no rule speaks, or none with confidence, and about a bounded number of them, the best aligned first.
Its answer is a finding like that of a rule: the conditions of the claims guard it, and its
confidence is fitted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from factcheck.judging.alignment import Alignment, align
from factcheck.judging.cascade import RuleJudge, guard
from factcheck.judging.confidence import OPINION, counts_as
from factcheck.judging.finding import Finding
from factcheck.judging.paraphrase import denied
from factcheck.model import CandidatePair, Judgement, Opinion, Stance, Vote
from factcheck.protocols import SecondJudge

UNSURE = 0.65
"""Confidence of the rules from which nobody else is asked."""

SUBJECT = 0.5
"""How much the subjects have to be one for claims to be about one thing, as the rules ask too."""

COMMON = 0.25
"""Weight of the shared terms over that of both claims from which they are so whatever their
subjects: of one thing said in two ways, either may be the subject."""

HELD = 0.5
"""How likely another judge has to hold a stance for it to be what it says."""


@frozen
class Question:
    """A pair on which another judge may help.

    Attributes:
        pair: the claims.
        judgement: what the rules say of them; None where they are silent.
        worth: how well the claims are aligned; the higher, the sooner it is asked.
    """

    pair: CandidatePair
    judgement: Judgement | None
    worth: float

    @property
    def sentences(self) -> tuple[object, ...]:
        """What tells the two sentences from others that the claims were taken from."""
        a, b = self.pair.a, self.pair.b
        return a.source.id, a.sentence, b.source.id, b.sentence


@frozen
class Settled:
    """What became of pairs.

    Attributes:
        judgements: what stands, in the order of the pairs.
        asked: how many another judge was asked.
        unasked: how many fell to the bound.
        unanswered: how many of those asked got no answer.
    """

    judgements: tuple[Judgement, ...]
    asked: int = 0
    unasked: int = 0
    unanswered: int = 0


@frozen
class SecondOpinion:
    """Another judge, and what it may do.

    Attributes:
        judge: who is asked.
        most: how many pairs it is asked about at a time.
        least: confidence that its findings have to reach, from 0 to 1; for a conflict, what that
            counts as.
    """

    judge: SecondJudge
    most: int
    least: float = 0.0

    def settle(self, found: Sequence[Judgement | Question], rules: RuleJudge) -> Settled:
        """Return what the rules and the other judge say together, where that is anything.

        The claims of two sentences are one question, asked of the two that are aligned best. What
        the other judge is not asked about, and what it has no answer to, stays as the rules have
        it.

        Args:
            found: what the rules say of each pair, or the question it is worth.
            rules: who they are.
        """
        questions = [one for one in found if isinstance(one, Question)]
        ranked = sorted(range(len(questions)), key=lambda place: (-questions[place].worth, place))
        apart: dict[tuple[object, ...], int] = {}
        for place in ranked:
            apart.setdefault(questions[place].sentences, place)
        chosen = sorted(list(apart.values())[: self.most])
        answers = self.judge.opinions([questions[place].pair for place in chosen])
        settled = [question.judgement for question in questions]
        for place, opinion in zip(chosen, answers, strict=True):
            if opinion is not None:
                settled[place] = self._together(questions[place], opinion, rules)
        rest = iter(settled)
        standing = (next(rest) if isinstance(one, Question) else one for one in found)
        return Settled(
            judgements=tuple(one for one in standing if one is not None),
            asked=len(chosen),
            unasked=len(apart) - len(chosen),
            unanswered=sum(opinion is None for opinion in answers),
        )

    def _together(self, question: Question, opinion: Opinion, rules: RuleJudge) -> Judgement | None:
        """Return what the rules and the other judge say of a pair; None where that is nothing.

        Where the rules are silent, or less sure than the other judge, the other's finding stands,
        as far as the conditions of the claims leave it, and where it is sure enough.
        """
        pair, judgement = question.pair, question.judgement
        alignment = align(pair.a, pair.b, rules.context, together=pair.together)
        finding = _finding(pair, opinion, alignment, rules)
        votes = judgement.votes if judgement else ()
        if finding is not None:
            votes = (*votes, Vote(OPINION, finding.stance))
        told = [_heard(judgement, opinion, votes)] if judgement else []
        if finding is not None:
            other = rules.judgement(finding, votes, pair, alignment, opinion)
            sure = other.confidence if other.stance is Stance.AGREES else counts_as(other)
            told += [other] if sure >= self.least else []
        return max(told, key=lambda one: one.confidence, default=None)


def asked(
    rules: RuleJudge, pairs: Iterable[CandidatePair], least: float = 0.0
) -> Iterator[Judgement | Question]:
    """Yield what the rules say of pairs, or in its place the question that a pair is worth.

    Args:
        rules: the rules.
        pairs: candidate pairs.
        least: confidence that a judgement has to reach to be one.
    """
    for pair in pairs:
        alignment = rules.aligned(pair)
        if alignment is None:
            continue
        judgement = rules.compared(pair, alignment)
        if judgement is not None and judgement.confidence < least:
            judgement = None
        if _helps(judgement, alignment):
            yield Question(pair, judgement, round(alignment.subject + alignment.jaccard, 6))
        elif judgement is not None:
            yield judgement


def _helps(judgement: Judgement | None, alignment: Alignment) -> bool:
    """Return whether another's answer could help.

    It does not where the rules are sure, where what limits the claims differs (people, place, time,
    part, name), or where they are not about one thing and nobody put them side by side as such.
    """
    sure = judgement is not None and judgement.confidence >= UNSURE
    alike = alignment.subject >= SUBJECT or alignment.jaccard >= COMMON
    return not sure and not alignment.differing and (alignment.together or alike)


def _finding(
    pair: CandidatePair, opinion: Opinion, alignment: Alignment, rules: RuleJudge
) -> Finding | None:
    """Return what another judge finds, as the conditions of the claims leave it."""
    a, b = pair.a, pair.b
    agrees = opinion.agrees > opinion.contradicts
    likely = max(opinion.agrees, opinion.contradicts)
    if likely < HELD:
        return None
    if agrees and (denied(a, b, alignment, rules.context) or rules.exchanged(a, b, alignment)):
        return None
    aligned = alignment.together or alignment.subject >= SUBJECT
    stance = Stance.AGREES if agrees else Stance.CONTRADICTS if aligned else Stance.QUALIFIES
    says = "say the same" if agrees else "cannot both hold" if aligned else "hardly go together"
    aspect = rules.context.telling(alignment.shared)[:3] or alignment.shared[:3]
    about = rules.context.label(aspect)
    found = Finding(
        rule=OPINION,
        stance=stance,
        strength=likely,
        rationale=f"{opinion.judge}: {opinion.rationale or f'they {says} on {about}.'}",
        aspect=aspect,
        a_evidence=opinion.a_evidence or a.span,
        b_evidence=opinion.b_evidence or b.span,
    )
    return guard(found, a, b, alignment)


def _heard(judgement: Judgement, opinion: Opinion, votes: tuple[Vote, ...]) -> Judgement:
    """Return a judgement of the rules with what another judge says; it is as sure as before."""
    assert judgement.grounds is not None
    return evolve(judgement, votes=votes, grounds=evolve(judgement.grounds, opinion=opinion))
