"""Documents into claims, and into what is no claim with the reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter

from attrs import evolve, frozen

from factcheck.extraction.answers import answered, uninverted
from factcheck.extraction.checkability import NO_STATEMENT, reason_to_skip
from factcheck.extraction.clauses import clauses, description
from factcheck.extraction.discourse import Discourse
from factcheck.extraction.distribution import distributed
from factcheck.extraction.ellipsis import with_denied_contrasts, with_elided_verbs
from factcheck.extraction.entities import Entity, main_entity, proper_names
from factcheck.extraction.fragments import answered_in_part, labelled, listed
from factcheck.extraction.labels import without_label
from factcheck.extraction.lifespans import Lifespan, lifespans
from factcheck.extraction.phrases import (
    head_position,
    noun_phrase,
    rendered,
    vocabulary_of,
)
from factcheck.extraction.places import within
from factcheck.extraction.quantities import quantities
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.sentence_reader import SentenceReader
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import PhraseList, Token, standardise, tokenise
from factcheck.extraction.words_so_far import is_plural
from factcheck.lexicon.terms import Terms
from factcheck.model import (
    Claim,
    Document,
    Note,
    Passage,
    PassageKind,
    Skipped,
)
from factcheck.protocols import Segmenter

GARBLED_TERMS = 3
"""Distinct garbled terms of two words or more that mark a document as spun.

One or two can be a fluent author's own words; Cabanac, Labbé and Magazinov (2021) likewise take
several tortured phrases together as the sign.
"""


_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[A-Z])")
"""The number of a paragraph, which counts nothing in it: "**2.1** The pool is closed"."""

LONGEST_SENTENCE = 3000
"""Characters beyond which a stretch without a full stop is a listing or data, not a sentence."""


@frozen
class Extracted:
    """What one document yielded."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]


@frozen
class _Stretch:
    """A sentence as it is written: its characters in a passage, and their tokens.

    What is too long for a sentence is taken for one without tokens.
    """

    start: int
    end: int
    tokens: list[Token]


