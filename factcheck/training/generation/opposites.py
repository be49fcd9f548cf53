"""Edits of a word into one that it excludes: of direction, degree, order or kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from random import Random

from attrs import frozen

from factcheck.lexicon import Lexicon
from factcheck.training.generation.edits import Edit
from factcheck.training.generation.sentence import Sentence
from factcheck.training.generation.words import Pairs, Words

_Table = Mapping[str, tuple[str, ...]]

_SET = frozenset(
    [("a", "few"), ("named", "after"), ("as", "well"), ("so", "many"), ("how", "many")]
)
"""Words that make a phrase with the one before, which has no opposite."""


@frozen(eq=False)
class Opposites:
    """Which words exclude each other, in the form that they have in a text.

    Attributes:
        lexicon: the adjectives with their antonyms.
        words: the pairs of words in which either takes the place of the other.
    """

    lexicon: Lexicon
    words: Words

    @cached_property
    def _listed(self) -> _Table:
        return _both_ways(self.words.swaps)

    @cached_property
    def _nouns(self) -> _Table:
        return _both_ways(self.words.nouns)

    @cached_property
    def _adjectives(self) -> _Table:
        antonyms = self.lexicon.antonyms
        found = {
            word: tuple(
                other
                for other in sorted(antonyms[word])
                if self._describes(other) and word in antonyms.get(other, ())
            )
            for word in antonyms
            if self._describes(word)
        }
        return {**found, **self._listed}

    def _describes(self, word: str) -> bool:
        return word in self.lexicon.adjectives and word.isalpha()

    def of(self, sentence: Sentence, rng: Random) -> list[Edit]:
        """Return edits that put the opposite in a word's place."""
        found = []
        predicative = self._predicative(sentence)
        for place, token in enumerate(sentence.tokens):
            if not token.text.islower() or _in_compound(sentence, place):
                continue
            table = self._nouns if token.tag == "N" else self._listed
            if place == predicative:
                table = self._adjectives
            others = [other for other in table.get(token.lower, ()) if other not in sentence.words]
            if others and token.tag in "ARVPGNI" and not _ends(sentence, place, _SET):
                found.append(Edit(token.start, token.end, rng.choice(others)))
        return found

    def turned(self, sentence: Sentence, rng: Random) -> Edit | None:
        """Return the edit of "is low" into "is not high", which follows; None for others."""
        place = self._predicative(sentence)
        if place is None or sentence.words & {"not", "n't", "no", "never", "than"}:
            return None
        word = sentence.tokens[place]
        others = self._adjectives.get(word.lower, ())
        return Edit(word.start, word.end, f"not {rng.choice(others)}") if others else None

    def _predicative(self, sentence: Sentence) -> int | None:
        """Return the place of the adjective that the main verb says of its subject, if any."""
        group = sentence.main
        if group is None or group.first != group.last or sentence.tokens[group.main].lemma != "be":
            return None
        place = group.last + 1
        after = sentence.tokens[place + 1 : place + 2]
        stands_alone = not after or after[0].tag in ".CRS" or after[0].lower in ("in", "at", "on")
        is_adjective = place < len(sentence.tokens) and sentence.tokens[place].tag == "A"
        return place if is_adjective and stands_alone else None


def _both_ways(pairs: Pairs) -> _Table:
    table: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        table[one] = (*table.get(one, ()), other)
        table[other] = (*table.get(other, ()), one)
    return table


def _in_compound(sentence: Sentence, place: int) -> bool:
    text, token = sentence.text, sentence.tokens[place]
    around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    return any(sign in around for sign in "-'’\"“”/")


def _ends(sentence: Sentence, place: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Return whether a phrase of two words ends at a place."""
    return tuple(token.lower for token in sentence.tokens[max(0, place - 1) : place + 1]) in phrases
