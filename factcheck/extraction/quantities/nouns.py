"""The noun that a number counts."""

from __future__ import annotations

from factcheck.extraction.quantities.grammar import PERIODIC, VAGUE_NUMBERS, Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.words import Words

_LONGEST_PHRASE = 5
_IRREGULAR = listed(
    """people men women children mice feet teeth geese oxen criteria phenomena data bacteria
    fungi nuclei species series sheep fish cattle police staff personnel aircraft deer salmon
    offspring media strata larvae algae genera vertebrae alumni"""
)
_NOT_PLURAL = listed(
    """was has does this as its his is us thus plus various perhaps always besides less across
    versus previous serious analysis basis onwards afterwards towards upwards downwards sometimes"""
)
_DETERMINERS = listed("the all these those its their his her our my your such any")
_PRONOUN_AFTER_ONE = listed("another day time thing way hand side can")


def plural(word: str) -> bool:
    """Return whether a lower-case word looks like a plural noun."""
    if word in _IRREGULAR or word.endswith(("men", "people")):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _NOT_PLURAL
    )


def counted_noun(words: Words, at: int, grammar: Grammar, single: bool) -> tuple[str, int] | None:
    """Return the head of the noun phrase that begins with a token, and the token after it.

    Without a parse: the first plural within a few words that hold no function word; else,
    for staff, sheep and single things, the first word that can be a noun.
    """
    if words.lows[at] in {"-", "‐", "‑"} and words.glued(at) and words.glued(at + 1):
        at += 1
    position = at
    while position < at + _LONGEST_PHRASE and _may_belong(words, position, grammar):
        low = words.lows[position]
        if plural(low) and not single:
            return words.words[position], position + 1
        position += 1
        if (
            words.lows[position] in {"-", "‐", "‑"}
            and words.glued(position)
            and words.glued(position + 1)
        ):
            position += 1
    low = words.lows[at]
    if position == at or low.endswith(("ed", "ing", "ly")) or low in grammar.lexicon.verbs:
        return None
    if single:
        return _single_head(words, at, position, grammar)
    return (words.words[at], at + 1) if position == at + 1 else None


def _single_head(words: Words, at: int, after: int, grammar: Grammar) -> tuple[str, int] | None:
    if words.lows[at] in _PRONOUN_AFTER_ONE:
        return None
    position = at
    while position + 1 < after and words.lows[position] in grammar.lexicon.adjectives:
        position += 1
    return words.words[position], position + 1


def noun_of_share(words: Words, at: int, grammar: Grammar) -> str:
    """Return the noun of which a share is given: "adults" in "of all American adults"."""
    if words.lows[at] == "of":
        at += 1
    if words.lows[at] in _DETERMINERS:
        at += 1
    if words.lows[at] == "the":
        at += 1
    head = counted_noun(words, at, grammar, single=False) or counted_noun(
        words, at, grammar, single=True
    )
    return "" if head is None else head[0]


def _may_belong(words: Words, at: int, grammar: Grammar) -> bool:
    low = words.lows[at]
    return (
        words.alphabetic(at)
        and low not in grammar.stops
        and low not in grammar.cardinals
        and low not in grammar.multipliers
        and low not in VAGUE_NUMBERS
        and low not in PERIODIC
        and low not in grammar.lexicon.months
        and not low.endswith(("n't", "n’t", "'s", "’s"))
    )
