"""Parts of speech for a shallow parse, from word lists, endings and neighbours.

Tags are one letter: N noun, A adjective, R adverb, V finite or base verb, G form in -ing,
P past participle, X form of be, have or do, M modal, D determiner, I preposition,
T infinitive marker, C coordinating conjunction, S subordinating conjunction or complementiser,
W relative or interrogative pronoun, O personal or demonstrative pronoun, # number,
% word of a quantity, - negator, Q possessive marker, . other sign.

The aim is not a treebank's accuracy but to find the finite verbs and noun phrases of
expository prose without a trained model; where two readings are open, the one that makes fewer
clauses wins.
"""

from __future__ import annotations

import re

from attrs import evolve

from factcheck.extraction.function_words import (
    BE,
    COLLECTIVES,
    CONTENT_NOUNS,
    COORDINATORS,
    DETERMINERS,
    DO,
    FOCUS_ADVERBS,
    HAVE,
    MODALS,
    NEGATORS,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAME_PAST,
    SET_PHRASES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import base_forms

_NUMBER = re.compile(r"^[\d][\d.,]*(?:st|nd|rd|th|s)?%?$")
_ADJECTIVE_END = ("ive", "ous", "ful", "less", "able", "ible", "ical", "ic", "ish")
_NOUN_END = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ist", "ogy", "hood",
    "age", "ery", "ure",
)  # fmt: skip
_VERB_END = ("ize", "ise", "ify", "izes", "ises", "ifies", "ized", "ised", "ified")
_OPENS_OBJECT = frozenset("DOIRT#AGSW-P")


