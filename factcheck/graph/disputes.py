"""From pairs to findings: what sources dispute, and what they say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from statistics import fmean

from attrs import frozen

from factcheck.graph.grouping import Links, gather
from factcheck.graph.independence import Retold, independent_sources
from factcheck.graph.objects import Numbered, graph_of
from factcheck.graph.positions import Side, letters, position, sides_of
from factcheck.graph.sides import Sides
from factcheck.graph.signed import SignedGraph, place
from factcheck.model import Agreement, Corpus, Dispute, Judgement, Stance


@frozen
class Question:
    """A dispute as numbers.

    Attributes:
        judgements: the pairs it rests on, the strongest first.
        sides: the sides, the one with most sources first.
    """

    judgements: tuple[int, ...]
    sides: tuple[Side, ...]


def disputes(
    judgements: Sequence[Judgement],
) -> tuple[tuple[Dispute, ...], tuple[Dispute, ...]]:
    """Return the contradictions and the mere qualifications, each the strongest first.

    Conflicts on one question become one finding (see ``gather``), its claims become sides (see
    ``sides_of``). Findings are ordered by confidence times the number of sources involved times
    the sources' mean authority.

    Args:
        judgements: every judgement of a run, agreements included, after ``balance``.

    Returns:
        Findings where at least one pair cannot both be true, and those where each pair can.
    """
    return disputed(graph_of(judgements))


def disputed(numbered: Numbered) -> tuple[tuple[Dispute, ...], tuple[Dispute, ...]]:
    """Return what ``disputes`` does, given the graph of the judgements."""
    found = [dispute(question, numbered) for question in questions(numbered.graph)]
    return (
        tuple(dispute for dispute in found if dispute.stance is Stance.CONTRADICTS),
        tuple(dispute for dispute in found if dispute.stance is Stance.QUALIFIES),
    )


def questions(graph: SignedGraph) -> list[Question]:
    """Return the disputes that judgements make, as numbers, the weightiest first."""
    conflicts = graph.having(Stance.CONTRADICTS, Stance.QUALIFIES)
    links = Links(graph, graph.having(Stance.AGREES), graph.claims(conflicts))
    contradictions = graph.opposed(graph.having(Stance.CONTRADICTS))
    found = [
        Question(tuple(group), sides_of(graph, group, links, contradictions))
        for group in gather(graph, conflicts, links)
    ]
    found.sort(key=lambda one: (-_importance(graph, one), graph.ranks[one.judgements[0]]))
    return found


def dispute(question: Question, numbered: Numbered) -> Dispute:
    """Return a dispute with what its numbers stand for."""
    judgements = tuple(numbered.judgements[one] for one in question.judgements)
    strongest = judgements[0]
    return Dispute(
        topic=strongest.label,
        stance=strongest.stance,
        positions=tuple(
            position(
                letter,
                [numbered.claims[claim] for claim in side.claims],
                numbered.judgements[side.surest],
            )
            for letter, side in zip(letters(), question.sides, strict=False)
        ),
        judgements=judgements,
        confidence=strongest.confidence,
    )


def _importance(graph: SignedGraph, question: Question) -> float:
    sources = {graph.places.documents[claim] for side in question.sides for claim in side.claims}
    authority = fmean(graph.places.authorities[source] for source in sources)
    return graph.confidences[question.judgements[0]] * len(sources) * authority


def agreements(
    judgements: Sequence[Judgement], corpus: Corpus, retold: Iterable[tuple[str, str]] = ()
) -> tuple[Agreement, ...]:
    """Return what several documents say alike, the best supported first.

    Agreements that share a claim and an aspect are one finding; two claims that contradict each
    other are never in one. Sources that repeat each other count once (see ``independence``).

    Args:
        judgements: every judgement of a run, after ``balance``.
        corpus: the documents, for the order of the claims.
        retold: pairs of ids of claims of which one retells the other (see ``retold_pairs``).
    """
    return agreed(graph_of(judgements), corpus, retold)


def agreed(
    numbered: Numbered, corpus: Corpus, retold: Iterable[tuple[str, str]]
) -> tuple[Agreement, ...]:
    """Return what ``agreements`` does, given the graph of the judgements."""
    order = {document.id: index for index, document in enumerate(corpus.documents)}
    known = Retold.of(retold)
    groups = sorted(agreeing(numbered.graph), key=lambda group: numbered.graph.ranks[group[0]])
    found = [agreement(group, numbered, order, known) for group in groups]
    found.sort(key=lambda one: (-one.independent, -one.confidence))
    return tuple(found)


def agreeing(graph: SignedGraph) -> Iterator[list[int]]:
    """Yield the judgements of each agreement between several documents, the strongest first."""
    alike = graph.having(Stance.AGREES)
    apart = graph.opposed(graph.having(Stance.CONTRADICTS))
    links = Links(graph, (), graph.claims(alike))
    for group in gather(graph, alike, links):
        for part in _consistent(graph, group, apart):
            if len({graph.places.documents[claim] for claim in graph.claims(part)}) > 1:
                yield part


def agreement(
    group: Sequence[int], numbered: Numbered, order: Mapping[str, int], retold: Retold
) -> Agreement:
    """Return an agreement with what its numbers stand for.

    Args:
        group: its judgements, the strongest first.
        numbered: what numbers stand for.
        order: the place of each document in the corpus, by its id.
        retold: which claims retell each other.
    """
    judgements = tuple(numbered.judgements[one] for one in group)
    claims = sorted(
        (numbered.claims[number] for number in numbered.graph.claims(group)),
        key=lambda claim: (order.get(claim.source.id, len(order)), place(claim)),
    )
    return Agreement(
        topic=judgements[0].label,
        claims=tuple(claims),
        judgements=judgements,
        independent=independent_sources(claims, retold),
        confidence=judgements[0].confidence,
    )


def _consistent(
    graph: SignedGraph, group: Sequence[int], apart: Mapping[int, Set[int]]
) -> list[list[int]]:
    """Return the group as parts without contradicting claims, leaving out what would join them."""
    claims = graph.claims(group)
    sides = Sides(claims, apart)
    kept = [one for one in group if sides.merge(graph.a[one], graph.b[one])]
    side_of = {claim: index for index, side in enumerate(sides.groups(claims)) for claim in side}
    parts: dict[int, list[int]] = {}
    for one in kept:
        parts.setdefault(side_of[graph.a[one]], []).append(one)
    return list(parts.values())
