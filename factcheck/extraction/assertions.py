"""Which clauses of a sentence state something of their own."""

from __future__ import annotations

from factcheck.extraction import cues
from factcheck.extraction.attribution import reports
from factcheck.extraction.clause import Clause, is_cleft, object_gap
from factcheck.extraction.function_words import AUXILIARIES
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.quantities import Quantity
from factcheck.extraction.scopes import Scoped
from factcheck.extraction.tokens import Token
from factcheck.model import Polarity

_INDEFINITE = frozenset("a an any no other".split())
_ADVISING = frozenset(["must", "should", "ought", "may", "can"])
_PARTING = frozenset([";", ":", "–", "—"])
_BESIDE = frozenset(["while", "when", "before", "after"])
_CHECKING = frozenset(["check", "test"])
_LIKEWISE = frozenset(["neither", "nor", "so"])
"""What opens a clause that says as much of another: "**neither** does the ferry"."""
_EACH = frozenset("every each any all no".split())
_WHOEVER = frozenset(["anyone", "anybody", "everyone", "everybody", "whoever", "nobody"])


def asserted(
    tokens: list[Token], clauses: list[Clause], scopes: list[Scoped], vocabulary: Vocabulary
) -> list[Clause]:
    """Return the clauses that do more than introduce, point at or narrow what others say."""
    introduced = {
        clause.parent
        for clause in clauses
        if clause.kind == "complement"
        and clause.parent >= 0
        and reports(tokens, clauses[clause.parent], vocabulary)
    }
    return [
        clause
        for index, clause in enumerate(clauses)
        if not (
            clause.kind == "content"
            or index in introduced
            or _only_opens(tokens, clauses, index, vocabulary)
            or _only_points(tokens, clauses, index)
            or _narrows_denial(tokens, clauses, clause, scopes)
            or _says_whoever(tokens, clause)
            or _by_whoever(tokens, clauses, clause)
            or _asks(tokens, clause)
            or _is_looked_for(tokens, clauses, clause)
        )
    ]


def _only_points(tokens: list[Token], clauses: list[Clause], index: int) -> bool:
    """Return whether a clause is the first half of "it was X who …"."""
    return is_cleft(tokens, clauses[index]) and any(
        later.kind == "relative" and later.parent == index for later in clauses
    )


def _only_opens(
    tokens: list[Token], clauses: list[Clause], index: int, vocabulary: Vocabulary
) -> bool:
    """Return whether a clause says nothing but what follows it: "which **means** that …"."""
    clause = clauses[index]
    children = [one for one in clauses if one.parent == index]
    told = any(one.kind == "complement" for one in children) or _refers(tokens, clause, vocabulary)
    behind = tokens[clause.verb.last + 1 : clause.end] if clause.verb else []
    return told and all(token.lower == "out" for token in behind)


def _refers(tokens: list[Token], clause: Clause, vocabulary: Vocabulary) -> bool:
    """Return whether a clause only names who says so: "**as studies show**, zinc is safe"."""
    said = clause.verb is not None and (
        tokens[clause.verb.main].lemma in vocabulary.lexicon.reporting_verbs
    )
    return said and clause.kind == "adverbial" and tokens[clause.start].lower == "as"


def _says_whoever(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a relative clause tells whom a rule is for: "anyone **who travels**".

    It tells which of a kind are meant too: not all trees are felled in "every tree **that is**".
    """
    words = {token.lower for token in tokens[clause.cover[0] : clause.start]}
    each = tokens[clause.cover[0]].lower in _EACH and tokens[clause.start - 1].lower != ","
    return clause.kind == "relative" and (each or not words.isdisjoint(_WHOEVER))


def _by_whoever(tokens: list[Token], clauses: list[Clause], clause: Clause) -> bool:
    """Return whether a participle is of whoever follows a rule, whom the sentence does not name.

    "Alcohol must be avoided **while taking the drug**": it is not alcohol that takes it.
    """
    parent = clauses[clause.parent] if clause.parent >= 0 else None
    if clause.kind != "participial" or parent is None or parent.verb is None:
        return False
    advised = any(
        token.lower in _ADVISING for token in tokens[parent.verb.first : parent.verb.main]
    )
    return advised and parent.verb.passive and tokens[clause.start].lower in _BESIDE


def _asks(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a clause asks the reader for something: "it is long; **allow six hours**"."""
    if clause.kind != "coordinate" or tokens[clause.start - 1].lower not in _PARTING:
        return False
    opening = tokens[clause.start]
    return opening.tag == "V" and opening.lower == opening.lemma


def _is_looked_for(tokens: list[Token], clauses: list[Clause], clause: Clause) -> bool:
    """Return whether a clause tells what is looked for, or what a word or a sign stands for.

    "The guard checks **that the door is locked**" leaves open whether it is, and so does what
    somebody says of a sign that the sentence does not name: "Indicates **that the tank is empty**".
    """
    parent = clauses[clause.parent] if clause.parent >= 0 else None
    if clause.kind != "complement" or parent is None or parent.verb is None:
        return False
    if tokens[parent.verb.main].lemma in _CHECKING:
        return True
    return parent.kind == "main" and parent.verb.first == 0 and tokens[0].tag == "V"


def leaves_out(tokens: list[Token], clause: Clause, read: tuple[Quantity, ...]) -> bool:
    """Return whether a clause stops at its auxiliary: "they stay **as they are**"."""
    verb = clause.verb
    if verb is None or verb.passive or tokens[verb.main].lower not in AUXILIARIES:
        return False
    behind = tokens[verb.main + 1 : clause.end]
    likewise = tokens[clause.start].lower in _LIKEWISE and verb.first == clause.start + 1
    if likewise and behind and behind[0].tag in "DNO":
        return True
    figures = {quantity.start for quantity in read}
    said = any(
        token.is_word and (token.tag not in "R-" or token.start in figures) for token in behind
    )
    return not said and object_gap(tokens, clause) is None


def narrowing(
    tokens: list[Token],
    clauses: list[Clause],
    clause: Clause,
    scopes: list[Scoped],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """Return the terms of the relative clauses that tell what exactly a clause denies."""
    return tuple(
        term
        for other in clauses
        if _narrows_denial(tokens, clauses, other, scopes) and clauses[other.parent] is clause
        for term in vocabulary.content(tokens, other.start, other.end)
    )


def _narrows_denial(
    tokens: list[Token], clauses: list[Clause], clause: Clause, scopes: list[Scoped]
) -> bool:
    """Return whether a clause tells of what kind there is none: "there is no bridge that …"."""
    if clause.kind != "relative" or clause.parent < 0 or not _restricts(tokens, clause):
        return False
    opener = tokens[clause.cover[0]]
    polarity, _ = cues.negation(tokens, clauses[clause.parent], scopes)
    bare = opener.tag == "N" and not opener.is_name
    return polarity is Polarity.NEGATED and (bare or opener.lower in _INDEFINITE)


def _restricts(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a relative clause stands without a comma before it."""
    return clause.start > 0 and tokens[clause.start - 1].is_word
