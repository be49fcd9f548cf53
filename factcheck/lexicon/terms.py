"""Words to terms: one canonical stem for every form and synonym of a word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from itertools import chain
from sys import intern
from threading import local

import Stemmer
from attrs import field, frozen

from factcheck.lexicon.schema import Lexicon


class _Stemmers(local):
    """A stemmer for each thread: it keeps the word that it is working on."""

    def __init__(self) -> None:
        self.english = Stemmer.Stemmer("english", maxCacheSize=0)


_STEMMERS = _Stemmers()

WORDS_KEPT = 100_000
"""Distinct words whose forms and stems are kept; those that were not met for longest go first."""

_PREFIXES = ("anti", "pre", "post", "co", "re")


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of a lower-case word."""
    return str(_STEMMERS.english.stemWord(word))


@lru_cache(maxsize=WORDS_KEPT)
def base_forms(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the lemmas that ``word`` may be an inflection of, the word itself first.

    Regular English inflection is undone by rule; irregular forms come from the lexicon.
    """
    forms = [word]
    if word in lexicon.irregular:
        forms.append(lexicon.irregular[word])
    forms.extend(chain(_without_s(word), _without_ed(word), _without_ing(word)))
    return tuple(dict.fromkeys(forms))


def _without_s(word: str) -> list[str]:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return []
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return [word[:-2], word[:-1]]
    return [word[:-1]]


def _without_ed(word: str) -> list[str]:
    if len(word) < 4 or not word.endswith("ed"):
        return []
    if word.endswith("ied"):
        return [word[:-3] + "y"]
    return [word[:-2], word[:-1], *_undoubled(word[:-2])]


def _without_ing(word: str) -> list[str]:
    if len(word) < 5 or not word.endswith("ing"):
        return []
    root = word[:-3]
    return [root, root + "e", *_undoubled(root), *([root[:-1] + "ie"] if root[-1] == "y" else [])]


def _undoubled(root: str) -> list[str]:
    doubled = len(root) > 2 and root[-1] == root[-2] and root[-1] not in "aeiou"
    return [root[:-1]] if doubled else []


def _joined(phrase: str) -> str:
    """Return the stems of a phrase as one term."""
    return intern("_".join(map(stem, phrase.split())))


@frozen
class Terms:
    """Turns words into canonical terms under one lexicon.

    Two words share a term where they are forms of one word, or members of one synonym group.
    """

    lexicon: Lexicon
    _cache: dict[str, str] = field(factory=dict, init=False, eq=False, repr=False)
    _base: dict[str, str] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def known(self) -> frozenset[str]:
        """The terms of the verbs and adjectives that the lexicon lists."""
        listed = (*self.lexicon.verbs, *self.lexicon.noun_verbs, *self.lexicon.adjectives)
        return frozenset(stem(word) for word in listed)

    def of(self, word: str) -> str:
        """Return the canonical term of a lower-case word or phrase."""
        known = self._cache.get(word)
        if known is None:
            known = self._cache[word] = self._term(word)
        return known

    def of_base(self, word: str) -> str:
        """Return the canonical term of a word taken as it stands, without undoing inflection.

        For lemmas ("found" here is to found, not to find) and abbreviations (LED, WHO).
        """
        known = self._base.get(word)
        if known is None:
            known = self._base[word] = _joined(self.lexicon.synonyms.get(word, word))
        return known

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The canonical phrases of several words, by their terms."""
        phrases = {name for name in self.lexicon.synonyms.values() if " " in name}
        return {self.of(name): name for name in sorted(phrases)}

    def _term(self, word: str) -> str:
        synonyms = self.lexicon.synonyms
        for form in base_forms(word, self.lexicon):
            if form in synonyms:
                return _joined(synonyms[form])
        return _joined(self.lexicon.irregular.get(word, word))

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the terms of a word, one for each part of a hyphenated compound.

        A leading prefix that is no word of its own ("anti-") is dropped, but for "non-", which
        makes the opposite.
        """
        if "-" not in word or word in self.lexicon.synonyms:
            return (self.of(word),)
        pieces = [piece for piece in word.split("-") if piece]
        if len(pieces) > 1 and pieces[0] in _PREFIXES:
            pieces = pieces[1:]
        if len(pieces) == 2 and pieces[0] == "non":
            return (f"non{self.of(pieces[1])}",)
        return tuple(self.of(piece) for piece in pieces)
