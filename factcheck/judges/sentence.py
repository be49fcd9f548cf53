"""What a judge reads of a claim."""

from __future__ import annotations

from factcheck.model import Claim


def said_in(claim: Claim) -> str:
    """Return the sentence that a claim was taken from, as a reader sees it.

    Models are trained on sentences, and tell more of them than of the pieces that rules compare.
    """
    return claim.source.visible(claim.sentence)
