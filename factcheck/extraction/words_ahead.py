"""What the words behind a word can be, before they are read."""

from __future__ import annotations

from factcheck.extraction.function_words import (
    AUXILIARIES,
    COORDINATORS,
    CURRENCIES,
    DETERMINERS,
    MODALS,
    NON_FINITE,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.lexicon import Lexicon

_FINITE = AUXILIARIES - NON_FINITE
_OPENING_PHRASES = DETERMINERS | PREPOSITIONS | PRONOUNS | {"that", "to", "how", "when", "where"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | MODALS | {"to"}
_JOINABLE = PREPOSITIONS | {"before", "after"}
"""Prepositions that may be joined to each other: "before and after the opening"."""
_SUBORDINATING = SUBORDINATORS - _JOINABLE


def starts_phrase(word: str) -> bool:
    """Return whether a word opens a phrase that no noun before it goes on with."""
    return word != "of" and (word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS)


def phrase_ahead(tokens: list[Token], index: int) -> bool:
    """Return whether something begins here that no noun before it goes on with."""
    if index >= len(tokens):
        return True
    word = tokens[index].lower
    begins = word in _OPENING_PHRASES or NUMBER.match(word) is not None or tokens[index].is_name
    return begins or not tokens[index].is_word


def object_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether what follows reads as an object or adverbial rather than more noun."""
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    if word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS or word == "to":
        return True
    if word in lexicon.adverbs or word.endswith("ly") or word in lexicon.adjectives:
        return True
    if not tokens[index].is_word:
        return word in CURRENCIES
    return NUMBER.match(word) is not None or word not in SUBORDINATORS | COORDINATORS


def finite_later(tokens: list[Token], index: int) -> bool:
    """Return whether a finite auxiliary follows."""
    return any(token.lower in _FINITE for token in tokens[index:])


def ends_before_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a comma and a verb end what begins here: ", sold in jars**, keeps**"."""
    for comma in range(index, len(tokens) - 2):
        if not tokens[comma].is_word and tokens[comma].lower != ",":
            return False
        word = tokens[comma + 1].lower
        if tokens[comma].lower == "," and (word in PAST_ONLY or may_be_finite(word, lexicon)):
            return True
    return False


def verb_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a finite verb follows in the same clause with no subject of its own."""
    for position in range(index, len(tokens)):
        token = tokens[position]
        word = token.lower
        following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
        before = tokens[position - 1].lower
        joins = word in COORDINATORS and {before, following} <= _JOINABLE
        if not token.is_word or word in _SUBORDINATING or word in RELATIVES:
            return False
        if (word in COORDINATORS and not joins) or word in SUBJECT_PRONOUNS:
            return False
        if word in AUXILIARIES and word not in {"'s", "being", "been", "having"}:
            return True
        forms = verb_forms(word, lexicon)
        if not forms or forms[0][1] not in {"s", "base"}:
            continue
        lemma, form = forms[0]
        takes_object = following in DETERMINERS or NUMBER.match(following) is not None
        if form == "s" and (lemma in lexicon.verbs or (NUMBER.match(before) and takes_object)):
            return True
        phrase = before in _BEFORE_NOUNS
        if form == "base" and lemma in lexicon.verbs and takes_object and not phrase:
            return True
    return False
