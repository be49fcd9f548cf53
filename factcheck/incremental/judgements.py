"""Pairs that were judged before are not judged again.

A judgement rests on the two claims as linking left them, and on the weights and labels of terms
that a judge tells. Of the last run on a collection it is kept how every claim stood, which pairs
were judged, and what came of it; a pair stands where both of its claims stand as they did.
"""

from __future__ import annotations

import secrets
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from attrs import frozen

from factcheck.incremental.basis import digest
from factcheck.incremental.memory import Memory
from factcheck.incremental.packing import numbered, pack, unpack
from factcheck.model import Claim, Judgement
from factcheck.protocols import Linking, LocalJudge

CHUNK = 1000
"""Claims whose pairs are kept in one entry."""

ANEW = 0.05
"""Share of pairs judged anew from which a run is kept in place of the last one: to write all of it
costs more than to judge a few pairs twice."""

SIZE = 16
"""Bytes that tell how a claim stands: at ten million claims no two have the same by chance."""

Rows = Sequence[Sequence[int]]
"""For every claim, the positions of the later claims that it makes a pair with."""

Found = tuple[int, int, Judgement]
"""A judgement with the positions of its claims."""


@frozen
class _Last:
    """What the last run on a collection left.

    Attributes:
        standing: how each of its claims stood, ``SIZE`` bytes a claim.
        weights, labels: those of each term.
        chunks: the keys of the entries that hold its pairs and judgements.
    """

    standing: bytes
    weights: Mapping[str, float]
    labels: Mapping[str, str]
    chunks: tuple[str, ...]


def judgements(
    memory: Memory,
    name: str,
    judge: LocalJudge,
    linked: Linking,
    rows: Rows,
    judged: Callable[[Rows], Iterable[Judgement]],
) -> list[Judgement]:
    """Return what comes of every pair, in their order.

    Args:
        memory: what earlier runs judged, and where this one leaves it.
        name: tells this collection, and how it is judged, from others.
        judge: says what its judgements rest on.
        linked: the claims, and the weights and labels of their terms.
        rows: the pairs.
        judged: judges pairs, in their order; it is given those that were not judged before.
    """
    key = digest("judgements", memory.basis, judge.basis(), name)
    standing = _standing(memory, linked.claims)
    last = _last(memory, key)
    was = [-1] * len(rows) if last is None else _was(last, judge, linked, standing)
    known, found = _recalled(memory, last, was, linked.claims, rows)
    new = [_others(row, was, known.get(was[place])) for place, row in enumerate(rows)]
    places = numbered(linked.claims)
    for one in judged(new):
        a, b = places[id(one.a)], places[id(one.b)]
        found.append((min(a, b), max(a, b), one))
    found.sort(key=lambda each: each[:2])
    if last is None or sum(map(len, new)) > ANEW * sum(map(len, rows)):
        _keep(memory, key, b"".join(standing), linked, rows, found, last)
    return [one for _, _, one in found]


def _standing(memory: Memory, claims: Sequence[Claim]) -> list[bytes]:
    """Return a digest of each claim: of its document, which claim of it it is, and its terms."""
    documents: dict[str, str] = {}
    before: Counter[str] = Counter()
    found = []
    for claim in claims:
        source = claim.source.id
        if source not in documents:
            documents[source] = memory.key(claim.source)
        content = repr((documents[source], before[source], claim.term_groups))
        found.append(blake2b(content.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest())
        before[source] += 1
    return found


def _last(memory: Memory, key: str) -> _Last | None:
    content = memory.entries.recall((key,)).get(key)
    return None if content is None else _Last(*unpack(content, ()))


def _was(last: _Last, judge: LocalJudge, linked: Linking, standing: Sequence[bytes]) -> list[int]:
    """Return the place in the last run of each claim that stands as it did then; else -1."""
    places = {
        last.standing[start : start + SIZE]: start // SIZE
        for start in range(0, len(last.standing), SIZE)
    }
    changed = _changed(last.weights, linked.weights) | _changed(last.labels, linked.labels)
    return [
        places.get(one, -1) if not changed or changed.isdisjoint(judge.reads(claim)) else -1
        for one, claim in zip(standing, linked.claims, strict=True)
    ]


def _changed(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    return {term for term in before.keys() | now.keys() if before.get(term) != now.get(term)}


def _recalled(
    memory: Memory, last: _Last | None, was: Sequence[int], claims: Sequence[Claim], rows: Rows
) -> tuple[dict[int, frozenset[int]], list[Found]]:
    """Return the pairs of the last run by the place of their first claim, and what came of them.

    Pairs have places in the last run, judgements in this one; what no longer stands is left out.
    """
    known: dict[int, frozenset[int]] = {}
    found: list[Found] = []
    now = {before: place for place, before in enumerate(was) if before >= 0}
    held = [
        claims[now[place]] if place in now else None
        for place in range(0 if last is None else len(last.standing) // SIZE)
    ]
    for key in () if last is None else last.chunks:
        content = memory.entries.recall((key,)).get(key)
        if content is None:
            # Another process has kept a later run meanwhile.
            return {}, []
        first, pairs, came = unpack(zlib.decompress(content), held)
        known |= {first + place: frozenset(array("I", row)) for place, row in enumerate(pairs)}
        found += _standing_still(came, now, rows)
    return known, found


def _standing_still(came: Iterable[Found], now: Mapping[int, int], rows: Rows) -> Iterator[Found]:
    """Yield judgements with the places of today, where their claims still make a pair."""
    for before, other, one in came:
        a, b = now.get(before, -1), now.get(other, -1)
        if 0 <= a < b and b in rows[a]:
            yield a, b, one


def _others(row: Sequence[int], was: Sequence[int], known: frozenset[int] | None) -> Sequence[int]:
    """Return those of a row that made no pair with its claim in the last run."""
    if known is None:
        return row
    return [other for other in row if was[other] not in known]


def _keep(
    memory: Memory,
    key: str,
    standing: bytes,
    linked: Linking,
    rows: Rows,
    found: Sequence[Found],
    last: _Last | None,
) -> None:
    """Keep a run in place of the last one; it holds once all of it is there."""
    numbers = numbered(linked.claims)
    # Entries of two runs are never mixed, whichever is cut short.
    run, chunks, taken = secrets.token_hex(16), [], 0
    for first in range(0, len(rows), CHUNK):
        end = taken
        while end < len(found) and found[end][0] < first + CHUNK:
            end += 1
        pairs = tuple(array("I", row).tobytes() for row in rows[first : first + CHUNK])
        content = pack((first, pairs, tuple(found[taken:end])), numbers)
        chunks.append(digest("pairs", run, first))
        memory.entries.keep({chunks[-1]: zlib.compress(content, 1)})
        taken = end
    whole = (standing, dict(linked.weights), dict(linked.labels), tuple(chunks))
    memory.entries.keep({key: pack(whole, {})}, () if last is None else last.chunks)
