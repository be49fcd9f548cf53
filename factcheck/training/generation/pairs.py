"""Pairs of sentences from documents: what follows, what is left open, what cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from random import Random

from attrs import frozen

from factcheck.lexicon import Lexicon
from factcheck.training.generation.edits import Edit
from factcheck.training.generation.negation import affirmation, denial, doubt
from factcheck.training.generation.neighbours import across, beside, terms_of
from factcheck.training.generation.numbers import bounded, other_dates, other_figures
from factcheck.training.generation.occasions import around, is_once
from factcheck.training.generation.opposites import Opposites
from factcheck.training.generation.scopes import (
    is_general,
    only,
    other_case,
    other_measure,
    said,
    shares,
)
from factcheck.training.generation.sentence import Sentence
from factcheck.training.generation.words import words
from factcheck.training.rows import CONTRADICTION, ENTAILMENT, NEUTRAL, Row

_REFERS = re.compile(
    r"(?i)\b(?:he|she|it|they|his|her|its|their|him|them|this|also|however|same)\b"
)
"""Words that look back to something other than the subject."""

Made = Iterator[tuple[str, str, int, str]]
"""Premise, hypothesis, label and kind."""


@frozen
class Stated:
    """A sentence of a document, and the claims that it holds.

    Attributes:
        text: the sentence with single spaces.
        document: the document that it comes from.
        claims: what follows from the sentence alone.
        collection: what its document belongs to; documents of one may contradict each other.
    """

    text: str
    document: str
    claims: tuple[str, ...] = ()
    collection: str = ""


@frozen(eq=False)
class Generator:
    """Makes pairs from sentences, the same from the same sentences, words and seed."""

    lexicon: Lexicon
    seed: int = 0

    @cached_property
    def _opposites(self) -> Opposites:
        return Opposites(self.lexicon, words())

    def rows(self, stated: Sequence[Stated]) -> Iterator[Row]:
        """Yield pairs in the order of the sentences; those that say the same twice are left out."""
        met: set[tuple[str, str]] = set()
        for p, h, label, kind in self._all(stated):
            if (p, h) in met or (p == h) != (kind == "same"):
                continue
            met.add((p, h))
            yield Row(p, h, label, f"gen_{kind}")

    def _all(self, stated: Sequence[Stated]) -> Made:
        for one in stated:
            rng = Random(f"{self.seed}:{one.text}")
            yield from self._edited(one, rng)
        terms = terms_of([one.text for one in stated], self.lexicon)
        documents = [one.document for one in stated]
        rng = Random(self.seed)
        yield from self._same_subject(stated, rng)
        for kind, pairs in (
            ("near", across(terms, [one.collection or one.document for one in stated], 1)),
            ("beside", beside(terms, documents, 4, rng)),
        ):
            for place, other in pairs:
                yield from self._neighbours(stated[place], stated[other], kind, rng)

    def _neighbours(self, one: Stated, other: Stated, kind: str, rng: Random) -> Made:
        told = rng.choice(other.claims) if other.claims and rng.random() < 0.4 else other.text
        yield one.text, told, NEUTRAL, kind
        sentence = self._read(told)
        edits = self._edits(sentence, rng)
        if edits and rng.random() < 0.6:
            yield one.text, rng.choice(edits)[1].of(told), NEUTRAL, f"{kind}_edit"
        if (pronoun := _with_pronoun(sentence)) and rng.random() < 0.6:
            yield one.text, pronoun, NEUTRAL, f"{kind}_open"

    def _same_subject(self, stated: Sequence[Stated], rng: Random) -> Made:
        """Yield two matters of one subject: what is said of "it" elsewhere is said of it here."""
        donors: dict[str, list[Sentence]] = {"It": [], "He": [], "She": []}
        for one in stated:
            opening = one.text.split()[0]
            if opening in donors and not _REFERS.search(one.text, 1):
                sentence = self._read(one.text)
                if sentence.main and sentence.main.first == 1 and not sentence.main.copula:
                    donors[opening].append(sentence)
        for one in stated:
            sentence = self._read(one.text)
            opening, subject = _told_of(sentence)
            if not subject or not donors[opening]:
                continue
            donor = rng.choice(donors[opening])
            if donor.text == one.text:
                continue
            other = self._read(Edit(0, len(opening), subject).of(donor.text))
            edits = self._edits(other, rng)
            told = (
                rng.choice(edits)[1].of(other.text) if edits and rng.random() < 0.5 else other.text
            )
            yield one.text, told, NEUTRAL, "subject"

    def _read(self, text: str) -> Sentence:
        return Sentence(text, self.lexicon)

    def _edits(self, sentence: Sentence, rng: Random) -> list[tuple[str, Edit]]:
        """Return edits into what cannot hold beside the sentence, one of a kind at most."""
        found: dict[str, list[Edit]] = {
            "number": other_figures(sentence, rng),
            "date": other_dates(sentence, rng) if is_once(sentence) else [],
            "opposite": self._opposites.of(sentence, rng),
            "denial": [e for e in (denial(sentence, rng), affirmation(sentence)) if e is not None],
        }
        return [(kind, rng.choice(edits)) for kind, edits in found.items() if edits]

    def _edited(self, one: Stated, rng: Random) -> Made:
        claims = [claim for claim in one.claims if self._read(claim).subject]
        for claim in claims:
            yield one.text, claim, ENTAILMENT, "claim"
        told = rng.choice(claims) if claims and rng.random() < 0.6 else one.text
        sentence = self._read(told)
        edits = self._edits(sentence, rng)
        for kind, edit in edits:
            if kind == "denial" and rng.random() < 0.25:
                continue
            yield from self._contradicted(one.text, sentence, kind, edit, rng)
        if edits:
            changed = rng.choice(edits)[1].of(told)
            general = is_general(sentence)
            if rng.random() < (0.9 if general else 0.25):
                openings = words().general if general else words().told
                yield from _named("case", other_case(sentence, changed, openings, rng))
            if rng.random() < 0.3:
                yield from _named("said", said(sentence, changed, words().said, rng))
        yield from self._following(one.text, sentence, edits, rng)

    def _contradicted(
        self, premise: str, sentence: Sentence, kind: str, edit: Edit, rng: Random
    ) -> Made:
        changed = edit.of(sentence.text)
        yield premise, changed, CONTRADICTION, kind
        same = edit.within(sentence.text, premise)
        if same is not None and rng.random() < 0.8:
            yield same.of(premise), changed, ENTAILMENT, f"{kind}_same"
        pronoun = _with_pronoun(self._read(changed))
        if pronoun and rng.random() < 0.3:
            yield premise, pronoun, CONTRADICTION, f"{kind}_open"
        if pronoun and (straight := _with_pronoun(sentence)) and rng.random() < 0.3:
            yield premise, straight, ENTAILMENT, "claim_open"

    def _following(
        self, premise: str, sentence: Sentence, edits: Sequence[tuple[str, Edit]], rng: Random
    ) -> Made:
        text = sentence.text
        for changed, holds in rng.sample(found := list(bounded(sentence, rng)), min(2, len(found))):
            yield premise, changed, ENTAILMENT if holds else CONTRADICTION, "bound"
        for changed, label in rng.sample(dated := list(around(sentence, rng)), min(4, len(dated))):
            yield premise, changed, label, "when"
        for p, h, label in shares(sentence, words().shares, rng):
            yield p, h, label, "share"
        if turned := self._opposites.turned(sentence, rng):
            yield premise, turned.of(text), ENTAILMENT, "turned"
        if (edit := doubt(sentence)) is not None:
            yield premise, edit.of(text), NEUTRAL, "doubt"
        if (edit := only(sentence)) is not None and rng.random() < 0.4:
            yield premise, edit.of(text), NEUTRAL, "only"
            yield edit.of(text), text, ENTAILMENT, "only"
        for figure in (edit for kind, edit in edits if kind == "number"):
            if other := other_measure(sentence, figure, words().sisters, rng):
                yield premise, other, NEUTRAL, "measure"


def _named(kind: str, made: Iterator[tuple[str, str, int]]) -> Made:
    return ((p, h, label, kind) for p, h, label in made)


def _told_of(sentence: Sentence) -> tuple[str, str]:
    """Return the pronoun and the words of the subject of a sentence; no words where not clear."""
    subject, group = sentence.subject, sentence.main
    if not subject or group is None or len(subject) > 5:
        return "It", ""
    text = sentence.text[: subject[-1].end]
    verb = sentence.tokens[group.first].lower
    singular = verb in ("is", "was", "has") or (
        verb.endswith("s") and sentence.tokens[group.first].tag == "V"
    )
    if subject[0].text == "The" and subject[-1].tag == "N" and not subject[-1].has_plural_ending:
        return "It", text if all(token.tag in "DAN" for token in subject) else ""
    named = 2 <= len(subject) <= 3 and all(token.is_name and token.tag == "N" for token in subject)
    person = named and sentence.words & {"he", "his", "she", "her", "born", "him"}
    if named and not person:
        return "It", text if singular else ""
    return ("She" if sentence.words & {"she", "her"} else "He"), text if person else ""


def _with_pronoun(sentence: Sentence) -> str | None:
    """Return the sentence with a pronoun for its subject; None where it is not clear which."""
    subject, group = sentence.subject, sentence.main
    if not 2 <= len(subject) <= 6 or group is None or subject[0].text not in ("The", "This", "Its"):
        return None
    if any(token.tag not in "DANQ" for token in subject) or subject[-1].tag != "N":
        return None
    verb = sentence.tokens[group.first]
    plural = subject[-1].has_plural_ending
    if verb.lower in ("is", "was", "has", "does") and not plural:
        pronoun = "It"
    elif verb.lower in ("are", "were", "have", "do") and plural:
        pronoun = "They"
    else:
        return None
    return Edit(0, subject[-1].end, pronoun).of(sentence.text)
