"""Pairs chosen, sent to where the claims of one matter meet, and judged."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from factcheck.blocking import block
from factcheck.model import CandidatePair, Claim, Counts, Judgement
from factcheck.partitions.archive import Archive, Numbering, packed, part_file
from factcheck.partitions.claims import bucket_of
from factcheck.partitions.sections import Sections, write_sections
from factcheck.protocols import Judge

PAIRS, JUDGEMENTS = "pairs", "judgements"
"""Folders of the candidate pairs, and of what is made of them."""

Judged = tuple[int, int, Judgement]
"""A judgement with the numbers of the pair's claims."""


@frozen
class ChoosePairs:
    """Chooses the candidate pairs, and sends each to the bucket of its most telling term."""

    folder: Path
    documents: Numbering
    claims: Numbering
    weights: Mapping[str, float]
    bound: int
    within_documents: bool
    buckets: int

    def __call__(self, part: int) -> Counts:
        """Choose the pairs, and return how many there are."""
        archive = Archive(self.folder, self.documents, self.claims)
        claims = tuple(archive.claim(number) for number in range(len(self.claims)))
        blocked = block(
            claims, self.weights, bound=self.bound, within_documents=self.within_documents
        )
        numbers = {claim.id: number for number, claim in enumerate(claims)}
        sent = [array("Q") for _ in range(self.buckets)]
        for pair in blocked.pairs:
            ranked = ((-self.weights.get(term, 1.0), term) for term in pair.shared)
            _, telling = min(ranked, default=(0.0, ""))
            bucket = bucket_of((telling,), self.buckets)
            sent[bucket].extend((numbers[pair.a.id], numbers[pair.b.id]))
        write_sections(part_file(self.folder / PAIRS, part), (each.tobytes() for each in sent))
        return blocked.counts


@frozen
class JudgePairs:
    """Judges the pairs of a bucket."""

    folder: Path
    documents: Numbering
    claims: Numbering
    sent: int
    judge: Judge
    least: float

    def __call__(self, bucket: int) -> int:
        """Judge a bucket of pairs, and return how many judgements there are."""
        archive = Archive(self.folder, self.documents, self.claims)
        found: list[Judged] = []
        for a, b in pairs_sent(self.folder, self.sent, bucket):
            judgement = self.judge.judge(candidate_pair(archive, a, b))
            if judgement is not None and judgement.confidence >= self.least:
                found.append((a, b, judgement))
        numbers = {archive.claim(n).id: n for a, b, _ in found for n in (a, b)}
        kept = (packed(each, Claim, numbers) for each in found)
        write_sections(part_file(self.folder / JUDGEMENTS, bucket), kept)
        return len(found)


def pairs_sent(folder: Path, parts: int, bucket: int) -> list[tuple[int, int]]:
    """Return the pairs that so many parts sent to a bucket, in order."""
    flat = array("Q")
    for part in range(parts):
        flat.frombytes(Sections(part_file(folder / PAIRS, part))[bucket])
    return sorted(zip(flat[::2], flat[1::2], strict=True))


def candidate_pair(archive: Archive, a: int, b: int) -> CandidatePair:
    """Return the pair of two claims."""
    first, second = archive.claim(a), archive.claim(b)
    return CandidatePair(first, second, tuple(sorted(first.vocabulary & second.vocabulary)))
