"""Questions that a graph of claims answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from factcheck.errors import UnknownIdError
from factcheck.graph.positions import letters, shortened
from factcheck.graph.sides import Sides
from factcheck.graph.signed import place
from factcheck.model import Claim, Judgement, Position, Stance, Topic

if TYPE_CHECKING:
    from factcheck.graph.build import ClaimGraph

# A tension weighs half of a contradiction where topics are ranked by conflict.
_WEIGHTS = {Stance.CONTRADICTS: 1.0, Stance.QUALIFIES: 0.5, Stance.AGREES: 0.0}


@frozen
class Neighbour:
    """A claim that was judged against another, and the judgement."""

    claim: Claim
    judgement: Judgement

    @property
    def stance(self) -> Stance:
        """How the two stand to each other."""
        return self.judgement.stance


@frozen
class DisputedTopic:
    """How much conflict there is about a topic.

    Attributes:
        topic: the topic.
        stances: how many pairs of claims about it agree, contradict and qualify.
        score: the sum of the conflicts' confidence, a tension counting half.
    """

    topic: Topic
    stances: Counter[Stance]
    score: float


def topic(graph: ClaimGraph, name: Topic | str) -> Topic:
    """Return the topic with this id, unique start of an id, or label in any case.

    Raises:
        UnknownIdError: none or several have it.
    """
    if isinstance(name, Topic):
        return name
    if name in graph.topics:
        return graph.topics[name]
    wanted = name.casefold()
    found = [one for one in graph.topics.values() if one.label.casefold() == wanted]
    found = found or [one for one in graph.topics.values() if name and one.id.startswith(name)]
    if len(found) != 1:
        fault = "several topics are" if found else "no topic is"
        raise UnknownIdError(f"{fault} called {name!r}.")
    return found[0]


def claim(graph: ClaimGraph, name: Claim | str) -> Claim:
    """Return the claim with this id or unique start of an id.

    Raises:
        UnknownIdError: none or several have it.
    """
    if isinstance(name, Claim):
        return name
    if name in graph.claims:
        return graph.claims[name]
    found = [one for key, one in graph.claims.items() if name and key.startswith(name)]
    if len(found) != 1:
        fault = "several claims have an id that starts" if found else "no claim has an id"
        raise UnknownIdError(f"{fault} {name!r}.")
    return found[0]


def about(graph: ClaimGraph, subject: Topic) -> list[Claim]:
    """Return the claims about a topic, in the order of their places."""
    found = [
        graph.claims[start]
        for start, _, attributes in graph.nx.in_edges(subject.id, data=True)
        if attributes["kind"] == "about"
    ]
    return sorted(found, key=place)


def positions(graph: ClaimGraph, name: Topic | str) -> tuple[Position, ...]:
    """Return all claims about a topic, put on sides by their agreements, the largest side first.

    Claims that conflict are never on one side; a claim that agrees with none is a side of its own.
    A dispute's own sides, on one aspect of the topic, are those of ``Dispute.positions``.

    Raises:
        UnknownIdError: no topic is called so.
    """
    claims = about(graph, topic(graph, name))
    inside = {one.id: one for one in claims}
    judgements = [one for one in graph.judgements if one.a.id in inside and one.b.id in inside]
    apart: dict[str, set[str]] = {key: set() for key in inside}
    for one in judgements:
        if one.stance is not Stance.AGREES:
            apart[one.a.id].add(one.b.id)
            apart[one.b.id].add(one.a.id)
    sides = Sides(inside, apart)
    agreeing = [one for one in judgements if one.stance is Stance.AGREES]
    for one in sorted(agreeing, key=lambda judgement: (-judgement.confidence, judgement.id)):
        sides.merge(one.a.id, one.b.id)
    groups = [[inside[member] for member in group] for group in sides.groups(inside)]
    groups.sort(
        key=lambda group: (-len({one.source.id for one in group}), -len(group), place(group[0]))
    )
    return tuple(
        Position(letter, shortened(group[0].text), tuple(group))
        for letter, group in zip(letters(), groups, strict=False)
    )


def neighbours(graph: ClaimGraph, name: Claim | str) -> tuple[Neighbour, ...]:
    """Return the claims judged against a claim, the surest judgement first.

    Raises:
        UnknownIdError: no claim is called so.
    """
    centre = claim(graph, name).id
    found = [
        Neighbour(one.b if one.a.id == centre else one.a, one)
        for one in graph.judgements
        if centre in (one.a.id, one.b.id)
    ]
    found.sort(key=lambda one: (-one.judgement.confidence, place(one.claim), one.judgement.id))
    return tuple(found)


def most_disputed(graph: ClaimGraph, n: int = 10) -> tuple[DisputedTopic, ...]:
    """Return at most ``n`` topics with conflicts, the most disputed first.

    A judgement counts for each topic that both of its claims are about.
    """
    topics_of: dict[str, set[str]] = {}
    for start, end, attributes in graph.nx.edges(data=True):
        if attributes["kind"] == "about":
            topics_of.setdefault(start, set()).add(end)
    stances: dict[str, Counter[Stance]] = {key: Counter() for key in graph.topics}
    scores = dict.fromkeys(graph.topics, 0.0)
    for one in graph.judgements:
        shared = topics_of.get(one.a.id, set()) & topics_of.get(one.b.id, set())
        for key in sorted(shared):
            stances[key][one.stance] += 1
            scores[key] += _WEIGHTS[one.stance] * one.confidence
    found = [
        DisputedTopic(one, stances[key], scores[key])
        for key, one in graph.topics.items()
        if scores[key] > 0
    ]
    found.sort(key=lambda one: (-one.score, one.topic.label, one.topic.id))
    return tuple(found[:n])


def agreement_matrix(graph: ClaimGraph) -> dict[tuple[str, str], Counter[Stance]]:
    """Return how many pairs of claims of each two sources agree, contradict and qualify.

    Keys are names of documents in alphabetical order; two sources without a judgement between
    them are left out.
    """
    matrix: dict[tuple[str, str], Counter[Stance]] = {}
    for one in graph.judgements:
        first, second = sorted((one.a.source.name, one.b.source.name))
        matrix.setdefault((first, second), Counter())[one.stance] += 1
    return dict(sorted(matrix.items()))
