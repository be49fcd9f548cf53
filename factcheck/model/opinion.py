"""What a judge beside the rules holds of two claims."""

from __future__ import annotations

from attrs import frozen

from factcheck.model.span import Span


@frozen
class Opinion:
    """How likely another judge holds it that two claims agree, or that they contradict.

    Attributes:
        judge: name of the judge, with what tells it from others of its kind.
        agrees, contradicts: how likely, each from 0 to 1 and together at most 1; what is left is
            how likely it holds that they do neither.
        rationale: why, in a sentence; empty where the judge does not say.
        a_evidence, b_evidence: the words that it goes by; None where it names none.
    """

    judge: str
    agrees: float
    contradicts: float
    rationale: str = ""
    a_evidence: Span | None = None
    b_evidence: Span | None = None
