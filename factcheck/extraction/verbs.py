"""Whether a word that can be a verb is one here, from its form and its neighbours."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from factcheck.extraction.function_words import (
    AUXILIARIES,
    BE,
    COLLECTIVES,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MODALS,
    NON_FINITE,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAME_PARTICIPLE,
    SAME_PAST,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import WORDS_KEPT, base_forms

_TIMED = frozenset(["in", "on", "at", "for", "from", "until", "after", "before", "over"])
CURRENCIES = frozenset(["£", "$", "€"])

_DETERMINED_OR_TIMED = DETERMINERS | _TIMED
_FINITE = AUXILIARIES - NON_FINITE
_JOINING = PREPOSITIONS | COORDINATORS
_OPENING_CLAUSES = DETERMINERS | {"that"}
_OPENING_SPEECH = DETERMINERS | SUBJECT_PRONOUNS | {"that"}
_OPENING_PHRASES = DETERMINERS | PREPOSITIONS | PRONOUNS | {"that", "to", "how", "when", "where"}
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | MODALS | {"to"}
_ADVERBIAL = PREPOSITIONS - {"of", "for", "with"}
_NO_OBJECTS = _JOINING | SUBORDINATORS | BE | MODALS | HAVE
_NO_NOUNS = _JOINING | DETERMINERS | PRONOUNS | RELATIVES | SUBORDINATORS | AUXILIARIES | {"to"}

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
    forms: tuple[tuple[str, str], ...],
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
        starts_object = (
            index + 1 < len(tokens)
            and _starts_phrase(tokens[index + 1].lower)
            and tokens[index + 1].text != "A"
        )
        certain = lemma in lexicon.verbs and word not in lexicon.adjectives
        if form != "base" or (not certain and _verb_ahead(tokens, index + 1, lexicon)):
            return ""
        return "V" if not adjective_or_noun or starts_object else ""
    if word in lexicon.adjectives and before.tag in "XDIACQ":
        return ""
    if before.tag in {"O", "W"} or before.lower in SUBJECT_PRONOUNS:
        bare = before.lower == "one" or (len(done) > 1 and done[-2].lemma in _BARE)
        return "" if bare and form == "base" else "V"
    if before.tag in "DAQ#I":
        dated = form == "s" and _behind_date(tokens, index, done)
        return "V" if dated or _resumes(tokens, index, done, form, lexicon) else ""
    if before.tag == "G" and form == "s" and not any(token.tag in "VXM" for token in done):
        ahead = _object_ahead(tokens, index + 1, lexicon)
        return "V" if lemma in lexicon.verbs or ahead else ""
    if before.tag in "VP" and form == "s" and _matrix_waits(done):
        return "V"
    if before.tag == "X" and form in {"base", "s"}:
        same = word in SAME_PAST or word in SAME_PARTICIPLE
        return "P" if same and before.lemma in {"be", "have"} else ""
    if before.tag in {"C", "."}:
        quoted = _after_quotation(tokens, index, done, lemma, form, lexicon)
        return quoted or _after_boundary(tokens, index, done, lemma, form, lexicon)
    if before.tag in "NP":
        return _after_noun(tokens, index, done, lemma, form, lexicon)
    if before.tag in "VG" and lemma in lexicon.verbs and form == "base" and before.lemma in _BARE:
        return "V"
    return ""


_QUOTES = frozenset(['"', "“", "”"])


def _after_quotation(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> str:
    """Read what follows a quoted name or speech: "the word “quay” **means**", "…,” **recalls**"."""
    if done[-1].lower not in _QUOTES:
        return ""
    words = [token for token in done if token.lower not in _QUOTES]
    if not words or (len(done) - len(words)) % 2:
        return ""
    if lemma in lexicon.reporting_verbs and form == "s":
        return "V"
    named = words[-1].tag == "N"
    return _after_noun(tokens, index, words, lemma, form, lexicon) if named else ""


_BARE = frozenset(["help", "let", "make", "see", "hear", "watch"])


def in_name(tokens: list[Token], index: int) -> bool:
    """Return whether a word stands inside a name: "the Western **Lights** Commission".

    A title in capitals throughout shows no names.
    """
    if index == 0 or not tokens[index].text[0].isupper():
        return False
    near = tokens[index - 1 : index + 2]
    if not all(t.text[0].isupper() and t.text[1:].islower() for t in near):
        return False
    return any(t.text.islower() and len(t.text) > LONGEST_SMALL_WORD for t in tokens)


LONGEST_SMALL_WORD = 4
"""Letters up to which titles leave words without a capital ("of", "with")."""


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
    if following in AUXILIARIES and following not in {"'s", "'d", "being"}:
        return ""
    if following in lexicon.verbs and following not in lexicon.adjectives:
        return ""
    pure = lemma in lexicon.verbs
    if not pure and (_has_its_verb(done, lexicon) or _in_fronted_phrase(done)):
        return ""
    if form == "s":
        if pure:
            return "V"
        if plural or following == "of" or _verb_ahead(tokens, index + 1, lexicon):
            return ""
        if _relative_waits(done, done[_clause_start(done) :]):
            return "V"
        if _subject_resumes(tokens, index + 1):
            return ""
        return "V" if done[-1].tag == "R" or _object_ahead(tokens, index + 1, lexicon) else ""
    if tokens[index].lower in SAME_PAST and not _verb_ahead(tokens, index + 1, lexicon):
        signed = following in CURRENCIES or following in lexicon.proportions
        return "V" if signed or _object_ahead(tokens, index + 1, lexicon) else ""
    if not plural:
        agrees = pure and following in _OPENING_CLAUSES and _plural_head(done, lexicon)
        return "V" if agrees else ""
    waits = following == "," and _relative_waits(done, done[_clause_start(done) :])
    if pure or waits:
        return "V"
    return "V" if following != "of" and _object_ahead(tokens, index + 1, lexicon) else ""


def _in_fronted_phrase(done: list[Token]) -> bool:
    """Return whether a clause has only a phrase so far: "In its last **forecasts** for"."""
    clause = done[_clause_start(done) :]
    if not clause or clause[0].tag != "I":
        return False
    noun = next((i for i, token in enumerate(clause) if token.tag in "N#"), len(clause))
    return all(token.tag in "NAIG" for token in clause[noun + 1 :])


def _has_its_verb(done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether a clause has a verb, so that a noun is no second: "laid new **tracks** in"."""
    begin = next((i + 1 for i in range(len(done) - 1, -1, -1) if done[i].tag in "SWC."), 0)
    if (begin > 0 and done[begin - 1].tag in "SW") or _matrix_waits(done):
        return False
    if begin > 0 and done[begin - 1].lower == "," and done[0].tag not in "SI":
        listed = all(token.tag in "NAG" for token in done[begin:])
        begin = 0 if listed else begin
    subject = next((i for i in range(begin, len(done)) if done[i].tag in "NO"), len(done))
    verbs = [
        i
        for i in range(subject, len(done))
        if done[i].tag in "VXM" and done[i - 1].tag != "T" and done[i].lower not in _NEVER_FINITE
    ]
    return bool(verbs) and done[verbs[-1]].lemma not in lexicon.reporting_verbs


