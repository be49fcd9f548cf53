"""Claims that meet in one place, and how all of them stand to one that meets them.

Every claim is a bit, and whatever a claim may have is a number whose bits are the claims that have
it. So one is compared with hundreds by a few operations on numbers of hundreds of bits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import define, field

from factcheck.blocking.said import POLARITY, Said
from factcheck.blocking.traits import FINE

ENOUGH = round(0.45 * FINE)
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

DIFFERENT, LIKE, STRANGE = range(3)
"""How another claim stands to one. Where one of the two names all that the other is about, it may
contradict it or agree with it (see ``Block.standings``); everything else is strange to it."""

HELD = 100_000
"""How many claims are held in blocks at a time, counted once for each block: a kilobyte each."""

Masks = defaultdict[int, int]

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Standing(NamedTuple):
    """Claims of a block that stand alike to one.

    Attributes:
        kind: how they stand to it.
        weight: the weight of what they share with it, below zero.
        key: the most telling key that they share with it.
        mask: which of the block they are.
        block: where it meets them.
    """

    kind: int
    weight: int
    key: int
    mask: int
    block: Block

    @property
    def members(self) -> Iterator[int]:
        """The claims."""
        return self.block.among(self.mask)


def _masks() -> Masks:
    return defaultdict(int)


@define(eq=False)
class Block:
    """Claims that meet.

    Attributes:
        members: the claims, in order.
    """

    members: Sequence[int]
    _places: dict[int, int] = field(init=False)
    _appraising: int = field(default=0, init=False)
    _keys: Masks = field(factory=_masks, init=False)
    _terms: Masks = field(factory=_masks, init=False)
    _predicated: Masks = field(factory=_masks, init=False)
    _subjects: defaultdict[tuple[int, ...], int] = field(
        factory=lambda: defaultdict(int), init=False
    )
    _answers: Masks = field(factory=_masks, init=False)
    _questions: Masks = field(factory=_masks, init=False)
    _kinds: Masks = field(factory=_masks, init=False)
    _names: defaultdict[tuple[int, int], int] = field(factory=lambda: defaultdict(int), init=False)

    def __attrs_post_init__(self) -> None:
        self._places = {member: place for place, member in enumerate(self.members)}

    @classmethod
    def of(
        cls,
        members: Sequence[int],
        keys: Sequence[Iterable[int]],
        said: Sequence[Sequence[int]],
    ) -> Block:
        """Return the block of some claims, given the keys of all claims and what they say."""
        block = cls(members)
        for place, member in enumerate(members):
            block._add(1 << place, keys[member], Said.unpacked(said[member]))
        return block

    def _add(self, bit: int, keys: Iterable[int], said: Said) -> None:
        if said.appraises:
            self._appraising |= bit
        self._subjects[tuple(said.subject)] |= bit
        for masks, features in (
            (self._keys, keys),
            (self._terms, said.terms),
            (self._predicated, said.predicated),
            (self._answers, said.answers),
        ):
            for feature in features:
                masks[feature] |= bit
        for answer in said.answers:
            self._questions[answer >> 32] |= bit
        for kind, own in said.names:
            self._kinds[kind] |= bit
            for term in own:
                self._names[kind, term] |= bit

    def without(self, claims: Collection[int]) -> int:
        """Return all of the claims but some."""
        every = (1 << len(self.members)) - 1
        if not claims:
            return every
        those = bytes(map(claims.__contains__, reversed(self.members))).translate(_DIGITS)
        return every ^ int(b"0" + those, 2)

    def among(self, mask: int) -> Iterator[int]:
        """Yield the claims of a mask, in order."""
        while mask:
            lowest = mask & -mask
            yield self.members[lowest.bit_length() - 1]
            mask ^= lowest

    def standings(
        self, asked: Iterable[tuple[int, int]], said: Said, among: int
    ) -> Iterator[Standing]:
        """Yield the claims worth comparing with one, by how they stand to it.

        Of those of which one names all that the other is about, those differ that answer a
        question otherwise, and those are like it that answer one alike or share more than that.

        Args:
            asked: its keys with their weights, the most telling first.
            said: what it says.
            among: which of the claims are asked about.
        """
        among &= ~self._apart(said)
        different, like = self._different_and_like(said)
        kinds = (different, like, ~(different | like))
        for mask, weight, key in self._sharing(asked, among):
            if weight >= ENOUGH:
                for kind, those in enumerate(kinds):
                    if both := those & mask:
                        yield Standing(kind, -weight, key, both, self)

    def _sharing(self, asked: Iterable[tuple[int, int]], among: int) -> list[tuple[int, int, int]]:
        """Return claims that share the same keys, with their weight and the first of them."""
        split = [(among, 0, -1)]
        for key, weight in asked:
            having = self._keys.get(key, 0)
            if not having & among:
                continue
            finer = []
            for mask, shared, first in split:
                both = mask & having
                if both:
                    finer.append((both, shared + weight, key if first < 0 else first))
                if both != mask:
                    finer.append((mask ^ both, shared, first))
            split = finer
        return split

    def _apart(self, said: Said) -> int:
        """Return those where each names a thing of one kind that the other knows nothing of."""
        apart = 0
        for kind, own in said.names:
            unaware = ~_any(self._terms, own)
            another = kind >> 32 << 32
            while another in self._kinds:
                unknown = self._kinds[another] & unaware
                for term in said.terms:
                    unknown &= ~self._names.get((another, term), 0)
                apart |= unknown
                another += 1
        return apart

    def _different_and_like(self, said: Said) -> tuple[int, int]:
        """Return those that may contradict it, and those that may agree with it.

        Who says nothing but the opposite has to say it of more than the same thing. What one is
        about the other may say: "it broods for ten days", "its brooding takes ten days".
        """
        agreed = _masks()
        for answer in said.answers:
            agreed[answer >> 32] |= self._answers.get(answer, 0)
        denied = self._questions.get(POLARITY, 0) & ~agreed.pop(POLARITY, -1)
        different = same = 0
        for question, mask in agreed.items():
            different |= self._questions.get(question, 0) & ~mask
            same |= mask
        close, predicated = self._close(said), said.predicated
        different |= denied & (same | _any(self._predicated, predicated))
        same |= _any(self._terms, predicated) | _any(self._predicated, said.subject)
        return close & different, close & same & ~(different | denied)

    def _close(self, said: Said) -> int:
        """Return those of which one names all that the other is about.

        What things are worth is compared even so.
        """
        close = self._appraising if said.appraises else 0
        terms = set(said.terms)
        for subject, mask in self._subjects.items():
            if terms.issuperset(subject):
                close |= mask
        naming = -1
        for term in said.subject:
            naming &= self._terms.get(term, 0)
        return close | naming


def _any(masks: Masks, features: Iterable[int]) -> int:
    mask = 0
    for feature in features:
        mask |= masks.get(feature, 0)
    return mask


@define(eq=False)
class Blocks:
    """Blocks by what brings their claims together; those asked for last are kept.

    Attributes:
        keys: the keys of all claims.
        said: what all claims say, packed.
    """

    keys: Sequence[Iterable[int]]
    said: Sequence[Sequence[int]]
    _held: dict[Hashable, Block] = field(factory=dict, init=False)
    _size: int = field(default=0, init=False)

    def of(self, key: Hashable, places: Iterable[int]) -> Block:
        """Return the block of claims that stand in some places, which are those of a key."""
        block = self._held.pop(key, None)
        if block is None:
            block = Block.of(list(places), self.keys, self.said)
            self._size += len(block.members)
        self._held[key] = block
        while self._size > HELD and len(self._held) > 1:
            self._size -= len(self._held.pop(next(iter(self._held))).members)
        return block
