"""Pairs chosen, sent to where the claims of one matter meet, and judged."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import define, field, frozen

from factcheck.blocking import candidate_pair
from factcheck.graph.independence import Likeness
from factcheck.graph.signed import Tie, Ties, listed, tie_of
from factcheck.incremental import digest
from factcheck.judging import Question, RuleJudge, asked
from factcheck.model import CandidatePair, Judgement
from factcheck.partitions.archive import Archive, Layout
from factcheck.partitions.indexing import Vocabulary, homed, open_index
from factcheck.partitions.lines import line
from factcheck.partitions.sections import write_sections, write_values
from factcheck.protocols import Judge
from factcheck.serialization import value_to_data

PAIRS, JUDGEMENTS, WORDS, RETELLING = "pairs", "judgements", "words", "retelling"
"""Folders of the candidate pairs, of what is made of them as numbers and as lines, and of those
where one claim may retell the other."""

QUESTIONS = "questions"
"""Folder of the pairs that another judge may be asked of."""


@frozen
class Judged:
    """Judgements as they are sent.

    Attributes:
        pairs: the numbers of their pairs' claims, two for each.
        lines: which of the lines where they were judged each of them is.
        ties: what findings are worked out from.
    """

    pairs: array[int]
    lines: array[int]
    ties: Ties


@define
class Outbox:
    """What goes to one receiver: judgements, and pairs that may retell each other."""

    pairs: array[int] = field(factory=lambda: array("Q"))
    lines: array[int] = field(factory=lambda: array("Q"))
    ties: list[Tie] = field(factory=list)
    retelling: array[int] = field(factory=lambda: array("Q"))

    def add(
        self,
        numbers: tuple[int, int],
        pair: CandidatePair,
        judgement: Judgement,
        place: int,
        archive: Archive,
    ) -> None:
        """Take a judgement on a pair of claims with these numbers, and the place of its line."""
        ends = numbers if judgement.a is pair.a else numbers[::-1]
        self.pairs.extend(numbers)
        self.lines.append(place)
        self.ties.append(tie_of(judgement, *map(archive.place, ends)))

    def judged(self) -> Judged:
        """Return the judgements as they are sent."""
        return Judged(self.pairs, self.lines, listed(self.ties))


class Worth(NamedTuple):
    """A pair on which another judge may help; those that are asked about sooner come first.

    Attributes:
        worth: how well its claims are aligned; the lower, the better.
        pair: the numbers of its claims.
        sentences: a digest of the sentences that these were taken from.
    """

    worth: float
    pair: tuple[int, int]
    sentences: str


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
        heard: whether another judge is heard too, so that pairs are noted that it may be asked of.
    """

    layout: Layout
    judge: bytes
    weights: Mapping[str, int]
    least: float
    heard: bool = False

    def __call__(self, bucket: int) -> int:
        """Judge a bucket of pairs, and return how many pairs those are."""
        pairs = pairs_sent(self.layout, PAIRS, bucket)
        sent = [Outbox() for _ in self.layout.claims.ends]
        questions: list[Worth] = []
        write_judged(self.layout, bucket, self._lines(pairs, sent, questions), sent)
        retelling = (one.retelling.tobytes() for one in sent)
        write_sections(self.layout.file(RETELLING, bucket), retelling)
        if self.heard:
            write_values(self.layout.file(QUESTIONS, bucket), [questions])
        return len(pairs)

    def _lines(
        self,
        pairs: Sequence[tuple[int, int]],
        sent: Sequence[Outbox],
        questions: list[Worth],
    ) -> Iterator[bytes]:
        """Yield the lines of judgements, and note what is to be sent."""
        archive = Archive(self.layout)
        judge: Judge = pickle.loads(self.judge)
        likeness = Likeness(self.weights)
        count = 0
        for a, b in pairs:
            box = sent[self.layout.claims.part(a)]
            pair = candidate_pair(archive.claim(a), archive.claim(b))
            if pair.a.source.id != pair.b.source.id and likeness.retells(pair.a, pair.b):
                box.retelling.extend((a, b))
            said = self._said(judge, pair)
            if isinstance(said, Question):
                questions.append(Worth(-said.worth, (a, b), digest(said.sentences)))
                said = said.judgement
            if said is not None and said.confidence >= self.least:
                box.add((a, b), pair, said, count, archive)
                count += 1
                yield line("judgements", value_to_data(said))

    def _said(self, judge: Judge, pair: CandidatePair) -> Judgement | Question | None:
        if self.heard and isinstance(judge, RuleJudge):
            return next(asked(judge, (pair,), self.least), None)
        return judge.judge(pair)


def write_judged(
    layout: Layout, bucket: int, lines: Iterable[bytes], sent: Sequence[Outbox]
) -> None:
    """Write the lines of judgements, and then what goes to each receiver while they are made."""
    write_sections(layout.file(WORDS, bucket), lines)
    write_values(layout.file(JUDGEMENTS, bucket), (one.judged() for one in sent))


def pairs_sent(layout: Layout, kind: str, receiver: int) -> list[tuple[int, int]]:
    """Return the pairs of some kind that all buckets sent to a receiver, in order, each once."""
    flat = array("Q")
    for sent in layout.sent(kind, layout.buckets, receiver):
        flat.frombytes(sent)
    return sorted(set(zip(flat[::2], flat[1::2], strict=True)))
