"""Claims into candidate pairs, counted before they are paid for.

Claims are found through inverted indexes: by each rare key, and by two keys together where either
alone is common. A claim so meets a bounded number of others, however many there are, and chooses
the most telling of them.

What a claim chooses depends on claims alone, never on where documents stand in the corpus:

- on its keys: its terms, and the values, materials and appraisals that it can be compared by;
- on how telling each of them is, and on which of them are common;
- on the other claims that have one of its keys that is not common, or two of its common keys among
  their most telling ones;
- of what is common even so, on its neighbours among those that have it, in the order of the ids of
  their documents, which are hashes of content.

So a document that comes, goes or changes has no bearing on claims that share no key with it, as
long as no key becomes common or ceases to be so, and weights stay what they were.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate, chain, combinations, islice
from typing import TypeVar, overload

from attrs import frozen

from factcheck.model import CandidatePair, Claim, Counts

ENOUGH = 0.45
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

COMPARABLE = 0.4
"""What values on one scale of one attribute count towards it: nearly enough by themselves."""

COMMON = 400
"""A key in more claims than this does not bring all of them together, which would be quadratic: it
is split by the second keys that it stands with, and what is still common brings together the
nearest claims only."""

PAIRED = 6
"""How many common keys of a claim, the most telling ones, are paired with each other."""

SPREAD = 50
"""How many claims of other documents a claim meets through one key or pair of keys that is still
common: its neighbours in the order of documents' ids, half of them on either side."""

MEETINGS = 1000
"""How many claims one claim meets before it chooses among them."""

REPEATED = 10
"""How many claims that say the same in the same words halve what the next one like them tells."""

FINE = 1 << 30
"""Weights are added as whole multiples of one part in so many, which gives one sum in any order."""

IDS = 1 << 64
"""How many ids there can be (see ``content_id``)."""

K = TypeVar("K")


