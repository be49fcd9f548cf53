"""Verbs that a second half leaves out: "A ticket costs £2 and a pass [costs] £5" (gapping)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable

_STOPS = frozenset([",", ";"])
_CURRENCIES = frozenset("£$€¥")


@immutable(auto_attribs=True, frozen=True)
class _Half:
    """A half that says how much: its verb, what stands before the number, and what follows it."""

    verb: tuple[int, int]
    lead: tuple[str, ...]
    adjective: int | None


def with_elided_verbs(tokens: list[Token]) -> list[Token]:
    """Return tagged tokens with the verb repeated where a later half leaves it out.

    Only where the verb is followed at once by a number, and a later noun phrase by a number in the
    same way: there nothing but the verb can be missing. What is repeated takes up no room in the
    source, so quotations stay as they are.
    """
    out: list[Token] = []
    half: _Half | None = None
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.tag in "VX" and not (index + 1 < len(tokens) and tokens[index + 1].tag in "VXGPT"):
            half = _half(tokens, index)
        gap = _gap(tokens, index, half) if half is not None and _parts(token) else None
        out.append(token)
        index += 1
        if gap is None or half is None:
            continue
        out.extend(tokens[index : gap[0]])
        out.extend(_repeated(tokens, range(*half.verb), tokens[gap[0]].start))
        out.extend(tokens[gap[0] : gap[1]])
        if half.adjective is not None:
            out.extend(_repeated(tokens, range(half.adjective, half.adjective + 1), out[-1].end))
        index = gap[1]
    return out


def _parts(token: Token) -> bool:
    return token.tag == "C" or token.lower in _STOPS


def _repeated(tokens: list[Token], places: range, at: int) -> Iterator[Token]:
    for place in places:
        yield evolve(tokens[place], start=at, end=at)


def _half(tokens: list[Token], verb: int) -> _Half | None:
    """Return the half that the verb at ``verb`` is the verb of, where it says how much."""
    found = _amount(tokens, verb + 1)
    if found is None:
        return None
    lead, end = found
    first = verb
    while first > 0 and tokens[first - 1].tag in "XM":
        first -= 1
    adjective = end if end < len(tokens) and tokens[end].tag == "A" else None
    return _Half((first, verb + 1), lead, adjective)


def _gap(tokens: list[Token], index: int, half: _Half) -> tuple[int, int] | None:
    """Return where the verb is missing behind what parts two halves, and where that half ends."""
    start = index + 1
    if start < len(tokens) and tokens[start].tag == "C":
        start += 1
    place = start
    while place < len(tokens) and tokens[place].tag in "DANQ":
        place += 1
    if not any(token.tag == "N" for token in tokens[start:place]):
        return None
    found = _amount(tokens, place)
    if found is None or found[0] != half.lead:
        return None
    end = found[1]
    following = tokens[end] if end < len(tokens) else None
    if following is not None and not (_parts(following) or following.lower in {".", "!"}):
        return None
    return place, end


def _amount(tokens: list[Token], start: int) -> tuple[tuple[str, ...], int] | None:
    """Return what leads to the number that follows at once, and where its unit ends."""
    place = start
    while place < len(tokens) and tokens[place].tag == "R":
        place += 1
    lead: tuple[str, ...] = ()
    if place < len(tokens) and tokens[place].tag == "I":
        lead = (tokens[place].lower,)
        place += 1
    if place < len(tokens) and tokens[place].lower in _CURRENCIES:
        place += 1
    if place >= len(tokens) or tokens[place].tag != "#":
        return None
    while place < len(tokens) and (tokens[place].tag in "#N" or tokens[place].lower == "%"):
        place += 1
    return lead, place
