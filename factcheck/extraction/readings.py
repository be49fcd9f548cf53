"""The quantities of a sentence, and its tokens without them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import evolve

from factcheck.extraction.phrases import Vocabulary, rendered
from factcheck.extraction.quantities import Quantity, quantities
from factcheck.extraction.tokens import Token


def without_quantities(tokens: list[Token], read: tuple[Quantity, ...]) -> list[Token]:
    """Return the tokens with the words of quantities marked, since they are compared as values.

    What is counted, as such or by time ("three **trains** a day"), stays a word of its own; a
    number in words is no content either way.
    """
    places = [
        (_behind_counted(quantity), quantity.end)
        for quantity in read
        if quantity.scale not in {"count", "ordinal"}
    ]
    return [
        token.tagged("%", token.lemma)
        if (token.tag == "#" and token.text.isalpha())
        or (
            places
            and token.tag in "N#A"
            and any(low <= token.start < token.end <= high for low, high in places)
        )
        else token
        for token in tokens
    ]


def _behind_counted(quantity: Quantity) -> int:
    """Return where a quantity goes on behind the noun that it counts; its start if it has none."""
    if not quantity.scale.startswith("count/") or not quantity.noun:
        return quantity.start
    before, counted, _ = quantity.text.lower().rpartition(quantity.noun)
    return quantity.start + len(before) + len(counted)


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
