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
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations
from typing import NamedTuple, Protocol, TypeVar

from attrs import field, frozen

from factcheck.blocking.blocks import ENOUGH, Block, Blocks, Standing, without
from factcheck.blocking.choice import Chooser, Chosen
from factcheck.blocking.features import ShownByAll, Sought
from factcheck.blocking.meetings import Meeting, Met, near
from factcheck.blocking.said import Said
from factcheck.blocking.traits import Traits, key_weight

COMMON = 600
"""A key in more claims than this does not bring all of them together, which would be quadratic: it
is split by the second keys that it stands with, and what is still common brings together the
nearest claims only."""

PAIRED = 6
"""How many common keys of a claim, the most telling ones, are paired with each other."""

SPREAD = 50
"""How many claims of other documents a claim meets through one key or pair of keys that is still
common: its neighbours in the order of documents, half of them on either side."""

MEETINGS = 600
"""How many claims one claim meets before it chooses among them."""

K = TypeVar("K")
K_contra = TypeVar("K_contra", contravariant=True)


Home = tuple[int, int]
"""Two keys that tell which other claims a claim meets (see ``home``)."""


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

    others: list[Chosen]
    worthy: int
    missed: int


@frozen
class Index:
    """Claims by their keys; columns may lie in files.

    Claims are numbered in the order of hashes of their documents' names, and keys in their own
    order.

    Attributes:
        names: the keys, by their number.
        weights: how telling each key is, in parts of ``FINE``.
        keys: the keys of each claim.
        documents, ids, starts, ends, statements: what ``Traits`` say of each claim.
        places: where each key stands.
        pairs: where each two keys stand that are common alone.
        said: what each claim says, packed.
        shown: what each claim shows (see ``features``).
        within_documents: whether two claims of one document make a pair.
    """

    names: Sequence[str]
    weights: Sequence[int]
    keys: Sequence[Sequence[int]]
    documents: Sequence[int]
    ids: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    statements: Sequence[int]
    places: Postings[int]
    pairs: Postings[tuple[int, int]]
    said: Sequence[Sequence[int]]
    shown: Sequence[Sequence[int]]
    within_documents: bool
    _blocks: Blocks = field(init=False)

    @_blocks.default
    def _(self) -> Blocks:
        return Blocks(self.statements, self.shown)

    @classmethod
    def of(
        cls, claims: Sequence[Traits], weights: Mapping[str, float], within_documents: bool
    ) -> Index:
        """Return the index of claims that are in the order of hashes of their documents' names."""
        names = sorted({key for claim in claims for key in claim.keys})
        number = {name: index for index, name in enumerate(names)}
        weighed = [key_weight(name, weights) for name in names]
        keys = [list(map(number.__getitem__, claim.keys)) for claim in claims]
        said = [claim.said for claim in claims]
        places = postings(enumerate(keys))
        counts = [len(places[key]) for key in range(len(names))]
        return cls(
            names,
            weighed,
            keys,
            [claim.document for claim in claims],
            [claim.id for claim in claims],
            [claim.start for claim in claims],
            [claim.end for claim in claims],
            [claim.statement for claim in claims],
            places,
            postings(
                (claim, combinations(most_telling(common(own, counts), weighed), 2))
                for claim, own in enumerate(keys)
            ),
            said,
            ShownByAll(keys, said),
            within_documents,
        )

    def choose(self, claim: int, bound: int) -> Choice:
        """Return the most telling of the claims that one meets, at most ``bound`` of them."""
        return self.choice(claim, self.met(claim), bound)

    def choice(self, claim: int, met: Met, bound: int) -> Choice:
        """Return the most telling of the claims that one has met, at most ``bound`` of them.

        It rests on how telling the claim's keys are, and on its own ``tag`` and those of all that
        it has met, and on nothing else.
        """
        sought = Sought.by(self._asked(claim), Said.unpacked(self.said[claim]))
        own = self._own(claim)
        found: list[Standing] = []
        worthy = 0
        for key, places, mask in met.meetings:
            block = self._blocks.of(key, places)
            after = bisect_right(block.members, claim)
            for standing in block.standings(sought, mask & ~self._aside(claim, own, block)):
                found.append(standing)
                worthy += (standing.mask >> after).bit_count()
        chooser = Chooser(self.ids, self.statements, self.ids[claim], bound)
        return Choice(chooser.chosen(found), worthy, met.missed)

    def tag(self, claim: int) -> tuple[object, ...]:
        """Return what the choices of those that meet a claim rest on."""
        place = (self.starts[claim], self.ends[claim]) if self.within_documents else ()
        return self.ids[claim], self.documents[claim], self.statements[claim], place

    def telling(self, claim: int) -> tuple[int, ...]:
        """Return how telling the keys of a claim are, in their order."""
        return tuple(map(self.weights.__getitem__, self.keys[claim]))

    def in_turn(self, claims: Iterable[int]) -> list[int]:
        """Return claims in the order in which they should choose (see ``home``)."""
        counts = [len(self.places[key]) for key in range(len(self.weights))]
        return sorted(claims, key=lambda claim: (home(self.keys[claim], counts), claim))

    def found_by(self, claim: int) -> Iterator[tuple[int, Hashable, Sequence[int]]]:
        """Yield what a claim is found by, weighed, and its places, the most telling first.

        Whom the claim meets rests on these places, and on nothing else.
        """
        weights = self.weights
        every = {key: self.places[key] for key in self.keys[claim]}
        common = [key for key, places in every.items() if len(places) > COMMON]
        for key in sorted(every, key=lambda key: (-weights[key], key)):
            if len(every[key]) <= COMMON or weights[key] >= ENOUGH:
                yield weights[key], key, every[key]
        pairs = list(combinations(most_telling(common, weights), 2))
        pairs.sort(key=lambda pair: -weights[pair[0]] - weights[pair[1]])
        for one, other in pairs:
            yield weights[one] + weights[other], (one, other), self.pairs[one, other]

    def at_pair(self, pair: tuple[int, int]) -> Sequence[int]:
        """Return where two keys stand that are common alone, the more telling one first."""
        try:
            return self.pairs[pair]
        except KeyError:
            return ()

    def met(self, claim: int) -> Met:
        """Return the claims that one meets."""
        # One that may be compared with others of its document is itself what it stays away from.
        own = range(claim, claim + 1) if self.within_documents else self._own(claim)
        meetings: list[Meeting] = []
        claims: set[int] = set()
        missed = 0
        for weight, key, places in self.found_by(claim):
            if len(places) <= COMMON and len(claims) < MEETINGS:
                meetings.append(Meeting(key, places, without(places, claims)))
                claims.update(places)
                continue
            low, high = (bisect_left(places, end) for end in (own.start, own.stop))
            after = 0
            if len(claims) < MEETINGS:
                others = len(places) - (high - low)
                after = min(others, SPREAD // 2)
                before = min(others - after, SPREAD // 2)
                around = (range(low - before, low), range(high, high + after))
                meetings.extend(near(key, places, around, claims))
            if weight >= ENOUGH:
                missed += len(places) - high - after
        return Met(claims, meetings, max(0, missed))

    def _asked(self, claim: int) -> list[tuple[int, int]]:
        """Return the keys of a claim with their weights, the most telling first."""
        weights = self.weights
        return sorted(
            ((key, weights[key]) for key in self.keys[claim]), key=lambda each: (-each[1], each[0])
        )

    def _own(self, claim: int) -> range:
        """Return the claims of the document of a claim."""
        document = self.documents[claim]
        first = bisect_left(self.documents, document, 0, claim)
        return range(first, bisect_right(self.documents, document, claim))

    def _aside(self, claim: int, own: range, block: Block) -> int:
        """Return the claims of a block that one is not compared with, given those of its document.

        Where claims of one document are compared, those are that share words with it.
        """
        low, high = (bisect_left(block.members, end) for end in (own.start, own.stop))
        mask = (1 << high) - (1 << low)
        if self.within_documents:
            for place in range(low, high):
                other = block.members[place]
                if self.ends[claim] <= self.starts[other] or self.ends[other] <= self.starts[claim]:
                    mask ^= 1 << place
        return mask


def most_telling(keys: Iterable[int], weights: Sequence[int], most: int = PAIRED) -> list[int]:
    """Return the most telling of some keys, in one order for all claims."""
    return nsmallest(most, keys, key=lambda key: (-weights[key], key))


def common(keys: Iterable[int], counts: Sequence[int]) -> list[int]:
    """Return the common ones of some keys, given in how many claims each stands."""
    return [key for key in keys if counts[key] > COMMON]


def home(keys: Iterable[int], counts: Sequence[int]) -> Home:
    """Return the commonest key of a claim, and the commonest that is not common; -1 for none.

    Claims with the same home meet much the same others, and should choose after each other.

    Args:
        keys: those of the claim.
        counts: in how many claims each key stands.
    """
    ranked = sorted((counts[key], key) for key in keys)
    rare = [key for count, key in ranked if count <= COMMON]
    return ranked[-1][1] if ranked else -1, rare[-1] if rare else -1


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
