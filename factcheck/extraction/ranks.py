"""Places in an order: "the 19th president", "the second largest city"."""

from __future__ import annotations

import re

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase
from factcheck.extraction.quantities.grammar import grammar_of
from factcheck.extraction.tokens import Token
from factcheck.model import Interval, Passage, Value

_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)")
_NOT_LARGEST = frozenset("rest west east nest test forest guest honest modest interest".split())
_LIMITING = "TWS"
"""Tags behind the noun that narrow the order down: "the first king **to** …", "… **who** …"."""


def ranks(
    passage: Passage, tokens: list[Token], clause: Clause, vocabulary: Vocabulary
) -> list[Value]:
    """Return the place in an order that a clause gives its subject.

    The attribute is ``rank`` with the superlative that orders and the noun of what is ordered.
    A superlative alone is the first place, "the deepest lake" as "the deepest in the country".
    """
    start = _complement(tokens, clause)
    if start is None:
        return []
    low, high = _ordered(tokens, start, clause.end)
    head = head_position(tokens, low, high)
    if head is None or (high < len(tokens) and tokens[high].tag in _LIMITING):
        return []
    place: int | None = None
    order = ""
    for index in range(low, head + _is_superlative(tokens[head].lower)):
        for word in tokens[index].lower.split("-"):
            number = _ordinal(word, vocabulary)
            if number is not None and not order:
                place = number
            elif _is_superlative(word):
                order = word
            elif order in {"most", "least"}:
                order = f"{order} {word}"
    if place is None and not order:
        return []
    named = tokens[head]
    if _is_superlative(named.lower):
        own = head_position(tokens, *clause.subject)
        named = named if own is None else tokens[own]
    of = vocabulary.parts(named)
    ordered = (*((vocabulary.terms.of(order),) if order else ()), *of)
    return [
        Value(
            scale="ordinal",
            interval=Interval(place or 1, place or 1),
            text=passage.text[tokens[start].start : tokens[head].end],
            span=passage.locate(tokens[start].start, tokens[head].end),
            attribute=("rank", *ordered),
        )
    ]


def _ordered(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase behind "the" or an owner: "the largest port", "Vik's third bridge"."""
    low, high = noun_phrase(tokens, start, end)
    if high < end and tokens[high].tag == "Q":
        low, high = noun_phrase(tokens, high + 1, end)
        return low, high
    owned = next((i for i in range(low, high) if tokens[i].tag == "Q"), None)
    if owned is not None:
        return owned + 1, high
    return (low + 1, high) if low < high and tokens[low].lower == "the" else (low, low)


def _complement(tokens: list[Token], clause: Clause) -> int | None:
    """Return where what the subject is called begins: behind "is", "became", "served as"."""
    verb = clause.verb
    if verb is None:
        return clause.start
    start = verb.last + 1
    if start < len(tokens) and tokens[start].lower == "as":
        return start + 1
    return start if verb.copula else None


def _ordinal(word: str, vocabulary: Vocabulary) -> int | None:
    numbered = _NUMBERED.fullmatch(word)
    return int(numbered[1]) if numbered else grammar_of(vocabulary.lexicon).ordinals.get(word)


def _is_superlative(word: str) -> bool:
    return word in {"most", "least"} or (word.endswith("est") and word not in _NOT_LARGEST)
