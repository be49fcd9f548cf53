"""One clause of one sentence, with all that its comparable aspects are read from."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import (
    Vocabulary,
    as_written,
    coordinated,
    noun_phrase,
    with_complement,
)
from factcheck.extraction.places import Places
from factcheck.extraction.scopes import Place
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.model import Cue, Span
from factcheck.model.frozen import immutable

Locate = Callable[[Place], Span]
_TAKEN = frozenset(
    (noun, preposition)
    for nouns, preposition in (
        ("access exposure response adherence", "to"),
        ("demand need support", "for"),
        ("interest confidence trust investment", "in"),
    )
    for noun in nouns.split()
)
"""Nouns that say little without what stands behind them: "access **to credit**"."""


@immutable(auto_attribs=True, frozen=True)
class ClauseView:
    """A clause as the readers of changes, presences and classes see it.

    Attributes:
        text: the passage.
        tokens: the sentence's tokens.
        clause: the clause.
        negated: whether it denies its proposition.
        subject: the resolved terms of its subject.
        cues: where phrases of the lexicon's lists of cues stand.
        vocabulary: words and phrases, as terms and lists.
        locate: from token positions to the place in the document.
    """

    text: str
    tokens: list[Token]
    clause: Clause
    negated: bool
    subject: tuple[str, ...]
    cues: Places
    vocabulary: Vocabulary
    locate: Locate

    @property
    def lexicon(self) -> Lexicon:
        """Facts about words."""
        return self.vocabulary.lexicon

    @property
    def object_start(self) -> int:
        """Position of the first token behind the verb."""
        verb = self.clause.verb
        return verb.last + 1 if verb is not None else self.clause.start

    def cue(self, start: int, end: int) -> Cue:
        """Return the words of ``tokens[start:end]`` with their place."""
        words = as_written(self.text, self.tokens, start, end)
        return Cue(words, self.locate(Place(start, end)))

    def phrase_cue(self, start: int, end: int) -> Cue:
        """Return the words from ``start`` to the end of the noun phrase at ``end``, with place."""
        _, stop = noun_phrase(self.tokens, end, self.clause.end)
        return self.cue(start, max(stop, end))

    def conjuncts(self, start: int, end: int) -> list[tuple[str, ...]]:
        """Return the terms of each member of the noun phrase list that begins at ``start``."""
        while start < end and self.tokens[start].tag in "R-":
            start += 1
        if start >= end or self.tokens[start].tag not in "DNAQ#OPG":
            return []
        stop = start
        while (
            stop < end
            and self.tokens[stop].tag not in "SWVXMT"
            and not (self.tokens[stop].tag == "I" and self.tokens[stop].lower != "of")
        ):
            stop += 1
        found = []
        for low, high in coordinated(self.tokens, start, stop):
            terms = self.vocabulary.matter(self.tokens, *with_complement(self.tokens, low, high))
            if terms:
                found.append(terms)
        taken = stop < end and (self.tokens[stop - 1].lemma, self.tokens[stop].lower) in _TAKEN
        if found and taken:
            low, high = with_complement(self.tokens, stop + 1, end)
            matter = self.vocabulary.matter(self.tokens, low, high)
            found[-1] = tuple(dict.fromkeys((*matter, *found[-1])))
        return found
