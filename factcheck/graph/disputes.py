"""From pairs to findings: what sources dispute, and what they say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from statistics import fmean

from attrs import frozen

from factcheck.graph.grouping import ANEW, Links, Part, Settling, gather
from factcheck.graph.independence import Retold, independent_sources
from factcheck.graph.objects import Numbered, graph_of
from factcheck.graph.positions import Side, letters, position, sides_of
from factcheck.graph.sides import Sides
from factcheck.graph.signed import SignedGraph
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


def disputed(
    numbered: Numbered, settling: Settling = ANEW
) -> tuple[tuple[Dispute, ...], tuple[Dispute, ...]]:
    """Return what ``disputes`` does, given the graph of the judgements."""
    found = [dispute(question, numbered) for question in questions(numbered.graph, settling)]
    return (
        tuple(dispute for dispute in found if dispute.stance is Stance.CONTRADICTS),
        tuple(dispute for dispute in found if dispute.stance is Stance.QUALIFIES),
    )


def questions(graph: SignedGraph, settling: Settling = ANEW) -> list[Question]:
    """Return the disputes that judgements make, as numbers, the weightiest first."""
    conflicts = graph.having(Stance.CONTRADICTS, Stance.QUALIFIES)
    links = Links(graph, graph.having(Stance.AGREES), graph.claims(conflicts))
    contradictions = graph.opposed(graph.having(Stance.CONTRADICTS))
    found = []
    for group in gather(graph, conflicts, links):
        work = partial(_sides, graph, group.judgements, links, contradictions)
        sides = (Side(tuple(one.claims), one.judgements[0]) for one in settling.parts(group, work))
        found.append(Question(tuple(group.judgements), tuple(sides)))
    found.sort(key=lambda one: (-_importance(graph, one), graph.ranks[one.judgements[0]]))
    return found


def _sides(
    graph: SignedGraph,
    conflicts: Sequence[int],
    links: Links,
    contradictions: Mapping[int, Set[int]],
) -> list[Part]:
    sides = sides_of(graph, conflicts, links, contradictions)
    return [Part(side.claims, (side.surest,)) for side in sides]


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
    numbered: Numbered,
    corpus: Corpus,
    retold: Iterable[tuple[str, str]],
    settling: Settling = ANEW,
) -> tuple[Agreement, ...]:
    """Return what ``agreements`` does, given the graph of the judgements."""
    order = {document.id: index for index, document in enumerate(corpus.documents)}
    known = Retold.of(retold)
    each = agreeing(numbered.graph, settling)
    groups = sorted(each, key=lambda group: numbered.graph.ranks[group[0]])
    found = [agreement(group, numbered, order, known, settling) for group in groups]
    found.sort(key=lambda one: (-one.independent, -one.confidence))
    return tuple(found)


def agreeing(graph: SignedGraph, settling: Settling = ANEW) -> Iterator[Sequence[int]]:
    """Yield the judgements of each agreement between several documents, the strongest first."""
    alike = graph.having(Stance.AGREES)
    apart = graph.opposed(graph.having(Stance.CONTRADICTS))
    links = Links(graph, (), graph.claims(alike))
    for group in gather(graph, alike, links):
        for part in settling.parts(group, partial(_consistent, graph, group.judgements, apart)):
            yield part.judgements


def agreement(
    group: Sequence[int],
    numbered: Numbered,
    order: Mapping[str, int],
    retold: Retold,
    settling: Settling = ANEW,
) -> Agreement:
    """Return an agreement with what its numbers stand for.

    Args:
        group: its judgements, the strongest first.
        numbered: what numbers stand for.
        order: the place of each document in the corpus, by its id.
        retold: which claims retell each other.
        settling: says how many of its sources are independent.
    """
    judgements = tuple(numbered.judgements[one] for one in group)
    numbers = numbered.graph.claims(group)
    claims = [numbered.claims[number] for number in sorted(numbers)]
    claims.sort(key=lambda claim: order.get(claim.source.id, len(order)))
    return Agreement(
        topic=judgements[0].label,
        claims=tuple(claims),
        judgements=judgements,
        independent=settling.count(numbers, partial(independent_sources, claims, retold)),
        confidence=judgements[0].confidence,
    )


def _consistent(
    graph: SignedGraph, group: Sequence[int], apart: Mapping[int, Set[int]]
) -> list[Part]:
    """Return the parts of a group between several documents that have no contradicting claims.

    What would join them is left out.
    """
    claims = graph.claims(group)
    sides = Sides(claims, apart)
    kept = [one for one in group if sides.merge(graph.a[one], graph.b[one])]
    side_of = {claim: index for index, side in enumerate(sides.groups(claims)) for claim in side}
    parts: dict[int, list[int]] = {}
    for one in kept:
        parts.setdefault(side_of[graph.a[one]], []).append(one)
    documents = graph.places.documents
    return [
        Part((), part)
        for part in parts.values()
        if len({documents[claim] for claim in graph.claims(part)}) > 1
    ]
