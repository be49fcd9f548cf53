"""What claims and findings are known by from run to run: their words, not their places."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.document import content_id


def claim_fingerprint(document: str, words: str) -> str:
    """Return the fingerprint of a claim that the document of this name makes in these words."""
    return content_id("fp", document, words)


def pair_fingerprint(stance: str, a: str, b: str) -> str:
    """Return the fingerprint of a stance between two claims, given theirs in either order."""
    return content_id("fp", stance, *sorted((a, b)))


def finding_fingerprint(stance: str, pairs: Iterable[str]) -> str:
    """Return the fingerprint of a finding, given those of the pairs that have its stance."""
    return content_id("fp", stance, *sorted(set(pairs)))
