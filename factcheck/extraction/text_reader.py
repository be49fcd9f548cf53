"""What can be read out of a text sentence by sentence: its cues with scopes, what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extraction.clause import Clause
from factcheck.extraction.clauses import clauses
from factcheck.extraction.phrases import vocabulary_of
from factcheck.extraction.scopes import Place, scoped
from factcheck.extraction.spotting import checkability, traits_of
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import Token, tokenise
from factcheck.lexicon.terms import Terms
from factcheck.model import CueKind, Document, Passage, ScopedCue
from factcheck.protocols import Segmenter


class TextReader:
    """Reads what sentences say without making claims of them."""

    def __init__(self, terms: Terms, segmenter: Segmenter) -> None:
        """Make a reader.

        Args:
            terms: words to canonical terms, with facts about words.
            segmenter: what splits passages into sentences.
        """
        self.terms = terms
        self.segmenter = segmenter
        self.vocabulary = vocabulary_of(terms)

    def cues(self, document: Document) -> tuple[ScopedCue, ...]:
        """Return the cues of negation and speculation of a document, in reading order."""
        return tuple(
            self._cue(passage, tokens, one.kind, one.cue, one.scope)
            for passage, tokens, found in self._sentences(document)
            for one in scoped(tokens, found, self.vocabulary.cues.places(tokens), self.vocabulary)
        )

    def denies(self, document: Document, concept: str) -> bool:
        """Return whether a document denies every mention of a concept that it names.

        Capitals and white space do not matter. False where the concept is not mentioned.
        """
        words = r"\s+".join(map(re.escape, concept.strip("\"' ").split()))
        mentions = [match.span() for match in re.finditer(words, document.text, re.IGNORECASE)]
        denied = [cue for cue in self.cues(document) if cue.kind is CueKind.NEGATION]
        return bool(mentions) and all(
            any(
                cue.scope.start < end
                and start < cue.scope.end
                and not (cue.span.start < end and start < cue.span.end)
                for cue in denied
            )
            for start, end in mentions
        )

    def checkability(self, document: Document) -> float:
        """Return how far the most checkable sentence is a claim, from 0 to 1."""
        return max(map(checkability, self.traits(document)), default=0.0)

    def traits(self, document: Document) -> list[dict[str, float]]:
        """Return what speaks for each sentence being a checkable claim, and what against it."""
        return [
            traits_of(
                passage, passage.text[tokens[0].start : tokens[-1].end], tokens, found,
                self.vocabulary,
            )
            for passage, tokens, found in self._sentences(document)
        ]  # fmt: skip

    def _sentences(self, document: Document) -> Iterator[tuple[Passage, list[Token], list[Clause]]]:
        for passage in document.passages:
            for start, end in self.segmenter.sentences(passage):
                tokens = tag(tokenise(passage.text, start, end), self.terms.lexicon)
                yield passage, tokens, clauses(tokens, self.terms.lexicon)

    def _cue(
        self, passage: Passage, tokens: list[Token], kind: CueKind, cue: Place, scope: Place
    ) -> ScopedCue:
        low, high = _ends(tokens, cue)
        whole = passage.locate(*_ends(tokens, scope))
        return ScopedCue(kind, passage.text[low:high], passage.locate(low, high), whole)


def _ends(tokens: list[Token], place: Place) -> tuple[int, int]:
    return tokens[place.start].start, tokens[place.end - 1].end
