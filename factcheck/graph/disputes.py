"""From pairs to findings: what sources dispute, and what they say alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from statistics import fmean

from factcheck.graph.aspects import Aspects
from factcheck.graph.grouping import Links, claims_of, gather, place, strength
from factcheck.graph.independence import Pair, independent_sources
from factcheck.graph.positions import positions
from factcheck.graph.sides import Sides, opposed
from factcheck.model import Agreement, Corpus, Dispute, Judgement, Stance


def disputes(
    judgements: Sequence[Judgement],
) -> tuple[tuple[Dispute, ...], tuple[Dispute, ...]]:
    """Return the contradictions and the mere qualifications, each the strongest first.

    Conflicts on one question become one finding (see ``gather``), its claims become sides (see
    ``positions``). Findings are ordered by confidence times the number of sources involved times
    the sources' mean authority.

    Args:
        judgements: every judgement of a run, agreements included, after ``balance``.

    Returns:
        Findings where at least one pair cannot both be true, and those where each pair can.
    """
    aspects = Aspects.of(judgements)
    conflicts = [one for one in judgements if one.stance is not Stance.AGREES]
    agreeing = [one for one in judgements if one.stance is Stance.AGREES]
    contradictions = opposed(one for one in conflicts if one.stance is Stance.CONTRADICTS)
    links = Links(aspects, agreeing, claims_of(conflicts))
    found = [_dispute(group, links, contradictions) for group in gather(conflicts, links, aspects)]
    found.sort(key=lambda dispute: (-_importance(dispute), strength(dispute.judgements[0])))
    return (
        tuple(dispute for dispute in found if dispute.stance is Stance.CONTRADICTS),
        tuple(dispute for dispute in found if dispute.stance is Stance.QUALIFIES),
    )


def agreements(
    judgements: Sequence[Judgement], corpus: Corpus, retold: Set[Pair] = frozenset()
) -> tuple[Agreement, ...]:
    """Return what several documents say alike, the best supported first.

    Agreements that share a claim and an aspect are one finding; two claims that contradict each
    other are never in one. Sources that repeat each other count once (see ``independence``).

    Args:
        judgements: every judgement of a run, after ``balance``.
        corpus: the documents, for the order of the claims.
        retold: pairs of ids of claims of which one retells the other (see ``retold_pairs``).
    """
    aspects = Aspects.of(judgements)
    agreeing = [one for one in judgements if one.stance is Stance.AGREES]
    apart = opposed(one for one in judgements if one.stance is Stance.CONTRADICTS)
    order = {document.id: index for index, document in enumerate(corpus.documents)}
    links = Links(aspects, (), claims_of(agreeing))
    found = [
        _agreement(side, order, retold)
        for group in gather(agreeing, links, aspects)
        for side in _consistent(group, apart)
        if len({claim.source.id for claim in claims_of(side)}) > 1
    ]
    found.sort(key=lambda one: (-one.independent, -one.confidence, strength(one.judgements[0])))
    return tuple(found)


def _dispute(
    group: Sequence[Judgement], links: Links, contradictions: Mapping[str, Set[str]]
) -> Dispute:
    strongest = group[0]
    return Dispute(
        topic=strongest.label,
        stance=strongest.stance,
        positions=positions(group, links, contradictions),
        judgements=tuple(group),
        confidence=strongest.confidence,
    )


def _importance(dispute: Dispute) -> float:
    sources = {claim.source.id: claim.source for claim in dispute.claims}
    authority = fmean(source.authority for source in sources.values())
    return dispute.confidence * len(sources) * authority


def _consistent(group: Sequence[Judgement], apart: Mapping[str, Set[str]]) -> list[list[Judgement]]:
    """Return the group as parts without contradicting claims, leaving out what would join them."""
    sides = Sides((claim.id for claim in claims_of(group)), apart)
    kept = [one for one in group if sides.merge(one.a.id, one.b.id)]
    parts: dict[int, list[Judgement]] = {}
    side_of = {
        claim: index
        for index, side in enumerate(sides.groups(claim.id for claim in claims_of(group)))
        for claim in side
    }
    for one in kept:
        parts.setdefault(side_of[one.a.id], []).append(one)
    return list(parts.values())


def _agreement(group: Sequence[Judgement], order: dict[str, int], retold: Set[Pair]) -> Agreement:
    claims = sorted(
        claims_of(group), key=lambda claim: (order.get(claim.source.id, len(order)), place(claim))
    )
    return Agreement(
        topic=group[0].label,
        claims=tuple(claims),
        judgements=tuple(group),
        independent=independent_sources(claims, retold),
        confidence=group[0].confidence,
    )
