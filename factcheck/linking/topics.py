"""What claims are about: concepts that several of them share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from factcheck.model import Claim, Topic, content_id

Concept = tuple[str, ...]

MAIN_SHARE = 0.5
"""A concept in more than half of all claims is the corpus' main matter and makes no topic."""

COVERED = 0.7
"""A term makes no topic of its own where so much of what is said of it is said of it with one
other term, which tells more."""


def concepts(claim: Claim) -> list[Concept]:
    """Return the noun phrases of a claim as concepts of one or two terms."""
    phrases = [mention.terms for mention in (claim.subject, claim.object) if mention is not None]
    phrases += [change.of for change in claim.changes]
    phrases += [presence.of for presence in claim.presences]
    phrases += [category.terms for category in claim.categories]
    found: list[Concept] = []
    for phrase in phrases:
        found.extend((term,) for term in phrase)
        found.extend(pairwise(phrase))
    return list(dict.fromkeys(found))


def is_shared(size: int, claims: int) -> bool:
    """Return whether a concept in ``size`` of all claims is one that tells some of them apart."""
    return 2 <= size <= max(2, MAIN_SHARE * claims)


def largest_pairs(sizes: Iterable[tuple[Concept, int]]) -> dict[str, int]:
    """Return, for each term, how many claims the commonest shared pair with it has."""
    largest: dict[str, int] = {}
    for concept, size in sizes:
        if len(concept) == 2:
            for term in concept:
                largest[term] = max(size, largest.get(term, 0))
    return largest


@frozen
class TopicMaker:
    """Makes topics of shared concepts.

    Attributes:
        largest: see :func:`largest_pairs`.
        weights: how telling each term is.
        labels: a readable form of each term.
    """

    largest: Mapping[str, int]
    weights: Mapping[str, float]
    labels: Mapping[str, str]

    def topic(self, concept: Concept, claims: Sequence[str]) -> Topic | None:
        """Return the topic that a concept makes; None where pairs with it say more.

        Args:
            concept: one that is shared.
            claims: ids of all claims that have it, in the order of the corpus.
        """
        if len(concept) == 1 and self.largest.get(concept[0], 0) >= COVERED * len(claims):
            return None
        weight = sum(self.weights.get(term, 1.0) for term in concept) / len(concept)
        label = " ".join(self.labels.get(term, term) for term in concept)
        topic = content_id("t", *concept)
        return Topic(topic, label, concept, round(weight, 4), tuple(claims))


def ranked(topic: Topic) -> tuple[float, str, Concept]:
    """Return a key that sorts topics, the most telling first."""
    return -topic.weight * len(topic.claims), topic.label, topic.terms


def topics(
    claims: Sequence[Claim], weights: Mapping[str, float], labels: Mapping[str, str]
) -> tuple[Topic, ...]:
    """Return the concepts that at least two claims share, the most telling first."""
    members: dict[Concept, list[str]] = defaultdict(list)
    for claim in claims:
        for concept in concepts(claim):
            members[concept].append(claim.id)
    shared = {key: ids for key, ids in members.items() if is_shared(len(ids), len(claims))}
    sizes = ((key, len(ids)) for key, ids in shared.items())
    maker = TopicMaker(largest_pairs(sizes), weights, labels)
    made = (maker.topic(concept, ids) for concept, ids in shared.items())
    return tuple(sorted((topic for topic in made if topic is not None), key=ranked))
