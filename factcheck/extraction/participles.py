"""Whether a form in -ing or -ed is a verb, an adjective, or a noun."""

from __future__ import annotations

from factcheck.extraction.function_words import (
    AUXILIARIES,
    CURRENCIES,
    DETERMINED_OR_TIMED,
    DETERMINERS,
    JOINING,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.resumption import behind_date, matrix_waits, relative_waits, resumes
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.extraction.words_ahead import (
    ends_before_verb,
    finite_later,
    object_ahead,
    verb_ahead,
)
from factcheck.extraction.words_so_far import clause_start, in_apposition, of_them, under_auxiliary
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import base_forms

_HABITS = [["to", "be"], ["to", "have"]]
"""What a past habit goes on with: "premiums **used to be** higher"."""

_OPENING_SPEECH = DETERMINERS | SUBJECT_PRONOUNS | {"that"}
_NO_NOUNS = JOINING | DETERMINERS | PRONOUNS | RELATIVES | SUBORDINATORS | AUXILIARIES | {"to"}


def _dated_subject(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a date and a second verb follow: "a mill **built** in 1890 burned in"."""
    ahead = tokens[index + 1 : index + 6]
    if len(ahead) < 4 or ahead[0].lower not in {"in", "on"}:
        return False
    place = 2 if ahead[1].text[0].isupper() else 1
    year, verb, following = ahead[place].lower, ahead[place + 1], ahead[place + 2 :]
    if NUMBER.match(year) is None or verb.lower == "aged" or not following:
        return False
    forms = verb_forms(verb.lower, lexicon)
    opens = following[0].lower in DETERMINED_OR_TIMED or NUMBER.match(following[0].lower)
    return bool(opens and forms and forms[0][1] in {"s", "ed"})


def tag_of_ing(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    """Return the tag of a form in -ing: G, A or N."""
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if before is None:
        return "G" if object_ahead(tokens, index + 1, lexicon) else "N"
    if tokens[index].text[0].isupper() or (
        before.tag in ".C" and may_be_finite(following, lexicon)
    ):
        return "N"
    if before.tag == "X" and before.lemma == "be":
        takes_object = following[:1].isalpha() and following not in JOINING
        return "A" if word in lexicon.adjectives and not takes_object else "G"
    ends = following in PREPOSITIONS or following in AUXILIARIES or not following.isalpha()
    if before.tag in "DAQ" and (ends or may_be_finite(following, lexicon)):
        return "N"
    if before.tag in "IS" and (
        following in DETERMINERS or following in PREPOSITIONS or following == "to"
    ):
        return "G"
    if word in lexicon.adjectives or before.tag in "DAQ":
        return "A"
    if before.tag == "N" and (following in {"of", ""} or not following[:1].isalnum()):
        return "N"
    return "G"


def tag_of_ed(
    tokens: list[Token], index: int, done: list[Token], before: Token | None, lexicon: Lexicon
) -> str:
    """Return the tag of a past form: V, P or A."""
    word = tokens[index].lower
    habit = word == "used" and [token.lower for token in tokens[index + 1 : index + 3]] in _HABITS
    if (habit or word in PAST_ONLY) and (before is None or before.tag not in "DQX"):
        return "V"
    if before is None:
        return "P"
    if before.tag == "X":
        known = any(form in lexicon.verbs or form in lexicon.noun_verbs
                    for form in base_forms(word, lexicon))  # fmt: skip
        return "P" if known or before.lemma == "have" or word not in lexicon.adjectives else "A"
    if before.tag == "#" and _counted_subject(tokens, index, done):
        return "V"
    if before.tag in "A#" and (
        resumes(tokens, index, done, "ed", lexicon) or behind_date(tokens, index, done)
    ):
        return "V"
    if before.tag in "DAQ#" or (before.tag == "I" and before.lower != "as"):
        return "A"
    if matrix_waits(done):
        return "V"
    reporting = any(form in lexicon.reporting_verbs for form in base_forms(word, lexicon))
    if (
        before.tag == "N"
        and reporting
        and index + 1 < len(tokens)
        and tokens[index + 1].lower in _OPENING_SPEECH
    ):
        return "V"
    if before.tag in "MT" or (reporting and _says_so(tokens, index, done, lexicon)):
        return "V"
    if before.tag in "OW":
        return "P" if of_them(done) else "V"
    if before.tag == "C" and len(done) > 1 and done[-2].tag in "PAV":
        return done[-2].tag
    if before.tag == "C" and under_auxiliary(done):
        return "P"
    if before.tag == "N" or before.lower in {")", "”", '"'}:
        return _participle_or_past(tokens, index, done, lexicon)
    if before.tag == "." and before.lower == ",":
        finite = any(token.tag in "VXM" for token in done)
        named = any(token.tag in "NO" for token in done)
        later = finite_later(tokens, index + 1) or ends_before_verb(tokens, index + 1, lexicon)
        return "P" if finite or not named or later else "V"
    return "V" if before.tag == "C" and any(token.tag in "VX" for token in done) else "P"


def _says_so(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether a sentence ends in who says it: "…, a study **found** in 2020"."""
    clause = done[clause_start(done) :]
    rest = [token for token in tokens[index + 1 :] if token.is_word]
    dated = len(rest) in {2, 3} and rest[0].lower in {"in", "on"} and not rest[-1].text.islower()
    ends = not rest or dated
    behind = len(clause) < len(done) and done[-len(clause) - 1].lower == ","
    saying = any(t.lemma in lexicon.reporting_nouns for t in clause[:3])
    return ends and behind and saying and all(t.tag not in "VXMSW" for t in clause)


def _participle_or_past(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> str:
    """Tell "the car **built** in 1990 was" from "the firm **built** the car"."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _modifies(tokens, index, lexicon):
        return "A"
    if following == "," and any(token.lower == "," for token in done):
        return "V" if any(token.tag in "SW" for token in done) else "P"
    clause = done[clause_start(done) :]
    if relative_waits(done, clause):
        return "V"
    has_verb = any(token.tag in "VXM" for token in clause)
    reduced = following == "by" or has_verb or in_apposition(done, clause)
    begin = len(done) - len(clause)
    inserted = begin > 1 and done[begin - 1].lower == "," and done[begin - 2].tag == "N"
    reduced = reduced or _dated_subject(tokens, index, lexicon)
    reduced = reduced or (inserted and ends_before_verb(tokens, index + 1, lexicon))
    return "P" if reduced or verb_ahead(tokens, index + 1, lexicon) else "V"


def _counted_subject(tokens: list[Token], index: int, done: list[Token]) -> bool:
    """Return whether a number is the subject: "900 **made** the climb", "group 2 **took** 3"."""
    opens = len(done) == 1 or done[-2].lower in {",", ";", "and", "but"}
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    head = len(done) - 1
    while head > 0 and (done[head].tag in "#C" or done[head].lower == ","):
        head -= 1
    if done[head].tag in "N#" and not any(token.tag in "VXMI" for token in done):
        counts = following in CURRENCIES or NUMBER.match(following) is not None
        return counts or following in DETERMINERS
    return opens and following in DETERMINERS


def _modifies(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a participle stands before its noun, the finite verb still to come."""
    if index + 1 >= len(tokens):
        return False
    word = tokens[index + 1].lower
    if not word[0].isalpha() or word in _NO_NOUNS:
        return False
    if word in lexicon.adverbs or word.endswith("ly"):
        return False
    clause = index + 2
    while (
        clause < len(tokens)
        and tokens[clause].is_word
        and tokens[clause].lower not in SUBORDINATORS
        and tokens[clause].lower not in RELATIVES
    ):
        clause += 1
    return finite_later(tokens[:clause], index + 2)
