"""The verbs of clauses in which none was seen: "men **lost** their lives", "tides **rise**"."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.clause import TIMES
from factcheck.extraction.function_words import CURRENCIES
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_forms import verb_forms
from factcheck.extraction.words_so_far import is_plural, joined_nouns, previous
from factcheck.lexicon import Lexicon

_OBJECTS = frozenset("my your his her its our their me us him them".split())
_TIMING = frozenset("before after until till".split())
_JOINING = frozenset("if unless when whenever once as".split()) | _TIMING


def with_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return tagged tokens in which clauses without a finite verb have their likeliest one."""
    tokens = [
        evolve(token, tag="V") if token.tag == "P" and _acts(tokens, index) else token
        for index, token in enumerate(tokens)
    ]
    tokens = _with_joined_verbs(tokens, lexicon)
    if any(token.tag in "VXM" for token in tokens):
        return _with_plural_verbs(tokens, lexicon)
    for index, token in enumerate(tokens):
        if token.tag == "P" and index > 0 and tokens[index - 1].tag in "NOR":
            return [*tokens[:index], evolve(token, tag="V"), *tokens[index + 1 :]]
    for index in range(_last_verb(tokens), 0, -1):
        lemma = _likely_verb(tokens, index, lexicon)
        if lemma:
            verb = evolve(tokens[index], tag="V", lemma=lemma)
            return _with_plural_verbs([*tokens[:index], verb, *tokens[index + 1 :]], lexicon)
    return _with_plural_verbs(tokens, lexicon)


def _with_joined_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
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
        rest = (*out[:begin], *out[stop:])
        if begin > 1 and out[0].tag in "DO" and not any(token.tag in "VXM" for token in rest):
            out = _with_verb(out, 0, begin, lexicon)
        if token.lower in _TIMING and _only_verb_behind(out, begin):
            out = [*out[:begin], evolve(token, tag="I"), *out[begin + 1 :]]
    return out


def _only_verb_behind(tokens: list[Token], index: int) -> bool:
    """Return whether the verb behind a noun phrase is that of the one in front of ``index``.

    "The days **before** the war were calm" are timed by the war and not by its being calm.
    """
    before, behind = tokens[:index], tokens[index:]
    apart = any(token.tag in "VXMSWPG" or not token.is_word for token in before)
    if apart or not any(token.tag in "NO" for token in before) or before[0].tag not in "DNAO#":
        return False
    verb = next((i for i, token in enumerate(behind) if token.tag in "VXM"), len(behind))
    once = before[-1].lemma in TIMES and not before[-1].has_plural_ending
    parted = once or sum(token.tag == "D" for token in behind[:verb]) > 1
    rest = [token for token in behind[verb:] if token.tag not in "R-"]
    group = next((i for i, token in enumerate(rest) if token.tag not in "VXMP"), len(rest))
    return not parted and not any(token.tag in "VXM" for token in rest[group:])


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


def _with_plural_verbs(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
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
    finite = (
        i
        for i in range(begin, end)
        if tokens[i].tag in "VXMWP" and (i == 0 or tokens[i - 1].tag != "T")
    )
    if begin >= end or next(finite, None) is not None:
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
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        ends = index + 1 == end or tokens[index + 1].tag in "DOIR#A-" or following in CURRENCIES
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
