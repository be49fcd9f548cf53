"""Judgements of all buckets into findings.

Findings are worked out on numbers alone, and given their claims and judgements one after the other,
as they are written.
"""

from __future__ import annotations

import pickle
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby
from operator import itemgetter
from typing import TypeVar, overload

from attrs import evolve, frozen

from factcheck.blocking import candidate_pair
from factcheck.graph.balance import BALANCE_FACTOR, suspects
from factcheck.graph.disputes import agreeing, agreement, dispute, questions
from factcheck.graph.independence import Retold, retold_pairs
from factcheck.graph.objects import Numbered
from factcheck.graph.signed import Places, SignedGraph, Tie
from factcheck.incremental.packing import unpack
from factcheck.model import Claim, Judgement, Stance
from factcheck.partitions.archive import (
    Archive,
    Found,
    Layout,
    Numbering,
    Placed,
    read_places,
)
from factcheck.partitions.judging import JUDGEMENTS, RETELLING, WORDS, Judged, pairs_sent
from factcheck.partitions.lines import Data, write_in_files, write_lines
from factcheck.partitions.sections import (
    Sorter,
    merged,
    values,
    write_sections,
    write_values,
)
from factcheck.serialization import value_to_data

ORDERED, TIES = "ordered", "ties"
LOWERED, RETOLD, FOUND = "lowered", "retold", "found"
"""Folders of the judgements in the order of the corpus: where their words are, and as numbers; of
those that lost confidence, of the claims that retell each other, and of agreements while they are
sorted."""

_DISPUTED = {"disputes": Stance.CONTRADICTS, "qualifications": Stance.QUALIFIES}

AT_ONCE = 100
"""Findings that are made before the claims and judgements behind them are let go of."""

T = TypeVar("T")
Rank = tuple[int, float, int]


@frozen
class OrderJudgements:
    """Brings the judgements of all buckets on a part of the claims into the order of the corpus."""

    layout: Layout

    def __call__(self, part: int) -> int:
        """Order the judgements whose first claim lies in a part; return how many there are."""
        sent = self.layout.sent(JUDGEMENTS, self.layout.buckets, part)
        every = chain.from_iterable(map(pickle.loads, sent))
        found: list[Judged] = sorted(every, key=lambda one: one.pair)
        where = array("Q", chain.from_iterable((one.bucket, one.place) for one in found))
        write_sections(self.layout.file(ORDERED, part), [where.tobytes()])
        write_values(self.layout.file(TIES, part), (one.tie for one in found))
        return len(found)


@frozen
class FindRetold:
    """Finds the passages of the documents of a part that others retell."""

    layout: Layout
    weights: Mapping[str, float]

    def __call__(self, part: int) -> None:
        """Write the pairs of claims that retell each other, sorted."""
        archive = Archive(self.layout)
        sent = pairs_sent(self.layout, RETELLING, part)
        pairs = (candidate_pair(archive.claim(a), archive.claim(b)) for a, b in sent)
        found = sorted(retold_pairs(pairs, self.weights))
        write_values(self.layout.file(RETOLD, part), found)


@frozen
class JudgementFiles:
    """All judgements, in the order of the corpus.

    Attributes:
        layout: the files.
        numbers: the numbers of the judgements.
        least: confidence below which a judgement is dropped.
    """

    layout: Layout
    numbers: Numbering
    least: float

    def ties(self) -> Iterator[Tie]:
        """Yield what findings are worked out from, of every judgement."""
        parts = range(len(self.numbers.ends))
        return chain.from_iterable(values(self.layout.file(TIES, part)) for part in parts)

    def kept(
        self, ties: Iterable[Tie], lowered: Set[int], start: int = 0
    ) -> Iterator[tuple[int, Tie]]:
        """Yield the judgements that are sure enough, with their numbers from ``start`` on.

        Those with a number that is ``lowered`` have less confidence.
        """
        for number, tie in enumerate(ties, start):
            confidence = tie.confidence * (BALANCE_FACTOR if number in lowered else 1.0)
            if confidence >= self.least:
                yield number, tie._replace(confidence=confidence)

    def words(self, number: int, archive: Archive) -> tuple[memoryview, memoryview]:
        """Return a judgement with the numbers of its claims, and as JSON has it, both pickled."""
        part = self.numbers.part(number)
        where = archive.sections(ORDERED, part)[0].cast("Q")
        at = 2 * (number - self.numbers.start(part))
        bucket, place = where[at : at + 2]
        words = archive.sections(WORDS, bucket)
        return words[2 * place], words[2 * place + 1]

    def judgement(self, number: int, lowered: bool, archive: Archive) -> Judgement:
        """Return a judgement."""
        content, _ = self.words(number, archive)
        judgement: Judgement = unpack(content, Found(archive.claim))
        if not lowered:
            return judgement
        return evolve(judgement, confidence=judgement.confidence * BALANCE_FACTOR)


