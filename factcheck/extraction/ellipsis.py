"""Verbs that a second half leaves out: "A ticket costs £2 and a pass [costs] £5" (gapping).

So does what is denied in contrast: "opens on Sundays, [opens] not on Mondays".
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable

_STOPS = frozenset([",", ";"])
_CURRENCIES = frozenset("£$€¥")
_JOINING_DENIAL = frozenset([",", "but", "and"])
_ENDS = frozenset([",", ";", ".", "!"])
_NO_CONTRAST = frozenset(
    "all always any both entirely even every exactly far just least like long many merely more"
    " much necessarily never once only quite simply so solely that to too unlike until very"
    " wholly yet".split()
)
"""Words behind "not" that make it deny less than what follows, or something else."""


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


def with_denied_contrasts(tokens: list[Token]) -> list[Token]:
    """Return tagged tokens with the verb repeated before what is denied in contrast.

    "The stall opens on Sundays, but **not on Mondays**" denies that it opens on Mondays. What is
    denied takes the place of a phrase with the same preposition, or of the object.
    """
    for index in range(len(tokens) - 1, 1, -1):
        verb = _denied_verb(tokens, index) if tokens[index].lower == "not" else None
        if verb is not None:
            at = tokens[index].start
            group = list(_repeated(tokens, range(verb[0], verb[1] + 1), at))
            placed = 1 if len(group) > 1 or group[0].tag == "X" else len(group)
            denied = [*group[:placed], tokens[index], *group[placed:]]
            tokens = [*tokens[:index], *denied, *tokens[index + 1 :]]
    return tokens


def _denied_verb(tokens: list[Token], denial: int) -> tuple[int, int] | None:
    """Return the first and last token of the verb that a denial behind a phrase goes with."""
    end = _phrase_end(tokens, denial + 1)
    before = denial
    while before > 0 and tokens[before - 1].lower in _JOINING_DENIAL:
        before -= 1
    if end is None or before == denial:
        return None
    last = next((i for i in range(before - 1, 0, -1) if tokens[i].tag not in "IDANQ#R%"), 0)
    if tokens[last].tag not in "VXP" or last == before - 1:
        return None
    first = last
    while first > 0 and tokens[first - 1].tag in "XMR" and tokens[last].tag != "M":
        first -= 1
    if tokens[first].tag == "P" or any(token.tag in "-R" for token in tokens[first:last]):
        return None
    if any(token.tag in "VXMSTW" for token in tokens[:first]):
        # What somebody says or wants is denied in the same words.
        return None
    between = tokens[last + 1 : before]
    leads = {token.lower for token in between if token.tag == "I"}
    lead = tokens[denial + 1]
    fits = lead.lower in leads if lead.tag == "I" else not leads
    return (first, last) if fits else None


def _phrase_end(tokens: list[Token], start: int) -> int | None:
    """Return where a phrase ends that nothing but a sign follows; None where it is no phrase."""
    place = start
    if place < len(tokens) and tokens[place].lower in _NO_CONTRAST:
        return None
    while place < len(tokens) and tokens[place].tag in "IDANQ#%":
        place += 1
    named = any(token.tag in "NA#%" for token in tokens[start:place])
    ends = place == len(tokens) or tokens[place].lower in _ENDS
    return place if named and ends else None


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
