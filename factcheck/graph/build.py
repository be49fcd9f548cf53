"""The graph of sources, claims, topics and what the claims say of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx

from factcheck.graph import queries
from factcheck.graph.disputes import disputes
from factcheck.model import (
    Claim,
    Corpus,
    Dispute,
    Document,
    Judgement,
    Position,
    Run,
    Stance,
    Topic,
)
from factcheck.model.display import Displayed

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


class ClaimGraph(Displayed):
    """Sources, claims, topics and judgements as one networkx graph.

    Nodes carry ``kind``: ``source``, ``claim`` or ``topic``. Edges carry ``kind`` too:
    ``stated_in`` (claim to source), ``about`` (claim to topic), ``related`` (topic to topic, with
    ``weight``: in how many claims both occur) and, from claim to claim, a judgement's stance with
    its confidence, rule and rationale. Each edge's key is unique in the graph; a judgement's is
    its id.

    Attributes:
        nx: the ``networkx.MultiDiGraph``; change a copy, not this one.
        claims: the claims, by id.
        topics: the topics, by id.
        judgements: every judgement, in the order given.
    """

    def __init__(
        self,
        graph: Graph,
        claims: dict[str, Claim],
        topics: dict[str, Topic],
        judgements: tuple[Judgement, ...],
        found: tuple[Dispute, ...] | None = None,
    ) -> None:
        self.nx = graph
        self.claims = claims
        self.topics = topics
        self.judgements = judgements
        self._found = found

    @classmethod
    def from_parts(
        cls,
        corpus: Corpus,
        claims: Sequence[Claim],
        topics: Sequence[Topic],
        judgements: Sequence[Judgement],
    ) -> ClaimGraph:
        """Return the graph of what the stages of a run produced."""
        graph: Graph = nx.MultiDiGraph(title=corpus.title)
        by_topic = {topic.id: topic for topic in topics}
        about = _about(claims, by_topic)
        for document in corpus.documents:
            graph.add_node(document.id, **_source(document))
        for topic in topics:
            graph.add_node(topic.id, **_topic(topic))
        for claim in claims:
            graph.add_node(claim.id, **_claim(claim))
            _edge(graph, claim.id, claim.source.id, f"{claim.id}.source", kind="stated_in")
            for topic_id in about[claim.id]:
                _edge(graph, claim.id, topic_id, f"{claim.id}.{topic_id}", kind="about")
        for (a, b), weight in _together(about.values()):
            _edge(graph, a, b, f"{a}.{b}", kind="related", weight=weight)
        for judgement in judgements:
            _edge(graph, judgement.a.id, judgement.b.id, judgement.id, **_judgement(judgement))
        return cls(graph, {claim.id: claim for claim in claims}, by_topic, tuple(judgements))

    @classmethod
    def from_run(cls, run: Run) -> ClaimGraph:
        """Return the graph of a run, with the findings that the run made."""
        graph = cls.from_parts(run.corpus, run.claims, run.topics, run.judgements)
        graph._found = run.disputes
        return graph

    def __repr__(self) -> str:
        return (
            f"<ClaimGraph: {len(self.claims)} claims, {len(self.topics)} topics, "
            f"{len(self.judgements)} judgements>"
        )

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Positions that contradict each other, the strongest first."""
        return disputes(self.judgements)[0] if self._found is None else self._found

    def topic(self, name: Topic | str) -> Topic:
        """Return the topic with this id, start of an id, or label; see ``queries.topic``."""
        return queries.topic(self, name)

    def positions(self, topic: Topic | str) -> tuple[Position, ...]:
        """Return the sides of all claims about a topic; see ``queries.positions``."""
        return queries.positions(self, topic)

    def neighbours(self, claim: Claim | str) -> tuple[queries.Neighbour, ...]:
        """Return the claims judged against a claim; see ``queries.neighbours``."""
        return queries.neighbours(self, claim)

    def most_disputed(self, n: int = 10) -> tuple[queries.DisputedTopic, ...]:
        """Return the ``n`` topics with most conflict; see ``queries.most_disputed``."""
        return queries.most_disputed(self, n)

    def agreement_matrix(self) -> dict[tuple[str, str], Counter[Stance]]:
        """Return how often each two sources agree and conflict; see ``queries``."""
        return queries.agreement_matrix(self)


def _edge(graph: Graph, start: str, end: str, key: str, **attributes: object) -> None:
    graph.add_edge(start, end, key=key, **attributes)


def _about(claims: Sequence[Claim], topics: dict[str, Topic]) -> dict[str, list[str]]:
    """Return each claim's topics, as claims and topics know them, in a fixed order."""
    about: dict[str, set[str]] = {claim.id: set() for claim in claims}
    for claim in claims:
        about[claim.id].update(topic for topic in claim.topics if topic in topics)
    for topic in topics.values():
        for claim_id in topic.claims:
            if claim_id in about:
                about[claim_id].add(topic.id)
    return {claim_id: sorted(found) for claim_id, found in about.items()}


def _together(about: Iterable[list[str]]) -> list[tuple[tuple[str, str], int]]:
    counts = Counter(pair for topics in about for pair in combinations(topics, 2))
    return sorted(counts.items())


def _source(document: Document) -> dict[str, Any]:
    return {
        "kind": "source",
        "label": document.title or document.name,
        "name": document.name,
        "author": document.author,
        "publisher": document.publisher,
        "address": document.address,
        "date": document.date,
        "authority": float(document.authority),
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "kind": "topic",
        "label": topic.label,
        "terms": list(topic.terms),
        "weight": float(topic.weight),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "kind": "claim",
        "label": claim.text,
        "quote": claim.quote,
        "document": claim.source.name,
        "start": claim.start,
        "end": claim.end,
        "claim_kind": claim.kind.value,
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "endorsed": claim.endorsed,
        "attribution": claim.attribution or None,
        "conditions": list(claim.conditions),
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "kind": judgement.stance.value,
        "label": judgement.label,
        "confidence": judgement.confidence,
        "rule": judgement.rule,
        "rationale": judgement.rationale,
        "aspect": list(judgement.aspect),
        "a_evidence": judgement.a.source.visible(judgement.a_evidence),
        "b_evidence": judgement.b.source.visible(judgement.b_evidence),
    }
