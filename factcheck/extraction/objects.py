"""What stands behind a verb: the object of a clause, and what a later "it" may stand for."""

from __future__ import annotations

from factcheck.extraction.clause import TIMES, Clause, object_gap
from factcheck.extraction.clause_view import Locate
from factcheck.extraction.discourse import Discourse
from factcheck.extraction.entities import Entity, definite
from factcheck.extraction.phrases import (
    Vocabulary,
    head_position,
    noun_phrase,
    rendered,
    with_complement,
)
from factcheck.extraction.scopes import Place
from factcheck.extraction.tokens import Token
from factcheck.model import Mention

_OBJECT_PRONOUNS = frozenset(["it", "them", "him", "her"])


def object_of(
    tokens: list[Token],
    clause: Clause,
    excluded: frozenset[int],
    meant: Entity | None,
    vocabulary: Vocabulary,
    locate: Locate,
) -> Mention | None:
    """Return the object of a clause but for what is ``excluded`` from it.

    It begins with what is ``meant`` where it opens with a pronoun.
    """
    gap = object_gap(tokens, clause)
    start, end = _place(tokens, clause)
    if start >= end:
        return None
    kept = [token for i, token in enumerate(tokens[:end]) if i >= start and i not in excluded]
    terms = vocabulary.content(kept, 0, len(kept))
    if gap is not None:
        terms = (*terms, *vocabulary.content(tokens, *gap))
    if meant is not None:
        behind = rendered(tokens, start + 1, end)
        words = f"{definite(meant.text)} {behind}".rstrip()
        return Mention(words, locate(Place(start, end)), (*meant.terms, *terms), resolved=True)
    if not terms:
        return None
    return Mention(rendered(tokens, *(gap or (start, end))), locate(Place(start, end)), terms)


def _place(tokens: list[Token], clause: Clause) -> tuple[int, int]:
    """Return what stands behind the verb, or the antecedent where nothing does."""
    start = clause.verb.last + 1 if clause.verb is not None else clause.start
    end = clause.end
    while end > start and not tokens[end - 1].is_word:
        end -= 1
    return (start, end) if start < end else object_gap(tokens, clause) or (start, start)


def pronoun(tokens: list[Token], clause: Clause) -> int | None:
    """Return the position of the pronoun that is the object of a clause, if it has one."""
    if clause.verb is None or clause.verb.copula or clause.verb.last + 1 >= clause.end:
        return None
    place = clause.verb.last + 1
    tells = [token.lower for token in tokens[place + 1 : place + 2]] == ["that"]
    if tells or tokens[clause.verb.main].lemma in {"say", "think", "believe"}:
        return None
    stands = tokens[place].lower in _OBJECT_PRONOUNS and not _leads_to(tokens, place)
    return place if stands else None


def _leads_to(tokens: list[Token], place: int) -> bool:
    """Return whether "it" stands for what follows: "makes **it** harder to fall asleep"."""
    behind = [token for token in tokens[place + 1 : place + 4] if token.tag not in "RD"]
    judged = [token.tag for token in behind[:1]] == ["A"]
    return (
        tokens[place].lower == "it"
        and judged
        and behind[1:2] != []
        and (behind[1].lower in {"to", "for", "that"})
    )


def meant_by_pronoun(
    tokens: list[Token], clause: Clause, subject: Mention | None, discourse: Discourse
) -> Entity | None:
    """Return what a pronoun right behind the verb stands for: "sold **it** in 1950"."""
    place = pronoun(tokens, clause)
    if place is None:
        return None
    about = subject.text if subject else ""
    return discourse.object_antecedent(tokens[place].lower, about)


def remember_several(
    tokens: list[Token], clause: Clause, discourse: Discourse, vocabulary: Vocabulary
) -> None:
    """Note the things that a clause's object counts or points at: "has **three bells**"."""
    start, end = _place(tokens, clause)
    while start < end - 1 and tokens[start].tag in "IR":
        start += 1
    low, high = noun_phrase(tokens, start, end)
    if tokens[min(high, end - 1)].lower == "of":
        low, high = noun_phrase(tokens, high + 1, end)
    first = tokens[min(low, end - 1)]
    counted = first.tag in "#%" or first.lower == "the"
    if counted and tokens[high - 1].has_plural_ending:
        several = vocabulary.content(tokens, low, high)
        if several:
            discourse.remember_things(rendered(tokens, low, high), several)


def remember_object(
    tokens: list[Token],
    clause: Clause,
    subject: Mention | None,
    discourse: Discourse,
    vocabulary: Vocabulary,
) -> None:
    """Note what stands right behind a verb, which a later "it" may stand for."""
    verb = clause.verb
    if verb is None or verb.copula or verb.passive:
        return
    low = start = verb.last + 1
    while low < clause.end and tokens[low].tag == "%":
        low += 1
    low, high = with_complement(tokens, low, clause.end)
    head = head_position(tokens, low, high)
    if head is None or tokens[head].lemma in TIMES:
        return
    terms = vocabulary.content(tokens, low, high)
    if not terms:
        return
    words = rendered(tokens, start, high)
    plural = tokens[head].has_plural_ending or any(
        token.tag == "C" for token in tokens[low : high + 1]
    )
    about = subject.text if subject else ""
    discourse.remember_object(Entity(words, terms, plural, tokens[head].is_name), about)
