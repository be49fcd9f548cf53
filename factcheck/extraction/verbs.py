"""Whether a word that can be a verb is one here, from its form and its neighbours."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extraction.function_words import (
    AUXILIARIES,
    BE,
    CURRENCIES,
    DETERMINERS,
    HAVE,
    JOINING,
    MODALS,
    PAST_ONLY,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAME_PARTICIPLE,
    SAME_PAST,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from factcheck.extraction.participles import tag_of_ed, tag_of_ing
from factcheck.extraction.resumption import (
    behind_date,
    has_its_verb,
    matrix_waits,
    relative_waits,
    resumes,
    subject_resumes,
)
from factcheck.extraction.tokens import NUMBER, Token
from factcheck.extraction.verb_forms import verb_forms
from factcheck.extraction.words_ahead import object_ahead, starts_phrase, verb_ahead
from factcheck.extraction.words_so_far import (
    clause_start,
    in_fronted_phrase,
    is_plural,
    joined_nouns,
    plural_head,
    predicate_added,
    previous,
)
from factcheck.lexicon import Lexicon

_OPENING_CLAUSES = DETERMINERS | {"that"}
_DEFINITE = DETERMINERS - {"a", "an"}
"""Determiners of an object: "makes work **a** pain" has a second one instead."""
_ADVERBIAL = PREPOSITIONS - {"of", "for", "with"}
_NO_OBJECTS = JOINING | SUBORDINATORS | BE | MODALS | HAVE
_QUOTES = frozenset(['"', "“", "”"])
_PERIODS = frozenset("year month week day night century decade season time".split())
_OPENING_OBJECTS = DETERMINERS | PRONOUNS | {"little"}
_TELLING = frozenset(["mean", "show", "suggest", "imply"])
"""Verbs of a doing that "that" follows: "setting it to 0 **means** that"."""
_ALONE = frozenset(["few", "many", "most", "some", "all", "both", "several"])
"""Determiners that stand for those meant: "but **few** lose their accent"."""
_APPROXIMATING = frozenset(
    "about around roughly nearly almost only just at least most up to over under between more less"
    " fewer than some another an additional".split()
)
_LONGEST_APPROXIMATION = 4
_OPENING_SUBJECTS = SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS
_WANTING = frozenset(["need", "lack", "want"])
"""Verbs behind a plural rather than kinds of something: "heat pumps **need** power"."""
_BARE = frozenset(["help", "let", "make", "see", "hear", "watch"])
LONGEST_SMALL_WORD = 4
"""Letters up to which titles leave words without a capital ("of", "with")."""


_CONTENT = frozenset(["that", "whether", "if"])
"""What opens the content of a verb: "**Indicates** that the tank is full"."""


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
        return tag_of_ing(tokens, index, before, lexicon)
    if form == "ed":
        return tag_of_ed(tokens, index, done, before, lexicon)
    if before is not None and (before.tag in "TM" or (before.lemma == "do" and before.tag == "X")):
        return "V"
    if before is None:
        return "V" if _opens_sentence(tokens, index, lemma, form, lexicon) else ""
    if word in lexicon.adjectives and before.tag in "XDIACQ":
        joined = before.tag == "C" and any(token.tag in "VX" for token in done)
        return "V" if joined and _lives(tokens, index) else ""
    if before.tag in {"O", "W"} or before.lower in SUBJECT_PRONOUNS:
        bare = before.lower == "one" or (len(done) > 1 and done[-2].lemma in _BARE)
        return "" if bare and form == "base" else "V"
    if _tells_or_takes(tokens, index, done, lemma, form, lexicon):
        return "V"
    if before.tag in "DAQ#I":
        dated = form == "s" and behind_date(tokens, index, done)
        numbered = form == "s" and _behind_number(tokens, index, done, lexicon)
        aged = _behind_age(tokens, index, done, form, lexicon)
        return (
            "V" if dated or numbered or aged or resumes(tokens, index, done, form, lexicon) else ""
        )
    if before.tag == "G" and form == "s" and not any(token.tag in "VXM" for token in done):
        ahead = object_ahead(tokens, index + 1, lexicon)
        return "V" if lemma in lexicon.verbs or ahead else ""
    if before.tag in "VP" and matrix_waits(done) and _goes_on(done, lemma, form, lexicon):
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


def _tells_or_takes(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> bool:
    """Return whether what follows makes a verb of a word: "setting it to 0 **means** that".

    So it does of "lightning **set** the hall on fire" and "few **lose** their accent".
    """
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if done[0].tag == "G" and form == "s" and lemma in _TELLING:
        return following == "that"
    if done[-1].lower in _ALONE and form == "base" and lemma in lexicon.verbs:
        return following in _OPENING_OBJECTS
    bare = len(done) == 1 and done[0].tag == "G"
    return bare and tokens[index].lower in SAME_PAST and following in DETERMINERS


def _lives(tokens: list[Token], index: int) -> bool:
    """Return whether "live" is no adjective, which stands before its noun: "and **live** in"."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    return tokens[index].lower == "live" and (following in PREPOSITIONS or following == ".")


