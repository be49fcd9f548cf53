"""Judgements of all buckets into findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from attrs import frozen

from factcheck.blocking import candidate_pair
from factcheck.graph import agreements, balance, disputes, retold_pairs
from factcheck.model import Corpus
from factcheck.partitions.archive import Archive, Numbering, part_file, unpacked
from factcheck.partitions.judging import JUDGEMENTS, Judged, pairs_sent
from factcheck.partitions.lines import write_in_files
from factcheck.partitions.sections import Sections
from factcheck.serialization import value_to_data


@frozen
class Find:
    """Makes findings of all judgements, and writes everything that rests on them as lines."""

    folder: Path
    documents: Numbering
    claims: Numbering
    buckets: int
    weights: Mapping[str, float]
    least: float
    most: int

    def __call__(self, part: int) -> Counter[str]:
        """Make all findings, and return how many lines there are of each kind."""
        archive = Archive(self.folder, self.documents, self.claims)
        judged: list[Judged] = []
        for bucket in range(self.buckets):
            file = Sections(part_file(self.folder / JUDGEMENTS, bucket))
            judged.extend(unpacked(content, archive.claim) for content in file)
        judged.sort(key=lambda each: each[:2])
        balanced = balance(tuple(judgement for _, _, judgement in judged))
        kept = tuple(one for one in balanced if one.confidence >= self.least)
        contradictions, qualifications = disputes(kept)
        sent = (pairs_sent(self.folder, self.buckets, one) for one in range(self.buckets))
        pairs = sorted(chain.from_iterable(sent))
        candidates = (candidate_pair(archive.claim(a), archive.claim(b)) for a, b in pairs)
        retold = tuple(sorted(retold_pairs(candidates, self.weights)))
        corpus = Corpus("", tuple(archive.document(n) for n in range(len(self.documents))))
        found = {
            "judgements": map(value_to_data, kept),
            "disputes": map(value_to_data, contradictions),
            "qualifications": map(value_to_data, qualifications),
            "agreements": map(value_to_data, agreements(kept, corpus, retold)),
            "retold": ({"a": a, "b": b} for a, b in retold),
        }
        return Counter(
            {key: write_in_files(self.folder, key, data, self.most) for key, data in found.items()}
        )
