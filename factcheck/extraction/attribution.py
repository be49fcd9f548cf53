"""Who says what a clause says, and whether the source shares it."""

from __future__ import annotations

from factcheck.extraction import cues
from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, head_position, noun_phrase, rendered
from factcheck.extraction.places import Places, within
from factcheck.extraction.scopes import Place, Scoped
from factcheck.extraction.speech import Speech
from factcheck.extraction.tokens import Token
from factcheck.model import Polarity

_DENYING = frozenset("deny refute disprove dispute reject doubt dismiss debunk".split())
_SAYING = frozenset(
    "say report claim state mention mean imply announce write tell indicate signal".split()
)
_PROVING = frozenset("show prove demonstrate establish confirm".split())
_NOBODY = frozenset(["nobody", "none"])
_CLAIMING = frozenset(
    "claim allege contend insist argue maintain believe think suppose fear complain object suspect"
    " assert pretend imagine".split()
)


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


def matrix_of(
    tokens: list[Token], clauses: list[Clause], clause: Clause, vocabulary: Vocabulary
) -> Clause | None:
    """Return the clause that introduces this one as somebody's words or belief."""
    if clause.kind != "complement" or clause.parent < 0:
        return None
    parent = clauses[clause.parent]
    return parent if reports(tokens, parent, vocabulary) else None


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
    negated = cues.negation(tokens, matrix, scopes)[0] is Polarity.NEGATED
    between = tokens[matrix.verb.last + 1 : inner.start]
    # The first of them is the verb's object, and its determiner counted with the clause.
    negated ^= any(t.lower in vocabulary.lexicon.negative_determiners for t in between[1:])
    negated ^= any(within(places, "falsehoods", matrix.verb.last + 1, inner.start))
    if lemma in _DENYING:
        return not negated, False
    low, high = matrix.subject
    personal = not matrix.verb.passive and low < high
    unfounded = _invented(tokens, low, high, vocabulary) is not None
    open_claim = personal and (lemma in _CLAIMING or unfounded)
    unproved = lemma in _PROVING and any(t.lower in _NOBODY for t in tokens[low:high])
    if negated and (lemma in _SAYING or unproved):
        return False, True
    return negated, open_claim and not negated


def attributed(
    tokens: list[Token],
    clause: Clause,
    matrix: Clause | None,
    spoken: Speech | None,
    places: Places,
    vocabulary: Vocabulary,
) -> tuple[str, bool, bool]:
    """Return who says so, whether the source shares it, and whether it is reported."""
    distance = _distance(tokens, clause, matrix, places, vocabulary)
    holder = ""
    if matrix is not None and matrix.subject[0] < matrix.subject[1]:
        words = rendered(tokens, *matrix.subject)
        holder = "" if words.lower() in {"it", "this", "there"} else words
    if not holder and spoken is not None and (clause.start < spoken.frame.start or spoken.goes_on):
        holder = rendered(tokens, *spoken.speaker)
        distance = distance or _distance(tokens, spoken.frame, None, places, vocabulary)
    opening = " ".join(token.lower for token in tokens[:2])
    if opening == "according to":
        stop = next((i for i, t in enumerate(tokens) if t.lower == ","), 2)
        holder = rendered(tokens, 2, stop)
    verb = clause.verb
    passive_report = verb is not None and any(
        tokens[i].lemma in vocabulary.lexicon.reporting_verbs for i in verb.chain
    )
    return holder, distance is None, bool(holder) or passive_report or matrix is not None


def _distance(
    tokens: list[Token],
    clause: Clause,
    matrix: Clause | None,
    places: Places,
    vocabulary: Vocabulary,
) -> Place | None:
    """Return the words by which the source keeps away from what it reports."""
    if matrix is not None:
        low, high = matrix.start, clause.end
    elif clause.verb is not None:
        opening = tokens[clause.start]
        fronted = opening.lower in {"according", "in"}
        fronted = fronted or opening.lemma in vocabulary.lexicon.inventions
        low = clause.start if fronted else clause.verb.first
        high = min(clause.end, clause.verb.last + 4)
    else:
        return None
    found = _within(tokens, low, high, vocabulary) or _distanced(low, high, places)
    contrary = found is not None and "contrary" in {
        token.lower for token in tokens[max(0, found.start - 3) : found.start]
    }
    return None if contrary else found


def _within(tokens: list[Token], low: int, high: int, vocabulary: Vocabulary) -> Place | None:
    """Return what the words open with that need not tell the truth: "in an old **play**".

    What goes on in "the play" is told of the play itself.
    """
    opening = [token.lower for token in tokens[low : low + 2]]
    if opening[:1] != ["in"] or opening[1:] not in (["a"], ["an"], ["one"], ["another"]):
        return None
    return _invented(tokens, low + 1, high, vocabulary)


def _distanced(start: int, end: int, places: Places) -> Place | None:
    """Return the words that mark a position as reported but not shared, if there are any."""
    found = next(within(places, "distancing", start, end), None)
    return Place(*found) if found else None


def _invented(tokens: list[Token], low: int, high: int, vocabulary: Vocabulary) -> Place | None:
    """Return the head of a phrase where it names what need not tell the truth: "a novel"."""
    head = head_position(tokens, *noun_phrase(tokens, low, high))
    made_up = head is not None and tokens[head].lemma in vocabulary.lexicon.inventions
    return Place(head, head + 1) if head is not None and made_up else None
