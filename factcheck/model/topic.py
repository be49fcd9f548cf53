"""Topics: what claims are about."""

from __future__ import annotations

from attrs import frozen


@frozen
class Topic:
    """A concept that several claims share.

    Attributes:
        id: content hash of the terms.
        label: readable name, in the sources' own words.
        terms: the canonical terms that make it up, sorted.
        weight: how much it tells two claims apart, from 0 (in every claim) to 1.
        claims: ids of the claims about it, in corpus order.
    """

    id: str
    label: str
    terms: tuple[str, ...]
    weight: float
    claims: tuple[str, ...]