_NEVER_FINITE = frozenset(["being", "having", "been"])


def _resumes(
    tokens: list[Token], index: int, done: list[Token], form: str, lexicon: Lexicon
) -> bool:
    """Return whether a verb goes on where a relative clause ended in an adjective or a year.

    "Tyres that are worn **cost** fuel", "the line which opened in 1901 **closed** in 1950".
    """
    if len(done) < 2 or not _matrix_waits(done):
        return False
    last = len(done) - 1
    while last > 0 and done[last].tag in "RA-":
        last -= 1
    described = last < len(done) - 1 and done[last].lemma == "be"
    dated = done[-1].tag == "#" and len(done[-1].text) == DIGITS_OF_A_YEAR
    if not described and not (dated and done[-2].tag in "IN"):
        return False
    if form != "ed":
        head = next((i for i, token in enumerate(done) if token.tag in "NO"), 0)
        while head + 1 < len(done) and done[head + 1].tag == "N":
            head += 1
        if is_plural(done[head], lexicon) != (form == "base"):
            return False
    return _object_ahead(tokens, index + 1, lexicon)


DIGITS_OF_A_YEAR = 4


def _behind_date(tokens: list[Token], index: int, done: list[Token]) -> bool:
    """Return whether a subject ends in a date: "a pump built in 1990 **draws** 60 W"."""
    if _of_a_year(done):
        return _phrase_ahead(tokens, index + 1)
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    dated = len(done) > 2 and [token.tag for token in done[-3:]] == ["P", "I", "#"]
    return dated and (following in _DETERMINED_OR_TIMED or NUMBER.match(following) is not None)