def tag(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of one sentence with their tags and lemmas."""
    tagged: list[Token] = []
    fixed = _fixed_phrases(tokens)
    for index, token in enumerate(tokens):
        if index in fixed:
            letter = fixed[index]
        elif _counts_events(tokens, index, tagged, lexicon):
            fixed[index] = "R"
        if index in fixed:
            tagged.append(evolve(token, tag=fixed[index], lemma=token.lower))
            continue
        letter, lemma = _decide(tokens, index, tagged, lexicon)
        hides_verb = letter in "NA" and _may_be_finite(token.lower, lexicon)
        if (letter not in "NA#G" or hides_verb) and _ends_noun_phrase(tagged):
            retagged = [*tagged[:-1], evolve(tagged[-1], tag="N")]
            second, second_lemma = _decide(tokens, index, retagged, lexicon)
            if not hides_verb or second in "VP":
                tagged, letter, lemma = retagged, second, second_lemma
        tagged.append(evolve(token, tag=letter, lemma=lemma))
    return _repair(tagged, lexicon)


def _counts_events(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether "first" or "last" is an adverb: "and first lit in 1858"."""
    if tokens[index].lower not in {"first", "last"} or index + 1 >= len(tokens):
        return False
    after_verb = bool(done) and done[-1].tag in "XCM"
    following = _verb_forms(tokens[index + 1].lower, lexicon)
    return after_verb and bool(following) and following[0][1] == "ed"


def _fixed_phrases(tokens: list[Token]) -> dict[int, str]:
    """Return the tags of set phrases that work as one function word."""
    found: dict[int, str] = {}
    words = [token.lower for token in tokens]
    index = 0
    while index < len(words):
        for width in (4, 3, 2):
            tags = SET_PHRASES.get(tuple(words[index : index + width]))
            if tags:
                found.update((index + offset, letter) for offset, letter in enumerate(tags))
                index += width
                break
        else:
            index += 1
    return found


def _may_be_finite(word: str, lexicon: Lexicon) -> bool:
    forms = _verb_forms(word, lexicon)
    known = bool(forms) and (forms[0][0] in lexicon.verbs or forms[0][0] in lexicon.noun_verbs)
    return known and (forms[0][1] in {"s", "ed"} or word in SAME_PAST)


def _ends_noun_phrase(done: list[Token]) -> bool:
    """Return whether the last word is an adjective that must be the noun: "an anesthetic that"."""
    if not done or done[-1].tag != "A":
        return False
    index = len(done) - 1
    while index >= 0 and done[index].tag in "AN":
        index -= 1
    return index >= 0 and done[index].tag in "D" and done[index].lower != "more"


def _decide(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> tuple[str, str]:
    word = tokens[index].lower
    closed = _closed_class(tokens, index, done, lexicon)
    if closed:
        return closed, _closed_lemma(word)
    forms = _verb_forms(word, lexicon)
    if forms:
        reading = _verb_in_context(tokens, index, done, forms, lexicon)
        if reading:
            return reading, forms[0][0]
    lemma = _noun_lemma(word, lexicon)
    if word in lexicon.adverbs and word in lexicon.adjectives:
        return _adverb_or_adjective(tokens, index, done, lexicon), word
    if word in lexicon.adjectives or _is_comparative(word, lexicon):
        return "A", word
    if word in lexicon.adverbs or (word.endswith("ly") and len(word) > 4 and word != "family"):
        return "R", word
    if tokens[index].text[0].isupper() and index > 0:
        return "N", lemma
    if word.endswith(_NOUN_END):
        return "N", lemma
    if word.endswith(_ADJECTIVE_END) or (
        word.endswith("al") and len(word) > 4 and lemma not in lexicon.noun_verbs
    ):
        return "A", word
    return "N", lemma


def _is_comparative(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word is "-er" or "-est" of a known adjective."""
    for ending in ("er", "est"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            root = word[: -len(ending)]
            roots = {root, root + "e", root[:-1] + "y" if root.endswith("i") else root, root[:-1]}
            if roots & lexicon.adjectives and word not in lexicon.noun_verbs:
                return True
    return False


def _adverb_or_adjective(
    tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon
) -> str:
    """Read "still", "well", "fast" as an adverb beside a verb, else as an adjective."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    before = done[-1].tag if done else ""
    if tokens[index].lower in FOCUS_ADVERBS:
        return "A" if before in {"D", "Q"} else "R"
    beside_verb = before in {"X", "M", "N"} and bool(_verb_forms(following, lexicon))
    return "R" if beside_verb or before in {"V", "O"} else "A"


def _closed_lemma(word: str) -> str:
    if word in BE:
        return "be"
    if word in HAVE:
        return "have"
    if word in DO:
        return "do"
    return word


def _closed_class(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> str:
    token = tokens[index]
    word = token.lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if not token.is_word and word not in {"'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "&"}:
        return "#" if word == "%" else "."
    if _NUMBER.match(word) or (word in lexicon.numbers and word != "one"):
        return "#"
    if word in NEGATORS:
        return "-"
    if word == "'s":
        before = done[-1] if done else None
        is_verb = before is not None and (
            before.lower in PRONOUNS | {"here", "what", "who", "that", "where", "how"}
        )
        return "X" if is_verb else "Q"
    if word in BE or word in HAVE or word in DO:
        return "X"
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
        opens_verb = _could_be_base(following, lexicon) or following in BE | HAVE | DO
        return "T" if opens_verb else "I"
    return _function_word(tokens, index, done, following, lexicon)


def _function_word(
    tokens: list[Token], index: int, done: list[Token], following: str, lexicon: Lexicon
) -> str:
    word = tokens[index].lower
    before = done[-1] if done else None
    if word in {"that", "this", "these", "those"}:
        return _demonstrative(tokens, index, before, lexicon)
    if word in {"which", "who", "whom", "whose", "what"}:
        return "W"
    if word in {"where", "when"} and before is not None and before.tag == "N" and word == "where":
        return "W"
    if word in {"how", "why"}:
        return "W"
    if word in {"since", "until", "till", "before", "after", "once"}:
        return (
            "S" if _clause_ahead(tokens, index + 1, lexicon) else ("R" if word == "once" else "I")
        )
    if word in SUBORDINATORS:
        return "S"
    if word == "as":
        opens_clause = following not in {"a", "an"} and _clause_ahead(tokens, index + 1, lexicon)
        return "S" if opens_clause else "I"
    if word in COORDINATORS:
        return "C"
    if word in {"its", "their", "his", "her", "my", "your", "our"}:
        return "D"
    if word in PREPOSITIONS or (word == "according" and following == "to"):
        return "I"
    if word in PRONOUNS and word not in DETERMINERS:
        return "O"
    if word in DETERMINERS:
        if (
            word in {"more", "most", "less", "least", "much", "such"}
            and following in lexicon.adjectives
        ):
            return "R"
        return "D"
    return ""


def _demonstrative(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    """Tell "that" the relative, the complementiser, the determiner and the pronoun apart."""
    word = tokens[index].lower
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    plural_base = (
        following is not None
        and before is not None
        and before.tag == "N"
        and _is_plural(before, lexicon)
        and following.lower in lexicon.verbs | lexicon.noun_verbs
    )
    verb_next = following is not None and (
        plural_base
        or following.lower in BE | HAVE | DO | MODALS
        or following.lower in NEGATORS
        or (
            bool(_verb_forms(following.lower, lexicon))
            and _verb_forms(following.lower, lexicon)[0][1] in {"s", "ed"}
        )
        or (
            index + 2 < len(tokens)
            and following.lower.endswith("ly")
            and bool(_verb_forms(tokens[index + 2].lower, lexicon))
        )
    )
    if word == "that":
        if (
            before is not None
            and before.tag in "N#.)"
            and before.lower not in {",", ";", "."}
            and (verb_next or _clause_ahead(tokens, index + 1, lexicon))
        ):
            return "W" if verb_next or before.lemma not in CONTENT_NOUNS else "S"
        if before is not None and before.tag in "VPXGAR":
            return "S"
        if before is not None and before.lower == "," and verb_next:
            return "W"
    return "O" if verb_next or following is None or not following.is_word else "D"


def _could_be_base(word: str, lexicon: Lexicon) -> bool:
    return (
        word in lexicon.verbs or word in lexicon.noun_verbs or word.endswith(("ize", "ise", "ify"))
    )


def _clause_ahead(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a finite verb follows before the next sign."""
    for token in tokens[index : index + 9]:
        if not token.is_word and token.lower not in {"'s", "n't", "'re", "'ve", "'ll"}:
            return False
        if token.lower in BE | HAVE | DO | MODALS and token.lower not in {
            "being", "been", "be", "having", "doing", "done", "'s",
        }:  # fmt: skip
            return True
        forms = _verb_forms(token.lower, lexicon)
        if forms and forms[0][1] in {"s", "ed"} and forms[0][0] in lexicon.verbs:
            return True
    return False


def _verb_forms(word: str, lexicon: Lexicon) -> list[tuple[str, str]]:
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


def _noun_lemma(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    forms = base_forms(word, lexicon)
    return forms[1] if len(forms) > 1 and word.endswith("s") else word


def _previous(done: list[Token]) -> Token | None:
    for index in range(len(done) - 1, -1, -1):
        token = done[index]
        joins_adverbs = token.tag == "C" and (
            0 < index < len(done) - 1 and done[index - 1].tag == done[index + 1].tag == "R"
        )
        if token.tag not in "R-" and not joins_adverbs:
            return token
    return None


def _verb_in_context(
    tokens: list[Token],
    index: int,
    done: list[Token],
    forms: list[tuple[str, str]],
    lexicon: Lexicon,
) -> str:
    word = tokens[index].lower
    lemma, form = forms[0]
    before = _previous(done)
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
    noun = _previous(done)
    plural = noun is not None and (_is_plural(noun, lexicon) or _joined_nouns(done))
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


def _joined_nouns(done: list[Token]) -> bool:
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
    for index, token in enumerate(done):
        if token.tag in "VXM":
            return False
        named = any(earlier.tag in "NO" for earlier in done[:index])
        if token.tag == "W" and named and done[0].tag not in "ISW":
            return any(later.tag in "VX" for later in done[index:])
        if token.lower in {",", "(", "—"} and named and done[0].tag not in "ISR":
            return index < len(done) - 1 and done[-1].lower in {",", ")", "—"}
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
    bare_object = (
        form == "s"
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
    return _NUMBER.match(word) is not None or word not in SUBORDINATORS | COORDINATORS


def _is_plural(noun: Token, lexicon: Lexicon) -> bool:
    if noun.lower in COLLECTIVES:
        return True
    if noun.lower in lexicon.irregular and not noun.lower.endswith("s"):
        return True
    return noun.lower.endswith("s") and not noun.lower.endswith(("ss", "us", "is"))


def _ing(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    word = tokens[index].lower
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if before is None:
        return "G" if _object_ahead(tokens, index + 1, lexicon) else "N"
    if before.tag == "X" and before.lemma == "be":
        takes_object = following[:1].isalpha() and following not in PREPOSITIONS | COORDINATORS
        return "A" if word in lexicon.adjectives and not takes_object else "G"
    if word in lexicon.adjectives:
        return "A"
    if before.tag in "DAQ":
        ends = following in PREPOSITIONS | BE | HAVE | DO | MODALS or not following.isalpha()
        return "N" if ends or _may_be_finite(following, lexicon) else "A"
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
        forms = _verb_forms(word, lexicon)
        if forms and forms[0][1] == "s" and forms[0][0] in lexicon.verbs:
            return True
    return False


def _repair(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Give a sentence without any finite verb its likeliest one."""
    if any(token.tag in "VXM" for token in tokens):
        return tokens
    for index, token in enumerate(tokens):
        if token.tag == "P" and index > 0 and tokens[index - 1].tag in "NOR":
            return [*tokens[:index], evolve(token, tag="V"), *tokens[index + 1 :]]
    for index in range(len(tokens) - 1, 0, -1):
        lemma = _likely_verb(tokens, index, lexicon)
        if lemma:
            verb = evolve(tokens[index], tag="V", lemma=lemma)
            return [*tokens[:index], verb, *tokens[index + 1 :]]
    return tokens


def _likely_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> str:
    """Return the lemma of a word that agrees as a verb with the noun before it, else ""."""
    word, before = tokens[index], _previous(tokens[:index])
    forms = _verb_forms(word.lower, lexicon)
    if word.tag not in "NA" or before is None or before.tag not in "NOG" or not forms:
        return ""
    lemma, form = forms[0]
    if lemma not in lexicon.verbs and lemma not in lexicon.noun_verbs:
        return ""
    plural = _is_plural(before, lexicon) or _joined_nouns(tokens[:index])
    agrees = form == "ed" or (form == "s" and not plural) or (form == "base" and plural)
    return lemma if agrees else ""
