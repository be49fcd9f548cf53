"""Pairs chosen, sent to where the claims of one matter meet, and judged."""

from __future__ import annotations

from array import array
from pathlib import Path

from attrs import frozen

from factcheck.blocking import candidate_pair, most_telling
from factcheck.model import Claim, Judgement
from factcheck.partitions.archive import Archive, Numbering, packed, part_file
from factcheck.partitions.indexing import Vocabulary, open_index
from factcheck.partitions.sections import Sections, write_sections
from factcheck.protocols import Judge

PAIRS, JUDGEMENTS = "pairs", "judgements"
"""Folders of the candidate pairs, and of what is made of them."""

Judged = tuple[int, int, Judgement]
"""A judgement with the numbers of the pair's claims."""


@frozen
class ChoosePairs:
    """Has a range of the claims choose, and sends each pair to the bucket of its most telling key.

    So the pairs of a bucket are about few matters, and have few different claims.
    """

    folder: Path
    ranges: Numbering
    vocabulary: Vocabulary
    bound: int
    within_documents: bool
    buckets: int

    def __call__(self, part: int) -> tuple[int, int]:
        """Choose the pairs; return how many were worthy, and how many were missed."""
        numbers = self.ranges.numbers(part)
        sent = [array("Q") for _ in range(self.buckets)]
        worthy = missed = 0
        if numbers:
            index, positions = open_index(
                self.folder, self.vocabulary, self.buckets, self.within_documents
            )
            for number in numbers:
                choice = index.choose(number, self.bound)
                worthy += choice.worthy
                missed += choice.missed
                for other in choice.others:
                    (telling,) = most_telling(index.shared(number, other), index.weights, 1)
                    pair = sorted((positions[number], positions[other]))
                    sent[telling % self.buckets].extend(pair)
        write_sections(part_file(self.folder / PAIRS, part), map(array.tobytes, sent))
        return worthy, missed


@frozen
class JudgePairs:
    """Judges the pairs of a bucket."""

    folder: Path
    documents: Numbering
    claims: Numbering
    buckets: int
    judge: Judge
    least: float

    def __call__(self, bucket: int) -> int:
        """Judge a bucket of pairs, and return how many pairs those are."""
        archive = Archive(self.folder, self.documents, self.claims)
        found: list[Judged] = []
        pairs = pairs_sent(self.folder, self.buckets, bucket)
        for a, b in pairs:
            judgement = self.judge.judge(candidate_pair(archive.claim(a), archive.claim(b)))
            if judgement is not None and judgement.confidence >= self.least:
                found.append((a, b, judgement))
        numbers = {archive.claim(n).id: n for a, b, _ in found for n in (a, b)}
        kept = (packed(each, Claim, numbers) for each in found)
        write_sections(part_file(self.folder / JUDGEMENTS, bucket), kept)
        return len(pairs)


def pairs_sent(folder: Path, ranges: int, bucket: int) -> list[tuple[int, int]]:
    """Return the pairs that so many ranges sent to a bucket, in order, each once."""
    flat = array("Q")
    for part in range(ranges):
        flat.frombytes(Sections(part_file(folder / PAIRS, part))[bucket])
    return sorted(set(zip(flat[::2], flat[1::2], strict=True)))
