"""What an explanation holds, as values."""

from __future__ import annotations

from enum import StrEnum
from html import escape

from attrs import frozen

from factcheck.model import (
    Agreement,
    Claim,
    Dispute,
    Document,
    Judgement,
    Skipped,
    Span,
    Stance,
    Topic,
)

Explained = Claim | Judgement | Dispute | Agreement | Topic | Document
"""What can be explained."""


@frozen
class Entry:
    """An entry of a lexicon pack that made words of a claim what they were read as.

    Attributes:
        feature: what the words were read as: ``negation``, ``hedge``, ``change``, ``value`` …
        words: the words of the source.
        span: where they stand in it.
        key: the key of the pack, such as ``degrees``.
        entry: the word of the pack.
        meaning: what the pack says of it, in words; empty where the key says it all.
        place: file and line of the entry.
    """

    feature: str
    words: str
    span: Span
    key: str
    entry: str
    meaning: str
    place: str


@frozen
class Relation:
    """Something that the lexicon knows of two words, one in each claim.

    Attributes:
        kind: ``opposites``, ``exclusive``, ``kind of`` or ``synonyms``.
        a, b: the words, as terms in readable form.
        place: file and line of the entry; empty where several entries make it up.
    """

    kind: str
    a: str
    b: str
    place: str


class ConditionState(StrEnum):
    """How the conditions of one kind stand to each other."""

    SHARED = "shared"
    DIFFERENT = "different"
    ONE_SIDED = "one-sided"


@frozen
class Condition:
    """What limits the claims, of one kind.

    Attributes:
        kind: population, place, setting, and so on.
        a, b: the terms of each claim; none where it sets no such limit.
        state: whether they meet.
    """

    kind: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    state: ConditionState


@frozen
class Matched:
    """How far two claims are about the same thing, before anything is compared.

    Attributes:
        subject: how much the subjects are one, from 0 to 1; 0.5 where one is missing.
        containment: weight of the shared terms over the smaller claim's, from 0 to 1.
        jaccard: weight of the shared terms over that of all, from 0 to 1.
        shared: the terms both have, with their weights, the most telling first.
        only_a, only_b: the terms that only one has, likewise.
        conditions: what limits them.
        relations: what the lexicon knows of words of the one and words of the other.
    """

    subject: float
    containment: float
    jaccard: float
    shared: tuple[tuple[str, float], ...]
    only_a: tuple[tuple[str, float], ...]
    only_b: tuple[tuple[str, float], ...]
    conditions: tuple[Condition, ...]
    relations: tuple[Relation, ...]


class HearingState(StrEnum):
    """What became of a rule's word."""

    DECIDES = "decides"
    VOTES = "votes"
    SILENCED = "silenced"
    ABSTAINS = "abstains"
    LEFT_OUT = "left out"


@frozen
class Hearing:
    """What one rule says of a pair.

    Attributes:
        rule: id of the rule.
        state: whether it decides, votes, abstains, was silenced by a guard or left out.
        stance: what it says; None where it abstains or was left out.
        strength: how clear its comparison is, from 0 to 1; 0 where it abstains.
        reason: what it found, or why it says nothing.
    """

    rule: str
    state: HearingState
    stance: Stance | None
    strength: float
    reason: str


@frozen
class Contribution:
    """What one feature adds to the score behind a confidence: its value times its weight."""

    feature: str
    value: float
    weight: float

    @property
    def points(self) -> float:
        """The product; above 0 it speaks for the finding."""
        return self.value * self.weight


@frozen
class Confidence:
    """How a confidence comes about.

    Attributes:
        contributions: what adds to the score, the greatest first.
        score: their sum, in log-odds.
        fitted: the confidence that the score stands for.
        final: that of the judgement; lower than ``fitted`` where the pair stands in a triangle of
            agreements and contradictions that cannot all be right.
    """

    contributions: tuple[Contribution, ...]
    score: float
    fitted: float
    final: float


@frozen
class Counterfactual:
    """What would be said if something were otherwise, worked out by judging again.

    Attributes:
        kind: ``settings``, ``rule``, ``value``, ``direction``, ``polarity``, ``hedge``,
            ``condition`` or ``lexicon``.
        change: what would be otherwise.
        stance: what would be found; None for no finding.
        rule: by which rule; empty for no finding.
        confidence: how sure; 0 for no finding.
    """

    kind: str
    change: str
    stance: Stance | None
    rule: str = ""
    confidence: float = 0.0


@frozen
class ExplainedClaim:
    """A claim with the entries of the lexicon that it was read by.

    Attributes:
        claim: the claim.
        side: the letter of its side; empty where there are no sides.
        entries: the entries, in the order of their places.
    """

    claim: Claim
    side: str
    entries: tuple[Entry, ...]


@frozen
class ExplainedPair:
    """A judgement, taken apart.

    Attributes:
        judgement: the judgement.
        matched: what was matched before anything was compared.
        hearings: what every rule says, in the order of the rules.
        confidence: how the confidence comes about; None for a judge that gives no grounds.
        counterfactuals: what would change the verdict.
    """

    judgement: Judgement
    matched: Matched
    hearings: tuple[Hearing, ...]
    confidence: Confidence | None
    counterfactuals: tuple[Counterfactual, ...]


@frozen
class Explanation:
    """Everything behind one claim, judgement or finding.

    Attributes:
        value: what is explained.
        claims: the claims that it rests on; of a source, those that it makes.
        pairs: the judgements that it rests on, the surest first; of a claim, those on it; of a
            topic, those between its claims.
        counterfactuals: what would change the finding as a whole.
        skipped: of a source, what was left out of it.
    """

    value: Explained
    claims: tuple[ExplainedClaim, ...]
    pairs: tuple[ExplainedPair, ...] = ()
    counterfactuals: tuple[Counterfactual, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def __str__(self) -> str:
        from factcheck.explaining.text import write

        return write(self)

    def _repr_html_(self) -> str:
        return f'<pre style="white-space:pre-wrap">{escape(str(self))}</pre>'
