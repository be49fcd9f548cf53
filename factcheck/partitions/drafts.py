"""Which findings there are, worked out on numbers alone, and in one piece.

What is held of a judgement are some numbers. Of the findings, drafts are left, some at a time, that
hold all that is known of them: whoever makes findings of a draft asks nobody about the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from factcheck.graph.balance import BALANCE_FACTOR, standing, suspects
from factcheck.graph.disputes import Question, agreeing, questions
from factcheck.graph.signed import Places, SignedGraph, Ties, listed
from factcheck.model import Stance
from factcheck.partitions.archive import Archive
from factcheck.partitions.ordering import JudgementFiles
from factcheck.partitions.placing import Standing
from factcheck.partitions.sections import in_parts, write_values

LOWERED, DRAFTS = "lowered", "drafts"
"""Folders of the judgements that lost confidence, and of drafts of findings."""

AGREEMENTS = "agreements"
_DISPUTED = {"disputes": Stance.CONTRADICTS, "qualifications": Stance.QUALIFIES}


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

    def __call__(self, part: int) -> Counter[str]:
        """Draft all findings, and return how many drafts there are of each kind."""
        layout = self.files.layout
        archive = Archive(layout)
        every = SignedGraph.of(self.files.ties(), _places(map(archive.standing, layout.parts)))
        lowered = suspects(every)
        for one in layout.parts:
            numbers = sorted(lowered.intersection(self.files.numbers.numbers(one)))
            write_values(
                layout.file(LOWERED, one),
                [{each: every.confidences[each] * BALANCE_FACTOR for each in numbers}],
            )
        graph, kept = standing(every, lowered, self.least)
        del every
        counts = Counter[str]()
        for place, drafts in enumerate(self._drafts(graph, kept)):
            write_values(layout.file(DRAFTS, place), [drafts])
            counts[drafts.key] += 1
        return counts

    def _drafts(self, graph: SignedGraph, kept: Sequence[int]) -> Iterator[Drafts]:
        """Yield all drafts, those of agreements last."""
        asked = questions(graph)
        for key, stance in _DISPUTED.items():
            some = (one for one in asked if graph.stance(one.judgements[0]) is stance)
            yield from self._of(key, some, graph, kept)
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
                listed(map(graph.tie, own)),
                array("Q", map(kept.__getitem__, own)),
            )
            first += len(some)


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
