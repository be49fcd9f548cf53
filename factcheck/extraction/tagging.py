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
from functools import lru_cache

from attrs import evolve

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
    SET_PHRASES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.verb_forms import may_be_finite, verb_forms
from factcheck.extraction.verbs import in_name, verb_in_context
from factcheck.extraction.words_so_far import is_plural, joined_nouns, previous
from factcheck.lexicon import Lexicon
from factcheck.lexicon.terms import WORDS_KEPT, base_forms

_ADJECTIVE_END = ("ive", "ous", "ful", "less", "able", "ible", "ical", "ic", "ish")


_NOUN_END = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ist", "ogy", "hood",
    "age", "ery", "ure",
)  # fmt: skip


_ENDS = frozenset(["first", "last"])
_VERBAL = BE | HAVE | DO
_BEFORE_CLITIC = frozenset(["here", "what", "who", "that", "where", "how"])
_SUBJECTS = SUBJECT_PRONOUNS | DETERMINERS | {"one"}
_NO_NOUNS = DETERMINERS | PRONOUNS | PREPOSITIONS | BE | HAVE
_LEMMAS = {
    **dict.fromkeys(DO, "do"), **dict.fromkeys(HAVE, "have"), **dict.fromkeys(BE, "be")
}  # fmt: skip
_TEMPORAL = frozenset("since until till before after once".split())
_POSSESSIVE = frozenset("its their his her my your our".split())
_INTERROGATIVE = frozenset("which who whom whose what how why where".split())
_NEIGHBOURED = frozenset().union(
    NEGATORS, MODALS, SUBORDINATORS, _TEMPORAL, _INTERROGATIVE,
    "as like to 's am that this these those".split(),
    "a each both all more most less least much such".split(),
)  # fmt: skip
"""Function words whose tag their neighbours or their spelling decide."""

_ALWAYS = {
    word: tag
    for tag, words in (
        ("D", DETERMINERS),
        ("O", PRONOUNS),
        ("I", PREPOSITIONS),
        ("D", _POSSESSIVE),
        ("C", COORDINATORS),
        ("X", BE | HAVE | DO),
    )
    for word in words - _NEIGHBOURED
}
"""The other function words to their tag; what is in two lists is of the later one."""


