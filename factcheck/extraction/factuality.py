"""Whether a clause is stated or denied, how surely, and whose view it is.

Those are the sides of factuality that FactBank marks (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extraction import cues
from factcheck.extraction.attribution import attributed, framed
from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.places import Places
from factcheck.extraction.scopes import Place, Scoped
from factcheck.extraction.speech import Speech
from factcheck.extraction.tokens import Token
from factcheck.extraction.verdicts import Verdict
from factcheck.model import Certainty, Polarity
from factcheck.model.frozen import immutable


class Factuality(NamedTuple):
    """How a sentence commits to one of its clauses.

    Attributes:
        polarity: whether it affirms or denies the clause.
        negation: the words that deny it.
        certainty: how firmly it commits.
        hedge: the words that weaken it.
        attribution: who says so; empty where the source speaks for itself.
        endorsed: whether the source shares it.
    """

    polarity: Polarity
    negation: Place | None
    certainty: Certainty
    hedge: Place | None
    attribution: str
    endorsed: bool


@immutable(auto_attribs=True, frozen=True)
class Signs:
    """What in a sentence tells how it commits to its clauses.

    Attributes:
        scopes: what its cues reach.
        places: where its cues stand.
        speech: who speaks in it, where somebody is quoted.
        verdict: which report it calls true or false, where it does.
    """

    scopes: list[Scoped]
    places: Places
    speech: Speech | None
    verdict: Verdict | None


def factuality(
    tokens: list[Token],
    clause: Clause,
    matrix: Clause | None,
    signs: Signs,
    vocabulary: Vocabulary,
) -> Factuality:
    """Return how a sentence commits to a clause.

    Args:
        tokens: those of the sentence.
        clause: the clause.
        matrix: the clause that frames it: "he denied that ...".
        signs: what tells it.
        vocabulary: what its words may mean.
    """
    scopes, places = signs.scopes, signs.places
    polarity, negation = cues.negation(tokens, clause, scopes)
    opposite, left_open = (
        framed(tokens, matrix, clause, scopes, places, vocabulary) if matrix else (False, False)
    )
    turning = None
    if opposite and matrix is not None and matrix.verb is not None:
        judged = matrix.verb.copula and tokens[clause.start - 1].lower == "that"
        end = clause.start - 1 if judged else matrix.verb.last + 1
        turning = Place(matrix.verb.first, end)
    verdict = signs.verdict
    if verdict is not None and verdict.denies and clause is verdict.matter:
        turning = verdict.cue
    if turning is not None:
        affirmed = polarity is Polarity.NEGATED
        polarity = Polarity.AFFIRMED if affirmed else Polarity.NEGATED
        negation = None if affirmed else turning
    start = matrix.start if matrix else clause.start
    certainty, hedge = cues.hedging(tokens, start, clause.end, scopes)
    attribution, shared, reported = attributed(
        tokens, clause, matrix, signs.speech, places, vocabulary
    )
    if certainty is Certainty.ASSERTED and reported:
        certainty = Certainty.REPORTED
    endorsed = (shared or turning is not None) and not left_open
    return Factuality(polarity, negation, certainty, hedge, attribution, endorsed)
