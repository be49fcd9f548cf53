"""Polarity, certainty and attribution of a clause, each with the words that decided it."""

from __future__ import annotations

from attrs import frozen

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.tokens import Token
from factcheck.model import Certainty, Polarity


@frozen
class Place:
    """A range of tokens that decided something."""

    start: int
    end: int


_NOBODY = frozenset(["nobody", "nothing", "none"])
_BOUNDS = frozenset(["more", "less", "fewer", "later", "earlier", "longer", "sooner"])
"""Behind "no" they bound a number: "no more than three" denies nothing."""


def negation(
    tokens: list[Token], clause: Clause, vocabulary: Vocabulary
) -> tuple[Polarity, Place | None]:
    """Return whether a clause denies its proposition, and the cue.

    Counted are negators in the verb group and before the object, negative determiners on the
    subject or the object, and verbs that deny their complement. Two cancel each other ("is not
    without risks" is left to the presence of risks; "did not fail to" affirms).
    """
    if clause.verb is None:
        return Polarity.AFFIRMED, None
    lexicon = vocabulary.lexicon
    exempt = {
        index
        for start, end in vocabulary.cues["not_negative"].places(tokens, clause.start, clause.end)
        for index in range(start, end)
    }
    places = _negative_subject(tokens, clause, vocabulary, exempt)
    counted = {index for place in places for index in range(place.start, place.end)}
    low = max(clause.start, clause.subject[0]) if clause.kind != "relative" else clause.start
    if all(token.tag in "R-" for token in tokens[clause.start : low]):
        low = clause.start
    high = min(clause.end, clause.verb.last + 3)
    high = next((i for i in range(clause.verb.last + 1, high) if not tokens[i].is_word), high)
    for start, end in vocabulary.cues["negators"].places(tokens, low, high):
        if start in exempt or start in counted or tokens[start].tag == "D":
            continue
        if clause.subject[0] <= start < clause.subject[1] or _contrasts(tokens, clause, start):
            continue
        places.append(Place(start, end))
    if not places:
        places += _negative_object(tokens, clause, vocabulary, exempt)
    for index in (*clause.verb.chain, clause.verb.main):
        lemma = tokens[index].lemma
        if lemma in lexicon.negative_verbs and index in clause.verb.chain and index not in exempt:
            places.append(Place(index, index + 1))
    if clause.verb.chain and any(
        tokens[i].lower in {"unable", "unlikely"}
        for i in range(clause.verb.first, clause.verb.last)
    ):
        places.append(Place(clause.verb.first, clause.verb.last))
    places += _cancelling(tokens, clause, places)
    if len(places) % 2 == 0:
        return Polarity.AFFIRMED, None
    return Polarity.NEGATED, places[0]


def _contrasts(tokens: list[Token], clause: Clause, index: int) -> bool:
    """Return whether "not" sets one circumstance against another: "not on Friday but on Monday"."""
    if clause.verb is None or clause.verb.copula or index <= clause.verb.last:
        return False
    rest = tokens[index + 1 : clause.end]
    return bool(rest) and rest[0].tag == "I" and any(token.lower == "but" for token in rest)


def _cancelling(tokens: list[Token], clause: Clause, places: list[Place]) -> list[Place]:
    """Return "without" or "unless" behind a negator: "never leaves without locking" affirms."""
    if len(places) != 1 or clause.verb is None:
        return []
    return [
        Place(index, index + 1)
        for index in range(clause.verb.last + 1, clause.end)
        if tokens[index].lower in {"without", "unless"}
        and index + 1 < clause.end
        and tokens[index + 1].tag == "G"
    ][:1]


def _negative_subject(
    tokens: list[Token], clause: Clause, vocabulary: Vocabulary, exempt: set[int]
) -> list[Place]:
    low, high = clause.subject
    if low >= high:
        return []
    before = tokens[low - 1].lower if low > 0 else ""
    scant = before in {"hardly", "scarcely", "barely"}
    start = low - 1 if scant or before == "not" else low
    width = vocabulary.cues["negative_determiners"].at(tokens, start, high)
    if not width and (scant or tokens[low].lower in _NOBODY):
        width = 1
    return [Place(start, start + width)] if width and start not in exempt else []


def _negative_object(
    tokens: list[Token], clause: Clause, vocabulary: Vocabulary, exempt: set[int]
) -> list[Place]:
    """Return the determiner right behind the verb that denies: "found no effect", "is no bird"."""
    if clause.verb is None:
        return []
    index = clause.verb.last + 1
    if index >= clause.end or index in exempt or tokens[index].tag != "D":
        return []
    bound = index + 1 < clause.end and tokens[index + 1].lower in _BOUNDS
    denies = tokens[index].lower in vocabulary.lexicon.negative_determiners
    return [Place(index, index + 1)] if denies and not bound else []


def hedging(
    tokens: list[Token], start: int, end: int, vocabulary: Vocabulary
) -> tuple[Certainty, Place | None]:
    """Return how firmly the words commit, and the hedge that weakens them."""
    for low, high in vocabulary.cues["hedges"].places(tokens, start, end):
        if tokens[low].lower in {"can", "could"} and _denied(tokens, high):
            continue
        if tokens[low].lower in {"may", "might"} and tokens[low].tag in "N%":
            continue
        if tokens[low].lower == "can" or tokens[low].tag in "N":
            continue
        if tokens[low].tag == "V" and high < len(tokens) and tokens[high].tag in "DN#":
            continue
        return Certainty.HEDGED, Place(low, high)
    return Certainty.ASSERTED, None


def _denied(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].tag == "-"


def distanced(tokens: list[Token], start: int, end: int, vocabulary: Vocabulary) -> Place | None:
    """Return the words that mark a position as reported but not shared, if there are any."""
    found = next(vocabulary.cues["distancing"].places(tokens, start, end), None)
    return Place(*found) if found else None


_DENYING = frozenset("deny refute disprove dispute reject doubt dismiss debunk".split())
_SAYING = frozenset("say report claim state mention mean imply announce write tell".split())
_CLAIMING = frozenset(
    "claim allege contend insist argue maintain believe think suppose fear complain object suspect"
    " assert".split()
)


def framed(
    tokens: list[Token], matrix: Clause, inner: Clause, vocabulary: Vocabulary
) -> tuple[bool, bool]:
    """Return whether a frame turns its content into the opposite, and whether it leaves it open.

    "He denied that X" and "it is not true that X" say the opposite; "she did not say that X"
    and "critics claim that X" leave open whether the source holds X.
    """
    assert matrix.verb is not None
    lemma = tokens[matrix.verb.main].lemma
    negated = negation(tokens, matrix, vocabulary)[0] is Polarity.NEGATED
    between = tokens[matrix.verb.last + 1 : inner.start]
    # The first of them is the verb's object, and its determiner counted with the clause.
    negated ^= any(t.lower in vocabulary.lexicon.negative_determiners for t in between[1:])
    negated ^= any(t.lower in {"untrue", "false", "wrong", "incorrect"} for t in between)
    if lemma in _DENYING:
        return not negated, False
    personal = not matrix.verb.passive and matrix.subject[0] < matrix.subject[1]
    open_claim = personal and lemma in _CLAIMING
    if negated and lemma in _SAYING:
        return False, True
    return negated, open_claim and not negated


def reports(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> bool:
    """Return whether a clause only introduces what somebody says or what is thought."""
    if clause.verb is None:
        return False
    lemma = tokens[clause.verb.main].lemma
    lexicon = vocabulary.lexicon
    return lemma in lexicon.reporting_verbs or lemma in lexicon.hedges or clause.verb.copula
