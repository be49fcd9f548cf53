"""The claims and judgements behind the numbers of a signed graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from factcheck.graph.signed import Places, SignedGraph, listed, place, tie_of
from factcheck.model import Claim, Judgement


@frozen
class Numbered:
    """A signed graph with what its numbers stand for.

    The sequences may read what they are asked for out of files: each value is asked for while the
    finding is made that it belongs to.

    Attributes:
        graph: the numbers.
        judgements: the judgements, in the order of the graph.
        claims: the claims, in the order of their places.
    """

    graph: SignedGraph
    judgements: Sequence[Judgement]
    claims: Sequence[Claim]


def graph_of(judgements: Sequence[Judgement]) -> Numbered:
    """Return the signed graph of judgements."""
    claims = claims_of(judgements)
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    ties = (tie_of(one, numbers[one.a.id], numbers[one.b.id]) for one in judgements)
    return Numbered(SignedGraph.of(listed(ties), Places.of(claims)), judgements, claims)


def claims_of(judgements: Iterable[Judgement]) -> list[Claim]:
    """Return the claims that judgements are about, each once, in the order of their places."""
    found = {claim.id: claim for judgement in judgements for claim in (judgement.a, judgement.b)}
    return sorted(found.values(), key=place)
