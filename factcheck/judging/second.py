"""A second opinion beside the rules: when it is asked for, and what becomes of it.

The rules see every pair. Another judge is asked only about pairs that are aligned well and on which
no rule speaks, or none with confidence, and about a bounded number of them, the best aligned first.
Its answer is a finding like that of a rule: the conditions of the claims guard it, and its
confidence is fitted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from factcheck.judging.alignment import Alignment, align
from factcheck.judging.cascade import RuleJudge, guard
from factcheck.judging.confidence import OPINION
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
    def claims(self) -> tuple[str, str]:
        """Ids of the two claims."""
        return self.pair.a.id, self.pair.b.id

    @property
    def sentences(self) -> tuple[object, ...]:
        """What tells the two sentences from others that the claims were taken from."""
        a, b = self.pair.a, self.pair.b
        return a.source.id, a.sentence, b.source.id, b.sentence


@frozen
class Settled:
    """What became of questions.

    Attributes:
        judgements: one for each question, in their order; None where nothing is to be said.
        asked: how many another judge was asked.
        unasked: how many fell to the bound.
        unanswered: how many of those asked got no answer.
    """

    judgements: tuple[Judgement | None, ...]
    asked: int = 0
    unasked: int = 0
    unanswered: int = 0


@frozen
class SecondOpinion:
    """Another judge, and what it may do.

    Attributes:
        judge: who is asked.
        most: how many pairs it is asked about at a time.
        least: confidence that its findings have to reach, from 0 to 1.
    """

    judge: SecondJudge
    most: int
    least: float = 0.0

    def settle(self, questions: Sequence[Question], rules: RuleJudge) -> Settled:
        """Return what the rules and the other judge say together on each question.

        The claims of two sentences are one question, asked of the two that are aligned best. What
        the other judge is not asked about, and what it has no answer to, stays as the rules have
        it.
        """
        ranked = sorted(range(len(questions)), key=lambda place: (-questions[place].worth, place))
        apart: dict[tuple[object, ...], int] = {}
        for place in ranked:
            apart.setdefault(questions[place].sentences, place)
        chosen = sorted(list(apart.values())[: self.most])
        answers = self.judge.opinions([questions[place].pair for place in chosen])
        found = [question.judgement for question in questions]
        for place, opinion in zip(chosen, answers, strict=True):
            if opinion is not None:
                found[place] = self._together(questions[place], opinion, rules)
        return Settled(
            judgements=tuple(found),
            asked=len(chosen),
            unasked=len(apart) - len(chosen),
            unanswered=sum(opinion is None for opinion in answers),
        )

    def _together(self, question: Question, opinion: Opinion, rules: RuleJudge) -> Judgement | None:
        """Return what the rules and the other judge say of a pair; None where that is nothing.

        What the rules say stands, more or less surely. Where they are silent, or less sure than
        the other judge, the other's finding stands, as far as the conditions of the claims leave
        it, and where it is sure enough.
        """
        pair, judgement = question.pair, question.judgement
        alignment = align(pair.a, pair.b, rules.context, together=pair.together)
        finding = _finding(pair, opinion, alignment, rules)
        votes = judgement.votes if judgement else ()
        if finding is not None:
            votes = (*votes, Vote(OPINION, finding.stance))
        told = [_weighed(judgement, opinion, votes, rules)] if judgement else []
        if finding is not None:
            other = rules.judgement(finding, votes, pair, alignment, opinion)
            told += [other] if other.confidence >= self.least else []
        return max(told, key=lambda one: one.confidence, default=None)


def unsure(judgement: Judgement) -> bool:
    """Return whether the rules say something without confidence."""
    return judgement.confidence < UNSURE


def question(pair: CandidatePair, judgement: Judgement | None, rules: RuleJudge) -> Question | None:
    """Return the question that a pair is worth; None where no answer could help.

    That is where the rules are sure, a source does not share what it reports, the claims are not
    about the same thing, or what limits them differs: people, place, time, part, name.
    """
    a, b = pair.a, pair.b
    if judgement is not None and not unsure(judgement):
        return None
    if not (a.endorsed and b.endorsed):
        return None
    alignment = align(a, b, rules.context, together=pair.together)
    if alignment.differing or not _aligned(alignment):
        return None
    return Question(pair, judgement, round(alignment.subject + alignment.jaccard, 6))


def _aligned(alignment: Alignment) -> bool:
    """Return whether claims are about one thing, or somebody put them side by side as such."""
    alike = alignment.subject >= SUBJECT or alignment.jaccard >= COMMON
    return alignment.together or alike


def judged(
    rules: RuleJudge, second: SecondOpinion, pairs: Iterable[CandidatePair]
) -> list[Judgement]:
    """Return what the rules and another judge say together on pairs, where that is anything."""
    found: list[Judgement | None] = []
    questions: dict[int, Question] = {}
    for place, pair in enumerate(pairs):
        found.append(rules.judge(pair))
        if (open_ := question(pair, found[-1], rules)) is not None:
            questions[place] = open_
    settled = second.settle(list(questions.values()), rules)
    for place, judgement in zip(questions, settled.judgements, strict=True):
        found[place] = judgement
    return [one for one in found if one is not None]


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


def _weighed(
    judgement: Judgement, opinion: Opinion, votes: tuple[Vote, ...], rules: RuleJudge
) -> Judgement:
    """Return a judgement of the rules, surer or less sure for another's opinion."""
    assert judgement.grounds is not None
    grounds = evolve(judgement.grounds, opinion=opinion)
    sure = rules.calibration.confidence(judgement.rule, judgement.stance, grounds, votes)
    return evolve(judgement, votes=votes, grounds=grounds, confidence=sure)
