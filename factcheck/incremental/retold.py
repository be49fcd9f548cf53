"""Documents whose pairs are what they were are not searched for retold passages again.

Which claims of a document retell others rests on the pairs that they make with later ones, where
both stand, their terms, and how telling these are. Of the last run on a collection it is kept what
came of each document, by a digest of all this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby

from factcheck.incremental.basis import SIZE, digest
from factcheck.incremental.memory import Memory
from factcheck.model import Claim
from factcheck.protocols import Linking

Rows = Sequence[Sequence[int]]
"""For every claim, the positions of the later claims that it makes a pair with."""

Retold = tuple[tuple[str, str], ...]
"""Pairs of ids of claims."""


def retold(
    memory: Memory,
    name: str,
    linked: Linking,
    rows: Rows,
    told: Callable[[Rows], Iterable[tuple[str, str]]],
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids of claims of which one retells the other, in any order.

    Args:
        memory: what earlier runs found, and where this one leaves it.
        name: tells this collection from others.
        linked: the claims, and the weights of their terms.
        rows: the pairs.
        told: finds what is retold in some of the pairs: all those that the claims of a document
            make with later ones, or none of them.
    """
    key = digest("retold", memory.basis, name)
    known: dict[bytes, Retold] = memory.recalled(key) or {}
    digests = _digests(linked, rows)
    new = [row if digests[place] not in known else () for place, row in enumerate(rows)]
    found: dict[bytes, Retold] = {one: known.get(one, ()) for one in digests}
    first = {claim.id: place for place, claim in enumerate(linked.claims)}
    for pair in told(new):
        found[digests[min(map(first.__getitem__, pair))]] += (pair,)
    if memory.renewed(sum(one not in known for one in found), len(found)):
        memory.keep(key, found)
    for pairs in found.values():
        yield from pairs


def _digests(linked: Linking, rows: Rows) -> list[bytes]:
    """Return, for every claim, a digest of what is worked out of its document."""
    claims = linked.claims
    tags = [_tag(claim, linked.weights) for claim in claims]
    found: list[bytes] = []
    for _, places in groupby(range(len(claims)), key=lambda place: claims[place].source.id):
        own = list(places)
        hashed = blake2b(digest_size=SIZE)
        for place in own:
            hashed.update(tags[place])
            hashed.update(b"".join(map(tags.__getitem__, rows[place])))
        found += [hashed.digest()] * len(own)
    return found


def _tag(claim: Claim, weights: Mapping[str, float]) -> bytes:
    # Numbers have the same hash in every process.
    weighed = hash(tuple([weights.get(term, -1.0) for term in claim.terms]))
    told = f"{claim.id} {claim.start} {claim.end} {weighed} {claim.terms}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()
