"""Finite verbs with their auxiliaries."""

from __future__ import annotations

from factcheck.extraction.function_words import SAME_PAST
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.model.frozen import immutable

_CATENATIVE = frozenset(
    "help continue begin start tend seem appear fail try aim need want manage cease prove"
    " come go get refuse neglect struggle threaten intend attempt happen serve use plan hope vote"
    " decide agree promise offer propose".split()
)


_PAST = frozenset(["was", "were", "had", "did"])
_BEFORE_INFINITIVE = frozenset("able unable likely unlikely set due".split())


@immutable(auto_attribs=True, frozen=True)
class VerbGroup:
    """A verb with its auxiliaries, as token positions.

    ``first`` and ``last`` bound the group; ``main`` is the verb that carries the meaning;
    ``chain`` holds the verbs that lead up to it ("fails to", "is believed to").
    """

    first: int
    last: int
    main: int
    passive: bool = False
    copula: bool = False
    chain: tuple[int, ...] = ()


def is_past(tokens: list[Token], verb: VerbGroup) -> bool:
    """Return whether a verb is in the past by its form: "was", "sailed", "cut"."""
    first = tokens[verb.first]
    if first.tag != "V":
        return first.lower in _PAST
    changed = first.lower != first.lemma and not first.lower.endswith("s")
    return changed or first.lower.endswith("ed") or first.lower in SAME_PAST


def verb_groups(tokens: list[Token], lexicon: Lexicon) -> list[VerbGroup]:
    """Return the finite verb groups of a tagged sentence, in order."""
    groups: list[VerbGroup] = []
    index = 0
    while index < len(tokens):
        joined = _joined_participle(tokens, index, groups) if tokens[index].tag == "P" else None
        if joined is not None:
            groups.append(joined)
            index += 1
        elif tokens[index].tag in "XMV" and _is_finite(tokens, index, groups):
            group = _group(tokens, index, lexicon)
            groups.append(group)
            index = group.last + 1
        else:
            index += 1
    return groups


def _joined_participle(
    tokens: list[Token], index: int, groups: list[VerbGroup]
) -> VerbGroup | None:
    """Return a second participle under one auxiliary: "was built in May **and lit** in June"."""
    if not groups:
        return None
    before = index - 1
    while before > 0 and tokens[before].tag == "R":
        before -= 1
    shared = groups[-1]
    has_auxiliary = tokens[shared.first].tag in "XM" and tokens[shared.main].tag == "P"
    if tokens[before].tag != "C" or not has_auxiliary or before <= shared.last + 1:
        return None
    return VerbGroup(before + 1, index, index, passive=shared.passive)


def _is_finite(tokens: list[Token], index: int, groups: list[VerbGroup]) -> bool:
    """Return whether a verb is finite: no infinitive, nor joined to one ("to adjust and adapt")."""
    token = tokens[index]
    if token.lower in {"being", "having", "been"}:
        return False
    if _is_infinitive(tokens, index):
        return False
    before = index - 1
    while before >= 0 and tokens[before].tag == "R":
        before -= 1
    if before < 0 or tokens[before].tag != "C" or token.tag != "V" or token.lower != token.lemma:
        return True
    last = next((i for i in range(before, -1, -1) if tokens[i].tag in "VGP"), None)
    joined = last is not None and _is_infinitive(tokens, last)
    return not joined or bool(groups and groups[-1].main == last)


def _is_infinitive(tokens: list[Token], index: int) -> bool:
    before = index - 1
    while before >= 0 and tokens[before].tag == "R":
        before -= 1
    return before >= 0 and tokens[before].tag == "T"


def _group(tokens: list[Token], first: int, lexicon: Lexicon) -> VerbGroup:
    last = main = first
    passive = False
    chain: list[int] = []
    index = first
    if tokens[first].tag != "V":
        index += 1
        while index < len(tokens):
            token = tokens[index]
            if token.tag in "R-":
                index += 1
            elif token.tag == "X" and token.lower not in {"'s"}:
                main = last = index
                index += 1
            elif token.tag in "VPG" and _continues(tokens, main, index):
                passive = token.tag == "P" and tokens[main].lemma == "be"
                main = last = index
                break
            else:
                break
        if tokens[main].tag in "XM":
            last = max(last, _last_negator(tokens, main))
    while True:
        following = _infinitive(tokens, last + 1)
        if following is None or not _leads_on(tokens, main, last, passive, lexicon):
            break
        chain.append(main)
        last = main = following
        passive = tokens[main].tag == "P"
        if tokens[main].tag == "X" and main + 1 < len(tokens) and tokens[main + 1].tag == "P":
            last = main = main + 1
            passive = True
    copula = tokens[main].lemma == "be" or (
        tokens[main].lemma in {"become", "remain", "represent", "constitute"} and not passive
    )
    return VerbGroup(first, last, main, passive, copula, tuple(chain))


def _continues(tokens: list[Token], auxiliary: int, index: int) -> bool:
    lemma, tag = tokens[auxiliary].lemma, tokens[index].tag
    if tag == "V":
        return tokens[auxiliary].tag == "M" or lemma == "do"
    if tag == "G":
        return lemma == "be"
    return lemma in {"be", "have"} or tokens[auxiliary].tag == "M"


def _last_negator(tokens: list[Token], index: int) -> int:
    last = index
    while last + 1 < len(tokens) and tokens[last + 1].tag == "-":
        last += 1
    return last


def _infinitive(tokens: list[Token], index: int) -> int | None:
    """Return the position of the verb in "to (adverb) verb" at ``index``."""
    while index < len(tokens) and tokens[index].tag in "R-A" and tokens[index].lower != "to":
        if tokens[index].tag == "A" and tokens[index].lower not in _BEFORE_INFINITIVE:
            return None
        index += 1
    if index + 1 >= len(tokens) or tokens[index].tag != "T":
        return None
    index += 1
    while index < len(tokens) and tokens[index].tag == "R":
        index += 1
    return index if index < len(tokens) and tokens[index].tag in "VX" else None


def _leads_on(tokens: list[Token], main: int, last: int, passive: bool, lexicon: Lexicon) -> bool:
    lemma = tokens[main].lemma
    if passive:
        return lemma in lexicon.reporting_verbs or lemma in lexicon.hedges or lemma in _BELIEF
    if lemma in {"be", "have"} and tokens[last + 1].tag == "T":
        return True
    if lemma == "be":
        return tokens[last + 1].tag == "A"
    if lemma == "use" and tokens[main].lower != "used":
        return False
    return lemma in _CATENATIVE or lemma in lexicon.hedges or lemma in lexicon.negative_verbs


_BELIEF = frozenset(
    "believe think know expect assume consider suppose show find see prove design mean intend"
    " estimate allege rumour understand hold accept".split()
)
