"""Claims and pairs as a file holds them: without the documents that they stand in."""

from __future__ import annotations

from attrs import frozen

from factcheck.model.claim import Claim
from factcheck.model.dispute import Dispute
from factcheck.model.fingerprint import claim_fingerprint, pair_fingerprint
from factcheck.model.judgement import Stance


@frozen
class RecordedClaim:
    """A claim as it was when it was recorded.

    Attributes:
        side: the letter of the side that it stood on.
        document: name of the document.
        words: the source's own words as a reader sees them.
    """

    side: str
    document: str
    words: str

    @property
    def fingerprint(self) -> str:
        """The same as that of a claim of these words in this document."""
        return claim_fingerprint(self.document, self.words)


@frozen
class RecordedPair:
    """Two claims, by their fingerprints, and how they stood to each other."""

    stance: Stance
    a: str
    b: str

    @property
    def fingerprint(self) -> str:
        """The same as that of a judgement with this stance on these claims."""
        return pair_fingerprint(self.stance, self.a, self.b)


def judged_claims(finding: Dispute) -> tuple[tuple[str, Claim], ...]:
    """Return the claims that a finding rests on, each with the letter of its side.

    Claims of the same words in the same document count once.
    """
    judged = {end.id for pair in finding.judgements for end in (pair.a, pair.b)}
    claims = {
        claim.fingerprint: (side.letter, claim)
        for side in reversed(finding.positions)
        for claim in reversed(side.claims)
        if claim.id in judged
    }
    return tuple(sorted(claims.values(), key=lambda one: (one[0], one[1].source.name, one[1].span)))


def recorded_pairs(finding: Dispute) -> tuple[RecordedPair, ...]:
    """Return what stands between the claims of a finding, each once."""
    pairs = {
        pair.fingerprint: RecordedPair(pair.stance, pair.a.fingerprint, pair.b.fingerprint)
        for pair in finding.judgements
    }
    return tuple(sorted(pairs.values(), key=lambda one: (one.stance, one.fingerprint)))
