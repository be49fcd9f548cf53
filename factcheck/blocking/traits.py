"""What choosing pairs asks of a claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from factcheck.blocking.said import AspectsOf, packed
from factcheck.model import Claim, content_id

COMPARABLE = 0.4
"""What values on one scale of one attribute count towards it: nearly enough by themselves."""

FINE = 1 << 30
"""Weights are added as whole multiples of one part in so many, which gives one sum in any order."""


class Traits(NamedTuple):
    """All that choosing pairs asks of a claim, without its words.

    Attributes:
        document: a hash of the name of its document, which stays the same where the text changes.
        id: the digits of its id.
        start, end: its place in the document.
        statement: a hash that claims have in common that say the same, as far as what follows
            goes.
        keys: what it is found by, sorted (see ``keys_of``).
        said: what it says (see ``packed``).
    """

    document: int
    id: int
    start: int
    end: int
    statement: int
    keys: tuple[str, ...]
    said: tuple[int, ...]


def traits_of(claim: Claim, aspects: AspectsOf) -> Traits:
    """Return what choosing pairs asks of a claim."""
    keys = tuple(sorted(keys_of(claim)))
    said = packed(claim, aspects(claim))
    statement = repr((keys, said)).encode("utf-8", "surrogatepass")
    return Traits(
        _number(content_id("d", claim.source.name)),
        _number(claim.id),
        claim.start,
        claim.end,
        int.from_bytes(blake2b(statement, digest_size=8).digest(), "big"),
        keys,
        said,
    )


Describing = Callable[[Sequence[Claim], AspectsOf], Sequence[Traits]]
"""Says what choosing pairs asks of each of some claims."""


def described(claims: Sequence[Claim], aspects: AspectsOf) -> list[Traits]:
    """Return what choosing pairs asks of each of some claims."""
    return [traits_of(claim, aspects) for claim in claims]


def keys_of(claim: Claim) -> frozenset[str]:
    """Return what a claim is found by: its terms, and an ``@`` key for each comparable value.

    A date is found by what happened, in whatever words: "built in 1740", "dates from 1740". What it
    has of materials is such a key as well. An appraisal is found by its thing, which need not be
    named in the claim, in whatever respect.
    """
    comparable: set[str] = set(claim.terms)
    for value in claim.values:
        told = (*value.attribute[:1], *(one for one in value.attribute if one.startswith("event:")))
        comparable.update(f"@{value.scale}:{one}" for one in told)
    if claim.limits("material"):
        comparable.add("@material")
    for appraisal in claim.appraisals:
        comparable |= {"@appraisal", *appraisal.of}
    return frozenset(comparable)


def key_weight(key: str, weights: Mapping[str, float]) -> int:
    """Return how telling a key is, in parts of ``FINE``, given how telling terms are."""
    return round((COMPARABLE if key.startswith("@") else weights.get(key, 1.0)) * FINE)


def _number(content_id: str) -> int:
    """Return the digits of an id as a number."""
    return int(content_id.rpartition("-")[2], 16)
