"""What was judged in buckets, in the order of the corpus: judgements, and what is retold."""

from __future__ import annotations

import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from attrs import frozen

from factcheck.graph.independence import passages
from factcheck.graph.signed import Ties, joined
from factcheck.partitions.archive import Archive, Layout, Numbering
from factcheck.partitions.asking import ASKED
from factcheck.partitions.judging import JUDGEMENTS, RETELLING, WORDS, Judged, pairs_sent
from factcheck.partitions.placing import Placed
from factcheck.partitions.sections import Sections, values, write_sections, write_values

ORDERED, TIES, RETOLD, RETELLERS = "ordered", "ties", "retold", "retellers"
"""Folders of the judgements in the order of the corpus: where their lines are, and as numbers; and
of the claims that retell each other, by their ids and by their places."""


@frozen
class OrderJudgements:
    """Brings the judgements of all buckets on a part of the claims into the order of the corpus.

    Attributes:
        layout: the files.
        heard: whether another judge was heard too.
    """

    layout: Layout
    heard: bool = False

    def __call__(self, part: int) -> int:
        """Order the judgements whose first claim lies in a part; return how many there are."""
        senders = self.layout.buckets + self.heard
        sent: list[Judged] = [
            pickle.loads(one) for one in self.layout.sent(JUDGEMENTS, senders, part)
        ]
        pairs = [pair for one in sent for pair in zip(one.pairs[::2], one.pairs[1::2], strict=True)]
        where = [(bucket, each) for bucket, one in enumerate(sent) for each in one.lines]
        asked = next(values(self.layout.file(ASKED, 0))) if self.heard else ()
        standing = (
            number
            for number, pair in enumerate(pairs)
            # What was settled stands for what the rules said in their bucket.
            if pair not in asked or where[number][0] == self.layout.buckets
        )
        order = sorted(standing, key=pairs.__getitem__)
        ordered = array("Q", chain.from_iterable(map(where.__getitem__, order)))
        write_sections(self.layout.file(ORDERED, part), [ordered.tobytes()])
        ties = joined(one.ties for one in sent).only(order)
        write_values(self.layout.file(TIES, part), [ties])
        return len(order)


@frozen
class FindRetold:
    """Finds the passages of the documents of a part that others retell."""

    layout: Layout

    def __call__(self, part: int) -> None:
        """Write the pairs of claims that retell each other, sorted."""
        archive = Archive(self.layout)
        placed = cache(archive.placed)
        between: defaultdict[tuple[int, int], list[tuple[Placed, Placed]]] = defaultdict(list)
        for a, b in pairs_sent(self.layout, RETELLING, part):
            one, other = placed(a), placed(b)
            between[one.document, other.document].append((one, other))
        found = list(chain.from_iterable(map(passages, between.values())))
        ids = sorted((min(a.id, b.id), max(a.id, b.id)) for a, b in found)
        write_values(self.layout.file(RETOLD, part), ids)
        places = sorted((archive.place(a.number), archive.place(b.number)) for a, b in found)
        columns = (array("Q", (pair[side] for pair in places)) for side in (0, 1))
        write_sections(self.layout.file(RETELLERS, part), map(array.tobytes, columns))


@frozen
class JudgementFiles:
    """All judgements, in the order of the corpus.

    Attributes:
        layout: the files.
        numbers: the numbers of the judgements.
    """

    layout: Layout
    numbers: Numbering

    def ties(self) -> Ties:
        """Return what findings are worked out from, of every judgement."""
        every: Iterator[Ties] = chain.from_iterable(
            values(self.layout.file(TIES, part)) for part in self.layout.parts
        )
        return joined(every)

    def retellers(self) -> tuple[array[int], array[int]]:
        """Return the places of claims that retell each other, by those of the first."""
        first, second = array("Q"), array("Q")
        for part in self.layout.parts:
            sections = Sections(self.layout.file(RETELLERS, part))
            first.frombytes(sections[0])
            second.frombytes(sections[1])
        return first, second

    def line(self, number: int, archive: Archive) -> memoryview:
        """Return the line of a judgement as it was judged."""
        part = self.numbers.part(number)
        where = archive.sections(ORDERED, part)[0].cast("Q")
        at = 2 * (number - self.numbers.start(part))
        bucket, place = where[at : at + 2]
        return archive.sections(WORDS, bucket)[place]
