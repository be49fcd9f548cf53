"""How claims stand: digests of all that what is said of them rests on, the corpus aside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from attrs import fields, has

from factcheck.incremental.basis import SIZE, digest_of
from factcheck.incremental.memory import Memory
from factcheck.model import Claim, Span

_SOURCE = ("name", "title", "author", "publisher", "address", "date", "authority")
_LEFT_OUT = {"source", "topics"}

# Bytes of a digest that tell which claim of its document a claim is.
_NUMBER = 4


def in_place(memory: Memory, claims: Sequence[Claim]) -> list[bytes]:
    """Return a digest of each claim: of its document with its terms, and which claim of it it is.

    Args:
        memory: tells what reading a document rests on.
        claims: the claims, document by document.
    """
    found = []
    for _, some in groupby(claims, key=lambda claim: claim.source.id):
        own = list(some)
        terms = [claim.term_groups for claim in own]
        document = digest_of((memory.key(own[0].source), terms))[: SIZE - _NUMBER]
        found += [document + number.to_bytes(_NUMBER, "big") for number in range(len(own))]
    return found


def by_document(standing: Sequence[bytes]) -> dict[bytes, range]:
    """Return the positions of the claims of each document, by a digest of it with its terms."""
    places = groupby(range(len(standing)), key=lambda place: standing[place][:-_NUMBER])
    found = {}
    for document, own in places:
        first, *rest = own
        found[document] = range(first, first + len(rest) + 1)
    return found


def anywhere(claim: Claim) -> bytes:
    """Return a digest of a claim that stays where the claim moves in its document.

    It takes in all that a claim holds, with the words of every place, and what is known of its
    source; but not the source's other words.
    """
    source = [getattr(claim.source, name) for name in _SOURCE]
    return digest_of((source, _plain(claim, claim)))


def _plain(value: Any, claim: Claim) -> object:
    """Return a value of a claim with its places counted from the beginning of the claim."""
    if isinstance(value, Span):
        words = value.of(claim.source.text)
        return value.start - claim.start, value.end - claim.start, words
    if isinstance(value, tuple):
        return [_plain(each, claim) for each in value]
    names = _names(value.__class__)
    return [_plain(getattr(value, name), claim) for name in names] if names else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if not has(kind):
        return ()
    return tuple(one.name for one in fields(kind) if one.name not in _LEFT_OUT)
