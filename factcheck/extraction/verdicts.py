"""Claims about claims: "reports that the bridge fell are false" denies that the bridge fell."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction import cues
from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.places import Places, phrase_at
from factcheck.extraction.scopes import Place, Scoped
from factcheck.extraction.tokens import Token
from factcheck.model import Polarity
from factcheck.model.frozen import immutable

_ABOUT = frozenset(["of", "about"])


@immutable(auto_attribs=True, frozen=True)
class Verdict:
    """What a sentence says of a report.

    Attributes:
        matter: the clause or phrase that tells the content of the report.
        frame: the clause that judges the report.
        cue: the word that judges it.
        denies: whether the report is called false.
    """

    matter: Clause
    frame: Clause
    cue: Place
    denies: bool


def verdict(
    tokens: list[Token],
    clauses: list[Clause],
    scopes: list[Scoped],
    places: Places,
    vocabulary: Vocabulary,
) -> Verdict | None:
    """Return what a sentence says of a report, where it does so: "reports of floods are untrue"."""
    if not (places.get("falsehoods") or places.get("truths")):
        return None
    for frame in clauses:
        cue = _cue(tokens, frame, places)
        matter = _matter(tokens, clauses, frame, vocabulary) if cue else None
        if cue is None or matter is None:
            continue
        polarity, _ = cues.negation(tokens, frame, scopes)
        false = phrase_at(places, "falsehoods", cue.start, cue.end) > 0
        return Verdict(matter, frame, cue, denies=false is (polarity is Polarity.AFFIRMED))
    return None


def _cue(tokens: list[Token], frame: Clause, places: Places) -> Place | None:
    """Return the word behind a copula that calls something true or false."""
    verb = frame.verb
    if verb is None or not (verb.copula or verb.passive):
        return None
    for index in range(verb.main if verb.passive else verb.last + 1, frame.end):
        for name in ("falsehoods", "truths"):
            end = phrase_at(places, name, index, frame.end)
            if end:
                return Place(index, end)
        if tokens[index].tag not in "RDA-P":
            break
    return None


def _matter(
    tokens: list[Token], clauses: list[Clause], frame: Clause, vocabulary: Vocabulary
) -> Clause | None:
    """Return the content of the report that is the subject of a clause: "that …", "of …"."""
    told = clauses[frame.parent] if frame.parent >= 0 else None
    if told is not None and told.kind == "content":
        return told
    low, high = frame.subject
    for index in range(low, high - 1):
        named = tokens[index].lemma in vocabulary.lexicon.reports
        if named and tokens[index + 1].lower in _ABOUT:
            start = index + 2
            return evolve(
                frame, kind="content", start=start, end=high, subject=(start, start), verb=None
            )
    return None
