"""The claims and judgements behind the numbers of a signed graph."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from attrs import frozen

from factcheck.graph.signed import Places, SignedGraph, Ties, listed, place, tie_of
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
    found = {claim.id: claim for judgement in judgements for claim in (judgement.a, judgement.b)}
    numbers = {claim: number for number, claim in enumerate(found)}
    ties = (tie_of(one, numbers[one.a.id], numbers[one.b.id]) for one in judgements)
    return numbered(tuple(found.values()), judgements, listed(ties))


def numbered(claims: Sequence[Claim], judgements: Sequence[Judgement], ties: Ties) -> Numbered:
    """Return the signed graph of judgements, given them as numbers too.

    Args:
        claims: the claims, in any order.
        judgements: what is said of them.
        ties: the same as numbers, with the claims numbered in their order.
    """
    order = sorted(range(len(claims)), key=lambda number: place(claims[number]))
    in_order = list(map(claims.__getitem__, order))
    return Numbered(
        SignedGraph.of(ties.renumbered(_inverse(order)), Places.of(in_order)), judgements, in_order
    )


def _inverse(order: Sequence[int]) -> array[int]:
    found = array("I", order)
    for place_in_order, number in enumerate(order):
        found[number] = place_in_order
    return found
