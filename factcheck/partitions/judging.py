"""Pairs chosen, sent to where the claims of one matter meet, and judged."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from factcheck.blocking import candidate_pair
from factcheck.graph.independence import retells
from factcheck.graph.signed import Tie, tie_of
from factcheck.incremental.packing import pack
from factcheck.partitions.archive import Archive, Layout
from factcheck.partitions.indexing import Vocabulary, homed, open_index
from factcheck.partitions.sections import write_sections, write_values
from factcheck.protocols import Judge
from factcheck.serialization import value_to_data

PAIRS, JUDGEMENTS, WORDS, RETELLING = "pairs", "judgements", "words", "retelling"
"""Folders of the candidate pairs, of what is made of them as numbers and in words, and of those
where one claim may retell the other."""


class Judged(NamedTuple):
    """A judgement as it is sent.

    Attributes:
        pair: the numbers of the pair's claims.
        tie: what findings are worked out from.
        bucket: where it was judged, and where its words stay.
        place: its number among the words there: two sections, the judgement with the numbers of
            its claims, and as JSON has it.
    """

    pair: tuple[int, int]
    tie: Tie
    bucket: int
    place: int


@frozen
class ChoosePairs:
    """Has a bucket of the claims choose, and sends each pair to the bucket of its most telling key.

    So the pairs of a bucket are about few matters, and have few different claims.
    """

    layout: Layout
    vocabulary: Vocabulary
    bound: int
    within_documents: bool

    def __call__(self, bucket: int) -> tuple[int, int]:
        """Choose the pairs; return how many were worthy, and how many were missed."""
        sent = [array("Q") for _ in range(self.layout.buckets)]
        worthy = missed = 0
        if claims := homed(self.layout, bucket):
            index, positions = open_index(self.layout, self.vocabulary, self.within_documents)
            for claim in claims:
                choice = index.choose(claim, self.bound)
                worthy += choice.worthy
                missed += choice.missed
                for other, key in choice.others:
                    pair = sorted((positions[claim], positions[other]))
                    sent[key % self.layout.buckets].extend(pair)
        write_sections(self.layout.file(PAIRS, bucket), map(array.tobytes, sent))
        return worthy, missed


@frozen
class JudgePairs:
    """Judges the pairs of a bucket, and sends what comes of it to the part of the first claim.

    Attributes:
        layout: the files.
        judge: the judge, pickled: each bucket has one of its own, and what it remembers of the
            bucket's claims goes with it.
        weights: how telling terms are, as whole numbers.
        least: confidence below which a judgement is dropped.
    """

    layout: Layout
    judge: bytes
    weights: Mapping[str, int]
    least: float

    def __call__(self, bucket: int) -> int:
        """Judge a bucket of pairs, and return how many pairs those are."""
        pairs = pairs_sent(self.layout, PAIRS, bucket)
        judged: list[list[Judged]] = [[] for _ in self.layout.claims.ends]
        retelling = [array("Q") for _ in self.layout.claims.ends]
        words = self._words(bucket, pairs, judged, retelling)
        write_sections(self.layout.file(WORDS, bucket), words)
        write_values(self.layout.file(JUDGEMENTS, bucket), judged)
        write_sections(self.layout.file(RETELLING, bucket), map(array.tobytes, retelling))
        return len(pairs)

    def _words(
        self,
        bucket: int,
        pairs: Sequence[tuple[int, int]],
        judged: Sequence[list[Judged]],
        retelling: Sequence[array[int]],
    ) -> Iterator[bytes]:
        """Yield the words of judgements, and note these and what may be retold by receiver."""
        archive = Archive(self.layout)
        judge: Judge = pickle.loads(self.judge)
        count = 0
        for a, b in pairs:
            receiver = self.layout.claims.part(a)
            pair = candidate_pair(archive.claim(a), archive.claim(b))
            if pair.a.source.id != pair.b.source.id and retells(pair, self.weights):
                retelling[receiver].extend((a, b))
            judgement = judge.judge(pair)
            if judgement is None or judgement.confidence < self.least:
                continue
            numbers = {id(pair.a): a, id(pair.b): b}
            places = (archive.place(numbers[id(one)]) for one in (judgement.a, judgement.b))
            judged[receiver].append(Judged((a, b), tie_of(judgement, *places), bucket, count))
            count += 1
            yield pack(judgement, numbers)
            yield pickle.dumps(value_to_data(judgement), pickle.HIGHEST_PROTOCOL)


def pairs_sent(layout: Layout, kind: str, receiver: int) -> list[tuple[int, int]]:
    """Return the pairs of some kind that all buckets sent to a receiver, in order, each once."""
    flat = array("Q")
    for sent in layout.sent(kind, layout.buckets, receiver):
        flat.frombytes(sent)
    return sorted(set(zip(flat[::2], flat[1::2], strict=True)))
