"""Claims found through inverted indexes, and the most telling of them chosen.

A claim is found by each rare key, and by two keys together where either alone is common. It so
meets a bounded number of others, however many there are, and chooses those first that may
contradict it, by what both say.

What a claim chooses depends on claims alone, never on where documents stand in the corpus:

- on its keys (its terms, and the values, materials and appraisals that it can be compared by) and
  on what it says;
- on how telling each of them is, and on which of them are common;
- on the other claims that have one of its keys that is not common, or two of its common keys among
  their most telling ones;
- of what is common even so, on its neighbours among those that have it, in the order of hashes of
  the names of their documents.

So a document that comes, goes or changes has no bearing on claims that share no key with it, as
long as no key becomes common or ceases to be so, and weights stay what they were.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, combinations
from typing import NamedTuple, Protocol, TypeVar

from attrs import field, frozen

from factcheck.blocking.said import Said
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
common: its neighbours in the order of documents, half of them on either side."""

MEETINGS = 300
"""How many claims one claim meets before it chooses among them."""

REPEATED = 20
"""How many claims that say the same in the same words halve what the next one like them tells."""

AGREEING = 5
"""One in so many of the candidates may be claims that answer no question otherwise than a claim
itself, as far as can be told before comparing them. They are mostly like each other."""

DIFFERENT, LIKE, STRANGE, APART = range(4)
"""How another claim stands to one: it gives another answer to some question, or none; or neither
mentions what the other is about; or it is not worth comparing."""

REMEMBERED = 10_000
"""Statements that are kept with how others stand to them, before that is worked out again."""

Ranked = tuple[int, int, int, int]
"""How a claim stands, its weight below zero, how its id differs, and its number."""

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

    Claims are numbered in the order of hashes of their documents' names, and keys in their own
    order.

    Attributes:
        weights: how telling each key is, in parts of ``FINE``.
        keys: the keys of each claim.
        documents, ids, starts, ends, statements: what ``Traits`` say of each claim.
        places: where each key stands.
        pairs: where each two keys stand that are common alone.
        said: what each claim says, packed.
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
    said: Sequence[Sequence[int]]
    within_documents: bool
    _standings: defaultdict[int, dict[int, tuple[int, int]]] = field(
        factory=lambda: defaultdict(dict), init=False
    )
    _known: dict[int, Said] = field(factory=dict, init=False)

    @classmethod
    def of(
        cls, claims: Sequence[Traits], weights: Mapping[str, float], within_documents: bool
    ) -> Index:
        """Return the index of claims that are in the order of hashes of their documents' names."""
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
            [claim.said for claim in claims],
            within_documents,
        )

    def shared(self, one: int, other: int) -> frozenset[int]:
        """Return the keys that two claims have in common."""
        return self.keys[one] & self.keys[other]

    def choose(self, claim: int, bound: int) -> Choice:
        """Return the most telling of the claims that one meets, at most ``bound`` of them."""
        met, missed = self._met(claim)
        found = self._worthy(claim, met)
        worthy = sum(other > claim for *_, other in found)
        chosen = found if len(found) <= bound else self._chosen(found, bound)
        return Choice([other for *_, other in chosen], worthy, missed)

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

    def _worthy(self, claim: int, met: set[int]) -> list[Ranked]:
        """Return the claims worth comparing with one, to be sorted: the most telling come first."""
        documents, ids, statements = self.documents, self.ids, self.statements
        document, number, own = documents[claim], ids[claim], statements[claim]
        if len(self._standings) >= REMEMBERED:
            self._standings.clear()
        standings = self._standings[own]
        found = []
        for other in met:
            if documents[other] == document and not self._beside(claim, other):
                continue
            statement = statements[other]
            standing = standings.get(statement)
            if standing is None:
                standing = standings[statement] = self._standing(claim, other)
                self._standings[statement][own] = standing
            kind, weight = standing
            if kind != APART:
                found.append((kind, weight, number ^ ids[other], other))
        return found

    def _standing(self, claim: int, other: int) -> tuple[int, int]:
        """Return how another claim stands to one, and the weight of what they share below zero.

        It is the same for all that state the same, and either way.
        """
        weight = sum(map(self.weights.__getitem__, self.keys[claim] & self.keys[other]))
        if weight < ENOUGH:
            return APART, 0
        one, another = self._said(claim), self._said(other)
        if one.apart(another):
            return APART, 0
        differs = DIFFERENT if one.differs(another) else LIKE
        return STRANGE if one.strange(another) else differs, -weight

    def _said(self, claim: int) -> Said:
        statement = self.statements[claim]
        if statement not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[statement] = Said.unpacked(self.said[claim])
        return self._known[statement]

    def _chosen(self, found: list[Ranked], bound: int) -> list[Ranked]:
        """Return the most telling of what is worth comparing, each further like one less so.

        Those that differ come first, but for the places that are kept for others; so many of those
        that state the same are enough.
        """
        kept = -(-bound // AGREEING)
        seen: Counter[int] = Counter()
        ranked = []
        for kind, weight, away, other in sorted(found):
            said = self.statements[other]
            repeated = seen[said]
            if repeated < kept:
                ranked.append((kind, weight * REPEATED // (REPEATED + repeated), away, other))
                seen[said] = repeated + 1
        ranked.sort()
        differing = bisect_left(ranked, (DIFFERENT + 1,))
        others = ranked[differing : differing + kept]
        return ranked[: min(differing, bound - len(others))] + others

    def _beside(self, claim: int, other: int) -> bool:
        """Return whether two claims of one document may be compared: they share no word."""
        return self.within_documents and (
            self.ends[claim] <= self.starts[other] or self.ends[other] <= self.starts[claim]
        )


def most_telling(keys: Iterable[int], weights: Sequence[int], most: int = PAIRED) -> list[int]:
    """Return the most telling of some keys, in one order for all claims."""
    return nsmallest(most, keys, key=lambda key: (-weights[key], key))


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