def _of_a_year(done: list[Token]) -> bool:
    """Return whether a subject ends in its year: "the fire of (May) 1666 **destroyed**"."""
    if len(done) < 3 or done[-1].tag != "#" or len(done[-1].text) != DIGITS_OF_A_YEAR:
        return False
    of = len(done) - 2
    of -= done[of].is_name
    waits = not any(token.tag in "VXMS" for token in done)
    return of > 0 and done[of].lower == "of" and done[of - 1].tag == "N" and waits


def _phrase_ahead(tokens: list[Token], index: int) -> bool:
    """Return whether something begins here that no noun before it goes on with."""
    if index >= len(tokens):
        return True
    word = tokens[index].lower
    begins = word in _OPENING_PHRASES or NUMBER.match(word) is not None or tokens[index].is_name
    return begins or not tokens[index].is_word


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
    opens = following[0].lower in _DETERMINED_OR_TIMED or NUMBER.match(following[0].lower)
    return bool(opens and forms and forms[0][1] in {"s", "ed"})


def _subject_resumes(tokens: list[Token], index: int) -> bool:
    """Return whether a noun's own verb follows: "numbers at the port, which closed, **have** …".

    The same where a relative clause begins right here: "results **that were** published".
    """
    words = [token.lower for token in tokens[index:]]
    if words[:1] == ["that"] and set(words[1:2]) & AUXILIARIES:
        return True
    return any(sign in {",", ")", "—"} and word in AUXILIARIES for sign, word in pairwise(words))


