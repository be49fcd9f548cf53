"""Whether a word that can be a verb is one here, from its form and its neighbours."""

from __future__ import annotations

from factcheck.extraction.function_words import (
    BE,
    COLLECTIVES,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAME_PAST,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import base_forms

_VERB_END = ("ize", "ise", "ify", "izes", "ises", "ifies", "ized", "ised", "ified")


def may_be_finite(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word has the form of a finite verb that the lexicon knows."""
    forms = verb_forms(word, lexicon)
    known = bool(forms) and (forms[0][0] in lexicon.verbs or forms[0][0] in lexicon.noun_verbs)
    return known and (forms[0][1] in {"s", "ed"} or word in SAME_PAST)


def verb_forms(word: str, lexicon: Lexicon) -> list[tuple[str, str]]:
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
            return [(word[:-3], "ing")]
        if word.endswith("ed") and not word.endswith(("eed", "hundred", "sacred")):
            return [(word[:-2], "ed")]
        if word.endswith(_VERB_END):
            return [
                (
                    word.rstrip("sd"),
                    "ed" if word.endswith("d") else "s" if word.endswith("s") else "base",
                )
            ]
    readings.sort(key=lambda reading: reading[1] == "base")
    return readings


def previous(done: list[Token]) -> Token | None:
    """Return the last token that is no adverb, negator or adverbs' conjunction."""
    for index in range(len(done) - 1, -1, -1):
        token = done[index]
        joins_adverbs = token.tag == "C" and (
            0 < index < len(done) - 1 and done[index - 1].tag == done[index + 1].tag == "R"
        )
        if token.tag not in "R-" and not joins_adverbs:
            return token
    return None


def verb_in_context(
    tokens: list[Token],
    index: int,
    done: list[Token],
    forms: list[tuple[str, str]],
    lexicon: Lexicon,
) -> str:
    """Return the tag of a word with verb readings: V, G, P, A or N, or "" for no verb here."""
    word = tokens[index].lower
    lemma, form = forms[0]
    before = previous(done)
    if form == "ing":
        return _ing(tokens, index, before, lexicon)
    if form == "ed":
        return _ed(tokens, index, done, before, lexicon)
    if before is not None and (before.tag in "TM" or (before.lemma == "do" and before.tag == "X")):
        return "V"
    if before is None:
        adjective_or_noun = word in lexicon.adjectives or lemma not in lexicon.verbs
        starts_object = index + 1 < len(tokens) and _starts_phrase(tokens[index + 1].lower)
        certain = lemma in lexicon.verbs and word not in lexicon.adjectives
        if form != "base" or (not certain and _verb_ahead(tokens, index + 1, lexicon)):
            return ""
        return "V" if not adjective_or_noun or starts_object else ""
    if word in lexicon.adjectives and before.tag in "XDIACQ":
        return ""
    if before.tag in {"O", "W"} or before.lower in SUBJECT_PRONOUNS:
        return "V"
    if before.tag in "DAQ#I":
        return ""
    if before.tag == "G" and form == "s" and not any(token.tag in "VXM" for token in done):
        ahead = _object_ahead(tokens, index + 1, lexicon)
        return "V" if lemma in lexicon.verbs or ahead else ""
    if before.tag in "VP" and form == "s" and _matrix_waits(done):
        return "V"
    if before.tag == "X" and form in {"base", "s"}:
        return ""
    if before.tag in {"C", "."}:
        return _after_boundary(tokens, index, done, lemma, form, lexicon)
    if before.tag in "NP" or before.lower in {")", "”", '"'}:
        return _after_noun(tokens, index, done, lemma, form, lexicon)
    if before.tag in "VG" and lemma in lexicon.verbs and form == "base" and before.lemma in _BARE:
        return "V"
    return ""


_BARE = frozenset(["help", "let", "make", "see", "hear", "watch"])


def _starts_phrase(word: str) -> bool:
    return word != "of" and (word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS)


def _after_noun(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> str:
    noun = previous(done)
    plural = noun is not None and (is_plural(noun, lexicon) or joined_nouns(done))
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if following in PAST_ONLY:
        return ""
    if following in BE | MODALS | HAVE | DO and following not in {"'s", "'d", "being"}:
        return ""
    if following in lexicon.verbs and following not in lexicon.adjectives:
        return ""
    pure = lemma in lexicon.verbs
    if form == "s":
        if pure:
            return "V"
        if plural or following == "of" or _verb_ahead(tokens, index + 1, lexicon):
            return ""
        return "V" if _object_ahead(tokens, index + 1, lexicon) else ""
    if tokens[index].lower in SAME_PAST and not _verb_ahead(tokens, index + 1, lexicon):
        signed = following in {"£", "$", "€"} or following in lexicon.proportions
        return "V" if signed or _object_ahead(tokens, index + 1, lexicon) else ""
    if not plural:
        return ""
    if pure:
        return "V"
    return "V" if following != "of" and _object_ahead(tokens, index + 1, lexicon) else ""


def joined_nouns(done: list[Token]) -> bool:
    """Return whether the last noun is joined to another: "tea and cocoa"."""
    index = len(done) - 1
    while index > 0 and done[index].tag in "NAD#":
        index -= 1
    return index > 0 and done[index].lower == "and" and done[index - 1].tag in "N"


def _matrix_waits(done: list[Token]) -> bool:
    """Return whether the subject still waits for its verb behind an inserted clause or phrase.

    "The survey, which covered nine counties, **found** …", "The bridge (opened in 1901)
    **spans** …", "The engine that powered the ferry **burned** coal".
    """
    begin = next(
        (
            i + 1
            for i in range(len(done) - 2, 0, -1)
            if done[i].lower == ";" or (done[i].tag == "C" and done[i - 1].lower == ",")
        ),
        0,
    )
    done = done[begin:]
    for index, token in enumerate(done):
        if token.tag in "VXM":
            return False
        named = any(earlier.tag in "NO" for earlier in done[:index])
        if token.tag == "W" and named and done[0].tag not in "ISW":
            return any(later.tag in "VX" for later in done[index:])
        if token.lower in {",", "(", "—"} and named and done[0].tag not in "ISR":
            closing = next((t for t in reversed(done) if t.tag != "R"), done[-1])
            return closing is not token and closing.lower in {",", ")", "—"}
    return False


def _after_boundary(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> str:
    """After a conjunction or comma a verb reads as one where the clause already has a verb."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _matrix_waits(done):
        ahead = lemma in lexicon.verbs or _object_ahead(tokens, index + 1, lexicon)
        return "V" if ahead and following != "of" else ""
    has_verb = any(token.tag in "VXM" for token in done)
    if not has_verb:
        return ""
    if lemma in lexicon.verbs:
        return "V"
    last_verb = next((token for token in reversed(done) if token.tag in "VXMT"), None)
    same_form = last_verb is not None and (
        (form == "s") == (last_verb.lower.endswith("s") and last_verb.tag == "V")
    )
    past = last_verb is not None and last_verb.lower.endswith("ed")
    bare_object = (
        (form == "s" or (past and tokens[index].lower in SAME_PAST))
        and following[:1].isalpha()
        and following not in PREPOSITIONS | COORDINATORS | SUBORDINATORS | BE | MODALS | HAVE
    )
    return "V" if same_form and (bare_object or following in DETERMINERS | PRONOUNS) else ""


def _object_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether what follows reads as an object or adverbial rather than more noun."""
    if index >= len(tokens):
        return False
    word = tokens[index].lower
    if word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS or word == "to":
        return True
    if word in lexicon.adverbs or word.endswith("ly") or word in lexicon.adjectives:
        return True
    if not tokens[index].is_word:
        return False
    return NUMBER.match(word) is not None or word not in SUBORDINATORS | COORDINATORS


def is_plural(noun: Token, lexicon: Lexicon) -> bool:
    """Return whether a noun is plural by its form."""
    if noun.lower in COLLECTIVES:
        return True
    if noun.lower in lexicon.irregular and not noun.lower.endswith("s"):
        return True
    return noun.has_plural_ending


def _ing(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if before is None:
        return "G" if _object_ahead(tokens, index + 1, lexicon) else "N"
    if tokens[index].text[0].isupper() or (
        before.tag in ".C" and may_be_finite(following, lexicon)
    ):
        return "N"
    if before.tag == "X" and before.lemma == "be":
        takes_object = following[:1].isalpha() and following not in PREPOSITIONS | COORDINATORS
        return "A" if word in lexicon.adjectives and not takes_object else "G"
    ends = following in PREPOSITIONS | BE | HAVE | DO | MODALS or not following.isalpha()
    if before.tag in "DAQ" and (ends or may_be_finite(following, lexicon)):
        return "N"
    if word in lexicon.adjectives or before.tag in "DAQ":
        return "A"
    if before.tag == "N" and (following in {"of", ""} or not following[:1].isalnum()):
        return "N"
    return "G"


def _ed(
    tokens: list[Token], index: int, done: list[Token], before: Token | None, lexicon: Lexicon
) -> str:
    word = tokens[index].lower
    if word in PAST_ONLY and (before is None or before.tag not in "DQX"):
        return "V"
    if before is None:
        return "P"
    if before.tag == "X":
        known = any(form in lexicon.verbs or form in lexicon.noun_verbs
                    for form in base_forms(word, lexicon))  # fmt: skip
        return "P" if known or before.lemma == "have" or word not in lexicon.adjectives else "A"
    if before.tag in "DAQ#" or (before.tag == "I" and before.lower != "as"):
        return "A"
    if _matrix_waits(done):
        return "V"
    reporting = any(form in lexicon.reporting_verbs for form in base_forms(word, lexicon))
    if (
        before.tag == "N"
        and reporting
        and index + 1 < len(tokens)
        and (tokens[index + 1].lower in DETERMINERS | SUBJECT_PRONOUNS | {"that"})
    ):
        return "V"
    if before.tag in "MT":
        return "V"
    if before.tag in "OW":
        return "V"
    if before.tag == "C" and len(done) > 1 and done[-2].tag in "PAV":
        return done[-2].tag
    if before.tag == "C" and _under_auxiliary(done):
        return "P"
    if before.tag == "N" or before.lower in {")", "”", '"'}:
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if _modifies(tokens, index, lexicon):
            return "A"
        reduced = following == "by" or any(
            token.tag in "VXM" for token in done[_clause_start(done) :]
        )
        return "P" if reduced or _verb_ahead(tokens, index + 1, lexicon) else "V"
    if before.tag == "." and before.lower == ",":
        finite = any(token.tag in "VXM" for token in done)
        named = any(token.tag in "NO" for token in done)
        return "P" if finite or not named or _finite_later(tokens, index + 1) else "V"
    return "V" if before.tag == "C" and any(token.tag in "VX" for token in done) else "P"


def _modifies(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a participle stands before its noun, the finite verb still to come."""
    if index + 1 >= len(tokens):
        return False
    word = tokens[index + 1].lower
    if not word[0].isalpha() or word in DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES:
        return False
    if word in SUBORDINATORS | COORDINATORS | BE | HAVE | DO | MODALS | {"to"}:
        return False
    if word in lexicon.adverbs or word.endswith("ly"):
        return False
    clause = index + 2
    while (
        clause < len(tokens)
        and tokens[clause].is_word
        and (tokens[clause].lower not in SUBORDINATORS | RELATIVES)
    ):
        clause += 1
    return _finite_later(tokens[:clause], index + 2)


def _under_auxiliary(done: list[Token]) -> bool:
    """Return whether the last verb is a participle whose auxiliary a second one can share."""
    verbs = [index for index, token in enumerate(done) if token.tag in "VPX"]
    if not verbs or done[verbs[-1]].tag != "P":
        return False
    return any(token.tag == "X" for token in done[max(0, verbs[-1] - 3) : verbs[-1]])


def _finite_later(tokens: list[Token], index: int) -> bool:
    finite = (BE | HAVE | DO | MODALS) - {"'s", "being", "been", "be", "having", "doing", "done"}
    return any(token.lower in finite for token in tokens[index:])


def _clause_start(done: list[Token]) -> int:
    for index in range(len(done) - 1, -1, -1):
        if done[index].tag in "SW" or done[index].lower in {";", ":", "—", ","}:
            return index + 1
        if done[index].tag == "C" and index + 1 < len(done) and done[index + 1].tag in "DO":
            return index + 1
    return 0


def _verb_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    for token in tokens[index:]:
        word = token.lower
        if not token.is_word or word in SUBORDINATORS or word in RELATIVES or word in COORDINATORS:
            return False
        if word in SUBJECT_PRONOUNS:
            return False
        if word in BE | HAVE | DO | MODALS and word not in {"'s", "being", "been", "having"}:
            return True
        forms = verb_forms(word, lexicon)
        if forms and forms[0][1] == "s" and forms[0][0] in lexicon.verbs:
            return True
    return False
