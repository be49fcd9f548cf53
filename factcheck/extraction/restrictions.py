"""Relative clauses that tell of which among several something is said."""

from __future__ import annotations

from attrs import evolve

from factcheck.extraction.clause import Clause
from factcheck.extraction.conditions import PEOPLE, WHICH
from factcheck.extraction.phrases import Vocabulary, rendered
from factcheck.extraction.tokens import Token
from factcheck.extraction.words_so_far import is_plural

_ANY = frozenset(["any", "each", "every", "no"])
_ANYBODY = frozenset("those anyone anybody everyone everybody someone somebody".split())
_ANY_KIND = frozenset("possible available known common usual typical likely necessary".split())
"""What may be said of all of a kind: "side effects that are **possible**"."""
_SEVERAL = frozenset("most many some few all several other".split())
UNSAID = "restriction:several"
"""The condition of a claim that holds of nobody known: "cars **that run on diesel**"."""

_STATING = frozenset(["main", "independent", "coordinate", "complement"])


def is_restrictive(tokens: list[Token], relative: Clause) -> bool:
    """Return whether a relative clause only tells which of several is meant.

    None does that behind a comma, a name, or "is a" ("Berg is **a** painter who toured"), and none
    that is about what such words are in apposition to ("Berg, a painter who toured").
    """
    before = tokens[relative.start - 1] if relative.start else None
    if relative.kind != "relative" or before is None:
        return False
    opener = relative.cover[0]
    if relative.subject[1] <= opener and not tokens[opener - 1].is_word:
        return False
    told = tokens[opener].lower in {"a", "an"} and opener > 0 and tokens[opener - 1].lemma == "be"
    opens = relative.start == 1 and (before.lemma in PEOPLE or before.has_plural_ending)
    return (before.text[0].islower() or opens) and not told


def restrictions(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the conditions of a relative clause that only tells which of several is meant."""
    if not is_restrictive(tokens, clause):
        return ()
    own = clause.subject[0] == clause.cover[0]
    unsaid = own and _unknown(tokens, clause, vocabulary)
    return ("restriction:relative", UNSAID) if unsaid else ("restriction:relative",)


def _unknown(tokens: list[Token], relative: Clause, vocabulary: Vocabulary) -> bool:
    """Return whether a relative clause picks some of a kind, and none that are known.

    "Traditional therapies that take months" are known by what they are called.
    """
    opener, head = tokens[relative.cover[0]], tokens[relative.start - 1]
    if head.lower in _ANYBODY:
        return True
    alone = relative.cover[0] == relative.start - 1
    some = opener.lower in _SEVERAL and tokens[relative.cover[0] + 1].lower != "of"
    return is_plural(head, vocabulary.lexicon) and (alone or some)


def restriction(
    tokens: list[Token], clauses: list[Clause], clause: Clause, vocabulary: Vocabulary
) -> Clause | None:
    """Return the relative clause that picks out some of those a clause speaks of, if one does.

    It may limit the subject ("members **who paid late** were fined") or the object ("the council
    banned cars **that run on diesel**"). One thing that is known ("the tram that runs to the
    port") stays the same without it.
    """
    if clause.kind not in _STATING or clause.verb is None:
        return None
    low, high = clause.subject
    for relative in clauses:
        if relative is clause or not is_restrictive(tokens, relative):
            continue
        opener = relative.cover[0]
        if relative.start == high and low <= opener < high:
            several = is_plural(tokens[relative.start - 1], vocabulary.lexicon)
            if several or tokens[opener].lower in _ANY or _unknown(tokens, relative, vocabulary):
                return relative
        behind = relative.start == clause.end and opener == clause.verb.last + 1
        if behind and not clause.verb.copula and _unknown(tokens, relative, vocabulary):
            return relative
    return None


def restricting(
    tokens: list[Token], relative: Clause | None, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return of which a clause is said, as ``which:term``, by what a relative clause tells them.

    Its verb tells it where nothing else does.
    """
    if relative is None or relative.verb is None:
        return ()
    behind = tokens[relative.verb.last + 1 : relative.end]
    if relative.verb.copula and all(token.lower in _ANY_KIND for token in behind):
        return ()
    besides = [token.lower for token in behind if token.tag in "#%R"]
    terms = [*vocabulary.content(behind, 0, len(behind)), *besides]
    told = terms or vocabulary.content(tokens, relative.start, relative.end)
    return tuple(f"{WHICH}:{term}" for term in dict.fromkeys(told))


def in_words(
    tokens: list[Token], clause: Clause, relative: Clause, subject: str
) -> tuple[str, Clause]:
    """Return the subject of a clause and the clause, with the words that a relative clause adds."""
    if relative.start == clause.subject[1]:
        return f"{subject} {rendered(tokens, relative.start, relative.end)}", clause
    return subject, evolve(clause, end=relative.end)
