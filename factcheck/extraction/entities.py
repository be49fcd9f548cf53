"""What a document speaks of: its main matter, and what has a proper name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from attrs import evolve

from factcheck.extraction.function_words import DETERMINERS
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase, rendered
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.tokens import Token
from factcheck.extraction.words_so_far import is_plural
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Entity:
    """Something a document speaks of.

    Attributes:
        text: its words.
        terms: the terms it is compared by; what it is comes first where it is a full name.
        plural: whether it is several.
        named: whether it has a proper name.
        classes: terms of what the document says it is ("Ketamine is an **anesthetic**").
        says: whether it was spoken of as telling or thinking something.
    """

    text: str
    terms: tuple[str, ...]
    plural: bool = False
    named: bool = False
    classes: frozenset[str] = frozenset()
    says: bool = False


def main_entity(
    sentences: list[Sentence],
    title: str,
    vocabulary: Vocabulary,
    names: Mapping[str, tuple[Entity, ...]],
) -> Entity | None:
    """Return what a document is mainly about: the noun most often a subject or its modifier.

    A word of the title counts for three subjects. None where no noun comes up twice. A compound
    is meant where the noun mostly stands in it: "heat pumps" and not "heat".

    Args:
        sentences: the document.
        title: its title.
        vocabulary: its words.
        names: what has a proper name (see :func:`proper_names`); the only name of a kind is meant.
    """
    counts: Counter[str] = Counter()
    surface: dict[str, Counter[tuple[str, bool]]] = {}
    titled = {vocabulary.terms.of(word.strip(".,:;?!()'’\"").lower()) for word in title.split()}
    for sentence in sentences:
        for clause in sentence.clauses:
            for token in sentence.tokens[slice(*clause.subject)]:
                if token.tag != "N" or token.lower in vocabulary.lexicon.stopwords:
                    continue
                term = vocabulary.terms.of(token.lower)
                counts[term] += 1
                form = token.text, is_plural(token, vocabulary.lexicon)
                surface.setdefault(term, Counter())[form] += 1
    if not counts:
        return None
    best = max(counts, key=lambda term: (counts[term] + 3 * (term in titled), term))
    if counts[best] + (best in titled) < 2:
        return None
    classes = _classes(sentences, best, vocabulary)
    if len(names.get(best, ())) == 1:
        return evolve(names[best][0], classes=classes)
    compound = _compound(sentences, best, vocabulary)
    if compound is not None:
        return evolve(compound, classes=classes - {*compound.terms})
    word, plural = _commonest(surface[best])
    named = word[:1].isupper() and word[1:].islower()
    return Entity(word, (best,), plural, named, classes)


def _compound(sentences: list[Sentence], noun: str, vocabulary: Vocabulary) -> Entity | None:
    """Return the compound in which a noun stands in two thirds of the subjects that have it."""
    surface: dict[tuple[str, ...], Counter[tuple[str, bool]]] = {}
    total = 0
    for sentence in sentences:
        tokens = sentence.tokens
        for clause in sentence.clauses:
            for begin, end in _runs_of_nouns(tokens, *clause.subject):
                *kinds, head = vocabulary.content(tokens, begin, end) or ("",)
                if any(vocabulary.terms.of(one.lower) == noun for one in tokens[begin:end]):
                    text = rendered(tokens, begin, end)
                    if begin == 0 and not tokens[end - 1].is_name:
                        text = text[:1].lower() + text[1:]
                    form = text, is_plural(tokens[end - 1], vocabulary.lexicon)
                    surface.setdefault((head, *kinds), Counter())[form] += 1
                    total += 1
    terms = max(surface, key=lambda one: (surface[one].total(), one), default=())
    if not terms or terms == (noun,) or 3 * surface[terms].total() < 2 * max(total, 2):
        return None
    text, plural = _commonest(surface[terms])
    return Entity(text, terms, plural, text.istitle())


def _runs_of_nouns(tokens: list[Token], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where nouns follow each other in a stretch of a sentence."""
    for is_noun, run in groupby(range(low, high), lambda index: tokens[index].tag == "N"):
        if is_noun:
            places = list(run)
            yield places[0], places[-1] + 1