def tag(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of one sentence with their tags and lemmas."""
    tagged: list[Token] = []
    fixed = _fixed_phrases(tokens)
    for index, token in enumerate(tokens):
        if index in fixed:
            letter = fixed[index]
        elif token.lower in _ENDS and _counts_events(tokens, index, tagged, lexicon):
            fixed[index] = "R"
        if index in fixed:
            tagged.append(token.tagged(fixed[index], token.lower))
            continue
        letter, lemma = _decide(tokens, index, tagged, lexicon)
        hides_verb = letter in "NA" and may_be_finite(token.lower, lexicon)
        open_to_verb = letter not in "NA#G" or hides_verb
        if open_to_verb and tagged and tagged[-1].tag == "A" and _ends_noun_phrase(tagged):
            retagged = [*tagged[:-1], tagged[-1].tagged("N", tagged[-1].lemma)]
            second, second_lemma = _decide(tokens, index, retagged, lexicon)
            if not hides_verb or second in "VP":
                tagged, letter, lemma = retagged, second, second_lemma
        tagged.append(token.tagged(letter, lemma))
    told = _told(tagged, lexicon)
    if told is not None:
        tagged[slice(*told)] = tag(tokens[slice(*told)], lexicon)
    return _repair(tagged, lexicon)


def _told(tagged: list[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return what an opening noun tells, which ends at a copula that judges it.

    "Reports that the mayor resigned are false": read by itself, since no noun phrase goes on
    from one side of the copula to the other.
    """
    that = next(
        (
            index
            for index, token in enumerate(tagged[:8])
            if token.lower == "that" and index and tagged[index - 1].lemma in lexicon.reports
        ),
        None,
    )
    if that is None or any(token.tag in "VXM" for token in tagged[: that - 1]):
        return None
    for index in range(len(tagged) - 2, that + 2, -1):
        behind = [token.lower for token in tagged[index + 1 : index + 4] if token.tag not in "RD-"]
        if (
            tagged[index].lemma == "be"
            and behind
            and (behind[0] in lexicon.falsehoods or behind[0] in lexicon.truths)
        ):
            tagged[that] = evolve(tagged[that], tag="S", lemma="that")
            return (that + 1, index)
    return None


def _counts_events(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether "first" or "last" is an adverb: "and first lit in 1858"."""
    if index + 1 >= len(tokens):
        return False
    after_verb = bool(done) and done[-1].tag in "XCM"
    following = verb_forms(tokens[index + 1].lower, lexicon)
    return after_verb and bool(following) and following[0][1] == "ed"


def _fixed_phrases(tokens: list[Token]) -> dict[int, str]:
    """Return the tags of set phrases that work as one function word."""
    found: dict[int, str] = {}
    words = [token.lower for token in tokens]
    covered = 0
    for index in [index for index, word in enumerate(words) if word in _OPENING_PHRASES]:
        for width in (4, 3, 2) if index >= covered else ():
            tags = SET_PHRASES.get(tuple(words[index : index + width]))
            if tags:
                covered = index + len(tags)
                found.update(zip(range(index, covered), tags, strict=True))
                break
    return found


_OPENING_PHRASES = frozenset(words[0] for words in SET_PHRASES)


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
    counts = word in lexicon.numbers and word != "one"
    if word in _ALWAYS and not counts:
        return _ALWAYS[word], _LEMMAS.get(word, word)
    if counts or word in _NEIGHBOURED or word == "according" or not word[0].isalpha():
        closed = _closed_class(tokens, index, done, lexicon)
        if closed:
            return closed, _LEMMAS.get(word, word)
    forms = verb_forms(word, lexicon)
    if forms and not in_name(tokens, index):
        reading = verb_in_context(tokens, index, done, forms, lexicon)
        if reading:
            return reading, forms[0][0]
    if word in FOCUS_ADVERBS or (word in lexicon.adverbs and word in lexicon.adjectives):
        return _adverb_or_adjective(tokens, index, done, lexicon), word
    named = index > 0 and tokens[index].text[0].isupper()
    return _by_form(word, named, lexicon)


@lru_cache(maxsize=WORDS_KEPT)
def _by_form(word: str, named: bool, lexicon: Lexicon) -> tuple[str, str]:
    """Return the tag and lemma of a word that only its form tells; a name is written like one."""
    if word in lexicon.adjectives or _is_comparative(word, lexicon):
        return "A", word
    if word in lexicon.adverbs or (word.endswith("ly") and len(word) > 4 and word != "family"):
        return "R", word
    lemma = _noun_lemma(word, lexicon)
    if named or word.endswith(_NOUN_END):
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
    beside_verb = before in {"X", "M", "N"} and bool(verb_forms(following, lexicon))
    return "R" if beside_verb or before in {"V", "O"} else "A"


def _closed_class(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> str:
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
        stretch = following in lexicon.noun_verbs and any(t.lower == "from" for t in done[-3:])
        opens_verb = opens_verb and not stretch
        return "T" if opens_verb else "I"
    return _function_word(tokens, index, done, following, lexicon)


def _function_word(
    tokens: list[Token], index: int, done: list[Token], following: str, lexicon: Lexicon
) -> str:
    word = tokens[index].lower
    before = done[-1] if done else None
    if word in {"that", "this", "these", "those"}:
        return _demonstrative(tokens, index, before, lexicon)
    if word in _INTERROGATIVE and (word != "where" or (before is not None and before.tag == "N")):
        return "W"
    if word in _TEMPORAL:
        return _temporal(tokens, index, before, lexicon)
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


def _temporal(tokens: list[Token], index: int, before: Token | None, lexicon: Lexicon) -> str:
    """Tell "since" and its like before a clause, before a date, and as an adverb apart."""
    word = tokens[index].lower
    if word == "since" and before is not None and before.tag == "X":
        return "R"
    forms = verb_forms(tokens[index + 1].lower, lexicon) if index + 1 < len(tokens) else ()
    if word == "once" and before is not None and forms and forms[0][1] == "ed":
        return "R"
    phrase = _is_date(tokens, index + 1) or _is_bare_time(tokens, index + 1)
    if not phrase and _clause_ahead(tokens, index + 1, lexicon):
        return "S"
    return "R" if word == "once" else "I"


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
            and following.lower.endswith("ly")
            and bool(verb_forms(tokens[index + 2].lower, lexicon))
        )
    )
    told = before is not None and before.lemma in lexicon.reports
    fronted = following is not None and following.lower in PREPOSITIONS
    if word == "that" and (_addressed(tokens, index, before, lexicon) or (told and fronted)):
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
    return "O" if verb_next or following is None or not following.is_word else "D"


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


_JOINING = frozenset("if unless when whenever".split())
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_OBJECTS = frozenset("my your his her its our their me us him them".split())
_TELLING = frozenset("tell inform remind assure advise notify convince persuade warn".split())


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


def _noun_lemma(word: str, lexicon: Lexicon) -> str:
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    forms = base_forms(word, lexicon)
    return forms[1] if len(forms) > 1 and word.endswith("s") else word


def _repair(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Give clauses without a finite verb their likeliest one."""
    tokens = [
        evolve(token, tag="V") if token.tag == "P" and _acts(tokens, index) else token
        for index, token in enumerate(tokens)
    ]
    tokens = _repair_joined(tokens, lexicon)
    if any(token.tag in "VXM" for token in tokens):
        return _repair_plural(tokens, lexicon)
    for index, token in enumerate(tokens):
        if token.tag == "P" and index > 0 and tokens[index - 1].tag in "NOR":
            return [*tokens[:index], evolve(token, tag="V"), *tokens[index + 1 :]]
    for index in range(_last_verb(tokens), 0, -1):
        lemma = _likely_verb(tokens, index, lexicon)
        if lemma:
            verb = evolve(tokens[index], tag="V", lemma=lemma)
            return _repair_plural([*tokens[:index], verb, *tokens[index + 1 :]], lexicon)
    return _repair_plural(tokens, lexicon)


def _repair_joined(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Give both sides of a condition their verb: "If pressure **drops**, the flow **stops**"."""
    out = tokens
    for begin, token in enumerate(tokens):
        if token.tag != "S" or token.lower not in _JOINING:
            continue
        stop = next(
            (i for i in range(begin + 1, len(tokens)) if not tokens[i].is_word), len(tokens)
        )
        out = _with_verb(out, begin + 1, stop, lexicon)
        fronted = begin == 0 and stop < len(tokens) and tokens[stop].lower == ","
        if fronted and any(token.tag in "VXM" for token in out[1:stop]):
            out = _with_verb(out, stop + 1, len(tokens), lexicon)
    return out


def _with_verb(tokens: list[Token], begin: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens with the likeliest verb of a stretch that has none."""
    if any(token.tag in "VXMPGSW" for token in tokens[begin:end]):
        return tokens
    for index in range(end - 1, begin, -1):
        lemma = _likely_verb(tokens[begin:end], index - begin, lexicon)
        if lemma:
            verb = evolve(tokens[index], tag="V", lemma=lemma)
            return [*tokens[:index], verb, *tokens[index + 1 :]]
    return tokens


def _acts(tokens: list[Token], index: int) -> bool:
    """Return whether a form in "-ed" has a subject and an object: "men **lost** their lives"."""
    if not 0 < index < len(tokens) - 1 or tokens[index - 1].tag != "N":
        return False
    opens = all(token.tag in "DNA#QR" for token in tokens[: index - 1])
    return opens and tokens[index + 1].lower in _OBJECTS


def _repair_plural(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Give clauses with a plural subject their verb: "Residents of the lane **claim** that"."""
    out = list(tokens)
    begin = 0
    for index, token in enumerate(tokens):
        if token.tag == "S" or token.lower in {";", ":", "—"} or index == len(tokens) - 1:
            position = _plural_verb(tokens, begin, index + (token.tag not in "S."), lexicon)
            if position is not None:
                lemma = verb_forms(tokens[position].lower, lexicon)[0][0]
                out[position] = evolve(tokens[position], tag="V", lemma=lemma)
            begin = index + 1
    return out


def _plural_verb(tokens: list[Token], begin: int, end: int, lexicon: Lexicon) -> int | None:
    """Return the position of a base form that agrees with the subject of a verbless clause."""
    if begin >= end or any(token.tag in "VXMWTP" for token in tokens[begin:end]):
        return None
    head = next((i for i in range(begin, end) if tokens[i].tag in "NO"), None)
    if head is None or tokens[head].tag == "O" or any(t.tag == "I" for t in tokens[begin:head]):
        return None
    if not is_plural(tokens[head], lexicon):
        return None
    for index in range(head + 1, end):
        word, before = tokens[index], tokens[index - 1]
        forms = verb_forms(word.lower, lexicon)
        if word.tag not in "NA" or before.tag not in "N#R" or not forms or word.text[0].isupper():
            continue
        ends = index + 1 == end or tokens[index + 1].tag in "DOIR#A-"
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if forms[0][1] == "base" and ends and following != "of":
            return index
    return None


def _last_verb(tokens: list[Token]) -> int:
    """Return the last position where a missing verb may stand.

    In a caption ("children playing with toy trains") that is not the last word.
    """
    words = [index for index, token in enumerate(tokens) if token.is_word]
    shows = any(token.tag == "G" and tokens[i].tag == "N" for i, token in enumerate(tokens[1:]))
    return words[-2] if shows and len(words) > 1 else len(tokens) - 1


def _likely_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> str:
    """Return the lemma of a word that agrees as a verb with its subject, else "".

    The subject is the noun before it, or the one that a phrase before that noun belongs to:
    "**Lack** of zinc in mice **slows** growth".
    """
    word, before = tokens[index], previous(tokens[:index])
    forms = verb_forms(word.lower, lexicon)
    if word.tag not in "NA" or before is None or before.tag not in "NOG" or not forms:
        return ""
    lemma, form = forms[0]
    if lemma not in lexicon.verbs and lemma not in lexicon.noun_verbs:
        return ""
    plural = is_plural(before, lexicon) or joined_nouns(tokens[:index])
    phrase = next((i for i in range(1, index) if tokens[i].tag == "I"), None)
    if phrase is not None and tokens[phrase - 1].tag == "N" and tokens[phrase].lower == "of":
        ahead = index + 1 < len(tokens) and tokens[index + 1].tag in "DOIAN"
        over = is_plural(tokens[phrase - 1], lexicon)
        if ahead and tokens[index + 1].lower != "of" and form == ("base" if over else "s"):
            return lemma
    agrees = form == "ed" or (form == "s" and not plural) or (form == "base" and plural)
    return lemma if agrees else ""
