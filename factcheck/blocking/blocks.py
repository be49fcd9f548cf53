"""Claims that meet in one place, and how all of them stand to one that meets them.

Every claim is a bit, and whatever a claim may have is a number whose bits are the claims that have
it. So one is compared with hundreds by a few operations on numbers of hundreds of bits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from attrs import define, field, frozen

from factcheck.blocking.features import (
    ANYTHING,
    APPRAISES,
    WHETHER,
    Sought,
    Term,
    kind_feature,
    name_features,
)
from factcheck.blocking.traits import FINE

ENOUGH = round(0.45 * FINE)
"""Shared weight below which two claims have no topic in common: less than one term that stands
in a tenth of a hundred claims."""

LEAST = round(0.2 * FINE)
"""Shared weight from which they may still differ in what is asked of few: a figure, an answer. In
four short articles on one thing, every other claim is about it, and its name weighs as little."""

DIFFERENT, LIKE, STRANGE = range(3)
"""How another claim stands to one. Where one of the two names all that the other is about, it may
contradict it or agree with it (see ``Block.standings``); everything else is strange to it."""

HELD = 400_000
"""How many claims are held in blocks at a time, each counted once for every block: half a kilobyte
each."""

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
        return among(self.block.members, self.mask)


@frozen(eq=False)
class Block:
    """Claims that meet.

    Attributes:
        members: the claims, in order.
    """

    members: Sequence[int]
    _subjects: Mapping[int, int]
    _masks: Mapping[int, int]

    @classmethod
    def of(
        cls, members: Sequence[int], statements: Sequence[int], shown: Sequence[Sequence[int]]
    ) -> Block:
        """Return the block of some claims, in order, of all those that say and show this."""
        alike: dict[int, int] = {}
        saying: dict[int, int] = {}
        bit = 1
        for member in members:
            statement = statements[member]
            alike[statement] = alike.get(statement, 0) | bit
            saying[statement] = member
            bit <<= 1
        subjects: defaultdict[int, int] = defaultdict(int)
        masks: defaultdict[int, int] = defaultdict(int)
        for statement, mask in alike.items():
            row = shown[saying[statement]]
            end = 1 + row[0]
            for term in row[1:end]:
                subjects[term] |= mask
            for feature in row[end:]:
                masks[feature] |= mask
        return cls(members, dict(subjects), dict(masks))

    def standings(self, sought: Sought, among: int) -> Iterator[Standing]:
        """Yield the claims worth comparing with one, by how they stand to it.

        Of those of which one names all that the other is about, those differ that answer a
        question otherwise, and those are like it that answer one alike or share more than that.

        Args:
            sought: what that one looks for.
            among: which of the claims are asked about.
        """
        if sought.names:
            among &= ~self._apart(sought)
        sharing = [one for one in self._sharing(sought, among) if one[1] >= LEAST]
        if not sharing:
            return
        different, like = self._different_and_like(sought)
        kinds = (different, like, ~(different | like))
        faint = any(weight < ENOUGH for _, weight, _ in sharing)
        answering = self._answering(sought) if faint else 0
        for mask, weight, key in sharing:
            if weight < ENOUGH:
                if both := mask & answering:
                    yield Standing(DIFFERENT, -weight, key, both, self)
                continue
            for kind, those in enumerate(kinds):
                if both := those & mask:
                    yield Standing(kind, -weight, key, both, self)

    def _sharing(self, sought: Sought, among: int) -> list[tuple[int, int, int]]:
        """Return claims that share the same keys, with their weight and the first of them."""
        split = [(among, 0, -1)]
        get = self._masks.get
        for key, weight, feature in sought.keys:
            having = get(feature, 0) & among
            if not having:
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

    def _apart(self, sought: Sought) -> int:
        """Return those where each names a thing of one kind that the other knows nothing of."""
        apart, get = 0, self._masks.get
        for first, own in sought.names:
            aware = self._any(own)
            for kind in count(first):
                naming = get(kind_feature(kind), 0)
                if not naming:
                    break
                if unknown := naming & ~(aware | apart):
                    apart |= unknown & ~self._any(name_features(kind, sought.words))
        return apart

    def _answering(self, sought: Sought) -> int:
        """Return those that answer otherwise what is asked of few, of things that are named."""
        if not sought.subject:
            return 0
        different, get = 0, self._masks.get
        for question, answers in sought.answers.items():
            if question not in ANYTHING and (answering := get(question, 0)):
                different |= answering & ~self._any(answers)
        about = 0
        for mask in self._subjects.values():
            about |= mask
        return self._close(sought) & different & about

    def _different_and_like(self, sought: Sought) -> tuple[int, int]:
        """Return those that may contradict it, and those that may agree with it.

        Who says nothing but the opposite has to say it of more than the same thing. What one is
        about the other may say: "it broods for ten days", "its brooding takes ten days".
        """
        close, get = self._close(sought), self._masks.get
        different = same = denied = 0
        for question, answers in sought.answers.items():
            if answering := get(question, 0):
                agreed = self._any(answers)
                different |= answering & ~agreed
                same |= agreed
        if sought.polarity:
            denied = get(WHETHER, 0) & ~self._any(sought.polarity)
        having, both_say = self._having(sought.predicated)
        different |= denied & (same | both_say)
        same |= having | self._having(sought.subject)[1]
        return close & different, close & same & ~(different | denied)

    def _having(self, terms: Iterable[Term]) -> tuple[int, int]:
        """Return those that have any of some terms, and those that say one of their subject."""
        having = saying = 0
        for term, feature in terms:
            if mask := self._masks.get(feature, 0):
                having |= mask
                saying |= mask & ~self._subjects.get(term, 0)
        return having, saying

    def _close(self, sought: Sought) -> int:
        """Return those of which one names all that the other is about.

        What things are worth is compared even so.
        """
        words, get = sought.words, self._masks.get
        unnamed = 0
        for term, mask in self._subjects.items():
            if term not in words:
                unnamed |= mask
        naming = -1
        for _, feature in sought.subject:
            naming &= get(feature, 0)
        return ~unnamed | naming | (get(APPRAISES, 0) if sought.appraises else 0)

    def _any(self, features: Iterable[int]) -> int:
        mask, get = 0, self._masks.get
        for feature in features:
            mask |= get(feature, 0)
        return mask


@define(eq=False)
class Blocks:
    """Blocks by what brings their claims together; those asked for last are kept.

    Attributes:
        statements: a hash that claims have in common that say the same.
        shown: what all claims show.
    """

    statements: Sequence[int]
    shown: Sequence[Sequence[int]]
    _held: dict[Hashable, Block] = field(factory=dict, init=False)
    _size: int = field(default=0, init=False)

    def of(self, key: Hashable, places: Iterable[int]) -> Block:
        """Return the block of claims that stand in some places, which are those of a key."""
        block = self._held.pop(key, None)
        if block is None:
            block = Block.of(list(places), self.statements, self.shown)
            self._size += len(block.members)
        self._held[key] = block
        while self._size > HELD and len(self._held) > 1:
            self._size -= len(self._held.pop(next(iter(self._held))).members)
        return block


def without(members: Sequence[int], claims: Collection[int]) -> int:
    """Return which of some members are not among some claims."""
    every = (1 << len(members)) - 1
    if not claims:
        return every
    those = bytes([member in claims for member in reversed(members)]).translate(_DIGITS)
    return every ^ int(b"0" + those, 2)


def among(members: Sequence[int], mask: int) -> Iterator[int]:
    """Yield the members of a mask, in order."""
    while mask:
        lowest = mask & -mask
        yield members[lowest.bit_length() - 1]
        mask ^= lowest
