"""What a corpus says of one statement."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from factcheck.model.judgement import Judgement


class Verdict(StrEnum):
    """How the documents stand to a statement."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    DISPUTED = "disputed"
    NOT_ENOUGH_INFO = "not_enough_info"


@frozen
class Verification:
    """A verdict on one statement, with the evidence on both sides.

    In every judgement ``a`` is the statement's claim and ``b`` the document's.
    """

    statement: str
    verdict: Verdict
    confidence: float
    supporting: tuple[Judgement, ...]
    opposing: tuple[Judgement, ...]

    def explain(self) -> str:
        """Return one sentence that gives the verdict and what it rests on."""
        support = len({judgement.b.source.name for judgement in self.supporting})
        oppose = len({judgement.b.source.name for judgement in self.opposing})
        match self.verdict:
            case Verdict.SUPPORTED:
                return f"{support} source(s) say so and none says otherwise."
            case Verdict.REFUTED:
                return f"{oppose} source(s) say otherwise and none says so."
            case Verdict.DISPUTED:
                return f"{support} source(s) say so, {oppose} say otherwise."
            case _:
                return "No source settles it."
