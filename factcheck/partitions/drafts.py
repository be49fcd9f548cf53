"""Which findings there are, worked out on numbers alone: conflicts in one piece, and agreements.

What is held of a judgement are some numbers. Of the findings, drafts are left, some at a time, that
hold all that is known of them: whoever makes findings of a draft asks nobody about the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen

from factcheck.graph.balance import BALANCE_FACTOR, standing, suspects
from factcheck.graph.disputes import Question, agreeing, questions
from factcheck.graph.signed import Places, SignedGraph, Ties
from factcheck.model import Stance
from factcheck.partitions.archive import Archive, Layout
from factcheck.partitions.ordering import JudgementFiles
from factcheck.partitions.placing import Standing
from factcheck.partitions.sections import in_parts, write_values

LOWERED = "lowered"
"""Folder of the judgements that lost confidence."""

AGREEMENTS = "agreements"
_DISPUTED = {"disputes": Stance.CONTRADICTS, "qualifications": Stance.QUALIFIES}
DRAFTED = (*_DISPUTED, AGREEMENTS)
"""What JSON has findings under, in the order of their drafts."""

CONFLICTING, AGREEING = PIECES = range(2)
"""The pieces in which findings are worked out: neither asks what the other comes to."""


@frozen
class Drafts:
    """Some findings of one kind as numbers.

    Attributes:
        key: what JSON has them under.
        place: their place among the drafts of this kind.
        first: the place of the first of them among all of this kind.
        questions: the findings; agreements have no sides.
        ties: the judgements that these are about, by the numbers that they have here.
        numbers: the numbers that these have among all.
        retold: the places of claims of one finding that retell each other.
    """

    key: str
    place: int
    first: int
    questions: tuple[Question, ...]
    ties: Ties
    numbers: array[int]
    retold: tuple[tuple[int, int], ...] = ()


@frozen
class DraftFindings:
    """Works out which findings there are, and leaves drafts of them.

    Attributes:
        files: the judgements.
        least: confidence below which a judgement is dropped.
        most: how many judgements make a draft full.
    """

    files: JudgementFiles
    least: float
    most: int

    def __call__(self, piece: int) -> Counter[str]:
        """Draft the conflicts or the agreements; return how many drafts there are of each kind."""
        layout = self.files.layout
        archive = Archive(layout)
        every = SignedGraph.of(self.files.ties(), _places(map(archive.standing, layout.parts)))
        lowered = suspects(every)
        if piece == CONFLICTING:
            self._tell_lowered(every, lowered)
        graph, kept = standing(every, lowered, self.least)
        del every
        counts = Counter[str]()
        draft = self._conflicts if piece == CONFLICTING else self._agreements
        for drafts in draft(graph, kept):
            write_values(draft_file(layout, drafts.key, drafts.place), [drafts])
            counts[drafts.key] += 1
        return counts

    def _tell_lowered(self, graph: SignedGraph, lowered: set[int]) -> None:
        for part in self.files.layout.parts:
            numbers = sorted(lowered.intersection(self.files.numbers.numbers(part)))
            told = {each: graph.confidences[each] * BALANCE_FACTOR for each in numbers}
            write_values(self.files.layout.file(LOWERED, part), [told])

    def _conflicts(self, graph: SignedGraph, kept: Sequence[int]) -> Iterator[Drafts]:
        asked = questions(graph)
        for key, stance in _DISPUTED.items():
            some = (one for one in asked if graph.stance(one.judgements[0]) is stance)
            yield from self._of(key, some, graph, kept)

    def _agreements(self, graph: SignedGraph, kept: Sequence[int]) -> Iterator[Drafts]:
        groups = sorted(agreeing(graph), key=lambda group: graph.ranks[group[0]])
        retellers = self.files.retellers()
        for drafts in self._of(
            AGREEMENTS, (Question(tuple(one), ()) for one in groups), graph, kept
        ):
            yield evolve(drafts, retold=tuple(_retold(drafts, *retellers)))

    def _of(
        self, key: str, found: Iterable[Question], graph: SignedGraph, kept: Sequence[int]
    ) -> Iterator[Drafts]:
        first = 0
        for place, some in enumerate(in_parts(found, self.most, lambda one: len(one.judgements))):
            own = sorted({judgement for one in some for judgement in one.judgements})
            here = {judgement: number for number, judgement in enumerate(own)}
            yield Drafts(
                key,
                place,
                first,
                tuple(_renumbered(one, here) for one in some),
                graph.apart(own),
                array("Q", map(kept.__getitem__, own)),
            )
            first += len(some)


def draft_file(layout: Layout, key: str, place: int) -> Path:
    """Return where a draft is kept, given its kind and its place among those of that kind."""
    return layout.file(draft_folder(key), place)


def draft_folder(key: str) -> str:
    """Return the folder of the drafts of a kind."""
    return f"drafts-{key}"


def _renumbered(question: Question, here: Mapping[int, int]) -> Question:
    return Question(
        tuple(map(here.__getitem__, question.judgements)),
        tuple(evolve(side, surest=here[side.surest]) for side in question.sides),
    )


def _retold(
    drafts: Drafts, first: Sequence[int], second: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of claims of one finding that retell each other, given those of all."""
    for one in drafts.questions:
        claims = {
            end for each in one.judgements for end in (drafts.ties.a[each], drafts.ties.b[each])
        }
        for claim in sorted(claims):
            for at in range(bisect_left(first, claim), len(first)):
                if first[at] != claim:
                    break
                if second[at] in claims:
                    yield claim, second[at]


def _places(standing: Iterable[Standing]) -> Places:
    """Return the places of all claims, given those of each part."""
    places = Places()
    last = None
    for part in standing:
        places.starts.extend(part.starts)
        places.ends.extend(part.ends)
        for document, authority in zip(part.documents, part.authorities, strict=True):
            if document != last:
                places.authorities.append(authority)
                last = document
            places.documents.append(len(places.authorities) - 1)
    return places
