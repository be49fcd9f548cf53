"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from attrs import frozen

from factcheck.model import CandidatePair, Claim, Counts

ENOUGH = 0.45
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

COMPARABLE = 0.4
"""What values on one scale of one attribute count towards it: nearly enough by themselves."""

COMMON = 400
"""A term in more claims than this brings no pairs together by itself; it still counts towards
the shared weight of pairs that a rarer term brings together."""


@frozen
class Blocked:
    """Candidate pairs, and how many there might have been."""

    pairs: tuple[CandidatePair, ...]
    counts: Counts


def block(
    claims: tuple[Claim, ...],
    weights: Mapping[str, float],
    *,
    bound: int = 200,
    within_documents: bool = False,
) -> Blocked:
    """Return the pairs of claims that share enough rare terms to be worth judging.

    Args:
        claims: the claims, in corpus order.
        weights: how telling each term is, from 0 to 1.
        bound: most candidates a claim may have; the least telling are cut, and counted.
        within_documents: whether two claims of one document make a pair.
    """
    index: dict[str, list[int]] = defaultdict(list)
    keys = [_keys(claim) for claim in claims]
    for position, own in enumerate(keys):
        for key in own:
            index[key].append(position)
    kept: dict[tuple[int, int], tuple[str, ...]] = {}
    ranked: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for position, claim in enumerate(claims):
        for other, shared in _neighbours(position, keys[position], index).items():
            if not within_documents and claims[other].source.id == claim.source.id:
                continue
            if claims[other].span.overlap(claim.span) and claims[other].source == claim.source:
                continue
            weight = sum(
                COMPARABLE if term.startswith("@") else weights.get(term, 1.0) for term in shared
            )
            if weight >= ENOUGH:
                pair = (position, other)
                kept[pair] = tuple(sorted(term for term in shared if not term.startswith("@")))
                ranked[position].append((-weight, pair))
                ranked[other].append((-weight, pair))
    chosen = {pair for entries in ranked.values() for _, pair in sorted(entries)[:bound]}
    pairs = tuple(CandidatePair(claims[a], claims[b], kept[a, b]) for a, b in sorted(chosen))
    counts = Counts(_possible(claims, within_documents), len(chosen), len(kept) - len(chosen))
    return Blocked(pairs, counts)


def _keys(claim: Claim) -> tuple[str, ...]:
    """Return what a claim is found by: its terms, and an ``@`` key for each comparable value."""
    comparable = {
        f"@{value.scale}:{value.attribute[0]}" for value in claim.values if value.attribute
    }
    return (*claim.terms, *sorted(comparable))


def _neighbours(
    position: int, keys: tuple[str, ...], index: Mapping[str, list[int]]
) -> dict[int, list[str]]:
    """Return the later claims that share a key with this one, and the keys shared."""
    found: dict[int, list[str]] = {}
    common = [term for term in keys if len(index[term]) > COMMON]
    for term in keys:
        if len(index[term]) > COMMON:
            continue
        for other in index[term]:
            if other > position:
                found.setdefault(other, []).append(term)
    if common:
        members = {term: set(index[term]) for term in common}
        for other, shared in found.items():
            shared.extend(term for term in common if other in members[term])
    return found


def _possible(claims: tuple[Claim, ...], within_documents: bool) -> int:
    total = len(claims) * (len(claims) - 1) // 2
    if within_documents:
        return total
    sizes: dict[str, int] = defaultdict(int)
    for claim in claims:
        sizes[claim.source.id] += 1
    return total - sum(size * (size - 1) // 2 for size in sizes.values())
