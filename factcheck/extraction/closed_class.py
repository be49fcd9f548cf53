"""The parts of speech of function words, numbers and signs, from their spelling and neighbours."""

from __future__ import annotations

import re

from factcheck.extraction.clause import TIMES
from factcheck.extraction.function_words import (
    AUXILIARIES,
    BE,
    CONTENT_NOUNS,
    COORDINATORS,
    DETERMINERS,
    DO,
    FOCUS_ADVERBS,
    HAVE,
    MODALS,
    NEGATORS,
    NON_FINITE,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.extraction.words_so_far import is_plural
from factcheck.lexicon import Lexicon

_VERBAL = BE | HAVE | DO
_BEFORE_CLITIC = frozenset(["here", "what", "who", "that", "where", "how"])
_SUBJECTS = SUBJECT_PRONOUNS | DETERMINERS | {"one"}
_NO_NOUNS = DETERMINERS | PRONOUNS | PREPOSITIONS | BE | HAVE
_TEMPORAL = frozenset("since until till before after once".split())
_POSSESSIVE = frozenset("its their his her my your our".split())
_INTERROGATIVE = frozenset("which who whom whose what how why where".split())
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_TELLING = frozenset("tell inform remind assure advise notify convince persuade warn".split())

NEIGHBOURED = frozenset().union(
    NEGATORS, MODALS, SUBORDINATORS, _TEMPORAL, _INTERROGATIVE,
    "as like to 's am that this these those".split(),
    "a each both all more most less least much such".split(),
)  # fmt: skip
"""Function words whose tag their neighbours or their spelling decide."""

UNMISTAKABLE = {
    word: tag
    for tag, words in (
        ("D", DETERMINERS),
        ("O", PRONOUNS),
        ("I", PREPOSITIONS),
        ("D", _POSSESSIVE),
        ("C", COORDINATORS),
        ("X", BE | HAVE | DO),
    )
    for word in words - NEIGHBOURED
}
"""The other function words to their tag; what is in two lists is of the later one."""


def closed_class(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> str:
    """Return the tag of a function word, number or sign; "" for a word that may be another."""
    token = tokens[index]
    word = token.lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word in {"'", "’"} and done and done[-1].lower.endswith("s") and following[:1].isalpha():
        return "Q"
    if not token.is_word and word not in {"'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "&"}:
        return "#" if word == "%" else "."
    if NUMBER.match(word) or (word in lexicon.numbers and word != "one"):
        return "#"
    if word in NEGATORS:
        return "-"
    if word == "'s":
        before = done[-1] if done else None
        is_verb = before is not None and (
            before.lower in PRONOUNS or before.lower in _BEFORE_CLITIC
        )
        return "X" if is_verb else "Q"
    if word == "am":
        return "%" if done and done[-1].tag == "#" else "X"
    if word in MODALS:
        after_determiner = (
            bool(done) and done[-1].tag in "D" and word in {"may", "might", "will", "can", "must"}
        )
        capital_month = (
            token.text == "May"
            and index > 0
            and (following.isdigit() or (bool(done) and done[-1].tag in "I#"))
        )
        return "N" if after_determiner or capital_month else "M"
    if word == "to":
        opens_verb = _could_be_base(following, lexicon) or following in _VERBAL
        # "From end to end" is a stretch and no purpose.
        stretch = any(t.lower == "from" for t in done[-3:])
        # "Kept up to date", but "grew up to work".
        level = done[-1:] and done[-1].lower == "up" and "V" not in [t.tag for t in done[-2:]]
        noun = following in lexicon.noun_verbs and (stretch or level)
        opens_verb = opens_verb and not noun
        return "T" if opens_verb else "I"
    return _function_word(tokens, index, done, following, lexicon)


def _function_word(
    tokens: list[Token], index: int, done: list[Token], following: str, lexicon: Lexicon
) -> str:
    word = tokens[index].lower
    before = done[-1] if done else None
    if word == "that" and _goes_on_telling(done) and _clause_ahead(tokens, index + 1, lexicon):
        return "S"
    if word in {"that", "this", "these", "those"}:
        return _demonstrative(tokens, index, _before_insertion(done), lexicon)
    if word in _INTERROGATIVE and (word != "where" or (before is not None and before.tag == "N")):
        return "W"
    if word in _TEMPORAL:
        return _temporal(tokens, index, done, lexicon)
    if word in SUBORDINATORS and not (word == "provided" and before and before.tag == "X"):
        return "S"
    if word == "as":
        opens_clause = (
            following not in {"a", "an"}
            and not _is_office(tokens, index + 1)
            and _clause_ahead(tokens, index + 1, lexicon)
        )
        return "S" if opens_clause else "I"
    if word == "like":
        return "V" if before is not None and before.tag == "M" else "I"
    if word == "according" and following == "to":
        return "I"
    return _determiner(tokens, index, before, lexicon) if word in DETERMINERS else ""


def _goes_on_telling(done: list[Token]) -> bool:
    """Return whether a second "that" follows: "he says that it is old and **that** it is weak"."""
    joined = bool(done) and done[-1].tag == "C"
    return joined and any(token.tag == "S" and token.lower == "that" for token in done)


def _before_insertion(done: list[Token]) -> Token | None:
    """Return the token before an adverbial in commas: "the **evidence**, in fact, that"."""
    if not done or done[-1].lower != ",":
        return done[-1] if done else None
    opening = len(done) - 2
    while opening > 0 and done[opening].tag == "R":
        opening -= 1
    inserted = 0 < opening < len(done) - 2 and done[opening].lower == ","
    return done[opening - 1] if inserted else done[-1]


def _determiner(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    """Tell "line A", "they each paid" and "more expensive" from determiners."""
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if tokens[index].text == "A" and index > 0 and tokens[index - 1].is_word:
        return "N"
    if word in {"each", "both", "all"} and before is not None and before.tag in "NO":
        forms = verb_forms(following, lexicon)
        return (
            "R" if following in BE or following in HAVE or (forms and forms[0][1] == "ed") else "D"
        )
    degrees = word in {"more", "most", "less", "least", "much", "such"}
    return "R" if degrees and following in lexicon.adjectives else "D"


def _is_office(tokens: list[Token], index: int) -> bool:
    """Return whether what "as" leads to is a part somebody plays: "as **head of** the school"."""
    words = [token.lower for token in tokens[index : index + 3]]
    if "of" not in words[1:] or words[0] in DETERMINERS or words[0] in PRONOUNS:
        return False
    return not words[0].endswith("s")


def _temporal(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> str:
    """Tell "since" and its like before a clause, before a date, and as an adverb apart."""
    word = tokens[index].lower
    before = done[-1] if done else None
    if word == "since" and before is not None and before.tag == "X":
        return "R"
    forms = verb_forms(tokens[index + 1].lower, lexicon) if index + 1 < len(tokens) else ()
    if word == "once" and before is not None and forms and forms[0][1] == "ed":
        return "R"
    phrase = _is_date(tokens, index + 1) or _is_bare_time(tokens, index + 1)
    phrase = phrase or _within_subject(tokens, index, done, lexicon)
    if not phrase and _clause_ahead(tokens, index + 1, lexicon):
        return "S"
    return "R" if word == "once" else "I"


def _within_subject(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether the only verb ahead is that of the subject: "a cup **after** dinner hurts"."""
    named = any(token.tag in "NG" and token.lemma not in TIMES for token in done)
    if not named or any(token.tag in "VXMSW" for token in done):
        return False
    verbs = 0
    for position, token in enumerate(tokens[index + 1 :], start=index + 1):
        word = token.lower
        if word in SUBORDINATORS or word in _INTERROGATIVE:
            break
        if word == ",":
            return False
        helping = word in AUXILIARIES and word not in NON_FINITE
        after_helper = tokens[position - 1].lower in AUXILIARIES | NEGATORS
        verbs += (helping or may_be_finite(word, lexicon)) and not after_helper
    return verbs == 1


def _demonstrative(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    """Tell "that" the relative, the complementiser, the determiner and the pronoun apart."""
    word = tokens[index].lower
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    plural_base = (
        following is not None
        and before is not None
        and before.tag == "N"
        and is_plural(before, lexicon)
        and (following.lower in lexicon.verbs or following.lower in lexicon.noun_verbs)
    )
    verb_next = following is not None and (
        plural_base
        or following.lower in AUXILIARIES
        or following.lower in NEGATORS
        or (
            bool(verb_forms(following.lower, lexicon))
            and verb_forms(following.lower, lexicon)[0][1] in {"s", "ed"}
        )
        or (
            index + 2 < len(tokens)
            and (following.lower.endswith("ly") or following.lower in FOCUS_ADVERBS)
            and bool(verb_forms(tokens[index + 2].lower, lexicon))
        )
    )
    told = before is not None and before.lemma in lexicon.reports
    fronted = following is not None and following.lower in PREPOSITIONS
    # "It is a myth that coffee harms": what the noun is of follows.
    pointed = tokens[0].lower == "it" and before is not None and before.lemma in CONTENT_NOUNS
    pointed = pointed and tokens[1].lower in {"is", "was", "'s"}
    content = pointed or _addressed(tokens, index, before, lexicon) or (told and fronted)
    if word == "that" and content:
        return "S"
    if word == "that":
        if (
            before is not None
            and before.tag in "N#.)"
            and before.lower not in {",", ";", "."}
            and (
                verb_next
                or _clause_ahead(tokens, index + 1, lexicon)
                or _plural_clause(tokens, index + 1, lexicon)
                or (following is not None and following.lower in DETERMINERS)
            )
        ):
            plural = {"are", "were", "have", "do"} & {
                t.lower for t in tokens[index + 2 : index + 3]
            }
            told = before.lemma in lexicon.reports and bool(plural)
            content = before.lemma in CONTENT_NOUNS and not verb_next
            return "S" if told or content else "W"
        particle = before is not None and before.lower == "out"
        if before is not None and (before.tag in "VPXGAR" or particle):
            return "S"
        if before is not None and before.lower == "," and verb_next:
            return "W"
    alone = following is None or not following.is_word or following.lower in {"who", "whose"}
    return "O" if verb_next or alone else "D"


def _addressed(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> bool:
    """Return whether "that" is what somebody is told: "she **told** the clerk that the mill …"."""
    if before is None or before.tag not in "NO":
        return False
    start = index - 1
    while start > 1 and tokens[start].is_name and tokens[start - 1].is_name:
        start -= 1
    start -= start > 0 and tokens[start - 1].lower in DETERMINERS
    told = verb_forms(tokens[start - 1].lower, lexicon) if start > 0 else ()
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    acting = before.tag == "N" and may_be_finite(following, lexicon)
    verb = following in AUXILIARIES or acting
    return bool(told) and told[0][0] in _TELLING and not verb


def _plural_clause(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether several act here: "the wool that **weavers prefer**"."""
    if index + 1 >= len(tokens):
        return False
    subject, verb = tokens[index], tokens[index + 1].lower
    forms = verb_forms(verb, lexicon)
    if subject.lower in {"i", "you", "we", "they"}:
        return bool(forms)
    base = bool(forms) and forms[0] == (verb, "base") and verb in lexicon.verbs
    return base and is_plural(subject, lexicon)


def _could_be_base(word: str, lexicon: Lexicon) -> bool:
    return (
        word in lexicon.verbs or word in lexicon.noun_verbs or word.endswith(("ize", "ise", "ify"))
    )


def _clause_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a finite verb follows before the next sign."""
    for position, token in enumerate(tokens[index : index + 9], start=index):
        if token.lower in {"(", ")"}:
            continue
        if not token.is_word and token.lower not in {"'s", "n't", "'re", "'ve", "'ll"}:
            return False
        if token.lower in AUXILIARIES and token.lower not in NON_FINITE:
            return True
        forms = verb_forms(token.lower, lexicon)
        if forms and forms[0][1] in {"s", "ed"} and forms[0][0] in lexicon.verbs:
            return True
        several = position > index and is_plural(tokens[position - 1], lexicon)
        if several and forms[:1] == ((token.lower, "base"),) and token.lower in lexicon.verbs:
            return True
        following = tokens[position + 1].lower if position + 1 < len(tokens) else ","
        ends = not following[:1].isalpha() or following in DETERMINERS
        if forms and forms[0][1] == "ed" and forms[0][0] in lexicon.noun_verbs and ends:
            return position > index
    return False


def _is_date(tokens: list[Token], index: int) -> bool:
    """Return whether a number ends the phrase that begins here: "since 2008 and", "after 1957,"."""
    index += index < len(tokens) and tokens[index].is_name
    if index >= len(tokens) or not NUMBER.match(tokens[index].lower):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or not following.is_word or following.lower in COORDINATORS:
        return True
    return bool(_YEAR.match(tokens[index].text)) and following.lower in DETERMINERS | PRONOUNS


def _is_bare_time(tokens: list[Token], index: int) -> bool:
    """Return whether one noun makes the phrase, a subject behind it: "before dawn **one** of"."""
    if index + 1 >= len(tokens) or not tokens[index].lower.isalpha():
        return False
    return tokens[index + 1].lower in _SUBJECTS and tokens[index].lower not in _NO_NOUNS
