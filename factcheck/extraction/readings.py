"""The quantities of a sentence, and its tokens without them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import evolve

from factcheck.extraction.phrases import Vocabulary, rendered
from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.tokens import Token


def without_quantities(tokens: list[Token], read: tuple[Quantity, ...]) -> list[Token]:
    """Return the tokens with the words of quantities marked, since they are compared as values.

    What is counted, as such or by time ("three **trains** a day"), stays a word of its own; a
    number in words is no content either way.
    """
    measured = [quantity for quantity in read if quantity.scale not in {"count", "ordinal"}]
    counted = {
        start
        for quantity in measured
        if quantity.scale.startswith("count/") and quantity.noun
        for start in _counted(tokens, quantity)
    }
    return [
        token.tagged("%", token.lemma)
        if (token.tag == "#" and token.text.isalpha())
        or (
            measured
            and token.tag in "N#A"
            and token.start not in counted
            and any(one.start <= token.start < token.end <= one.end for one in measured)
        )
        else token
        for token in tokens
    ]


def _counted(tokens: list[Token], quantity: Quantity) -> Iterator[int]:
    """Yield where the words begin for what is counted by time: "**30 boats** a day"."""
    within = [one for one in tokens if quantity.start <= one.start < one.end <= quantity.end]
    named = next((i for i, one in enumerate(within) if one.lower == quantity.noun.lower()), -1)
    while named >= 0 and within[named].tag in "NA":
        yield within[named].start
        named -= 1
    if named >= 0 and within[named].tag == "#":
        yield within[named].start


def reread(tokens: list[Token], vocabulary: Vocabulary) -> tuple[Quantity, ...]:
    """Return the quantities of words that do not stand side by side in the source."""
    words = rendered(tokens, 0, len(tokens))
    ends: list[int] = []
    for token in tokens:
        ends.append(words.index(token.text, ends[-1] if ends else 0) + len(token.text))
    return tuple(
        evolve(
            quantity,
            start=tokens[bisect_right(ends, quantity.start)].start,
            end=tokens[bisect_left(ends, quantity.end)].end,
        )
        for quantity in quantities(words, vocabulary.lexicon)
    )
