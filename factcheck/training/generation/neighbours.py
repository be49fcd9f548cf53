"""Sentences that share a matter without settling each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import log
from random import Random

from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import Terms

MOST_SHARED = 0.4
"""Share of their terms that two sentences may have in common; with more they may say the same."""

COMMON = 60
"""Sentences beyond which a term tells nothing of the matter."""

ALIKE = 9.0
"""Sum of the inverse document frequencies (natural logarithms) of shared terms: one matter."""


def terms_of(sentences: Sequence[str], lexicon: Lexicon) -> list[frozenset[str]]:
    """Return the content terms of sentences."""
    terms = Terms(lexicon)
    return [
        frozenset(
            terms.of(word)
            for word in "".join(c if c.isalnum() else " " for c in text.lower()).split()
            if len(word) > 2 and word not in lexicon.stopwords
        )
        for text in sentences
    ]


def across(
    terms: Sequence[frozenset[str]], documents: Sequence[str], most: int
) -> list[tuple[int, int]]:
    """Return pairs of sentences of different documents on one matter, at most ``most`` of each."""
    seen = Counter(term for one in terms for term in one)
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(terms):
        for term in sorted(one):
            if 1 < seen[term] <= COMMON:
                places[term].append(place)
    found = []
    for place, one in enumerate(terms):
        weight: dict[int, float] = defaultdict(float)
        for term in sorted(one):
            for other in places.get(term, ()):
                if documents[other] != documents[place]:
                    weight[other] += log(len(terms) / seen[term])
        near = sorted(
            (other for other in weight if weight[other] >= ALIKE), key=lambda o: (-weight[o], o)
        )
        found += (
            [(place, other) for other in near if _apart(one, terms[other])][:most] if near else []
        )
    return found


def beside(
    terms: Sequence[frozenset[str]], documents: Sequence[str], most: int, rng: Random
) -> list[tuple[int, int]]:
    """Return pairs of sentences of one document that share a term, at most ``most`` of each."""
    of_document: dict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(documents):
        of_document[document].append(place)
    found = []
    for _, places in sorted(of_document.items()):
        pairs = [
            (a, b)
            for a, b in combinations(places, 2)
            if terms[a] & terms[b] and _apart(terms[a], terms[b])
        ]
        found += [
            rng.sample(pair, 2) for pair in rng.sample(pairs, min(len(pairs), most * len(places)))
        ]
    return [(a, b) for a, b in found]


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) <= MOST_SHARED * min(len(one), len(other))
