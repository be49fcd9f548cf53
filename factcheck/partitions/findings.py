"""Drafts of findings, and judgements, into the lines of the result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar, cast, overload

from attrs import frozen

from factcheck.graph.disputes import agreement, dispute
from factcheck.graph.independence import Retold
from factcheck.graph.objects import Numbered
from factcheck.graph.signed import Places, SignedGraph
from factcheck.model import Claim, Judgement
from factcheck.partitions.archive import Archive
from factcheck.partitions.drafts import AGREEMENTS, DRAFTED, LOWERED, Drafts, draft_file
from factcheck.partitions.lines import line, write_lines
from factcheck.partitions.ordering import JudgementFiles
from factcheck.partitions.recalled import RecalledClaim, RecalledJudgement
from factcheck.partitions.sections import values, write_values
from factcheck.serialization import value_to_data

FOUND = "found"
"""Folder of the agreements of each draft, sorted."""

V = TypeVar("V")

Ranked = tuple[tuple[int, float, int], bytes]
"""A line, with what sorts it."""


@frozen
class TellJudgements:
    """Writes the judgements of a part as lines.

    Attributes:
        files: the judgements.
        least: confidence below which a judgement is dropped.
    """

    files: JudgementFiles
    least: float

    def __call__(self, part: int) -> int:
        """Write the judgements of a part that are sure enough; return how many there are."""
        return write_lines(self.files.layout.folder, "judgements", part, self._told(part))

    def _told(self, part: int) -> Iterator[bytes | memoryview]:
        (lowered,) = values(self.files.layout.file(LOWERED, part))
        archive = Archive(self.files.layout)
        for number in self.files.numbers.numbers(part):
            told = self.files.line(number, archive)
            if number not in lowered:
                yield told
            elif lowered[number] >= self.least:
                entry = json.loads(bytes(told))
                entry["confidence"] = value_to_data(lowered[number])
                yield line("judgements", entry)


@frozen
class TellFindings:
    """Makes the findings of a draft, given its number among all.

    Disputes are written as lines. Agreements find their places among all once it is known how many
    sources each of them has.
    """

    files: JudgementFiles
    drafted: Mapping[str, int]

    def __call__(self, number: int) -> tuple[str, int]:
        """Make the findings; return what JSON has them under, and how many lines were written."""
        drafts = self._draft(number)
        archive = Archive(self.files.layout)

        @cache
        def claim(place: int) -> RecalledClaim:
            return RecalledClaim(archive.at_place(place), archive)

        @cache
        def judgement(index: int) -> RecalledJudgement:
            tie = drafts.ties.tie(index)
            a, b, number = claim(tie.a), claim(tie.b), drafts.numbers[index]
            return RecalledJudgement(a, b, tie, number, self.files, archive)

        numbered = Numbered(
            SignedGraph.of(drafts.ties, Places()),
            # Findings are made of them alone, and ask for no more.
            cast("Sequence[Judgement]", _Read(len(drafts.ties), judgement)),
            cast("Sequence[Claim]", _Read(len(self.files.layout.claims), claim)),
        )
        if drafts.key == AGREEMENTS:
            found = sorted(self._agreements(drafts, numbered), key=rank_of)
            write_values(self.files.layout.file(FOUND, drafts.place), found)
            return drafts.key, 0
        told = (line(drafts.key, value_to_data(dispute(one, numbered))) for one in drafts.questions)
        folder = self.files.layout.folder
        return drafts.key, write_lines(folder, drafts.key, drafts.place, told)

    def _draft(self, number: int) -> Drafts:
        files = (
            draft_file(self.files.layout, key, place)
            for key in DRAFTED
            for place in range(self.drafted[key])
        )
        drafts: Drafts = next(values(next(islice(files, number, None))))
        return drafts

    def _agreements(self, drafts: Drafts, numbered: Numbered) -> Iterator[Ranked]:
        ids = ((numbered.claims[a].id, numbered.claims[b].id) for a, b in drafts.retold)
        retold = Retold.of(ids)
        for place, one in enumerate(drafts.questions, drafts.first):
            made = agreement(one.judgements, numbered, {}, retold)
            rank = -made.independent, -made.confidence, place
            yield rank, line(drafts.key, value_to_data(made))


def rank_of(each: Ranked) -> tuple[int, float, int]:
    """Return what agreements are sorted by."""
    return each[0]


@frozen(eq=False)
class _Read(Sequence[V]):
    """Values that are read when they are asked for."""

    size: int
    read: Callable[[int], V]

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> V: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[V, ...]: ...

    def __getitem__(self, index: int | slice) -> V | tuple[V, ...]:
        if isinstance(index, slice):
            return tuple(map(self.read, range(self.size)[index]))
        return self.read(index)
