"""Polarity, certainty and attribution of a clause, each with the words that decided it."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase
from factcheck.extraction.places import Places, within
from factcheck.extraction.scopes import Place, Scoped
from factcheck.extraction.tokens import Token
from factcheck.model import Certainty, CueKind, Polarity


def negation(
    tokens: list[Token], clause: Clause, scopes: list[Scoped]
) -> tuple[Polarity, Place | None]:
    """Return whether a clause denies its proposition, and the cue.

    Two denials cancel each other ("did not fail to" affirms); a determiner on the object adds
    nothing to one that stands before it.
    """
    if clause.verb is None:
        return Polarity.AFFIRMED, None
    found = [one.cue for one in scopes if _denies(tokens, clause, one)]
    if len(found) > 1 and tokens[found[-1].start].tag == "D" and found[-1].start > clause.verb.last:
        found = found[:-1]
    found += _cancelling(tokens, clause, found)
    return (Polarity.NEGATED, found[0]) if len(found) % 2 else (Polarity.AFFIRMED, None)


def _denies(tokens: list[Token], clause: Clause, one: Scoped) -> bool:
    """Return whether a denial is of this clause, or opens the subject that it shares."""
    if one.denied is None:
        return False
    shared = clause.kind == "coordinate" and clause.subject == one.denied.subject
    return one.denied == clause or (
        shared and one.cue.start in {clause.subject[0], clause.subject[0] - 1}
    )


def _cancelling(tokens: list[Token], clause: Clause, places: list[Place]) -> list[Place]:
    """Return what takes a negator back.

    "Never leaves without locking" affirms, and so does "did not open until May".
    """
    if len(places) != 1 or clause.verb is None:
        return []
    return [
        Place(index, index + 1)
        for index in range(clause.verb.last + 1, clause.end - 1)
        if tokens[index].lower in {"until", "till"}
        or (tokens[index].lower in {"without", "unless"} and tokens[index + 1].tag == "G")
    ][:1]


def hedging(
    tokens: list[Token], start: int, end: int, scopes: list[Scoped]
) -> tuple[Certainty, Place | None]:
    """Return how firmly the words commit, and the hedge that weakens them."""
    for one in scopes:
        if (
            one.kind is CueKind.SPECULATION
            and start <= one.cue.start < end
            and tokens[one.cue.end - 1].tag != "N"
            and not _compares_chances(tokens, one.cue)
        ):
            return Certainty.HEDGED, one.cue
    return Certainty.ASSERTED, None


def _compares_chances(tokens: list[Token], cue: Place) -> bool:
    """Return whether "likely" tells how often rather than how surely: "twice as likely to fall"."""
    compared = cue.start > 0 and tokens[cue.start - 1].lower in {"more", "less", "as", "equally"}
    return compared and tokens[cue.start].lower == "likely"


def _names_doubt(tokens: list[Token], cue: Place) -> bool:
    """Return whether a hedge is a noun without the content it is of: "the possibility of rain"."""
    content = cue.end < len(tokens) and tokens[cue.end].lower in {"to", "that"}
    return tokens[cue.start].tag == "N" and not content


def distanced(start: int, end: int, places: Places) -> Place | None:
    """Return the words that mark a position as reported but not shared, if there are any."""
    found = next(within(places, "distancing", start, end), None)
    return Place(*found) if found else None


def invented(tokens: list[Token], low: int, high: int, vocabulary: Vocabulary) -> Place | None:
    """Return the head of a phrase where it names what need not tell the truth: "a novel"."""
    head = head_position(tokens, *noun_phrase(tokens, low, high))
    made_up = head is not None and tokens[head].lemma in vocabulary.lexicon.inventions
    return Place(head, head + 1) if head is not None and made_up else None


_DENYING = frozenset("deny refute disprove dispute reject doubt dismiss debunk".split())
_SAYING = frozenset("say report claim state mention mean imply announce write tell".split())
_PROVING = frozenset("show prove demonstrate establish confirm".split())
_NOBODY = frozenset(["nobody", "none"])
_CLAIMING = frozenset(
    "claim allege contend insist argue maintain believe think suppose fear complain object suspect"
    " assert pretend imagine".split()
)


def framed(
    tokens: list[Token],
    matrix: Clause,
    inner: Clause,
    scopes: list[Scoped],
    places: Places,
    vocabulary: Vocabulary,
) -> tuple[bool, bool]:
    """Return whether a frame turns its content into the opposite, and whether it leaves it open.

    "He denied that X" and "it is not true that X" say the opposite; "she did not say that X"
    and "critics claim that X" leave open whether the source holds X.
    """
    assert matrix.verb is not None
    lemma = tokens[matrix.verb.main].lemma
    negated = negation(tokens, matrix, scopes)[0] is Polarity.NEGATED
    between = tokens[matrix.verb.last + 1 : inner.start]
    # The first of them is the verb's object, and its determiner counted with the clause.
    negated ^= any(t.lower in vocabulary.lexicon.negative_determiners for t in between[1:])
    negated ^= any(within(places, "falsehoods", matrix.verb.last + 1, inner.start))
    if lemma in _DENYING:
        return not negated, False
    low, high = matrix.subject
    personal = not matrix.verb.passive and low < high
    unfounded = invented(tokens, low, high, vocabulary) is not None
    open_claim = personal and (lemma in _CLAIMING or unfounded)
    unproved = lemma in _PROVING and any(t.lower in _NOBODY for t in tokens[low:high])
    if negated and (lemma in _SAYING or unproved):
        return False, True
    return negated, open_claim and not negated


def reports(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> bool:
    """Return whether a clause only introduces what somebody says or what is thought."""
    if clause.verb is None:
        return False
    lemma = tokens[clause.verb.main].lemma
    lexicon = vocabulary.lexicon
    behind = tokens[clause.verb.last + 1 : clause.end]
    denies = lemma in _DENYING and any(token.lemma in lexicon.reports for token in behind)
    said = lemma in lexicon.reporting_verbs or lemma in lexicon.hedges
    return said or denies or clause.verb.copula
