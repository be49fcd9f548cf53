"""Claims and pairs as a file holds them: without the documents that they stand in."""

from __future__ import annotations

from attrs import frozen

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
