"""Whom or what a clause is about, also where "it", "there" or "whose" stands in its place."""

from __future__ import annotations

from factcheck.extraction.clause import TIMES, Clause
from factcheck.extraction.clause_view import Locate
from factcheck.extraction.discourse import Discourse
from factcheck.extraction.entities import possessive
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase, rendered
from factcheck.extraction.scopes import Place
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import VerbGroup
from factcheck.extraction.words_so_far import is_plural
from factcheck.model import Mention

_SPANS = TIMES | {"long", "while", "age"}
_SINGLE = frozenset(["one", "each", "every", "either", "neither"])
_AMOUNTS = frozenset(
    "number majority minority handful couple lot plenty range variety third quarter half".split()
)
"""Nouns that leave it to what they are of whether several are meant: "a number of pupils"."""


def subject_of(
    tokens: list[Token],
    clause: Clause,
    discourse: Discourse,
    vocabulary: Vocabulary,
    locate: Locate,
) -> Mention | None:
    """Return the subject of a clause, which later pronouns may stand for."""
    low, high = clause.subject
    if is_expletive(tokens, clause):
        _bring_up(tokens, clause, discourse, vocabulary, locate)
        return None
    if low >= high:
        if clause.kind in {"main", "coordinate", "participial"} and discourse.main:
            entity = discourse.main
            place = locate(Place(clause.start, clause.start + 1))
            return Mention(entity.text, place, entity.terms, resolved=True)
        return None
    span = locate(Place(low, high))
    if clause.kind == "relative" and high - low == 1 and tokens[low].lower == "those":
        return Mention(tokens[low].text, span, ())
    mention = discourse.mention(tokens, low, high, span)
    if clause.kind == "relative" and tokens[low - 1].lower == "whose":
        mention = _owned(tokens, clause, mention, discourse, locate)
    thing = any(token.tag in "NO#GD" for token in tokens[low:high])
    if thing and clause.kind in {"main", "independent", "complement", "adverbial"}:
        named = _is_named(tokens, low, high, vocabulary)
        plural = _is_plural(tokens, low, high, vocabulary)
        discourse.remember(mention, plural, named, _says(tokens, clause, vocabulary))
    return mention


