"""Shares in words: "most patients", "the majority of", "rarely"."""

from __future__ import annotations

from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.nouns import noun_of_share, plural
from factcheck.extraction.quantities.quantity import Reading
from factcheck.extraction.quantities.words import Words
from factcheck.model.value import Interval

_REACH = 4
_ADVERBS = frozenset({"always", "never", "often", "sometimes", "seldom"})


def read_share_word(words: Words, at: int, grammar: Grammar) -> Reading | None:
    """Return the share that a quantifier or an adverb of frequency stands for, None if none."""
    first = words.lows[at]
    for second in (words.lows[at + 1], ""):
        for phrase in grammar.shares.get((first, second), ()):
            after = at + len(phrase)
            if tuple(words.lows[at:after]) == phrase:
                return _share(words, at, after, grammar)
    return None


def _share(words: Words, at: int, after: int, grammar: Grammar) -> Reading | None:
    written = " ".join(words.lows[at:after]).replace(" - ", "-")
    if after == at + 1 and not _counts(words, at, written, grammar):
        return None
    low, high = grammar.lexicon.proportions[written]
    # A share that begins at exactly one half ("most", "the majority") leaves the half out.
    interval = Interval(low, high, low_open=low == 0.5 and high > 0.5)
    adverb = written in _ADVERBS or written.endswith("ly")
    noun = "" if adverb else noun_of_share(words, after, grammar)
    return Reading(at, after, "proportion", interval, low < high, "", noun)


def _counts(words: Words, at: int, word: str, grammar: Grammar) -> bool:
    """Return whether a word gives a share here; "the most effective" and "at all" do not."""
    if word in _ADVERBS or word.endswith("ly"):
        # "As often as needed" sets no share; "as often as not" is read as a phrase.
        return not words.lows[at - 1] == words.lows[at + 1] == "as"
    after = at + 1
    if words.lows[at - 1] in {"the", "at", "a", "not"} and word in {
        "most",
        "all",
        "few",
        "many",
        "some",
    }:
        return False
    if words.lows[after] == "of":
        return True
    for position in range(after, after + _REACH):
        low = words.lows[position]
        if low in grammar.numerals or not words.alphabetic(position):
            return False
        if low in grammar.stops and low not in {"the", "these", "those"}:
            return False
        if plural(low):
            return True
    return False
