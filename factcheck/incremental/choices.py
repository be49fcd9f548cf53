"""Claims that meet what they met before choose what they chose before.

What a claim chooses rests on itself and on those that it meets (see ``factcheck.blocking.index``).
Whom it meets is soon found; to choose among them takes most of the time. Of the last run on a
collection it is kept what every claim chose, with a sum of all that this rests on, and with a
digest of what the claim is found by and of all claims that stand there: where this is the same, the
claim is not even asked whom it meets.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain

from attrs import astuple, frozen

from factcheck.blocking import Choosing, Index, Selection
from factcheck.incremental.basis import WHOLE, digest, number_of
from factcheck.incremental.memory import ANEW, Memory


@frozen
class _Last:
    """What the claims of the last run chose, as columns.

    Attributes:
        ids: those of the claims.
        found: digests of what each is found by, and of all that stands there.
        sums: what each choice rests on.
        worthy, missed: as ``Choice`` has them.
        ends: where the others of each claim end.
        others: places among the claims of those that were chosen.
    """

    ids: array[int]
    found: array[int]
    sums: array[int]
    worthy: array[int]
    missed: array[int]
    ends: array[int]
    others: array[int]

    @classmethod
    def of(
        cls,
        ids: Sequence[int],
        found: Sequence[int],
        sums: Sequence[int],
        chosen: Sequence[Selection],
    ) -> _Last:
        """Return what all claims of an index chose, given in their order."""
        return cls(
            array("Q", ids),
            array("Q", found),
            array("Q", sums),
            array("Q", (one.worthy for one in chosen)),
            array("Q", (one.missed for one in chosen)),
            array("Q", accumulate(len(one.others) for one in chosen)),
            array("I", chain.from_iterable(one.others for one in chosen)),
        )

    def selection(self, place: int, claim: int, now: Sequence[int]) -> Selection:
        """Return what a claim chose, given its place here and the number that each has now."""
        places = self.others[self.ends[place - 1] if place else 0 : self.ends[place]]
        others = list(map(now.__getitem__, places))
        return Selection(claim, others, self.worthy[place], self.missed[place])


def choices(memory: Memory, name: str) -> Choosing:
    """Return what says what claims choose, taken over from what they chose before.

    Args:
        memory: what claims of earlier runs chose, and where this one leaves it.
        name: tells this collection from others.
    """
    return partial(_choices, memory, name)


def _choices(memory: Memory, name: str, index: Index, bound: int) -> Iterator[Selection]:
    key = digest("choices", memory.basis, name, bound, index.within_documents)
    last = _recalled(memory, key)
    places = {claim: place for place, claim in enumerate(last.ids)}
    numbers = {claim: number for number, claim in enumerate(index.ids)}
    was = [places.get(claim, -1) for claim in index.ids]
    now = [numbers.get(claim, -1) for claim in last.ids]
    # Numbers have the same hash in every process.
    tags = [hash(index.tag(claim)) & WHOLE for claim in range(len(index.ids))]
    found = _found(index, tags)
    sums = [0] * len(tags)
    asked = []
    chosen: dict[int, Selection] = {}
    for claim, place in enumerate(was):
        if place >= 0 and last.found[place] == found[claim]:
            sums[claim] = last.sums[place]
            chosen[claim] = last.selection(place, claim, now)
        else:
            asked.append(claim)
    for claim in index.in_turn(asked):
        met, place = index.met(claim), was[claim]
        own = number_of((tags[claim], *index.telling(claim)))
        sums[claim] = (own + sum(map(tags.__getitem__, met.claims))) & WHOLE
        if place >= 0 and last.sums[place] == sums[claim]:
            chosen[claim] = last.selection(place, claim, now)._replace(missed=met.missed)
        else:
            chosen[claim] = Selection.of(claim, index.choice(claim, met, bound))
    yield from chosen.values()
    if len(asked) > ANEW * len(tags):
        in_order = [chosen[claim] for claim in range(len(tags))]
        _keep(memory, key, _Last.of(index.ids, found, sums, in_order))


def _found(index: Index, tags: Sequence[int]) -> list[int]:
    """Return, for every claim, a digest of what it is found by and of all that stands there."""
    digests: dict[Hashable, int] = {}
    found = []
    for claim, tag in enumerate(tags):
        ways = [tag, *index.telling(claim)]
        for _, key, places in index.found_by(claim):
            if key not in digests:
                digests[key] = number_of(map(tags.__getitem__, places))
            ways.append(digests[key])
        found.append(number_of(ways))
    return found


def _recalled(memory: Memory, key: str) -> _Last:
    kept = memory.recalled(key)
    if kept is None:
        return _Last.of((), (), (), ())
    codes = zip("QQQQQQI", kept, strict=True)
    return _Last(*(array(code, column) for code, column in codes))


def _keep(memory: Memory, key: str, last: _Last) -> None:
    memory.keep(key, tuple(column.tobytes() for column in astuple(last, recurse=False)))
