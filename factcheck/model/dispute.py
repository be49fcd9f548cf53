"""Findings: positions that sources take, and how they stand to each other."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from factcheck.model.claim import Claim
from factcheck.model.display import Displayed
from factcheck.model.document import content_id
from factcheck.model.fingerprint import finding_fingerprint
from factcheck.model.judgement import Judgement, Stance


def _documents(claims: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(sorted({claim.source.name for claim in claims}))


def _fingerprint(stance: Stance, judgements: tuple[Judgement, ...]) -> str:
    pairs = (judgement.fingerprint for judgement in judgements if judgement.stance is stance)
    return finding_fingerprint(stance, pairs)


@frozen
class Position:
    """One side of a dispute: claims that agree on an aspect.

    Attributes:
        letter: A, B, C … the side's sign in every output.
        label: the side in a few words, from its strongest claim.
        claims: the claims, the strongest first.
    """

    letter: str
    label: str
    claims: tuple[Claim, ...] = field(repr=False)

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the documents on this side, sorted."""
        return _documents(self.claims)


@frozen
class Dispute(Displayed):
    """Positions on one aspect that do not go together.

    Attributes:
        topic: the aspect in readable words.
        stance: ``contradicts`` where at least one pair cannot both be true, else ``qualifies``.
        positions: the sides, the one with most sources first.
        judgements: the pairs the finding rests on, the most confident first.
        confidence: that of the strongest pair, lowered where agreements and contradictions
            form an inconsistent triangle.
    """

    topic: str
    stance: Stance = field(repr=str)
    positions: tuple[Position, ...]
    judgements: tuple[Judgement, ...] = field(repr=False)
    confidence: float
    id: str = field(init=False)

    @id.default
    def _id(self) -> str:
        return content_id("f", self.stance, *sorted(judgement.id for judgement in self.judgements))

    @cached_property
    def fingerprint(self) -> str:
        """Content hash of the pairs that have the stance of the whole, by their fingerprints.

        It outlives edits elsewhere in the documents, and tensions that join a contradiction; a
        new pair that contradicts, such as a third side, changes it.
        """
        return _fingerprint(self.stance, self.judgements)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every side."""
        return tuple(claim for position in self.positions for claim in position.claims)

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the documents involved, sorted."""
        return _documents(self.claims)

    def __str__(self) -> str:
        sides = "  |  ".join(
            f"{position.letter} {position.label} ({', '.join(position.sources)})"
            for position in self.positions
        )
        return f"{self.stance.sign} {self.topic}: {sides}"

    @property
    def rule(self) -> str:
        """Id of the rule behind the strongest pair."""
        return self.judgements[0].rule

    def explain(self) -> str:
        """Return one sentence that says why this was flagged."""
        return self.judgements[0].rationale


@frozen
class Agreement(Displayed):
    """Claims of several sources that say the same.

    Attributes:
        topic: the aspect in readable words.
        claims: the claims, in corpus order.
        judgements: the pairs the finding rests on.
        independent: how many sources support it once copies of one text are counted once.
        confidence: that of the strongest pair.
    """

    topic: str
    claims: tuple[Claim, ...] = field(repr=False)
    judgements: tuple[Judgement, ...] = field(repr=False)
    independent: int
    confidence: float
    id: str = field(init=False)

    @id.default
    def _id(self) -> str:
        return content_id("g", *sorted(judgement.id for judgement in self.judgements))

    @cached_property
    def fingerprint(self) -> str:
        """Content hash of its pairs, by their fingerprints; outlives edits elsewhere."""
        return _fingerprint(Stance.AGREES, self.judgements)

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the documents involved, sorted."""
        return _documents(self.claims)

    def explain(self) -> str:
        """Return one sentence that says why these were put together."""
        return self.judgements[0].rationale