def _commonest(forms: Counter[tuple[str, bool]]) -> tuple[str, bool]:
    """Return the form that is used most, and whether it is plural."""
    return max(forms, key=lambda form: (forms[form], form))


def _classes(sentences: list[Sentence], main: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the nouns that a document uses for its main matter.

    They stand behind a copula or "as" in a clause about it ("X is a drug", "X serves as a
    harbour"), or right before its name ("the drug X").
    """
    found: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens[1:], start=1):
            before = tokens[index - 1]
            if before.tag == "N" and vocabulary.terms.of(token.lower) == main:
                found.add(vocabulary.terms.of(before.lower))
        for clause in sentence.clauses:
            subject = [vocabulary.terms.of(t.lower) for t in tokens[slice(*clause.subject)]]
            if main not in subject or clause.verb is None:
                continue
            for index in range(clause.verb.last + 1, clause.end):
                opens = index == clause.verb.last + 1 and clause.verb.copula
                if opens or tokens[index - 1].lower == "as":
                    head = head_position(tokens, *noun_phrase(tokens, index, clause.end))
                    if head is not None:
                        found.add(vocabulary.terms.of(tokens[head].lower))
    return frozenset(found - {main})


def proper_names(
    sentences: list[Sentence], vocabulary: Vocabulary
) -> dict[str, tuple[Entity, ...]]:
    """Return what has a proper name, by what it is: "the Orla Bridge" for a bridge.

    What it is may also lead a name: "Lake Orla" is a lake.
    """
    found: dict[str, dict[frozenset[str], str]] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        # Headings write every word like a name.
        verbs = [clause.verb.main for clause in sentence.clauses if clause.verb is not None]
        if not any(tokens[verb].text.islower() for verb in verbs):
            continue
        for low, high in name_places(tokens):
            terms = vocabulary.content(tokens, low, high)
            for kind in kinds_of(terms, vocabulary):
                names = found.setdefault(kind, {})
                names.setdefault(frozenset(terms), rendered(tokens, low, high))
    return {
        kind: tuple(
            Entity(text, (kind, *sorted(terms - {kind})), named=True)
            for terms, text in names.items()
        )
        for kind, names in found.items()
    }


_CLOSING_NAMES = (
    "trail path road street way lane avenue district park house hotel inn bridge school museum"
    " festival company group hospital church club line railway ferry centre center"
)
"""What stands at the end of names, whatever leads them: the Lake Trail is no lake."""


def kinds_of(terms: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what may say what a name is of: its last word, or one that leads names."""
    if len(terms) < 2:
        return ()
    closed = map(vocabulary.terms.of, _CLOSING_NAMES.split())
    leads = terms[0] in vocabulary.leading and terms[-1] not in closed
    return (terms[-1], terms[0]) if leads else terms[-1:]


def name_places(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of nouns with capitals, "the" before them included.

    Behind "the" a common noun may say what a single one names: "the Orla warbler".
    """
    capitals = [i for i, token in enumerate(tokens) if token.tag == "N" and token.text[0].isupper()]
    for _, group in groupby(enumerate(capitals), lambda pair: pair[1] - pair[0]):
        stretch = [index for _, index in group]
        low, high = stretch[0], stretch[-1] + 1
        the = low > 0 and tokens[low - 1].lower == "the"
        if high - low == 1 and the and _is_head(tokens, high):
            high += 1
        if high - low > 1:
            yield low - the, high


def _is_head(tokens: list[Token], index: int) -> bool:
    """Return whether the last noun of a phrase is at ``index``, and a single thing."""
    nouns = [token.tag == "N" for token in tokens[index : index + 2]]
    return nouns[:1] == [True] and nouns[1:] != [True] and not tokens[index].has_plural_ending


def definite(text: str) -> str:
    """Return what names a thing the second time: "the mill" for "A mill"."""
    first, space, rest = text.partition(" ")
    if first.lower() not in DETERMINERS:
        return text
    return f"the {rest}" if first.lower() in {"a", "an"} else first.lower() + space + rest


def possessive(text: str) -> str:
    """Return the form that owns: "the firm's", "the workers'"."""
    return f"{text}'" if text.endswith("s") else f"{text}'s"
