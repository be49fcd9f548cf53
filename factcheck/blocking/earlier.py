"""Which claims may choose otherwise than they did, worked out from what came and went.

Whom a claim meets rests on the places that it is found by (see ``Index.found_by``). So what has to
be asked anew follows from the keys of claims that came or went, from those that became more or less
telling, and from pairs of common keys that other claims stand at now; no other claim is gone
through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, combinations

from attrs import field, frozen

from factcheck.blocking.blocks import ENOUGH
from factcheck.blocking.index import Index, common, most_telling

Pair = tuple[str, str]


@frozen
class Keys:
    """The keys of claims, as far as they say which other claims each meets.

    Attributes:
        names: the keys, by their number.
        weights: how telling each is, in parts of ``FINE``.
        rows: those of each claim.
        counts: in how many claims each stands.
    """

    names: Sequence[str]
    weights: Sequence[int]
    rows: Sequence[Sequence[int]]
    counts: Sequence[int] = field(init=False)

    @counts.default
    def _counted(self) -> Sequence[int]:
        counts = Counter(chain.from_iterable(self.rows))
        return [counts[key] for key in range(len(self.names))]

    @classmethod
    def of(cls, index: Index) -> Keys:
        """Return those of the claims of an index."""
        return cls(index.names, index.weights, index.keys)

    def common(self, keys: Iterable[int]) -> list[int]:
        """Return the common ones of some keys."""
        return common(keys, self.counts)

    def standing(self) -> dict[str, tuple[int, bool]]:
        """Return how telling each key is, and whether it is common."""
        numbers = range(len(self.names))
        often = set(self.common(numbers))
        each = zip(self.weights, map(often.__contains__, numbers), strict=True)
        return dict(zip(self.names, each, strict=True))

    def named(self, claims: Iterable[int]) -> set[str]:
        """Return the keys of some claims."""
        numbers = set(chain.from_iterable(map(self.rows.__getitem__, claims)))
        return set(map(self.names.__getitem__, numbers))

    def pairs(self, claim: int) -> set[Pair]:
        """Return the pairs of common keys that a claim stands at."""
        telling = most_telling(self.common(self.rows[claim]), self.weights)
        return set(combinations(map(self.names.__getitem__, telling), 2))


def asked(before: Keys, index: Index, was: Sequence[int]) -> set[int]:
    """Return the claims of an index that may choose otherwise than before.

    Args:
        before: the keys of the claims as they were.
        index: the claims as they are.
        was: the number that each claim had before that is what it was; else -1.
    """
    now = Keys.of(index)
    was = _in_order(was)
    numbers = {name: number for number, name in enumerate(now.names)}
    kept = set(was)
    came = [claim for claim, place in enumerate(was) if place < 0]
    went = [place for place in range(len(before.rows)) if place not in kept]
    stood, stands = before.standing(), now.standing()
    turned = {name for name, _ in stood.items() ^ stands.items()}

    found = set(came)
    paired = set(chain.from_iterable(map(now.pairs, came)))
    paired.update(chain.from_iterable(map(before.pairs, went)))
    regrouped = set[int]()
    for name in turned & numbers.keys():
        places = index.places[numbers[name]]
        found.update(places)
        if stands[name][1] or stood.get(name, (0, False))[1]:
            regrouped.update(places)
    for claim in regrouped:
        if was[claim] >= 0:
            paired |= now.pairs(claim) ^ before.pairs(was[claim])
    for name in (now.named(came) | before.named(went)) & numbers.keys():
        weight, often = stands[name]
        if weight >= ENOUGH or not often:
            found.update(index.places[numbers[name]])
    known = ((numbers[a], numbers[b]) for a, b in paired if a in numbers and b in numbers)
    found.update(chain.from_iterable(map(index.at_pair, known)))
    return found


def _in_order(was: Sequence[int]) -> list[int]:
    """Return earlier numbers of claims, with -1 for those that came to stand elsewhere."""
    reached = accumulate(chain([-1], was), max)
    return [place if place > before else -1 for place, before in zip(was, reached, strict=False)]