def _goes_on(done: list[Token], lemma: str, form: str, lexicon: Lexicon) -> bool:
    """Return whether a verb right behind another has the subject: "dogs that bark **bite**"."""
    if form == "s":
        return True
    head = next((token for token in done if token.tag in "NO"), done[0])
    several = lemma in lexicon.verbs and is_plural(head, lexicon)
    return form == "base" and several and done[-1].tag == "V" and done[-1].lemma not in _BARE


def _opens_sentence(
    tokens: list[Token], index: int, lemma: str, form: str, lexicon: Lexicon
) -> bool:
    """Return whether an opening word is a verb: "**Open** the valve", "**Indicates** that"."""
    word, following = tokens[index].lower, tokens[index + 1 : index + 2]
    if form == "s" and lemma not in lexicon.noun_verbs:
        return any(token.lower in _CONTENT for token in following)
    certain = lemma in lexicon.verbs and word not in lexicon.adjectives
    ahead = _past_ahead(tokens, index + 1) or (
        not certain and verb_ahead(tokens, index + 1, lexicon)
    )
    if form != "base" or ahead:
        return False
    starts_object = any(starts_phrase(token.lower) and token.text != "A" for token in following)
    return certain or starts_object


def _figure_ahead(tokens: list[Token], index: int) -> bool:
    """Return whether a figure follows, exact or not: "costs **about £3**", "took at least 9"."""
    for token in tokens[index : index + _LONGEST_APPROXIMATION]:
        if token.lower in CURRENCIES or NUMBER.match(token.lower) is not None:
            return True
        if token.lower not in _APPROXIMATING:
            return False
    return False


def _past_ahead(tokens: list[Token], index: int) -> bool:
    """Return whether a past form follows with no other subject: "Trade on the border **grew**"."""
    for before, token in pairwise(tokens[index - 1 :]):
        if token.lower in PAST_ONLY:
            return True
        second = token.lower in DETERMINERS and before.lower not in PREPOSITIONS
        if not token.is_word or token.lower in _OPENING_SUBJECTS or second:
            return False
    return False


