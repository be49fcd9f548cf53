"""Claims linked by what they are about: concepts, their weights, and readable topics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from math import log, log2

from attrs import evolve, frozen

from factcheck.lexicon.terms import Terms
from factcheck.linking.abbreviations import abbreviations
from factcheck.linking.variants import variants
from factcheck.model import Category, Claim, Corpus, Items, Mention, Topic, content_id

_WORD = re.compile(r"[^\W\d_][\w\-'’]*")
MAIN_SHARE = 0.5
"""A term in more than half of all claims is the corpus' main matter and makes no topic."""


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
    """

    claims: tuple[Claim, ...]
    topics: tuple[Topic, ...]
    weights: dict[str, float]
    labels: dict[str, str]


def link(claims: tuple[Claim, ...], corpus: Corpus, terms: Terms) -> Linked:
    """Return the claims with terms made canonical across the corpus, and their topics."""
    counts = Counter(term for claim in claims for term in claim.terms)
    mapping = _Mapping(_long_forms(corpus, terms), variants(counts, terms))
    canonical = tuple(mapping.apply(claim) for claim in claims)
    weights = term_weights(canonical)
    labels = _labels(canonical, corpus, terms, mapping)
    topics = _topics(canonical, weights, labels)
    about: dict[str, list[str]] = defaultdict(list)
    for topic in topics:
        for claim in topic.claims:
            about[claim].append(topic.id)
    return Linked(
        tuple(evolve(claim, topics=tuple(about[claim.id])) for claim in canonical),
        topics,
        weights,
        labels,
    )


def term_weights(claims: tuple[Claim, ...]) -> dict[str, float]:
    """Return inverse claim frequency, ``log(1 + N / n) / log(1 + N)``, for every term.

    One where a term stands in a single claim, falling towards zero as it stands in all
    (Spärck Jones 1972, scaled to the size of the corpus). Both counts are rounded to steps, so
    that one more document leaves nearly all weights as they are.
    """
    counts: Counter[str] = Counter()
    for claim in claims:
        counts.update(set(claim.terms))
    total = max(_stepped(len(claims)), SMALLEST)
    return {
        term: log(1 + total / _stepped(count)) / log(1 + total) for term, count in counts.items()
    }


def _stepped(count: int) -> float:
    """Return the nearest step of a geometric scale to a count that is not small."""
    return count if count < EXACT else 2 ** (round(STEPS * log2(count)) / STEPS)


def _long_forms(corpus: Corpus, terms: Terms) -> dict[str, tuple[str, ...]]:
    """Return short form to the terms of its long form, as the documents define them."""
    found: dict[str, tuple[str, ...]] = {}
    for document in corpus:
        for passage in document.passages:
            for one in abbreviations(passage.text):
                spelled = tuple(
                    part
                    for word in _WORD.findall(one.long.lower())
                    if word not in terms.lexicon.stopwords
                    for part in terms.parts(word)
                )
                if spelled:
                    found.setdefault(terms.of(one.short.lower()), spelled)
    return found


@frozen
class _Mapping:
    """Rewrites every term of a claim: long forms to their abbreviation, variants to one."""

    long_forms: dict[str, tuple[str, ...]]
    variants: dict[str, str]

    def terms(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        """Return canonical terms, in order, without repetition."""
        out = list(terms)
        for short, long in self.long_forms.items():
            if len(long) > 1 and all(part in out for part in long):
                position = out.index(long[-1])
                out[position] = short
                out = [term for term in out if term not in long or term == short]
        return tuple(dict.fromkeys(self.variants.get(term, term) for term in out))

    def mention(self, mention: Mention | None) -> Mention | None:
        return None if mention is None else evolve(mention, terms=self.terms(mention.terms))

    def apply(self, claim: Claim) -> Claim:
        """Return the claim with every term in its canonical form."""
        return evolve(
            claim,
            subject=self.mention(claim.subject),
            object=self.mention(claim.object),
            predicate=self.terms(claim.predicate),
            changes=tuple(
                evolve(change, of=self.terms(change.of), by=self.terms(change.by))
                for change in claim.changes
            ),
            categories=tuple(
                Category(self.terms(category.terms), category.cue) for category in claim.categories
            ),
            items=tuple(
                Items(
                    tuple(self.terms(member) for member in items.members),
                    self.terms(items.attribute),
                    items.span,
                    items.exhaustive,
                )
                for items in claim.items
            ),
            presences=tuple(evolve(one, of=self.terms(one.of)) for one in claim.presences),
            appraisals=tuple(evolve(one, of=self.terms(one.of)) for one in claim.appraisals),
            values=tuple(
                evolve(
                    value,
                    attribute=self.terms(value.attribute),
                    holder=self.terms(value.holder),
                )
                for value in claim.values
            ),
            terms=tuple(sorted(self.terms(claim.terms))),
        )


def _labels(
    claims: tuple[Claim, ...], corpus: Corpus, terms: Terms, mapping: _Mapping
) -> dict[str, str]:
    """Return the commonest surface word of each term; an abbreviation keeps its capitals."""
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    wanted = {term for claim in claims for term in claim.terms}
    for claim in claims:
        for word in _WORD.findall(claim.text):
            shown = word if word[1:] != word[1:].lower() else word.lower()
            for part in terms.parts(word.lower()):
                surfaces[mapping.variants.get(part, part)][shown] += 1
    return {
        term: max(surfaces[term], key=lambda word: (surfaces[term][word], word))
        if term in surfaces
        else terms.names.get(term, term.replace("_", " "))
        for term in sorted(wanted)
    }


def _concepts(claim: Claim) -> list[tuple[str, ...]]:
    """Return the noun phrases of a claim as concepts of one or two terms."""
    phrases = [mention.terms for mention in (claim.subject, claim.object) if mention is not None]
    phrases += [change.of for change in claim.changes]
    phrases += [presence.of for presence in claim.presences]
    phrases += [category.terms for category in claim.categories]
    found: list[tuple[str, ...]] = []
    for phrase in phrases:
        found.extend((term,) for term in phrase)
        found.extend(pairwise(phrase))
    return list(dict.fromkeys(found))


def _topics(
    claims: tuple[Claim, ...], weights: dict[str, float], labels: dict[str, str]
) -> tuple[Topic, ...]:
    """Return the concepts that at least two claims share, pairs of words before single ones."""
    members: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in claims:
        for concept in _concepts(claim):
            members[concept].append(claim.id)
    limit = max(2, MAIN_SHARE * len(claims))
    shared = {key: ids for key, ids in members.items() if 2 <= len(ids) <= limit}
    pairs = {key: set(ids) for key, ids in shared.items() if len(key) == 2}
    topics = []
    for key in sorted(shared):
        ids = shared[key]
        if len(key) == 1 and any(
            key[0] in pair and len(covered) >= 0.7 * len(ids) for pair, covered in pairs.items()
        ):
            continue
        weight = sum(weights.get(term, 1.0) for term in key) / len(key)
        label = " ".join(labels.get(term, term) for term in key)
        topics.append(Topic(content_id("t", *key), label, key, round(weight, 4), tuple(ids)))
    return tuple(sorted(topics, key=lambda t: (-t.weight * len(t.claims), t.label)))
