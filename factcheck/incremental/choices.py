"""Claims that meet what they met before choose what they chose before.

What a claim chooses rests on itself and on those that it meets (see ``factcheck.blocking.index``).
Of the last run on a collection it is kept what every claim chose, with a sum of all that this rests
on, and the pairs that came of it. Only those claims are asked again that something came to or went
from where they are found (see ``factcheck.blocking.earlier``); the pairs of all others stand.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from operator import gt
from typing import Any

from attrs import frozen

from factcheck.blocking import Choosing, Index, Keys, Paired, Rows, Selection, asked, paired
from factcheck.incremental.basis import WHOLE, digest, number_of
from factcheck.incremental.memory import Memory

_CODES = "QQQQQQQQIQIQI"


@frozen
class _Last:
    """What the claims of the last run chose, as columns.

    Attributes:
        ids: those of the claims.
        tags: hashes of what the choices of those rest on that meet each.
        positions: where each stands in the corpus.
        sums: what each choice rests on.
        worthy, missed: as ``Choice`` has them.
        others: the numbers of those that each chose.
        later: for every place in the corpus, those of the later claims that it makes a pair with.
        keys: what each is found by.
    """

    ids: array[int]
    tags: array[int]
    positions: array[int]
    sums: array[int]
    worthy: array[int]
    missed: array[int]
    others: Rows
    later: Rows
    keys: Keys

    @classmethod
    def read(cls, kept: Sequence[Any]) -> _Last:
        """Return what was kept as plain values (see ``plain``)."""
        names, *columns = kept
        read = [array(code, column) for code, column in zip(_CODES, columns, strict=True)]
        ids, tags, positions, sums, worthy, missed, weights, *rows = read
        others, later, keys = (Rows(*each) for each in zip(rows[::2], rows[1::2], strict=True))
        found = Keys(names, weights, keys)
        return cls(ids, tags, positions, sums, worthy, missed, others, later, found)

    def plain(self) -> tuple[object, ...]:
        """Return what to keep of it."""
        columns = [self.ids, self.tags, self.positions, self.sums, self.worthy, self.missed]
        columns.append(array("Q", self.keys.weights))
        for rows in (self.others, self.later, Rows.of(self.keys.rows)):
            columns += [array("Q", rows.ends), array("I", rows.column)]
        return (tuple(self.keys.names), *(column.tobytes() for column in columns))

    def was(self, ids: Sequence[int], tags: Sequence[int]) -> list[int]:
        """Return the number that each claim had that is what it was; else -1."""
        places = {each: place for place, each in enumerate(zip(self.ids, self.tags, strict=True))}
        return [places.get(each, -1) for each in zip(ids, tags, strict=True)]


@frozen
class _Since:
    """The claims of an index beside those of the last run.

    Attributes:
        last: what these chose.
        positions: where each claim stands in the corpus.
        was: the number that each had that is what it was; else -1.
        now: the number that each of the last run has; -1 for those that went.
        chosen: what those chose that were asked, by their number.
    """

    last: _Last
    positions: Sequence[int]
    was: Sequence[int]
    now: Sequence[int]
    chosen: dict[int, Selection]

    def before(self, claim: int) -> list[int]:
        """Return those that a claim chose, as far as they are here still."""
        place = self.was[claim]
        others = self.last.others[place] if place >= 0 else ()
        return [other for other in map(self.now.__getitem__, others) if other >= 0]

    def selection(self, claim: int) -> Selection:
        """Return what a claim chooses."""
        place = self.was[claim]
        return self.chosen.get(claim) or Selection(
            claim, self.before(claim), self.last.worthy[place], self.last.missed[place]
        )

    def paired(self) -> Paired:
        """Return the pairs of all claims."""
        return paired(map(self.selection, range(len(self.was))), self.positions)

    def changed(self) -> Paired | None:
        """Return the same from what changed; None where documents follow each other otherwise."""
        last = self.last
        moved = [-1] * len(last.positions)
        for place, claim in enumerate(self.now):
            if claim >= 0:
                moved[last.positions[place]] = self.positions[claim]
        stand = [position for position in moved if position >= 0]
        if any(map(gt, stand, islice(stand, 1, None))):
            return None
        rows: list[Sequence[int]] = [()] * len(self.was)
        others = list(map(moved.__getitem__, last.later.column))
        start = 0
        for position, end in zip(moved, last.later.ends, strict=True):
            if position >= 0:
                rows[position] = others[start:end]
            start = end
        if len(stand) < len(moved):
            rows = [[other for other in row if other >= 0] if -1 in row else row for row in rows]
        for position, changes in self._changes().items():
            row = {other for other in rows[position] if changes.get(other, True)}
            rows[position] = sorted(row.union(other for other, made in changes.items() if made))
        as_before = [place for claim, place in enumerate(self.was) if claim not in self.chosen]
        asked = self.chosen.values()
        return Paired(
            rows,
            sum(map(last.worthy.__getitem__, as_before)) + sum(one.worthy for one in asked),
            sum(map(last.missed.__getitem__, as_before)) + sum(one.missed for one in asked),
        )

    def _changes(self) -> Mapping[int, Mapping[int, bool]]:
        """Return, by the earlier place and the later, whether a pair is made of claims.

        Left out are those of which neither claim chose otherwise.
        """
        found: dict[int, dict[int, bool]] = defaultdict(dict)
        for claim, selection in self.chosen.items():
            for other in set(self.before(claim)).symmetric_difference(selection.others):
                a, b = sorted((self.positions[claim], self.positions[other]))
                back = self.selection(other).others
                found[a][b] = other in selection.others or claim in back
        return found


def choices(memory: Memory, name: str) -> Choosing:
    """Return what says which pairs claims make, taken over from what they chose before.

    Args:
        memory: what claims of earlier runs chose, and where this one leaves it.
        name: tells this collection from others.
    """
    return partial(_choices, memory, name)


def _choices(
    memory: Memory, name: str, index: Index, positions: Sequence[int], bound: int
) -> Paired:
    key = digest("choices", memory.basis, name, bound, index.within_documents)
    kept = memory.recalled(key)
    last = _Last.read(kept or ((), *[b""] * len(_CODES)))
    # Numbers have the same hash in every process.
    tags = [hash(index.tag(claim)) & WHOLE for claim in range(len(index.ids))]
    was = last.was(index.ids, tags)
    now = [-1] * len(last.ids)
    for claim, place in enumerate(was):
        if place >= 0:
            now[place] = claim
    since = _Since(last, positions, was, now, {})
    sums = {}
    for claim in index.in_turn(asked(last.keys, index, was) if kept else range(len(was))):
        met, place = index.met(claim), was[claim]
        own = number_of((tags[claim], *index.telling(claim)))
        sums[claim] = (own + sum(map(tags.__getitem__, met.claims))) & WHOLE
        if place >= 0 and last.sums[place] == sums[claim]:
            since.chosen[claim] = since.selection(claim)._replace(missed=met.missed)
        else:
            since.chosen[claim] = Selection.of(claim, index.choice(claim, met, bound))
    few = 2 * len(sums) < len(was)
    found = (since.changed() if few else None) or since.paired()
    if memory.renewed(len(sums), len(was)):
        memory.keep(key, _now(index, tags, sums, since, found).plain())
    return found


def _now(
    index: Index,
    tags: Sequence[int],
    sums: Mapping[int, int],
    since: _Since,
    found: Paired,
) -> _Last:
    """Return what all claims of an index chose."""
    last, every = since.last, range(len(tags))
    chosen = list(map(since.selection, every))
    rest = [sums[claim] if claim in sums else last.sums[since.was[claim]] for claim in every]
    return _Last(
        array("Q", index.ids),
        array("Q", tags),
        array("Q", since.positions),
        array("Q", rest),
        array("Q", (one.worthy for one in chosen)),
        array("Q", (one.missed for one in chosen)),
        Rows.of([one.others for one in chosen]),
        Rows.of(found.later),
        Keys.of(index),
    )