def _behind_number(tokens: list[Token], index: int, done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether a thing that has a number for a name opens the clause: "Bus 12 **stops**"."""
    clause = done[clause_start(done) :]
    named = [token.tag for token in clause] in (["N", "#"], ["D", "N", "#"])
    if not named or not clause[-1].text.isdigit() or clause[-2].lemma in _PERIODS:
        return False
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    goes_on = following != "of" and object_ahead(tokens, index + 1, lexicon)
    waits = following in PAST_ONLY or verb_ahead(tokens, index + 1, lexicon)
    return goes_on and not waits and not is_plural(clause[-2], lexicon)


def _behind_age(
    tokens: list[Token], index: int, done: list[Token], form: str, lexicon: Lexicon
) -> bool:
    """Return whether a subject ends in an age: "children under 12 **pay**", "those over 60"."""
    clause = done[clause_start(done) :]
    bound = next((i for i, token in enumerate(clause) if token.lower in _AGED), 0)
    figures = clause[bound + 1 : bound + 2]
    if not (bound and figures and figures[0].tag == "#"):
        return False
    if any(t.tag != "#" and t.lower not in _OF_AGE for t in clause[bound + 1 :]):
        return False
    several = is_plural(clause[bound - 1], lexicon) or clause[bound - 1].lower == "those"
    return form == ("base" if several else "s") and object_ahead(tokens, index + 1, lexicon)


_AGED = frozenset("under over aged below above".split())
_OF_AGE = _AGED | frozenset("and or to – - older younger more less year years of age".split())


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


def _after_noun(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> str:
    noun = previous(done)
    plural = noun is not None and (is_plural(noun, lexicon) or joined_nouns(done))
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if _is_before_verb(tokens, index, lexicon):
        return ""
    pure = lemma in lexicon.verbs
    if not pure and (has_its_verb(done, lexicon) or in_fronted_phrase(done)):
        return ""
    if form == "s":
        if _names_doers(tokens, index, lexicon):
            return ""
        if pure:
            return "V"
        if plural and _doing_waits(done) and object_ahead(tokens, index + 1, lexicon):
            return "V"
        if plural or following == "of" or verb_ahead(tokens, index + 1, lexicon):
            return ""
        if relative_waits(done, done[clause_start(done) :]):
            return "V"
        if subject_resumes(tokens, index + 1):
            return ""
        return "V" if done[-1].tag == "R" or object_ahead(tokens, index + 1, lexicon) else ""
    behind = [token for token in tokens[index + 1 :] if token.text != "May"]
    if tokens[index].lower in SAME_PAST and not verb_ahead(
        [*done, tokens[index], *behind], index + 1, lexicon
    ):
        signed = following in CURRENCIES or following in lexicon.proportions
        return "V" if signed or object_ahead(tokens, index + 1, lexicon) else ""
    goes_on = following != "of" and object_ahead(tokens, index + 1, lexicon)
    if not plural:
        resumed = _several_wait(done, lexicon) and (pure or goes_on)
        agrees = pure and following in _OPENING_CLAUSES and plural_head(done, lexicon)
        return "V" if resumed or agrees else ""
    waits = following == "," and relative_waits(done, done[clause_start(done) :])
    return "V" if pure or waits or goes_on else ""


def _is_before_verb(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether what follows can only be the verb: "heat **pumps** need power"."""
    following, behind = ([token.lower for token in tokens[index + 1 : index + 3]] + ["", ""])[:2]
    if following in PAST_ONLY or following in AUXILIARIES - {"'s", "'d", "being"}:
        return True
    if following in lexicon.verbs and following not in lexicon.adjectives:
        return True
    wanting = following in _WANTING and behind != "for"
    return wanting or (following in SAME_PAST and _measured(tokens, index + 2))


def _doing_waits(done: list[Token]) -> bool:
    """Return whether a doing waits for its verb: "keeping more bees **harms** the wild ones"."""
    clause = done[clause_start(done) :]
    return bool(clause) and clause[0].tag == "G" and all(t.tag not in "VXMI" for t in clause)


def _several_wait(done: list[Token], lexicon: Lexicon) -> bool:
    """Return whether several wait for their verb: "people who live in the city **pay**"."""
    pronoun = next((i for i, token in enumerate(done) if token.tag == "W"), 0)
    if not pronoun or not matrix_waits(done):
        return False
    head = done[pronoun - 1]
    return is_plural(head, lexicon) or head.lower == "those"


def _names_doers(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Return whether a plural opens with its verb ahead: "melatonin **supplements** help most"."""
    if index != 1 or len(tokens) < index + 3:
        return False
    verb, behind = tokens[index + 1].lower, tokens[index + 2].lower
    base = verb_forms(verb, lexicon)[:1] == ((verb, "base"),)
    return base and verb not in lexicon.adjectives and behind in _DEFINITE


def _measured(tokens: list[Token], index: int) -> bool:
    """Return whether a figure or a comparison stands here: "heat pumps cost **more**"."""
    word = tokens[index].lower if index < len(tokens) else ""
    return word in {"more", "less"} or word in CURRENCIES or NUMBER.match(word) is not None


def _after_boundary(
    tokens: list[Token], index: int, done: list[Token], lemma: str, form: str, lexicon: Lexicon
) -> str:
    """After a conjunction or comma a verb reads as one where the clause already has a verb."""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if matrix_waits(done):
        ahead = lemma in lexicon.verbs or object_ahead(tokens, index + 1, lexicon)
        return "V" if ahead and following != "of" else ""
    has_verb = any(token.tag in "VXM" for token in done)
    measured = has_verb and _figure_ahead(tokens, index + 1)
    if measured and tokens[index].lower in SAME_PAST:
        return "V"
    waits = following in lexicon.verbs and following not in lexicon.adjectives
    if not has_verb or (form == "s" and waits):
        return ""
    if lemma in lexicon.verbs or (form == "s" and done[-1].tag == "R"):
        return "V"
    if following in _ADVERBIAL and predicate_added(done, form, lexicon):
        return "V"
    last_verb = next((token for token in reversed(done) if token.tag in "VXMT"), None)
    # "Has two floors and **houses** a shop", but "has bells and lights everywhere".
    having = last_verb is not None and last_verb.lower in {"has", "is"} and last_verb.tag == "X"
    having = having and form == "s" and (measured or following in DETERMINERS)
    same_form = last_verb is not None and (
        (form == "s") == (having or (last_verb.lower.endswith("s") and last_verb.tag == "V"))
    )
    past = last_verb is not None and (
        last_verb.lower.endswith(("ed", "was", "were", "had")) or last_verb.lower in PAST_ONLY
    )
    bare_object = (form == "s" or (past and tokens[index].lower in SAME_PAST)) and (
        measured or (following[:1].isalpha() and following not in _NO_OBJECTS)
    )
    if same_form and done[-1].tag in "R-" and done[-2].tag == "C":
        return "V"
    if same_form and form == "s" and lemma == "last" and following in PREPOSITIONS:
        return "V"
    return "V" if same_form and (bare_object or following in _OPENING_OBJECTS) else ""
