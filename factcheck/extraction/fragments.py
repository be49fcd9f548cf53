"""Phrases without a verb that state something together with what stands before them.

"How long is it? **About 80 metres.**", "The line serves: **the harbour**", "**Height: 36 m**".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from factcheck.extraction.answers import before_verb, behind_subject
from factcheck.extraction.function_words import BE, DO, HAVE, MODALS
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.tokens import Token
from factcheck.extraction.words_so_far import is_plural
from factcheck.lexicon import Lexicon

_AUXILIARIES = BE | HAVE | DO | MODALS
_OPENERS = frozenset("I#RDNA%.")
_LONGEST_LABEL = 4
"""Words that a label has at most; what is longer in front of a colon is a phrase of its own."""

_SHORTEST_QUESTION = 4
_YEAR = 4
_ALONE = frozenset(["when", "where", "who", "what"])
_WITH_PHRASE = frozenset(["how"])
_INTRODUCING = (["the", "following"], ["as", "follows"], ["these"])


def is_fragment(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase has no finite verb but what describes one of its nouns."""
    words = [token for token in tokens if token.is_word]
    if not words or words[0].tag not in _OPENERS or words[0].lower in {"yes", "no"}:
        return False
    end = next((i for i, token in enumerate(tokens) if token.tag in "WS"), len(tokens))
    return not any(token.tag in "VXM" for token in tokens[:end])


def _signs(tokens: list[Token]) -> bool:
    """Return whether words say who wrote what follows a heading: "By Ada Holm"."""
    return tokens[0].lower == "by" and len(tokens) > 1 and tokens[1].is_name


def _describes(tokens: Sequence[Token]) -> bool:
    """Return whether the only verb is a participle behind a noun: "A drink **made** of milk"."""
    verbs = [index for index, token in enumerate(tokens[:-1]) if token.tag in "VXM"]
    return (
        tokens[0].lower in {"a", "an"}
        and len(verbs) == 1
        and tokens[verbs[0]].lower != tokens[verbs[0]].lemma
        and not tokens[verbs[0]].lower.endswith("s")
        and tokens[verbs[0] + 1].tag == "I"
    )


def answered_in_part(question: list[Token], answer: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the statement that a question with "how", "when" or "who" and its answer make.

    Empty where they make none. The words of the question take up no room, so that the statement
    quotes the answer.
    """
    first = next((i for i, token in enumerate(question) if token.tag not in "C."), len(question))
    asked = _silent(question[first:], answer[0].start) if answer else []
    answers = (is_fragment(answer) or _describes(answer)) and not _signs(answer)
    if len(asked) < _SHORTEST_QUESTION or not answers:
        return []
    said = [token for token in answer if token.lower != "."]
    if said[0].tag in "DIR":
        said[0] = evolve(said[0], text=said[0].lower)
    statement = _stated(asked, said, lexicon)
    return _untagged([token for token in statement if token.lower != "?"])


def _stated(asked: list[Token], said: list[Token], lexicon: Lexicon) -> list[Token]:
    word, second = asked[0].lower, asked[1].lower
    if word in {"who", "what"} and (asked[1].tag == "V" or (second in BE and asked[2].tag in "PG")):
        return [*said, *asked[1:]]
    place = next((i for i in range(1, len(asked)) if asked[i].lower in _AUXILIARIES), len(asked))
    phrase, rest = asked[1:place], asked[place:]
    if word not in (_WITH_PHRASE if phrase else _ALONE):
        return []
    if second in {"many", "much"} and len(phrase) > 1:
        verb = next((i for i, token in enumerate(phrase) if token.tag == "V"), len(phrase))
        said = _with_noun(said, phrase[1:verb])
        if verb < len(phrase):
            return [*said, *phrase[verb:], *rest]
    stop = behind_subject(rest, lexicon) if rest else 0
    if rest and rest[0].lower in DO:
        stop = before_verb(rest, lexicon) or stop
    about, predicate = rest[1:stop], rest[stop:-1]
    if not about or about[0].lower in {"i", "you"}:
        return []
    if not predicate and len(phrase) == 1 and phrase[0].tag == "A":
        said = _with_adjective(said, phrase[0])
    if word == "when" and said[0].tag == "#" and len(said[0].text) == _YEAR:
        said = [evolve(said[0], text="in", lower="in", end=said[0].start), *said]
    return [*about, rest[0], *predicate, *said]


def _with_noun(said: list[Token], noun: list[Token]) -> list[Token]:
    """Return an answer with what it counts: "About 40" people."""
    number = next((i for i, token in enumerate(said) if token.tag in "#%"), None)
    if number is None or (number + 1 < len(said) and said[number + 1].tag in "NA#"):
        return said
    return [*said[: number + 1], *noun, *said[number + 1 :]]


def _with_adjective(said: list[Token], adjective: Token) -> list[Token]:
    """Return an answer with what it measures: "About 80 metres" long."""
    number = next((i for i, token in enumerate(said) if token.tag in "#%"), None)
    if number is None:
        return said
    end = number + 1
    while end < len(said) and said[end].tag in "#N%":
        end += 1
    return [*said[:end], adjective, *said[end:]] if end > number + 1 else said


def listed(stem: list[Token], item: list[Token]) -> list[Token]:
    """Return the statement that an item completes: "The line serves:" and "the harbour".

    Only behind a verb or a preposition, or what announces a list; empty otherwise.
    """
    if not stem or stem[-1].lower != ":" or not is_fragment(item):
        return []
    lead = stem[:-1]
    for words in _INTRODUCING:
        if [token.lower for token in lead[-len(words) :]] == words:
            lead = lead[: -len(words)]
    opened = lead and (lead[-1].tag in "VI" or lead[-1].lower in BE)
    subject = any(token.tag in "NO" for token in lead)
    verb = any(token.tag in "VX" for token in lead)
    if not (opened and subject and verb):
        return []
    return _untagged([*_silent(lead, item[0].start), *item])


def labelled(tokens: list[Token], read: tuple[Quantity, ...], lexicon: Lexicon) -> list[Token]:
    """Return the statement of a label and its value: "Height: 36 m"; empty where there is none.

    The value has to be a quantity of some kind, since anything may follow a colon.
    """
    colon = next((i for i, token in enumerate(tokens) if token.lower == ":"), 0)
    label, value = tokens[:colon], tokens[colon + 1 :]
    if not 0 < colon <= _LONGEST_LABEL or not value or not is_fragment(value):
        return []
    named = all(token.tag in "DNAG" for token in label) and label[-1].tag == "N"
    first = next((one for one in read if one.start >= tokens[colon].start), None)
    if not named or first is None or first.scale in {"ordinal", "count"}:
        return []
    if any(token.tag not in "R.ID" for token in value if token.end <= first.start):
        return []
    copula = "are" if is_plural(label[-1], lexicon) else "is"
    be = Token(copula, value[0].start, value[0].start, copula)
    return _untagged([*label, be, *value])


def _silent(tokens: list[Token], at: int) -> list[Token]:
    """Return tokens that take up no room in the source, those of another sentence."""
    return [evolve(token, start=at, end=at) for token in tokens]


def _untagged(tokens: list[Token]) -> list[Token]:
    """Return tokens to be read as a statement, silent ones where those before them end."""
    out: list[Token] = []
    at = min((token.start for token in tokens), default=0)
    for token in tokens:
        begin, end = (token.start, token.end) if token.start < token.end else (at, at)
        out.append(evolve(token, start=begin, end=end, tag="", lemma=""))
        at = end
    return out
