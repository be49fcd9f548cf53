"""Questions that the next sentence answers with yes or no, as the statements they amount to."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.function_words import AUXILIARIES, DO, MODALS
from factcheck.extraction.tagging import tag
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_forms import verb_forms
from factcheck.lexicon import Lexicon

_INVERTING = frozenset(["nor", "neither"])
_SHORTEST_DENIAL = 3


def answered(question: list[Token], answer: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens of what a tagged question and its answer state; none where they do not.

    "Does zinc shorten colds? No, it does not." states that zinc does not shorten colds: the
    auxiliary moves behind the subject, and a "no" follows it as its "not".
    """
    reply = next((token for token in answer if token.is_word), None)
    if reply is None or reply.lower not in {"yes", "no"} or not question:
        return []
    if len(answer) > 1 and answer[1].is_word and answer[1].tag not in "OXM":
        return []
    if question[0].lower not in AUXILIARIES:
        return []
    behind = behind_subject(question, lexicon)
    if question[0].lower in DO | MODALS:
        behind = before_verb(question, lexicon) or behind
    rest = [token for token in question[behind:] if token.lower != "?"]
    if behind < 2 or not rest:
        return []
    denial = [evolve(reply, text="not", lower="not")] if reply.lower == "no" else []
    auxiliary = evolve(question[0], text=question[0].lower)
    moved = [*question[1:behind], auxiliary, *denial, *rest]
    return [evolve(token, tag="", lemma="") for token in moved]


def uninverted(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return an inverted denial in the order of a statement; other sentences as they are.

    "Nor does tea help." states that tea does not help. Its words are tagged to find its subject,
    and come without tags.
    """
    opening = tokens[0].lower if len(tokens) > _SHORTEST_DENIAL else ""
    if opening not in _INVERTING or tokens[1].lower not in AUXILIARIES:
        return tokens
    inverted = tag(tokens[1:], lexicon)
    behind = behind_subject(inverted, lexicon)
    if inverted[0].lower in DO | MODALS:
        behind = before_verb(inverted, lexicon) or behind
    if behind < 2:
        return tokens
    denial = evolve(tokens[0], text="not", lower="not")
    return [*tokens[2 : behind + 1], tokens[1], denial, *tokens[behind + 1 :]]


def before_verb(question: list[Token], lexicon: Lexicon) -> int:
    """Return the position of the verb that "do" leads up to; 0 where none stands out."""
    for index in range(2, len(question)):
        base = any(form == "base" for _, form in verb_forms(question[index].lower, lexicon))
        opens = index + 1 == len(question) or question[index + 1].tag in "DIOAN#.R"
        if base and question[index - 1].tag in "NOR" and opens:
            return index
    return 0


def behind_subject(question: list[Token], lexicon: Lexicon) -> int:
    """Return the position behind the noun phrase that follows the auxiliary."""
    index = 1
    while index < len(question):
        token, before = question[index], question[index - 1]
        describes = token.tag != "N" or token.lower in lexicon.adjectives
        ended = index > 1 and before.tag in "NO" and describes
        if ended and token.lower != "of":
            return index
        if token.tag not in "DAQ#NO" and token.lower != "of":
            return 0
        index += 1
    return 0