def _plural_head(done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether the clause so far is one noun phrase with a plural head."""
    clause = done[_clause_start(done) :]
    head = next((i for i, token in enumerate(clause) if token.tag in "NO"), None)
    if head is None or any(token.tag in "VXMIW" for token in clause[:head]):
        return False
    return is_plural(clause[head], lexicon) and all(t.tag not in "VXMW" for t in clause)


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
        if token.lower in {",", "(", "—"} and named and done[0].tag not in "IR":
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
    waits = following in lexicon.verbs and following not in lexicon.adjectives
    if not has_verb or (form == "s" and waits):
        return ""
    if lemma in lexicon.verbs or (form == "s" and done[-1].tag == "R"):
        return "V"
    if following in _ADVERBIAL and _predicate_added(done, form, lexicon):
        return "V"
    last_verb = next((token for token in reversed(done) if token.tag in "VXMT"), None)
    same_form = last_verb is not None and (
        (form == "s") == (last_verb.lower.endswith("s") and last_verb.tag == "V")
    )
    past = last_verb is not None and last_verb.lower.endswith(("ed", "was", "were", "had"))
    bare_object = (form == "s" or (past and tokens[index].lower in SAME_PAST)) and (
        NUMBER.match(following) is not None
        or following in CURRENCIES
        or (following[:1].isalpha() and following not in _NO_OBJECTS)
    )
    return (
        "V"
        if same_form and (bare_object or following in DETERMINERS or following in PRONOUNS)
        else ""
    )


def _predicate_added(done: list[Token], form: str, lexicon: Lexicon) -> bool:
    """Return whether a verb behind ", and" goes on about the subject: "…, and **runs** to"."""
    if len(done) < 2 or done[-1].tag != "C" or done[-2].lower != ",":
        return False
    begin = max(i for i, token in enumerate(done) if token.tag in "VXM")
    commas = [i for i in range(begin, len(done) - 2) if done[i].lower == ","]
    if any(done[i + 1].lower not in {"a", "an"} for i in commas):
        return False
    head = next((i for i in range(begin) if done[i].tag in "NO"), None)
    if head is None or any(token.tag == "I" for token in done[:head]):
        return False
    return form == ("base" if is_plural(done[head], lexicon) else "s")


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
        return word in CURRENCIES
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
        takes_object = following[:1].isalpha() and following not in _JOINING
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
    if before.tag == "#" and _counted_subject(tokens, index, done):
        return "V"
    if before.tag in "A#" and (
        _resumes(tokens, index, done, "ed", lexicon) or _behind_date(tokens, index, done)
    ):
        return "V"
    if before.tag in "DAQ#" or (before.tag == "I" and before.lower != "as"):
        return "A"
    if _matrix_waits(done):
        return "V"
    reporting = any(form in lexicon.reporting_verbs for form in base_forms(word, lexicon))
    if (
        before.tag == "N"
        and reporting
        and index + 1 < len(tokens)
        and tokens[index + 1].lower in _OPENING_SPEECH
    ):
        return "V"
    if before.tag in "MT":
        return "V"
    if before.tag in "OW":
        return "P" if _of_them(done) else "V"
    if before.tag == "C" and len(done) > 1 and done[-2].tag in "PAV":
        return done[-2].tag
    if before.tag == "C" and _under_auxiliary(done):
        return "P"
    if before.tag == "N" or before.lower in {")", "”", '"'}:
        return _participle_or_past(tokens, index, done, lexicon)
    if before.tag == "." and before.lower == ",":
        finite = any(token.tag in "VXM" for token in done)
        named = any(token.tag in "NO" for token in done)
        later = _finite_later(tokens, index + 1) or _ends_before_verb(tokens, index + 1, lexicon)
        return "P" if finite or not named or later else "V"
    return "V" if before.tag == "C" and any(token.tag in "VX" for token in done) else "P"


def _participle_or_past(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> str:
    """Tell "the car **built** in 1990 was" from "the firm **built** the car"."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _modifies(tokens, index, lexicon):
        return "A"
    if following == "," and any(token.lower == "," for token in done):
        return "V" if any(token.tag in "SW" for token in done) else "P"
    clause = done[_clause_start(done) :]
    if _relative_waits(done, clause):
        return "V"
    has_verb = any(token.tag in "VXM" for token in clause)
    reduced = following == "by" or has_verb or _in_apposition(done, clause)
    begin = len(done) - len(clause)
    inserted = begin > 1 and done[begin - 1].lower == "," and done[begin - 2].tag == "N"
    reduced = reduced or _dated_subject(tokens, index, lexicon)
    reduced = reduced or (inserted and _ends_before_verb(tokens, index + 1, lexicon))
    return "P" if reduced or _verb_ahead(tokens, index + 1, lexicon) else "V"


def _of_them(done: list[Token]) -> bool:
    """Return whether some of what was named gets a participle: ", all of them **built** in"."""
    words = [token.lower for token in done]
    part = words[-2:] == ["of", "them"] and "," in words[-5:-2]
    return part and any(token.tag in "VX" for token in done)


def _relative_waits(done: list[Token], clause: list[Token]) -> bool:
    """Return whether a relative clause has a subject and no verb yet: "the car that the firm"."""
    begin = len(done) - len(clause)
    opened = begin > 0 and done[begin - 1].tag == "W" and clause != []
    return opened and not any(token.tag in "VXMP" for token in clause)


def _in_apposition(done: list[Token], clause: list[Token]) -> bool:
    """Return whether a noun phrase behind a comma tells what the one before it is."""
    begin = len(done) - len(clause)
    return (
        begin > 1
        and done[begin - 1].lower == ","
        and clause[0].lower in {"a", "an", "one"}
        and done[begin - 2].tag == "N"
        and any(token.tag in "VX" for token in done[:begin])
    )


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
    return _finite_later(tokens[:clause], index + 2)


def _under_auxiliary(done: list[Token]) -> bool:
    """Return whether the last verb is a participle whose auxiliary a second one can share."""
    verbs = [index for index, token in enumerate(done) if token.tag in "VPX"]
    if not verbs or done[verbs[-1]].tag != "P":
        return False
    return any(token.tag == "X" for token in done[max(0, verbs[-1] - 3) : verbs[-1]])


def _finite_later(tokens: list[Token], index: int) -> bool:
    return any(token.lower in _FINITE for token in tokens[index:])


def _ends_before_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a comma and a verb end what begins here: ", sold in jars**, keeps**"."""
    for comma in range(index, len(tokens) - 2):
        if not tokens[comma].is_word and tokens[comma].lower != ",":
            return False
        word = tokens[comma + 1].lower
        if tokens[comma].lower == "," and (word in PAST_ONLY or may_be_finite(word, lexicon)):
            return True
    return False


def _clause_start(done: list[Token]) -> int:
    for index in range(len(done) - 1, -1, -1):
        if done[index].tag in "SW" or done[index].lower in {";", ":", "—", ",", "("}:
            return index + 1
        if done[index].tag == "C" and index + 1 < len(done) and done[index + 1].tag in "DO":
            return index + 1
    return 0


def _verb_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
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


_JOINABLE = PREPOSITIONS | {"before", "after"}
"""Prepositions that may be joined to each other: "before and after the opening"."""

_SUBORDINATING = SUBORDINATORS - _JOINABLE
