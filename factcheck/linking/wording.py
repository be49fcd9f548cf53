"""What linking counts in a part of the claims and documents.

Counts of parts add up to those of the whole, in any order, so that parts can be counted apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from attrs import frozen

from factcheck.lexicon.terms import Terms
from factcheck.linking.abbreviations import abbreviations
from factcheck.linking.namings import Namings
from factcheck.model import Claim, Document

_WORD = re.compile(r"[^\W\d_][\w\-'’]*")


@frozen(order=True)
class Definition:
    """Where an abbreviation is defined, and what it stands for; the first in a corpus counts.

    Attributes:
        document: name of the document; documents stand in a corpus in the order of their names.
        number: which abbreviation of the document it is.
        long: the terms of its long form.
    """

    document: str
    number: int
    long: tuple[str, ...]


@frozen
class Wording:
    """The words of some claims and documents, before their terms are made canonical.

    Attributes:
        terms: how often claims have each term.
        words: how often claims have each word, in lower case but where capitals belong to it.
        definitions: the first definition of each abbreviation, by its term.
    """

    terms: Counter[str]
    words: Counter[str]
    definitions: Mapping[str, Definition]

    @classmethod
    def of(cls, claims: Iterable[Claim], documents: Iterable[Document], terms: Terms) -> Wording:
        """Return what there is to count in some claims, and in documents as a whole."""
        read = tuple(claims)
        counts = Counter(chain.from_iterable(claim.terms for claim in read))
        words: Counter[str] = Counter()
        # A word ends with the line.
        for word, count in Counter(_WORD.findall("\n".join(c.text for c in read))).items():
            words[_shown(word)] += count
        return cls(counts, words, _definitions(documents, terms))

    @classmethod
    def total(cls, parts: Iterable[Wording]) -> Wording:
        """Return the wording of what was counted in parts, whatever their order."""
        counts: Counter[str] = Counter()
        words: Counter[str] = Counter()
        definitions: dict[str, Definition] = {}
        for part in parts:
            counts.update(part.terms)
            words.update(part.words)
            for short, definition in part.definitions.items():
                definitions[short] = min(definition, definitions.get(short, definition))
        return cls(counts, words, definitions)


@frozen
class Usage:
    """How far canonical terms are spread over some claims.

    Attributes:
        claims: how many claims there are.
        terms: how many of them have each term.
        namings: what their subjects are called.
    """

    claims: int
    terms: Counter[str]
    namings: Namings

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Usage:
        """Return how many of some claims have each term."""
        read = tuple(claims)
        counts = Counter(chain.from_iterable(set(claim.terms) for claim in read))
        return cls(len(read), counts, Namings.of(read))

    @classmethod
    def total(cls, parts: Iterable[Usage]) -> Usage:
        """Return the usage in what was counted in parts."""
        counts: Counter[str] = Counter()
        claims, namings = 0, Namings.of(())
        for part in parts:
            claims += part.claims
            counts.update(part.terms)
            namings = Namings.total((namings, part.namings))
        return cls(claims, counts, namings)


def _shown(word: str) -> str:
    """Return a word as a label shows it: an abbreviation or a name within keeps its capitals."""
    return word if word[1:] != word[1:].lower() else word.lower()


def _definitions(documents: Iterable[Document], terms: Terms) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for document in documents:
        defined = (one for passage in document.passages for one in abbreviations(passage.text))
        for number, one in enumerate(defined):
            long = tuple(
                part
                for word in _WORD.findall(one.long.lower())
                if word not in terms.lexicon.stopwords
                for part in terms.parts(word)
            )
            if long:
                short = terms.of(one.short.lower())
                definition = Definition(document.name, number, long)
                found[short] = min(definition, found.get(short, definition))
    return found