class Pairs(Sequence[CandidatePair]):
    """Candidate pairs in corpus order, each made where it is asked for."""

    def __init__(self, claims: Sequence[Claim], later: Sequence[Sequence[int]]) -> None:
        """Hold, for every claim, the positions of the later claims that it makes a pair with."""
        self._claims = claims
        self._later = later
        self._ends = list(accumulate(map(len, later)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[CandidatePair]:
        return self._from(0)

    @overload
    def __getitem__(self, index: int) -> CandidatePair: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[CandidatePair, ...]: ...

    def __getitem__(self, index: int | slice) -> CandidatePair | tuple[CandidatePair, ...]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return tuple(islice(self._from(start), max(0, stop - start)))[::step]
        return next(self._from(range(len(self))[index]))

    def _from(self, start: int) -> Iterator[CandidatePair]:
        row = bisect_right(self._ends, start)
        skipped = start - (self._ends[row - 1] if row else 0)
        for position in range(row, len(self._later)):
            claim = self._claims[position]
            for other in self._later[position][skipped:]:
                shared = claim.vocabulary & self._claims[other].vocabulary
                yield CandidatePair(claim, self._claims[other], tuple(sorted(shared)))
            skipped = 0


@frozen
class Blocked:
    """Candidate pairs, and how many there might have been."""

    pairs: Pairs
    counts: Counts


def block(
    claims: tuple[Claim, ...],
    weights: Mapping[str, float],
    *,
    bound: int = 100,
    within_documents: bool = False,
) -> Blocked:
    """Return the pairs of claims that share enough rare terms to be worth judging.

    Args:
        claims: the claims, document by document in corpus order.
        weights: how telling each term is, from 0 to 1.
        bound: how many candidates each claim chooses, the most telling first and of equals those
            whose ids are nearest to its own, so that no claim is chosen by all; a pair stays where
            either of its claims chose it, and the others are counted as cut.
        within_documents: whether two claims of one document make a pair.
    """
    order = sorted(range(len(claims)), key=lambda position: claims[position].source.id)
    index = _Index([claims[position] for position in order], weights, within_documents)
    later: list[list[int]] = [[] for _ in claims]
    worthy = unmet = 0
    for number, position in enumerate(order):
        met, missed = index.met(number)
        found = index.worthy(number, met)
        unmet += missed
        worthy += sum(other > number for _, _, other in found)
        for _, _, number_of in found if len(found) <= bound else index.chosen(found, bound):
            other = order[number_of]
            later[min(position, other)].append(max(position, other))
    rows = [array("L", sorted(set(row))) for row in later]
    pairs = Pairs(claims, rows)
    possible = _possible(claims, within_documents)
    cut = min(possible - len(pairs), max(0, worthy - len(pairs)) + unmet)
    return Blocked(pairs, Counts(possible, len(pairs), cut))


def _keys(claim: Claim) -> frozenset[str]:
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
    return frozenset(comparable)


def _weight(key: str, weights: Mapping[str, float]) -> float:
    return COMPARABLE if key.startswith("@") else weights.get(key, 1.0)


def _number(content_id: str) -> int:
    """Return the digits of an id as a number."""
    return int(content_id.rpartition("-")[2], 16)


def _statement(claim: Claim, keys: frozenset[int]) -> object:
    """Return what claims have in common that say the same, as far as their keys and values go."""
    values = tuple((value.scale, value.interval) for value in claim.values)
    return keys, claim.polarity, values


class _Index:
    """Where every key stands, and every two keys that are common alone.

    Claims and keys are numbered in the order of the ids of documents and of the keys themselves.
    """

    def __init__(
        self, claims: Sequence[Claim], weights: Mapping[str, float], within_documents: bool
    ) -> None:
        self._claims = claims
        self._within = within_documents
        named = [_keys(claim) for claim in claims]
        names = sorted(frozenset().union(*named))
        self._weights = [round(_weight(name, weights) * FINE) for name in names]
        number = {name: index for index, name in enumerate(names)}
        self._keys = [frozenset(map(number.__getitem__, keys)) for keys in named]
        said: dict[object, int] = {}
        self._said = [
            said.setdefault(_statement(claim, keys), len(said))
            for claim, keys in zip(claims, self._keys, strict=True)
        ]
        self._ids = [_number(claim.id) for claim in claims]
        self._sources = [claim.source.id for claim in claims]
        self._edges: dict[str, tuple[int, int]] = {}
        for position, source in enumerate(self._sources):
            self._edges[source] = (self._edges.get(source, (position,))[0], position + 1)
        self._places = _postings(enumerate(self._keys))
        self._common = [self._split(keys) for keys in self._keys]
        self._pairs = _postings(
            (position, combinations(common, 2)) for position, common in enumerate(self._common)
        )

    def _split(self, keys: frozenset[int]) -> tuple[int, ...]:
        """Return the most telling of the keys that are common, in one order for all claims."""
        common = (key for key in keys if len(self._places[key]) > COMMON)
        return tuple(sorted(common, key=lambda key: (-self._weights[key], key))[:PAIRED])

    def met(self, position: int) -> tuple[set[int], int]:
        """Return the claims that one meets, and how many later ones a bound left out."""
        met: set[int] = set()
        missed = 0
        for weight, places in self._blocks(position):
            if len(places) <= COMMON and len(met) < MEETINGS:
                met.update(places)
                continue
            low, high = self._own(position, places)
            around = range(0)
            if len(met) < MEETINGS:
                others = len(places) - (high - low)
                around = range(high, high + min(others, SPREAD // 2))
                before = range(low - min(others - len(around), SPREAD // 2), low)
                met.update(places[i % len(places)] for i in chain(around, before))
            if weight >= ENOUGH * FINE:
                missed += len(places) - high - len(around)
        met.discard(position)
        return met, max(0, missed)

    def _blocks(self, position: int) -> list[tuple[int, Sequence[int]]]:
        """Return the places of a claim's keys and pairs of keys, the most telling first."""
        weights = self._weights
        found = [
            (weights[key], key, self._places[key])
            for key in self._keys[position]
            if len(self._places[key]) <= COMMON or weights[key] >= ENOUGH * FINE
        ]
        found.sort(key=lambda each: (-each[0], each[1]))
        pairs = [
            (weights[one] + weights[other], self._pairs[one, other])
            for one, other in combinations(self._common[position], 2)
        ]
        pairs.sort(key=lambda each: -each[0])
        return [*((weight, places) for weight, _, places in found), *pairs]

    def _own(self, position: int, places: Sequence[int]) -> tuple[int, int]:
        """Return the stretch of ``places`` that a claim is not compared with."""
        first, last = (
            (position, position + 1) if self._within else self._edges[self._sources[position]]
        )
        return bisect_left(places, first), bisect_left(places, last)

    def worthy(self, position: int, met: set[int]) -> list[tuple[int, int, int]]:
        """Return the claims worth comparing with one, to be sorted: the most telling come first."""
        keys, sources, own = self._keys, self._sources, self._keys[position]
        weigh, enough, ids = self._weights.__getitem__, ENOUGH * FINE, self._ids
        found = []
        for other in met:
            if sources[other] == sources[position] and not self._apart(position, other):
                continue
            weight = sum(map(weigh, own & keys[other]))
            if weight >= enough:
                away = (ids[other] - ids[position]) % IDS
                found.append((-weight, min(away, IDS - away), other))
        return found

    def chosen(self, found: list[tuple[int, int, int]], bound: int) -> list[tuple[int, int, int]]:
        """Return the most telling of what is worth comparing, each further like one less so."""
        seen: Counter[int] = Counter()
        ranked = []
        for weight, away, other in sorted(found):
            said = self._said[other]
            ranked.append((weight * REPEATED // (REPEATED + seen[said]), away, other))
            seen[said] += 1
        return nsmallest(bound, ranked)

    def _apart(self, position: int, other: int) -> bool:
        one, another = self._claims[position], self._claims[other]
        return self._within and not one.span.overlap(another.span)


def _postings(entries: Iterable[tuple[int, Iterable[K]]]) -> dict[K, array[int]]:
    """Return the positions of every key, in order."""
    places: dict[K, array[int]] = {}
    for position, keys in entries:
        for key in keys:
            posting = places.get(key)
            if posting is None:
                posting = places[key] = array("L")
            posting.append(position)
    return places


def _possible(claims: tuple[Claim, ...], within_documents: bool) -> int:
    total = len(claims) * (len(claims) - 1) // 2
    if within_documents:
        return total
    sizes = Counter(claim.source.id for claim in claims)
    return total - sum(size * (size - 1) // 2 for size in sizes.values())