@frozen
class TellJudgements:
    """Writes the judgements of a part as lines."""

    files: JudgementFiles

    def __call__(self, part: int) -> int:
        """Write the judgements of a part that are sure enough; return how many there are."""
        return write_lines(self.files.layout.folder, "judgements", part, self._told(part))

    def _told(self, part: int) -> Iterator[Data]:
        layout = self.files.layout
        (lowered,) = values(layout.file(LOWERED, part))
        ties = values(layout.file(TIES, part))
        archive = Archive(layout)
        for number, tie in self.files.kept(ties, lowered, self.files.numbers.start(part)):
            _, told = self.files.words(number, archive)
            yield {**pickle.loads(told), "confidence": value_to_data(tie.confidence)}


@frozen
class Find:
    """Works out all findings, and writes them as lines.

    What is held of a judgement are some numbers: this is done in one piece.
    """

    files: JudgementFiles
    most: int

    def __call__(self, part: int) -> Counter[str]:
        """Make all findings, and return how many lines there are of each kind."""
        layout, folder, parts = self.files.layout, self.files.layout.folder, self.files.layout.parts
        places = _places(chain.from_iterable(read_places(layout, one) for one in parts))
        lowered = suspects(SignedGraph.of(self.files.ties(), places))
        for one in parts:
            numbers = self.files.numbers.numbers(one)
            write_values(layout.file(LOWERED, one), [lowered.intersection(numbers)])
        kept = array("Q")
        graph = SignedGraph.of(_noting(self.files.kept(self.files.ties(), lowered), kept), places)
        retold = [layout.file(RETOLD, one) for one in parts]
        known = Retold.of(chain.from_iterable(map(values, retold)))
        every = questions(graph)
        lines = Counter[str]()
        for key, stance in _DISPUTED.items():
            asked = (one for one in every if graph.stance(one.judgements[0]) is stance)
            with_objects = self._with_objects(asked, graph, kept, lowered)
            told = (value_to_data(dispute(*each)) for each in with_objects)
            lines[key] = write_in_files(folder, key, told, self.most)
        groups = sorted(agreeing(graph), key=lambda group: graph.ranks[group[0]])
        found = Sorter[tuple[Rank, Data]](folder / FOUND, itemgetter(0), self.most)
        for rank, each in enumerate(self._with_objects(groups, graph, kept, lowered)):
            made = agreement(*each, {}, known)
            found.add(((-made.independent, -made.confidence, rank), value_to_data(made)))
        told = (data for _, data in found)
        lines["agreements"] = write_in_files(folder, "agreements", told, self.most)
        pairs = ({"a": a, "b": b} for a, b in merged(retold, tuple))
        lines["retold"] = write_in_files(folder, "retold", pairs, self.most)
        return lines

    def _with_objects(
        self, findings: Iterable[T], graph: SignedGraph, kept: Sequence[int], lowered: Set[int]
    ) -> Iterator[tuple[T, Numbered]]:
        """Yield findings with what their numbers stand for, which is let go of now and then."""
        for count, finding in enumerate(findings):
            if count % AT_ONCE == 0:
                archive = Archive(self.files.layout)
                judgements = _Judgements(self.files, kept, lowered, archive)
                numbered = Numbered(graph, judgements, _ClaimsByPlace(archive))
            yield finding, numbered


@frozen(eq=False)
class _Judgements(Sequence[Judgement]):
    """The judgements of a graph, read when they are asked for."""

    files: JudgementFiles
    numbers: Sequence[int]
    lowered: Set[int]
    archive: Archive

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Judgement: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Judgement, ...]: ...

    def __getitem__(self, index: int | slice) -> Judgement | tuple[Judgement, ...]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(len(self))[index]))
        number = self.numbers[index]
        return self.files.judgement(number, number in self.lowered, self.archive)


@frozen(eq=False)
class _ClaimsByPlace(Sequence[Claim]):
    """All claims, in the order of their places, read when they are asked for."""

    archive: Archive

    def __len__(self) -> int:
        return len(self.archive.layout.claims)

    @overload
    def __getitem__(self, index: int) -> Claim: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...

    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(len(self))[index]))
        return self.archive.at_place(index)


def _places(placed: Iterable[Placed]) -> Places:
    """Return the places of all claims."""
    places = Places()
    for (_, authority), some in groupby(placed, key=lambda one: one[:2]):
        places.authorities.append(authority)
        for one in some:
            places.add(one.start, one.end)
    return places


def _noting(kept: Iterable[tuple[int, Tie]], numbers: array[int]) -> Iterator[Tie]:
    """Yield the ties, and take note of their numbers."""
    for number, tie in kept:
        numbers.append(number)
        yield tie
