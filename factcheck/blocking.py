"""Claims into candidate pairs, counted before they are paid for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen

from factcheck.model import CandidatePair, Claim, Counts

ENOUGH = 0.45
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

COMPARABLE = 0.4
"""What values on one scale of one attribute count towards it: nearly enough by themselves."""

COMMON = 400
"""A key in more claims than this does not bring all of them together, which would be quadratic:
each claim then meets only a spread of the others."""

SPREAD = 50
"""How many claims of later documents a claim meets through one common key."""


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
        claims: the claims, document by document in corpus order.
        weights: how telling each term is, from 0 to 1.
        bound: how many candidates each claim chooses, the most telling first; a pair stays
            where either of its claims chose it, and the others are counted as cut.
        within_documents: whether two claims of one document make a pair.
    """
    keys = [frozenset(_keys(claim)) for claim in claims]
    postings = _postings(claims, keys)
    kept: dict[tuple[int, int], tuple[str, ...]] = {}
    ranked: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    unmet = 0
    for position, claim in enumerate(claims):
        own = "" if within_documents else claim.source.id
        met, missed = _neighbours(position, sorted(keys[position]), postings, own)
        unmet += missed
        for other in met:
            if not _comparable(claim, claims[other], within_documents):
                continue
            shared = keys[position] & keys[other]
            if _weight(shared, weights) >= ENOUGH:
                pair = (position, other)
                kept[pair] = tuple(sorted(key for key in shared if not key.startswith("@")))
                telling = -_weight(shared, weights)
                ranked[position].append((telling, pair))
                ranked[other].append((telling, pair))
    chosen = {pair for entries in ranked.values() for _, pair in sorted(entries)[:bound]}
    pairs = tuple(CandidatePair(claims[a], claims[b], kept[a, b]) for a, b in sorted(chosen))
    possible = _possible(claims, within_documents)
    return Blocked(pairs, Counts(possible, len(chosen), len(kept) - len(chosen) + unmet))


def _keys(claim: Claim) -> tuple[str, ...]:
    """Return what a claim is found by: its terms, and an ``@`` key for each comparable value.

    What it has of materials is such a key as well. An appraisal is found by its thing, which need
    not be named in the claim, in whatever respect.
    """
    comparable: set[str] = set(claim.terms)
    for value in claim.values:
        if value.attribute:
            comparable.add(f"@{value.scale}:{value.attribute[0]}")
    if claim.limits("material"):
        comparable.add("@material")
    for appraisal in claim.appraisals:
        comparable |= {"@appraisal", *appraisal.of}
    return tuple(sorted(comparable))


def _weight(shared: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(
        COMPARABLE if key.startswith("@") else weights.get(key, 1.0) for key in sorted(shared)
    )


def _comparable(claim: Claim, other: Claim, within_documents: bool) -> bool:
    if claim.source.id != other.source.id:
        return True
    return within_documents and not claim.span.overlap(other.span)


@frozen
class _Posting:
    """Where one key stands: positions of claims, whole and by document, both in corpus order."""

    positions: tuple[int, ...]
    by_document: tuple[tuple[str, tuple[int, ...]], ...]


def _postings(claims: tuple[Claim, ...], keys: list[frozenset[str]]) -> dict[str, _Posting]:
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, (claim, own) in enumerate(zip(claims, keys, strict=True)):
        for key in own:
            places[key][claim.source.id].append(position)
    return {
        key: _Posting(
            tuple(sorted(position for group in groups.values() for position in group)),
            tuple((document, tuple(group)) for document, group in groups.items()),
        )
        for key, groups in places.items()
    }


def _neighbours(
    position: int, keys: list[str], postings: Mapping[str, _Posting], own: str
) -> tuple[list[int], int]:
    """Return the later claims met through the keys, and how many a common key left out.

    Through a common key no claim of the document called ``own`` is met.
    """
    met: set[int] = set()
    missed = 0
    for key in keys:
        posting = postings[key]
        if len(posting.positions) <= COMMON:
            met.update(posting.positions[bisect_right(posting.positions, position) :])
            continue
        groups = (
            group[bisect_right(group, position) :]
            for document, group in posting.by_document
            if document != own
        )
        later = [group for group in groups if group]
        few = max(1, SPREAD // max(1, len(later)))
        taken = 0
        for group in later[:SPREAD]:
            start = position % len(group)
            part = (*group[start : start + few], *group[: max(0, start + few - len(group))])
            met.update(part)
            taken += len(set(part))
        missed += sum(map(len, later)) - taken
    return sorted(met), missed


def _possible(claims: tuple[Claim, ...], within_documents: bool) -> int:
    total = len(claims) * (len(claims) - 1) // 2
    if within_documents:
        return total
    sizes = Counter(claim.source.id for claim in claims)
    return total - sum(size * (size - 1) // 2 for size in sizes.values())
