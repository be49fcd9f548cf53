"""Polarity and certainty of a clause, each with the words that decided it."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
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