def _says(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> bool:
    """Return whether the subject tells or thinks something: "critics **say** that"."""
    if clause.verb is None:
        return False
    lemma, lexicon = tokens[clause.verb.main].lemma, vocabulary.lexicon
    return lemma in lexicon.reports or lemma in lexicon.reporting_verbs


def _bring_up(
    tokens: list[Token],
    clause: Clause,
    discourse: Discourse,
    vocabulary: Vocabulary,
    locate: Locate,
) -> None:
    """Note what there is, which the next sentence may speak of: "there is **a pool**. It …"."""
    if clause.verb is None or tokens[clause.subject[0]].lower != "there":
        return
    low = start = clause.verb.last + 1
    while start < clause.end and tokens[start].tag in "%R":
        start += 1
    _, high = noun_phrase(tokens, start, clause.end)
    if start < high and tokens[high - 1].tag == "N":
        mention = discourse.mention(tokens, low, high, locate(Place(low, high)))
        discourse.remember(mention, _is_plural(tokens, low, high, vocabulary))


def _is_plural(tokens: list[Token], low: int, high: int, vocabulary: Vocabulary) -> bool:
    """Return whether a subject is several, going by its head: "the **price** of tickets"."""
    words = tokens[low:high]
    first = words[0].lower
    if words[0].tag == "G" or first in _SINGLE:
        return False
    if any(token.lower in {"and", "they", "these", "those"} for token in words):
        return True
    head = head_position(tokens, low, high)
    while head is not None and tokens[head].lemma in _AMOUNTS and head + 1 < high:
        part = head_position(tokens, head + 2, high) if tokens[head + 1].lower == "of" else None
        if part is None:
            break
        head = part
    return is_plural(tokens[high - 1 if head is None else head], vocabulary.lexicon)


def _is_named(tokens: list[Token], low: int, high: int, vocabulary: Vocabulary) -> bool:
    """Return whether a subject holds a name; its first word may open the sentence."""
    return any(
        token.tag == "N" and token.text[0].isupper() and (index > low or low > 0)
        for index, token in enumerate(tokens[low:high], start=low)
    ) or (low == 0 and _opens_with_name(tokens, high, vocabulary))


def _opens_with_name(tokens: list[Token], high: int, vocabulary: Vocabulary) -> bool:
    """Return whether a sentence begins with a name, going by what is no common word."""
    if high > 1:
        return tokens[1].text[0].isupper()
    word = tokens[0].lower
    lexicon = vocabulary.lexicon
    common = word in lexicon.noun_verbs or word in lexicon.adjectives or word in lexicon.generic
    return tokens[0].tag == "N" and not common and not word.endswith("s")


def _owned(
    tokens: list[Token], clause: Clause, mention: Mention, discourse: Discourse, locate: Locate
) -> Mention:
    """Return what "whose" makes of a subject: "the pilot **whose boat** sank"."""
    low, high = clause.cover[0], clause.start
    while high > low and not tokens[high - 1].is_word:
        high -= 1
    if low >= high:
        return mention
    owner = discourse.mention(tokens, low, high, locate(Place(low, high)))
    terms = (*owner.terms, *mention.terms)
    return Mention(f"{possessive(owner.text)} {mention.text}", mention.span, terms, True)


def extraposed(
    tokens: list[Token], clause: Clause, vocabulary: Vocabulary, locate: Locate
) -> Mention | None:
    """Return the subject that stands behind: "it took a year **to build the mill**".

    None where it says when something begins to work ("to see the effects"), which is no
    doing of its own.
    """
    verb = clause.verb
    takes = verb is not None and tokens[verb.main].lemma == "take"
    if verb is None or not takes or not is_expletive(tokens, clause):
        return None
    for low in range(verb.last + 2, clause.end - 2):
        if tokens[low - 1].lower == "for":
            return None
        if tokens[low].lower != "to" or tokens[low + 1].tag not in "VN":
            continue
        terms = vocabulary.content(tokens, low + 1, clause.end)
        effects = map(vocabulary.terms.of, vocabulary.lexicon.effects)
        if len(terms) < 2 or not set(terms).isdisjoint(effects):
            return None
        words = rendered(tokens, low + 1, clause.end)
        return Mention(words, locate(Place(low + 1, clause.end)), terms)
    return None


def is_impersonal(tokens: list[Token], clause: Clause) -> bool:
    """Return whether the subject stands for nothing: "it is thought that"."""
    low, high = clause.subject
    passive = clause.verb is not None and (clause.verb.passive or clause.verb.copula)
    return low >= high or (high - low == 1 and tokens[low].lower == "it" and passive)


def _takes_time(tokens: list[Token], clause: Clause, verb: VerbGroup) -> bool:
    """Return whether a clause says how long something takes: "it **takes** weeks to build"."""
    behind = tokens[verb.last + 1 : clause.end]
    first = next((token for token in behind if token.tag == "N" or token.lemma in _SPANS), None)
    timed = first is not None and first.lemma in _SPANS
    timed = timed or any(token.tag == "T" for token in behind)
    return tokens[verb.main].lemma == "take" and timed


def is_expletive(tokens: list[Token], clause: Clause) -> bool:
    """Return whether "it" or "there" stands for nothing: "it takes weeks", "there is"."""
    low, high = clause.subject
    verb = clause.verb
    if verb is None or high - low != 1:
        return False
    word = tokens[low].lower
    if word == "there" or (word == "it" and _takes_time(tokens, clause, verb)):
        return True
    behind = tokens[verb.last + 1 : clause.end]
    told = word == "it" and verb.copula and len(behind) > 1 and behind[0].tag == "A"
    return told and (
        behind[1].tag == "T"
        or (behind[1].lower == "that" and behind[1].tag == "S")
        or (behind[1].lower == "for" and any(token.tag == "T" for token in behind))
    )
