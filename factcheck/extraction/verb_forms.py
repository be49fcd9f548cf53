"""What forms of which verbs a word can be, by itself."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extraction.function_words import SAME_PAST
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import WORDS_KEPT, base_forms

_VERB_END = ("ize", "ise", "ify", "izes", "ises", "ifies", "ized", "ised", "ified")


@lru_cache(maxsize=WORDS_KEPT)
def may_be_finite(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word has the form of a finite verb that the lexicon knows."""
    forms = verb_forms(word, lexicon)
    known = bool(forms) and (forms[0][0] in lexicon.verbs or forms[0][0] in lexicon.noun_verbs)
    return known and (forms[0][1] in {"s", "ed"} or word in SAME_PAST)


@lru_cache(maxsize=WORDS_KEPT)
def verb_forms(word: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return ``(lemma, form)`` readings; form is base, s, ed or ing."""
    readings: list[tuple[str, str]] = []
    for lemma in base_forms(word, lexicon):
        if lemma not in lexicon.verbs and lemma not in lexicon.noun_verbs:
            continue
        if lemma == word:
            form = "base"
        elif word.endswith("ing"):
            form = "ing"
        elif word.endswith("s") and not lemma.endswith("s"):
            form = "s"
        elif word.endswith("s"):
            form = "s" if word.endswith("ses") else "base"
        else:
            form = "ed"
        readings.append((lemma, form))
    if not readings and len(word) > 4:
        if word.endswith("ing"):
            return ((word[:-3], "ing"),)
        if word.endswith("ed") and not word.endswith(("eed", "hundred", "sacred")):
            return ((word[:-2], "ed"),)
        if word.endswith(_VERB_END):
            form = "ed" if word.endswith("d") else "s" if word.endswith("s") else "base"
            return ((word.rstrip("sd"), form),)
    return tuple(sorted(readings, key=lambda reading: reading[1] == "base"))
