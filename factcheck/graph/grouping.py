"""Which judgements answer one question, so that a reviewer sees it once."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

from factcheck.graph.aspects import Aspects
from factcheck.graph.sides import same_words
from factcheck.model import Claim, Judgement, Stance


def strength(judgement: Judgement) -> tuple[bool, float, tuple[object, ...]]:
    """Return a key that sorts contradictions first, then by confidence, then by place."""
    return (
        judgement.stance is not Stance.CONTRADICTS,
        -judgement.confidence,
        (*place(judgement.a), *place(judgement.b), judgement.id),
    )


def place(claim: Claim) -> tuple[object, ...]:
    """Return a key that sorts claims as their documents and words follow each other."""
    return (claim.source.name, claim.span, claim.id)


def claims_of(judgements: Iterable[Judgement]) -> list[Claim]:
    """Return the claims that judgements are about, each once, in the order of their places."""
    found = {claim.id: claim for judgement in judgements for claim in (judgement.a, judgement.b)}
    return sorted(found.values(), key=place)


class Links:
    """Which claims stand for each other: agreements on an aspect, or the same words."""

    def __init__(
        self, aspects: Aspects, agreeing: Iterable[Judgement], claims: Iterable[Claim]
    ) -> None:
        self._aspects = aspects
        self._agreeing: dict[str, list[Judgement]] = defaultdict(list)
        for judgement in agreeing:
            self._agreeing[judgement.a.id].append(judgement)
            self._agreeing[judgement.b.id].append(judgement)
        self._same: dict[str, list[str]] = defaultdict(list)
        for a, b in same_words(claims):
            self._same[a].append(b)
            self._same[b].append(a)

    def agreements(self, claim: str, aspect: tuple[str, ...]) -> list[Judgement]:
        """Return the agreements of a claim on an aspect that overlaps ``aspect``."""
        return [
            judgement
            for judgement in self._agreeing.get(claim, ())
            if self._aspects.overlap(aspect, judgement.aspect)
        ]

    def of(self, claim: str, aspect: tuple[str, ...]) -> list[str]:
        """Return ids of the claims that stand for a claim where ``aspect`` is concerned."""
        near = [
            judgement.b.id if judgement.a.id == claim else judgement.a.id
            for judgement in self.agreements(claim, aspect)
        ]
        return [*near, *self._same.get(claim, ())]


def gather(
    judgements: Sequence[Judgement], links: Links, aspects: Aspects
) -> Iterator[list[Judgement]]:
    """Yield groups of judgements on one aspect, the strongest judgement of each first.

    The strongest judgement left is the pivot of a group. A judgement joins where it shares a claim
    with the group, or a claim that stands for one of the group's, and its aspect overlaps the
    *pivot's*: comparing with the pivot alone keeps a chain of half related aspects ("abuse
    potential", "potential benefit", "benefit for sleep") from swallowing everything. A claim may
    so be in several groups, a judgement only in one.
    """
    ordered = sorted(judgements, key=strength)
    by_claim: dict[str, list[int]] = defaultdict(list)
    for index, judgement in enumerate(ordered):
        by_claim[judgement.a.id].append(index)
        by_claim[judgement.b.id].append(index)
    taken: set[int] = set()
    for index, pivot in enumerate(ordered):
        if index in taken:
            continue
        members = {index}
        queue = deque([pivot.a.id, pivot.b.id])
        seen = set(queue)
        while queue:
            claim = queue.popleft()
            for near in (claim, *links.of(claim, pivot.aspect)):
                for other in by_claim.get(near, ()):
                    joins = other not in taken and other not in members
                    if not joins or not aspects.overlap(pivot.aspect, ordered[other].aspect):
                        continue
                    members.add(other)
                    for end in (ordered[other].a.id, ordered[other].b.id):
                        if end not in seen:
                            seen.add(end)
                            queue.append(end)
        taken |= members
        yield [ordered[member] for member in sorted(members)]
