"""As much of claims and judgements as findings tell, without reading all of each.

A finding is known by the ids and fingerprints of its judgements, and tells the words of few of
them. The others are read from columns alone.
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from attrs import frozen

from factcheck.graph.signed import Tie
from factcheck.model import Document, Span, Stance
from factcheck.model.fingerprint import pair_fingerprint
from factcheck.partitions.archive import Archive
from factcheck.partitions.ordering import JudgementFiles
from factcheck.partitions.placing import Placed


@frozen(eq=False)
class RecalledClaim:
    """A claim, to whoever asks for no more than this of it."""

    _placed: Placed
    _archive: Archive

    @property
    def id(self) -> str:
        """Its id."""
        return self._placed.id

    @property
    def fingerprint(self) -> str:
        """Its fingerprint."""
        return self._placed.fingerprint

    @cached_property
    def source(self) -> Document:
        """Its document."""
        return self._archive.document(self._placed.document)

    @property
    def words(self) -> str:
        """The source's own words as a reader sees them."""
        return self.source.visible(Span(self._placed.start, self._placed.end))

    @property
    def text(self) -> str:
        """The restatement."""
        return self._archive.claim(self._placed.number).text


@frozen(eq=False)
class RecalledJudgement:
    """A judgement as it stands now, to whoever asks for no more than this of it.

    Attributes:
        a, b: its claims.
    """

    a: RecalledClaim
    b: RecalledClaim
    _tie: Tie
    _number: int
    _files: JudgementFiles
    _archive: Archive

    @property
    def id(self) -> str:
        """Its id."""
        return f"j-{self._tie.id:016x}"

    @property
    def fingerprint(self) -> str:
        """Its fingerprint."""
        return pair_fingerprint(self.stance, self.a.fingerprint, self.b.fingerprint)

    @property
    def stance(self) -> Stance:
        """How its claims stand to each other."""
        return self._tie.stance

    @property
    def confidence(self) -> float:
        """How sure it is."""
        return self._tie.confidence

    @property
    def rule(self) -> str:
        """Id of the rule that decided."""
        return self._tie.rule

    @property
    def label(self) -> str:
        """What the claims are compared on, in readable words."""
        label: str = self._told["label"]
        return label

    @property
    def rationale(self) -> str:
        """One sentence that says why."""
        rationale: str = self._told["rationale"]
        return rationale

    @property
    def a_evidence(self) -> Span:
        """The deciding words in the source of the first claim."""
        return _span(self._told["a_evidence"])

    @property
    def b_evidence(self) -> Span:
        """The deciding words in the source of the second claim."""
        return _span(self._told["b_evidence"])

    @cached_property
    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(bytes(self._files.line(self._number, self._archive)))
        return told


def _span(told: dict[str, Any]) -> Span:
    return Span(told["start"], told["end"])
