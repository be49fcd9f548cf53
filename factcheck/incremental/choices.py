"""Claims that meet what they met before choose what they chose before.

What a claim chooses rests on itself and on those that it meets (see ``factcheck.blocking.index``).
Whom it meets is soon found; to choose among them takes most of the time. Of the last run on a
collection it is kept what every claim chose, with a sum of all that this rests on.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import accumulate, chain

from attrs import frozen

from factcheck.blocking import Choosing, Index, Selection
from factcheck.incremental.basis import digest
from factcheck.incremental.memory import ANEW, Memory

_WHOLE = (1 << 64) - 1


@frozen
class _Last:
    """What the claims of the last run chose, as columns.

    Attributes:
        ids: those of the claims.
        sums: what each choice rests on.
        worthy: as ``Choice`` has it.
        ends: where the others of each claim end.
        others: places among the claims of those that were chosen.
    """

    ids: array[int]
    sums: array[int]
    worthy: array[int]
    ends: array[int]
    others: array[int]

    @classmethod
    def of(cls, ids: Sequence[int], sums: Sequence[int], chosen: Sequence[Selection]) -> _Last:
        """Return what all claims of an index chose, given in their order."""
        return cls(
            array("Q", ids),
            array("Q", sums),
            array("I", (one.worthy for one in chosen)),
            array("Q", accumulate(len(one.others) for one in chosen)),
            array("I", chain.from_iterable(one.others for one in chosen)),
        )

    def chosen(self, place: int) -> array[int]:
        """Return the places of those that a claim chose."""
        return self.others[self.ends[place - 1] if place else 0 : self.ends[place]]


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
    now = [numbers.get(claim, -1) for claim in last.ids]
    tags = [_hashed(index.tag(claim)) for claim in range(len(index.ids))]
    sums, anew = [0] * len(tags), 0
    found: dict[int, Selection] = {}
    for claim in index.in_turn():
        met = index.met(claim)
        own = _hashed((tags[claim], index.telling(claim)))
        sums[claim] = (own + sum(map(tags.__getitem__, met.claims))) & _WHOLE
        place = places.get(index.ids[claim], -1)
        if place >= 0 and last.sums[place] == sums[claim]:
            others = list(map(now.__getitem__, last.chosen(place)))
            found[claim] = Selection(claim, others, last.worthy[place], met.missed)
        else:
            anew += 1
            found[claim] = Selection.of(claim, index.choice(claim, met, bound))
        yield found[claim]
    if anew > ANEW * len(tags):
        chosen = [found[claim] for claim in range(len(tags))]
        _keep(memory, key, _Last.of(index.ids, sums, chosen))


def _recalled(memory: Memory, key: str) -> _Last:
    kept = memory.recalled(key)
    if kept is None:
        return _Last.of((), (), ())
    codes = zip("QQIQI", kept, strict=True)
    return _Last(*(array(code, column) for code, column in codes))


def _keep(memory: Memory, key: str, last: _Last) -> None:
    columns = (last.ids, last.sums, last.worthy, last.ends, last.others)
    memory.keep(key, tuple(column.tobytes() for column in columns))


def _hashed(value: object) -> int:
    return int.from_bytes(blake2b(repr(value).encode(), digest_size=8).digest(), "big")
