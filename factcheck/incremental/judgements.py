"""Pairs that were judged before are not judged again.

A judgement rests on the two claims as linking left them, and on the weights and labels of terms
that a judge tells. Of the last run on a collection it is kept how every claim stood, which pairs
were judged, and what came of it; a pair stands where both of its claims stand as they did. One
that only moved in its document stands too, and what is said of it moves along.
"""

from __future__ import annotations

import secrets
import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from itertools import chain, repeat
from operator import le, lshift, or_
from typing import Any

from attrs import astuple, evolve, frozen

from factcheck.graph.signed import CODES, Ties, in_columns, joined, listed, tie_of
from factcheck.incremental.basis import SIZE, digest
from factcheck.incremental.memory import Memory
from factcheck.incremental.packing import numbered, pack_all, unpack_all
from factcheck.incremental.standing import anywhere
from factcheck.model import Claim, Judgement
from factcheck.model.columns import replaced
from factcheck.protocols import Linking, LocalJudge

CHUNK = 4000
"""Claims whose pairs are kept in one entry."""

_ALIKE = ("grounds", "rationale")

Rows = Sequence[Sequence[int]]
"""For every claim, the positions of the later claims that it makes a pair with."""


@frozen
class Judged:
    """Judgements, and the same as numbers.

    Attributes:
        judgements: the judgements.
        ties: the same as numbers, with the claims numbered by their positions.
    """

    judgements: Sequence[Judgement]
    ties: Ties

    @classmethod
    def of(cls, judgements: Sequence[Judgement], claims: Sequence[Claim]) -> Judged:
        """Return judgements on some of the claims."""
        places = numbered(claims)
        ties = (tie_of(one, places[id(one.a)], places[id(one.b)]) for one in judgements)
        return cls(judgements, listed(ties))

    @classmethod
    def packed(
        cls, judgements: Sequence[Judgement], columns: Iterable[bytes], *names: Any
    ) -> Judged:
        """Return what was kept as plain values (see ``plain``)."""
        arrays = [array(code, column) for code, column in zip(CODES, columns, strict=True)]
        return cls(judgements, in_columns(arrays, *names))

    def plain(self) -> tuple[object, ...]:
        """Return what to keep of it."""
        *columns, rules, aspects = astuple(self.ties, recurse=False)
        judgements = self.judgements
        # Many are worded alike, and what is held once is read once.
        for name in _ALIKE:
            held: dict[object, object] = {}
            own = [getattr(one, name) for one in judgements]
            judgements = replaced(judgements, name, list(map(held.setdefault, own, own)))
        return tuple(judgements), [one.tobytes() for one in columns], rules, aspects

    def only(self, kept: Sequence[int]) -> Judged:
        """Return some of the judgements, in the order given."""
        judgements = list(map(self.judgements.__getitem__, kept))
        return Judged(judgements, self.ties.only(kept))

    def ends(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the position of the earlier and of the later claim of each."""
        if all(map(le, self.ties.a, self.ties.b)):
            return self.ties.a, self.ties.b
        return list(map(min, self.ties.a, self.ties.b)), list(map(max, self.ties.a, self.ties.b))


@frozen
class _Last:
    """What the last run on a collection left.

    Attributes:
        in_place, anywhere: how each of its claims stood (see ``standing``), ``SIZE`` bytes a claim.
        starts: where each began in its document.
        everywhere: the terms that judging any claim may ask for.
        readers: for each further term the places of the claims that may ask for it, packed.
        weights, labels: those of each term.
        manifold: the nouns by which many different things are called.
        chunks: the keys of the entries that hold its pairs and judgements.
    """

    in_place: bytes
    anywhere: bytes
    starts: array[int]
    everywhere: frozenset[str]
    readers: Mapping[str, bytes]
    weights: Mapping[str, float]
    labels: Mapping[str, str]
    manifold: frozenset[str]
    chunks: tuple[str, ...]

    def unsettled(self, linked: Linking) -> Set[int]:
        """Return the places of claims for which a term now weighs or is called otherwise."""
        changed = _changed(self.weights, linked.weights) | _changed(self.labels, linked.labels)
        changed |= self.manifold ^ linked.manifold
        if not changed.isdisjoint(self.everywhere):
            return set(range(len(self.starts)))
        return {place for term in changed for place in array("I", self.readers.get(term, b""))}


def judgements(
    memory: Memory,
    name: str,
    judge: LocalJudge,
    linked: Linking,
    standing: Sequence[bytes],
    rows: Rows,
    judged: Callable[[Rows], Iterable[Judgement]],
) -> Judged:
    """Return what comes of every pair, in their order.

    Args:
        memory: what earlier runs judged, and where this one leaves it.
        name: tells this collection, and how it is judged, from others.
        judge: says what its judgements rest on.
        linked: the claims, and the weights and labels of their terms.
        standing: how each of the claims stands (see ``in_place``).
        rows: the pairs.
        judged: judges pairs, in their order; it is given those that were not judged before.
    """
    key = digest("judgements", memory.basis, judge.basis(), name)
    last = _last(memory, key)
    new, known = list(rows), list[Judged]()
    if last is not None:
        new, known = _recalled(memory, last, _was(last, linked, standing), linked.claims, rows)
    found = _in_order([*known, Judged.of(list(judged(new)), linked.claims)])
    if last is None or memory.renewed(sum(map(len, new)), sum(map(len, rows))):
        chunks = _kept(memory, linked.claims, rows, found)
        whole = (*_stood(standing, judge, linked), chunks)
        memory.keep(key, whole, () if last is None else last.chunks)
    return found


def _in_order(parts: Sequence[Judged]) -> Judged:
    """Return the judgements of all parts in the order of their claims."""
    judgements = list(chain.from_iterable(part.judgements for part in parts))
    found = Judged(judgements, joined(part.ties for part in parts))
    first, second = found.ends()
    # Claims are numbered in 32 bits.
    ends = list(map(or_, map(lshift, first, repeat(32)), second))
    return found.only(sorted(range(len(ends)), key=ends.__getitem__))


def _last(memory: Memory, key: str) -> _Last | None:
    kept = memory.recalled(key)
    if kept is None:
        return None
    in_place, elsewhere, starts, *rest = kept
    return _Last(in_place, elsewhere, array("Q", starts), *rest)


def _was(last: _Last, linked: Linking, standing: Sequence[bytes]) -> list[int]:
    """Return the place in the last run of each claim that stands as it did then; else -1."""
    as_it_was, moved = _places(last.in_place), _places(last.anywhere)
    unsettled = last.unsettled(linked)
    found = []
    for one, claim in zip(standing, linked.claims, strict=True):
        place = as_it_was.get(one, -1)
        if place < 0:
            place = moved.get(anywhere(claim), -1)
        found.append(-1 if place in unsettled else place)
    return found


def _places(standing: bytes) -> dict[bytes, int]:
    starts = range(0, len(standing), SIZE)
    return {standing[start : start + SIZE]: place for place, start in enumerate(starts)}


def _changed(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    return {term for term in before.keys() | now.keys() if before.get(term) != now.get(term)}


def _recalled(
    memory: Memory, last: _Last, was: Sequence[int], claims: Sequence[Claim], rows: Rows
) -> tuple[list[Sequence[int]], list[Judged]]:
    """Return the pairs that were not judged in the last run, and what came of the others."""
    new, found = list(rows), list[Judged]()
    now = [-1] * len(last.starts)
    for place, before in enumerate(was):
        if before >= 0:
            now[before] = place
    held = [claims[place] if place >= 0 else None for place in now]
    away = [one.start - start if one else 0 for one, start in zip(held, last.starts, strict=True)]
    for key in last.chunks:
        content = memory.entries.recall((key,)).get(key)
        if content is None:
            # Another process has kept a later run meanwhile.
            return list(rows), []
        first, pairs, *came = unpack_all(zlib.decompress(content), held)
        parted: dict[int, Container[int]] = {}
        for place, row in enumerate(pairs, first):
            a = now[place]
            judged = list(map(now.__getitem__, array("I", row)))
            if a < 0:
                parted[place] = ()
            elif judged == list(rows[a]):
                new[a] = ()
            else:
                parted[place] = set(judged).intersection(rows[a])
                new[a] = sorted(set(rows[a]).difference(judged))
        found.append(_standing(Judged.packed(*came), now, parted, away))
    return new, found


def _standing(
    came: Judged, now: Sequence[int], parted: Mapping[int, Container[int]], away: Sequence[int]
) -> Judged:
    """Return those judgements whose pairs stand, with the positions of their claims now.

    Args:
        came: what came of pairs.
        now: the position of each claim now.
        parted: with which claims the earlier claim of a pair stands still, where not with all.
        away: how far each claim has moved.
    """
    ends = zip(*came.ends(), strict=True)
    kept = came.only(
        [at for at, (a, b) in enumerate(ends) if a not in parted or now[b] in parted[a]]
        if parted
        else range(len(came.judgements))
    )
    judgements = kept.judgements
    if any(away):
        judgements = [
            _moved(one, away[a], away[b]) if away[a] or away[b] else one
            for one, a, b in zip(judgements, kept.ties.a, kept.ties.b, strict=True)
        ]
    return Judged(judgements, kept.ties.renumbered(now))


def _moved(one: Judgement, a: int, b: int) -> Judgement:
    """Return a judgement with its deciding words where its claims have moved to."""
    return evolve(one, a_evidence=one.a_evidence.moved(a), b_evidence=one.b_evidence.moved(b))


def _stood(standing: Sequence[bytes], judge: LocalJudge, linked: Linking) -> tuple[object, ...]:
    """Return what to keep of how claims stand, as ``_Last`` has it."""
    claims = linked.claims
    read = [judge.reads(claim) for claim in claims]
    everywhere = frozenset(read[0]).intersection(*read) if read else frozenset()
    readers: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, terms in enumerate(read):
        for term in terms - everywhere:
            readers[term].append(place)
    return (
        b"".join(standing),
        b"".join(map(anywhere, claims)),
        array("Q", (claim.start for claim in claims)).tobytes(),
        everywhere,
        {term: readers[term].tobytes() for term in sorted(readers)},
        dict(linked.weights),
        dict(linked.labels),
        linked.manifold,
    )


def _kept(memory: Memory, claims: Sequence[Claim], rows: Rows, found: Judged) -> tuple[str, ...]:
    """Keep pairs and what came of them; return the keys of their entries."""
    numbers = numbered(claims)
    earlier, _ = found.ends()
    # Entries of two runs are never mixed, whichever is cut short.
    run, chunks, taken = secrets.token_hex(16), [], 0
    for first in range(0, len(rows), CHUNK):
        end = bisect_left(earlier, first + CHUNK)
        pairs = tuple(array("I", row).tobytes() for row in rows[first : first + CHUNK])
        content = pack_all((first, pairs, *found.only(range(taken, end)).plain()), numbers)
        chunks.append(digest("pairs", run, first))
        memory.entries.keep({chunks[-1]: zlib.compress(content, 1)})
        taken = end
    return tuple(chunks)
