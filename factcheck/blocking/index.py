"""Claims found through inverted indexes, and the most telling of them chosen.

A claim is found by each rare key, and by two keys together where either alone is common. It so
meets a bounded number of others, however many there are.

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
from itertools import chain, combinations
from typing import NamedTuple, Protocol, TypeVar

from attrs import frozen

from factcheck.blocking.traits import FINE, Traits, key_weight

ENOUGH = round(0.45 * FINE)
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

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

IDS = 1 << 64
"""How many ids there can be (see ``content_id``)."""

K = TypeVar("K")
K_contra = TypeVar("K_contra", contravariant=True)


class Postings(Protocol[K_contra]):
    """Where keys stand."""

    def __getitem__(self, key: K_contra, /) -> Sequence[int]:
        """Return the claims that have a key, in order."""


class Choice(NamedTuple):
    """What a claim chose.

    Attributes:
        others: the claims that it makes a pair with.
        worthy: how many of those that come after it were worth it.
        missed: how many of those that come after it a bound left out, as far as is known.
    """

    others: list[int]
    worthy: int
    missed: int


@frozen
class Index:
    """Claims by their keys; columns may lie in files.

    Claims are numbered in the order of the ids of their documents, and keys in their own order.

    Attributes:
        weights: how telling each key is, in parts of ``FINE``.
        keys: the keys of each claim.
        documents, ids, starts, ends, statements: what ``Traits`` say of each claim.
        places: where each key stands.
        pairs: where each two keys stand that are common alone.
        within_documents: whether two claims of one document make a pair.
    """

    weights: Sequence[int]
    keys: Sequence[frozenset[int]]
    documents: Sequence[int]
    ids: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    statements: Sequence[int]
    places: Postings[int]
    pairs: Postings[tuple[int, int]]
    within_documents: bool

    @classmethod
    def of(
        cls, claims: Sequence[Traits], weights: Mapping[str, float], within_documents: bool
    ) -> Index:
        """Return the index of claims that are in the order of the ids of their documents."""
        names = sorted({key for claim in claims for key in claim.keys})
        number = {name: index for index, name in enumerate(names)}
        weighed = [key_weight(name, weights) for name in names]
        keys = [frozenset(map(number.__getitem__, claim.keys)) for claim in claims]
        places = postings(enumerate(keys))
        common = {key for key, found in places.items() if len(found) > COMMON}
        return cls(
            weighed,
            keys,
            [claim.document for claim in claims],
            [claim.id for claim in claims],
            [claim.start for claim in claims],
            [claim.end for claim in claims],
            [claim.statement for claim in claims],
            places,
            postings(
                (claim, combinations(most_telling(own & common, weighed), 2))
                for claim, own in enumerate(keys)
            ),
            within_documents,
        )

    def shared(self, one: int, other: int) -> frozenset[int]:
        """Return the keys that two claims have in common."""
        return self.keys[one] & self.keys[other]

    def choose(self, claim: int, bound: int) -> Choice:
        """Return the most telling of the claims that one meets, at most ``bound`` of them."""
        met, missed = self._met(claim)
        found = self._worthy(claim, met)
        worthy = sum(other > claim for _, _, other in found)
        chosen = found if len(found) <= bound else self._chosen(found, bound)
        return Choice([other for _, _, other in chosen], worthy, missed)

    def _met(self, claim: int) -> tuple[set[int], int]:
        """Return the claims that one meets, and how many later ones a bound left out."""
        met: set[int] = set()
        missed = 0
        for weight, places in self._blocks(claim):
            if len(places) <= COMMON and len(met) < MEETINGS:
                met.update(places)
                continue
            low, high = self._own(claim, places)
            around = range(0)
            if len(met) < MEETINGS:
                others = len(places) - (high - low)
                around = range(high, high + min(others, SPREAD // 2))
                before = range(low - min(others - len(around), SPREAD // 2), low)
                met.update(places[i % len(places)] for i in chain(around, before))
            if weight >= ENOUGH:
                missed += len(places) - high - len(around)
        met.discard(claim)
        return met, max(0, missed)

    def _blocks(self, claim: int) -> Iterator[tuple[int, Sequence[int]]]:
        """Return the places of a claim's keys and pairs of keys, the most telling first."""
        weights = self.weights
        every = {key: self.places[key] for key in self.keys[claim]}
        common = [key for key, places in every.items() if len(places) > COMMON]
        for key in sorted(every, key=lambda key: (-weights[key], key)):
            if len(every[key]) <= COMMON or weights[key] >= ENOUGH:
                yield weights[key], every[key]
        pairs = list(combinations(most_telling(common, weights), 2))
        pairs.sort(key=lambda pair: -weights[pair[0]] - weights[pair[1]])
        for one, other in pairs:
            yield weights[one] + weights[other], self.pairs[one, other]

    def _own(self, claim: int, places: Sequence[int]) -> tuple[int, int]:
        """Return the stretch of ``places`` that a claim is not compared with."""
        first, last = claim, claim + 1
        if not self.within_documents:
            document = self.documents[claim]
            first = bisect_left(self.documents, document, 0, claim)
            last = bisect_right(self.documents, document, claim)
        return bisect_left(places, first), bisect_left(places, last)

    def _worthy(self, claim: int, met: set[int]) -> list[tuple[int, int, int]]:
        """Return the claims worth comparing with one, to be sorted: the most telling come first."""
        keys, documents, ids, own = self.keys, self.documents, self.ids, self.keys[claim]
        weigh, document, number = self.weights.__getitem__, documents[claim], ids[claim]
        found = []
        for other in met:
            if documents[other] == document and not self._apart(claim, other):
                continue
            weight = sum(map(weigh, own & keys[other]))
            if weight >= ENOUGH:
                away = (ids[other] - number) % IDS
                found.append((-weight, min(away, IDS - away), other))
        return found

    def _chosen(self, found: list[tuple[int, int, int]], bound: int) -> list[tuple[int, int, int]]:
        """Return the most telling of what is worth comparing, each further like one less so."""
        seen: Counter[int] = Counter()
        ranked = []
        for weight, away, other in sorted(found):
            said = self.statements[other]
            ranked.append((weight * REPEATED // (REPEATED + seen[said]), away, other))
            seen[said] += 1
        return nsmallest(bound, ranked)

    def _apart(self, claim: int, other: int) -> bool:
        """Return whether two claims of one document may be compared: they share no word."""
        return self.within_documents and (
            self.ends[claim] <= self.starts[other] or self.ends[other] <= self.starts[claim]
        )


def most_telling(common: Iterable[int], weights: Sequence[int]) -> list[int]:
    """Return the most telling of the common keys of a claim, in one order for all claims."""
    return sorted(common, key=lambda key: (-weights[key], key))[:PAIRED]


def postings(entries: Iterable[tuple[int, Iterable[K]]]) -> dict[K, array[int]]:
    """Return where every key stands, in order."""
    places: dict[K, array[int]] = {}
    for position, keys in entries:
        for key in keys:
            posting = places.get(key)
            if posting is None:
                posting = places[key] = array("Q")
            posting.append(position)
    return places
