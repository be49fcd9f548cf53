"""What a judge says of two claims."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import lru_cache
from typing import cast

from attrs import field, frozen

from factcheck.model.claim import Claim
from factcheck.model.display import Displayed
from factcheck.model.document import content_id
from factcheck.model.fingerprint import pair_fingerprint
from factcheck.model.opinion import Opinion
from factcheck.model.span import Span

# How many values are known that are held once however many judgements have them.
_KNOWN = 1 << 15


class Stance(StrEnum):
    """How one claim stands to another."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"

    @property
    def sign(self) -> str:
        """The mark used for it in every output."""
        return {"agrees": "=", "contradicts": "≠", "qualifies": "~"}[self.value]


@frozen
class CandidatePair:
    """Two claims worth comparing.

    Attributes:
        a, b: the claims.
        shared: the terms that brought them together.
        together: whether the claims are known to speak of one occasion, as where somebody asks
            how two texts stand to each other; claims of two documents need not.
    """

    a: Claim
    b: Claim
    shared: tuple[str, ...]
    together: bool = False


@frozen
class Vote:
    """What one rule says of a pair; a rule that abstains casts none."""

    rule: str
    stance: Stance


@lru_cache(maxsize=_KNOWN)
def _first(value: tuple[object, ...]) -> tuple[object, ...]:
    return value


def _shared_terms(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the terms that were seen first of those that are equal."""
    return cast("tuple[str, ...]", _first(terms))


def _shared_votes(votes: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Return the votes that were seen first of those that are equal."""
    return cast("tuple[Vote, ...]", _first(votes))


@frozen
class Grounds:
    """What a confidence is worked out from, beside the rule, its stance and the votes.

    Attributes:
        strength: how clear the deciding comparison is, from 0 to 1.
        subject: how much the subjects are one, from 0 to 1; 0.5 where one is missing.
        containment: weight of the shared terms over the smaller claim's, from 0 to 1.
        jaccard: weight of the shared terms over that of all, from 0 to 1.
        hedged: how many of the two claims are hedged.
        together: whether somebody put the two side by side; those are alike on purpose, and
            less often what they seem.
        opinion: what a judge beside the rules holds of the pair; None where none was heard.
    """

    strength: float
    subject: float
    containment: float
    jaccard: float
    hedged: int
    together: bool = False
    opinion: Opinion | None = None


@frozen
class Judgement(Displayed):
    """A stance on a pair of claims, with its grounds.

    Attributes:
        a, b: the claims, the one with the smaller (document name, span) first.
        stance: agrees, contradicts or qualifies.
        confidence: share of such findings that are right, from 0 to 1.
        rule: id of the rule that decided.
        rationale: one sentence that says why.
        aspect: what the two are compared on, as terms ("abuse", "potential").
        label: the aspect in readable words.
        a_evidence, b_evidence: the deciding words in each source.
        votes: what every rule that did not abstain says, the deciding one's included.
        grounds: what the confidence was worked out from; None for a judge that tells no grounds.
        judge: name of the judge that decided, ``rules`` for the built-in one; empty for a judge of
            one's own that does not say.
    """

    a: Claim = field(repr=lambda claim: repr(claim.text))
    b: Claim = field(repr=lambda claim: repr(claim.text))
    stance: Stance = field(repr=str)
    confidence: float
    rule: str
    rationale: str
    aspect: tuple[str, ...] = field(repr=False, converter=_shared_terms)
    label: str = field(repr=False, converter=sys.intern)
    a_evidence: Span = field(repr=False)
    b_evidence: Span = field(repr=False)
    votes: tuple[Vote, ...] = field(default=(), repr=False, converter=_shared_votes)
    grounds: Grounds | None = field(default=None, repr=False)
    judge: str = field(default="", repr=False)
    id: str = field(init=False)

    @id.default
    def _id(self) -> str:
        return content_id("j", self.a.id, self.b.id, self.stance, self.rule)

    @property
    def fingerprint(self) -> str:
        """Content hash of the stance, the documents' names and the claims' own words.

        It outlives edits elsewhere in the documents and another rule that says the same of the
        same words; ``id`` outlives neither.
        """
        return pair_fingerprint(self.stance, self.a.fingerprint, self.b.fingerprint)
