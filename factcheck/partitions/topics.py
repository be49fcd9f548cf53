"""Topics, made where all claims meet that have a concept."""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from factcheck.linking import Concept, TopicMaker, is_shared, largest_pairs, ranked
from factcheck.partitions.archive import Layout
from factcheck.partitions.claims import ABOUT, CONCEPTS, Member
from factcheck.partitions.sections import write_values
from factcheck.serialization import value_to_data

TOPICS = "topics"
"""Folder of the topics of each bucket, sorted."""

Rank = tuple[Any, ...]


@frozen
class LargestPairs:
    """Says how common the shared pairs of terms are in a bucket of concepts."""

    layout: Layout

    def __call__(self, bucket: int) -> dict[str, int]:
        """Return, for each term, how many claims the commonest shared pair with it has."""
        sizes = Counter(concept for concept, _, _ in _members(self.layout, bucket))
        return largest_pairs(
            each for each in sizes.items() if is_shared(each[1], len(self.layout.claims))
        )


@frozen
class MakeTopics:
    """Makes the topics of a bucket of concepts, and tells the claims."""

    layout: Layout
    maker: TopicMaker

    def __call__(self, bucket: int) -> None:
        """Make the topics of a bucket."""
        members: defaultdict[Concept, list[tuple[int, str]]] = defaultdict(list)
        for concept, number, claim in _members(self.layout, bucket):
            members[concept].append((number, claim))
        made: list[tuple[Rank, dict[str, Any]]] = []
        about: list[list[tuple[int, Rank, str]]] = [[] for _ in self.layout.claims.ends]
        for concept, claims in members.items():
            topic = is_shared(len(claims), len(self.layout.claims)) and self.maker.topic(
                concept, [claim for _, claim in claims]
            )
            if topic:
                made.append((ranked(topic), value_to_data(topic)))
                for number, _ in claims:
                    about[self.layout.claims.part(number)].append((number, ranked(topic), topic.id))
        made.sort(key=by_rank)
        write_values(self.layout.file(TOPICS, bucket), made)
        write_values(self.layout.file(ABOUT, bucket), about)


def by_rank(each: tuple[Rank, Any]) -> Rank:
    """Return what sorted files are sorted by: the first of what each value has."""
    return each[0]


def _members(layout: Layout, bucket: int) -> Iterator[Member]:
    """Yield what was sent to a bucket, in the order of the claims."""
    for sent in layout.sent(CONCEPTS, len(layout.parts), bucket):
        yield from pickle.loads(sent)
