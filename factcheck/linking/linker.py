"""Claims linked by what they are about: concepts, their weights, and readable topics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import log, log2

from attrs import frozen

from factcheck.lexicon.terms import Terms
from factcheck.linking.canon import Canon
from factcheck.linking.topics import topics
from factcheck.linking.wording import Usage, Wording
from factcheck.model import Claim, Corpus, Topic
from factcheck.model.columns import replaced

SMALLEST = 30
"""Claims from which frequency says something: among two, a shared term is not a common one."""

EXACT = 8
"""Counts below this are taken as they are; larger ones are rounded to a scale of steps."""

STEPS = 4
"""Steps in which a count doubles: each is 19 % above the last, so rounding moves it by 9 %."""


@frozen
class Linked:
    """Claims with canonical terms and topics.

    Attributes:
        claims: the claims, in the order given.
        topics: the topics, the most telling first.
        weights: how much each term tells two claims apart, from 0 to 1.
        labels: the commonest surface form of each term.
        manifold: the nouns by which many different things are called.
    """

    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]
    weights: dict[str, float]
    labels: dict[str, str]
    manifold: frozenset[str] = frozenset()


def link(claims: tuple[Claim, ...], corpus: Corpus, terms: Terms) -> Linked:
    """Return the claims with terms made canonical across the corpus, and their topics."""
    wording = Wording.of(claims, corpus, terms)
    canon = Canon.of(wording, terms)
    canonical = tuple(map(canon.claim, claims))
    usage = Usage.of(canonical)
    weights = term_weights(usage)
    labels = term_labels(usage.terms, wording.words, canon, terms)
    found = topics(canonical, weights, labels)
    about = topics_by_claim(found)
    return Linked(
        tuple(replaced(canonical, "topics", [about.get(claim.id, ()) for claim in canonical])),
        found,
        weights,
        labels,
        usage.namings.manifold,
    )


def term_weights(usage: Usage) -> dict[str, float]:
    """Return inverse claim frequency, ``log(1 + N / n) / log(1 + N)``, for every term.

    One where a term stands in a single claim, falling towards zero as it stands in all
    (Spärck Jones 1972, scaled to the size of the corpus). Both counts are rounded to steps, so
    that one more document leaves nearly all weights as they are.
    """
    total = max(_stepped(usage.claims), SMALLEST)
    return {
        term: log(1 + total / _stepped(count)) / log(1 + total)
        for term, count in usage.terms.items()
    }


def _stepped(count: int) -> float:
    """Return the nearest step of a geometric scale to a count that is not small."""
    return count if count < EXACT else 2 ** (round(STEPS * log2(count)) / STEPS)


def term_labels(
    wanted: Iterable[str], words: Mapping[str, int], canon: Canon, terms: Terms
) -> dict[str, str]:
    """Return the commonest surface word of each term; an abbreviation keeps its capitals."""
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words.items():
        for part in terms.parts(word.lower()):
            surfaces[canon.variants.get(part, part)][word] += count
    return {
        term: max(surfaces[term], key=lambda word: (surfaces[term][word], word))
        if term in surfaces
        else terms.names.get(term, term.replace("_", " "))
        for term in sorted(wanted)
    }


def topics_by_claim(found: Iterable[Topic]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the topics of each claim, in the order of the topics."""
    about: dict[str, list[str]] = defaultdict(list)
    for topic in found:
        for claim in topic.claims:
            about[claim].append(topic.id)
    return {claim: tuple(ids) for claim, ids in about.items()}
