"""Lists that belong together: "lines A and B opened in 1901 and 1905 respectively".

Such a sentence states as many things as its lists have members. It is read once for each, with
the other members left out.
"""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.function_words import DETERMINERS
from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable

MOST_MEMBERS = 26
"""Members beyond which a list is a table set as a sentence; nobody letters more of them."""

_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_CLOSED = frozenset("SWT-")


@immutable(auto_attribs=True, frozen=True)
class _List:
    """A list of as many members as another, as token positions."""

    start: int
    end: int
    members: tuple[tuple[int, int], ...]


def distributed(tokens: list[Token]) -> list[tuple[list[Token], tuple[int, int]]]:
    """Return the statements that a tagged sentence with "respectively" makes.

    Each comes as its tokens and the characters from the first list to the end of the second.

    Its two lists are the one beside the word and the nearest other with as many members. None
    where there is no such word or no such pair: then nobody can tell what belongs to what.
    """
    place = next((i for i, token in enumerate(tokens) if token.lower == "respectively"), None)
    if place is None:
        return []
    lists = _lists(tokens)
    said = next((one for one in reversed(lists) if one.end in {place, place - 1}), None)
    said = said or next((one for one in lists if one.start - 2 <= place < one.start), None)
    if said is None or len(said.members) > MOST_MEMBERS:
        return []
    others = [one for one in lists if one is not said and len(one.members) == len(said.members)]
    if not others:
        return []
    about = min(others, key=lambda one: (one.start > said.start, abs(said.start - one.end)))
    first, second = sorted((about, said), key=lambda one: one.start)
    whole = tokens[first.start].start, tokens[second.end - 1].end
    statements = [
        [
            *_without(tokens[: first.start]),
            *_member(tokens, first, number),
            *_agreeing(tokens[first.end : second.start], first is about),
            *_member(tokens, second, number),
            *_without(tokens[second.end :]),
        ]
        for number in range(len(said.members))
    ]
    return [([evolve(token, tag="") for token in one], whole) for one in statements]


def _without(tokens: list[Token]) -> list[Token]:
    """Return tokens without the word itself and the commas around it."""
    place = next((i for i, token in enumerate(tokens) if token.lower == "respectively"), -1)
    if place < 0:
        return tokens
    before = place > 0 and tokens[place - 1].lower == ","
    behind = before and place + 1 < len(tokens) and tokens[place + 1].lower == ","
    return [*tokens[: place - before], *tokens[place + 1 + behind :]]


def _agreeing(between: list[Token], behind_subject: bool) -> list[Token]:
    """Return what stands between the lists, its first verb in the singular, without the word."""
    kept = _without(between)
    verb = next((i for i, token in enumerate(kept) if token.tag in "XVM"), None)
    if verb is None or not behind_subject or kept[verb].lower not in _SINGULAR:
        return kept
    singular = _SINGULAR[kept[verb].lower]
    return [*kept[:verb], evolve(kept[verb], text=singular, lower=singular), *kept[verb + 1 :]]


def _lists(tokens: list[Token]) -> list[_List]:
    """Return the lists "a, b and c" of a sentence, from the left."""
    found = (_around(tokens, i) for i, token in enumerate(tokens) if token.lower in {"and", "&"})
    return [one for one in found if one is not None]


def _around(tokens: list[Token], joint: int) -> _List | None:
    """Return the list whose last two members "and" joins at ``joint``."""
    end = _until(tokens, joint + 1, 1)
    last = (joint + 1 + (tokens[min(joint + 1, end - 1)].tag == "I"), end)
    parted = joint - (tokens[joint - 1].lower == ",")
    members = [last]
    while True:
        start = _until(tokens, parted - 1, -1) + 1
        if start >= parted:
            return None
        members.append((start, parted))
        if start < 2 or tokens[start - 1].lower != "," or not _opens_member(tokens[start - 2]):
            break
        parted = start - 1
    if any(low >= high for low, high in members):
        return None
    ordered = tuple(reversed(members))
    return _List(ordered[0][0], end, ordered)


def _opens_member(token: Token) -> bool:
    return token.tag in "NA#PG"


def _until(tokens: list[Token], index: int, step: int) -> int:
    """Return where the member that holds ``index`` stops in one direction."""
    begin = index
    verbal = 0 <= index < len(tokens) and tokens[index].tag == "V"
    while 0 <= index < len(tokens):
        token = tokens[index]
        leads = token.tag == "I" and (index != begin or step < 0) and token.lower != "of"
        signs = token.tag == "." and token.lower not in {"£", "$", "€", "%", "-"}
        verb = token.tag in "VXM" and not (verbal and index == begin)
        ends = verbal and index != begin
        adverb = token.lower == "respectively"
        if leads or signs or verb or ends or adverb or token.tag == "C" or token.tag in _CLOSED:
            break
        index += step
    return index


def _member(tokens: list[Token], whole: _List, number: int) -> list[Token]:
    """Return one member with what it shares: "**line** B", "the north **tower**", "30 **km**"."""
    parts = [tokens[low:high] for low, high in whole.members]
    own, first, last = parts[number], parts[0], parts[-1]
    of = next((i for i, token in enumerate(first) if token.lower == "of"), None)
    if of and last[0].lower not in DETERMINERS and all(t.lower != "of" for t in last):
        rest = own if number else first[of + 1 :]
        return [*first[: of - 1], _singular(first[of - 1]), first[of], *rest]
    if number and first[0].lower in DETERMINERS and own[0].lower not in DETERMINERS:
        own = [first[0], *own]
    shared = len(first) - len(last)
    if shared > 0 and first[shared - 1].has_plural_ending and first[shared - 1].tag == "N":
        lead = [*first[: shared - 1], _singular(first[shared - 1])]
        return [*lead, *parts[number][-len(last) :]] if number else [*lead, *first[shared:]]
    tail = _shared_end(parts)
    if not tail:
        return own
    plural = tail[0].tag == "N" and first[-1].tag in "NA"
    tail = [_singular(tail[0]), *tail[1:]] if plural else tail
    return [*own[: len(own) - len(tail)], *tail] if number == len(parts) - 1 else [*own, *tail]


def _shared_end(parts: list[list[Token]]) -> list[Token]:
    """Return what the last member shares with those before it, behind what is its own."""
    first, last = parts[0], parts[-1]
    counted = next((i for i, token in enumerate(last) if token.tag == "#"), None)
    if counted is not None and any(token.tag == "#" for token in first):
        size = len(first) - next(i for i, token in enumerate(first) if token.tag == "#")
        return last[counted + size :]
    bare = last[0].lower not in DETERMINERS
    described = all(token.tag in "DA" for token in first)
    named = last[-1].has_plural_ending and not first[-1].has_plural_ending
    if len(last) > 1 and bare and (described or named):
        return last[1:] if described else last[-1:]
    return []


def _singular(token: Token) -> Token:
    if not token.has_plural_ending or not token.lemma:
        return token
    word = token.lemma.capitalize() if token.text[0].isupper() else token.lemma
    return evolve(token, text=word, lower=word.lower())