class ClauseExtractor:
    """Extracts claims clause by clause with a shallow parse; the built-in ``Extractor``."""

    def __init__(self, terms: Terms, segmenter: Segmenter) -> None:
        """Make an extractor.

        Args:
            terms: words to canonical terms, with facts about words.
            segmenter: what splits passages into sentences.
        """
        self.terms = terms
        self.segmenter = segmenter
        self.lexicon = terms.lexicon
        self.vocabulary = vocabulary_of(terms)
        self._garbled = PhraseList(self.lexicon.garbled)

    def extract(self, document: Document, *, stated: bool = False) -> Extracted:
        """Return the claims of a document in reading order, what was skipped, and notes.

        Args:
            document: what to read.
            stated: whether somebody puts the text forward as a statement, so that a phrase
                without a verb says what there is: "two boats in the harbour".
        """
        written = [
            (passage, [_tokenised(passage, place) for place in self.segmenter.sentences(passage)])
            for passage in document.passages
        ]
        spun = self._is_spun(written)
        parsed: list[tuple[Passage, list[Sentence]]] = []
        notes: list[Note] = []
        for passage, stretches in written:
            sentences = [
                self._parse(document, passage, one, notes if spun else None, stated)
                for one in stretches
            ]
            parsed.append((passage, sentences))
            for sentence in sentences:
                notes.extend(self._promotional_notes(document, passage, sentence))
        self._complete(parsed)
        everything = [sentence for _, sentences in parsed for sentence in sentences]
        names = proper_names(everything, self.vocabulary)
        main = main_entity(everything, document.title, self.vocabulary, names)
        discourse = Discourse(main, self.vocabulary, self._author(document), names)
        claims: list[Claim] = []
        skipped: list[Skipped] = []
        for passage, sentences in parsed:
            for sentence in sentences:
                discourse.open_sentence(sentence.tokens)
                if sentence.skipped:
                    self._bring_up(sentence, discourse)
                    span = passage.locate(sentence.start, sentence.end)
                    skipped.append(Skipped(document, span, sentence.skipped))
                    continue
                found = [
                    claim
                    for part in (sentence, *sentence.parts)
                    for claim in SentenceReader(
                        document, passage, part, discourse, self.vocabulary
                    ).claims()
                    if not sentence.parts or part is not sentence
                ]
                claims.extend(found)
                if not found:
                    span = passage.locate(sentence.start, sentence.end)
                    skipped.append(Skipped(document, span, NO_STATEMENT))
        notes.sort(key=attrgetter("span"))
        return Extracted(tuple(_ordered(claims)), tuple(skipped), tuple(notes))

    def _author(self, document: Document) -> Entity | None:
        """Return who "we" is: whoever publishes a document, else who wrote it."""
        name = document.publisher or document.author
        tokens = tag(tokenise(name, 0, len(name)), self.lexicon)
        terms = self.vocabulary.content(tokens, 0, len(tokens))
        return Entity(name, terms, named=True) if terms else None

    def _is_spun(self, written: list[tuple[Passage, list[_Stretch]]]) -> bool:
        """Return whether a document uses enough garbled terms to be read through the table."""
        found: set[str] = set()
        for passage, stretches in written:
            for tokens in (one.tokens for one in stretches):
                for low, high in self._garbled.places(tokens, 0, len(tokens)):
                    words = passage.text[tokens[low].start : tokens[high - 1].end].lower()
                    if " " in words or "-" in words:
                        found.add(words)
            if len(found) >= GARBLED_TERMS:
                return True
        return False

    def _parse(
        self,
        document: Document,
        passage: Passage,
        stretch: _Stretch,
        notes: list[Note] | None,
        stated: bool,
    ) -> Sentence:
        """Return a sentence with its clauses; ``notes`` takes garbled terms in a spun document."""
        start, end = stretch.start, stretch.end
        if end - start > LONGEST_SENTENCE:
            return Sentence([], [], start, end, "too long for a sentence", {})
        tokens = without_label(stretch.tokens, self.lexicon)
        if notes is not None:
            raw = tokens
            tokens, places = standardise(raw, self.lexicon.garbled, self._garbled)
            notes.extend(self._garbled_note(document, passage, raw, spun) for spun in places)
        return self._read(passage, tokens, (start, end), passage.text[start:end], stated)

    def _read(
        self, passage: Passage, tokens: list[Token], place: tuple[int, int], text: str, stated: bool
    ) -> Sentence:
        """Return the sentence of ``tokens``; ``text`` is what they say, where it stands so."""
        sentence = self._read_whole(passage, tokens, place, text, stated)
        parts = tuple(
            evolve(self._read_whole(passage, part, place, text, stated), whole=whole)
            for part, whole in distributed(sentence.tokens)
        )
        return evolve(sentence, parts=parts) if parts else sentence

    def _read_whole(
        self, passage: Passage, tokens: list[Token], place: tuple[int, int], text: str, stated: bool
    ) -> Sentence:
        """Return the sentence of ``tokens`` with what its lists say of all their members."""
        lexicon = self.lexicon
        dated: tuple[Lifespan, ...] = ()
        if any(token.lower == "(" for token in tokens):
            tokens, dated = lifespans(tokens, lexicon)
        tokens = uninverted(tokens, lexicon)
        tagged = with_denied_contrasts(with_elided_verbs(tag(tokens, lexicon)))
        cues = self.vocabulary.cues.places(tagged)
        reason = reason_to_skip(passage, text, tagged, cues, self.vocabulary)
        found = [] if reason else clauses(tagged, lexicon)
        if stated and not found and reason in {None, NO_STATEMENT}:
            found, reason = description(tagged), None
        if not (reason or found or dated):
            reason = NO_STATEMENT
        return Sentence(tagged, found, *place, reason, cues, dated)

    def _complete(self, parsed: list[tuple[Passage, list[Sentence]]]) -> None:
        """Replace sentences by what they state together with the one before or behind them."""
        stem: tuple[list[Sentence], int] | None = None
        places = [(one, j) for one in parsed for j in range(len(one[1]))]
        for position, ((passage, sentences), j) in enumerate(places):
            sentence = sentences[j]
            before = places[position - 1] if position else None
            if passage.kind is not PassageKind.ITEM:
                stem = (sentences, j)
            stated: list[Token] = []
            if before is not None and _asks(before[0][1][before[1]]):
                stated = self._answer(before, (passage, sentence))
            elif stem is not None and passage.kind is PassageKind.ITEM:
                lead = stem[0][stem[1]]
                stated = listed(lead.tokens, sentence.tokens)
                if stated:
                    stem[0][stem[1]] = evolve(lead, clauses=[], skipped=NO_STATEMENT)
            if not stated and sentence.skipped == NO_STATEMENT:
                stated = self._labelled(passage, sentence)
            whole = self._restated(passage, sentence, stated) if stated else sentence
            if whole.clauses:
                sentences[j] = whole

    def _answer(
        self, asked: tuple[tuple[Passage, list[Sentence]], int], answer: tuple[Passage, Sentence]
    ) -> list[Token]:
        """Return what an answer states; where it is a yes or no, its question states it."""
        (passage, sentences), place = asked
        question = sentences[place]
        stated = answered(question.tokens, answer[1].tokens, self.lexicon)
        if stated and passage is answer[0]:
            sentences[place] = self._restated(passage, question, stated)
        return answered_in_part(question.tokens, answer[1].tokens, self.lexicon)

    def _restated(self, passage: Passage, sentence: Sentence, tokens: list[Token]) -> Sentence:
        """Return a sentence that is read as other tokens than its own."""
        return self._read(passage, tokens, (sentence.start, sentence.end), "", stated=False)

    def _labelled(self, passage: Passage, sentence: Sentence) -> list[Token]:
        if all(token.lower != ":" for token in sentence.tokens):
            return []
        text = passage.text[sentence.start : sentence.end]
        read = quantities(text, self.lexicon, sentence.start)
        return labelled(sentence.tokens, read, self.lexicon)

    def _bring_up(self, sentence: Sentence, discourse: Discourse) -> None:
        """Let a question without a verb, or what one is asked to do, name what comes next.

        "And **the annex**? It is closed.", "Start **the server**. It listens on port 80."
        """
        tokens = [token for token in sentence.tokens if token.is_word and token.tag not in "CR"]
        asked = sentence.skipped in {"advice", "call to action"} and tokens[0].tag == "V"
        tokens = tokens[asked:]
        topical = asked or sentence.skipped in {"question", "heading"}
        if not topical or (not asked and any(token.tag in "VXMW" for token in tokens)):
            return
        low, high = noun_phrase(tokens, 0, len(tokens))
        tokens = tokens[:high] if asked else tokens
        terms = self.vocabulary.content(tokens, 0, len(tokens))
        if low < high and terms and tokens[low].tag == "D":
            head = head_position(tokens, low, high)
            plural = head is not None and is_plural(tokens[head], self.lexicon)
            text = rendered(tokens, 0, len(tokens))
            discourse.remember_topic(text, terms, plural)

    def _garbled_note(
        self, document: Document, passage: Passage, raw: list[Token], place: tuple[int, int]
    ) -> Note:
        low, high = place
        phrase = " ".join(token.lower for token in raw if low <= token.start < high)
        standard = self.lexicon.garbled[phrase]
        text = f"“{passage.text[low:high]}” reads as a garbled form of “{standard}”"
        return Note(document, passage.locate(low, high), "garbled", text, standard)

    def _promotional_notes(
        self, document: Document, passage: Passage, sentence: Sentence
    ) -> Iterator[Note]:
        tokens = sentence.tokens
        for first, last in within(sentence.cues, "promotional", 0, len(tokens)):
            low, high = tokens[first].start, tokens[last - 1].end
            text = f"“{passage.text[low:high]}” is the language of advertising"
            yield Note(document, passage.locate(low, high), "promotional", text)


def _ordered(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims as they follow each other, each once, and told apart where they are alike."""
    unique = {(claim.span, claim.text): claim for claim in claims}
    before: Counter[str] = Counter()
    for place in sorted(unique):
        claim = unique[place]
        before[claim.id] += 1
        yield claim if before[claim.id] == 1 else evolve(claim, occurrence=before[claim.id] - 1)


def _tokenised(passage: Passage, place: tuple[int, int]) -> _Stretch:
    start, end = place
    number = _SECTION_NUMBER.match(passage.text, start, end)
    if number is not None and not passage.text[:start].strip():
        start = number.end()
    short = end - start <= LONGEST_SENTENCE
    return _Stretch(start, end, tokenise(passage.text, start, end) if short else [])


def _asks(sentence: Sentence) -> bool:
    """Return whether a sentence or heading is a question."""
    return sentence.skipped in {"question", "heading"} and sentence.tokens[-1].lower == "?"
