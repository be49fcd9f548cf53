"""What a corpus says of one statement."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from factcheck.model.display import Displayed
from factcheck.model.judgement import Judgement


class Verdict(StrEnum):
    """How the documents stand to a statement."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    DISPUTED = "disputed"
    NOT_ENOUGH_INFO = "not_enough_info"


@frozen
class Verification(Displayed):
    """A verdict on one statement, with the evidence on both sides.

    In every judgement ``a`` is the statement's claim and ``b`` the document's.
    """

    statement: str
    verdict: Verdict = field(repr=str)
    confidence: float
    supporting: tuple[Judgement, ...]
    opposing: tuple[Judgement, ...]

    def explain(self) -> str:
        """Return one sentence that gives the verdict and what it rests on."""
        support = len({judgement.b.source.name for judgement in self.supporting})
        oppose = len({judgement.b.source.name for judgement in self.opposing})
        match self.verdict:
            case Verdict.SUPPORTED if not oppose:
                return f"{_sources(support, 'says', 'say')} so and none says otherwise."
            case Verdict.SUPPORTED:
                return (
                    f"{_sources(support, 'says', 'say')} so; what speaks against it in "
                    f"{_sources(oppose)} is much weaker."
                )
            case Verdict.REFUTED if not support:
                return f"{_sources(oppose, 'says', 'say')} otherwise and none says so."
            case Verdict.REFUTED:
                return (
                    f"{_sources(oppose, 'says', 'say')} otherwise; what speaks for it in "
                    f"{_sources(support)} is much weaker."
                )
            case Verdict.DISPUTED:
                return (
                    f"{_sources(support, 'says', 'say')} so, "
                    f"{_sources(oppose, 'says', 'say')} otherwise."
                )
            case _:
                return "No source settles it."


def _sources(count: int, one: str = "", several: str = "") -> str:
    return f"{count} source{'s' * (count != 1)} {one if count == 1 else several}".rstrip()
