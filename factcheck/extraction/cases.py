"""When and in which case a clause holds, by the other clauses of its sentence."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary
from factcheck.extraction.tokens import Token
from factcheck.extraction.verb_groups import is_past

INVERTED = frozenset("had should were".split())
"""What sets a condition in front of its subject: "**had** it rained", "**should** you wish"."""
CONDITIONAL = frozenset(["if", "unless"]) | INVERTED
_STATING = frozenset(["main", "independent", "coordinate"])
_UNREAL = frozenset(["would", "could", "should"])
_TIMED = frozenset(["when", "before", "after"])
_ORDERING = frozenset(["before", "after"])
LIMITING = frozenset(["if", "unless", "when", "whenever"])
_DELIMITING = frozenset("before after until till".split())
_BESIDE = frozenset(["while", "when"])
_AWAITING = LIMITING | _DELIMITING | {"once"}
"""What opens a clause that tells, in the present, for which case or until when something holds."""


def back_then(tokens: list[Token], clauses: list[Clause], clause: Clause) -> bool:
    """Return whether a past clause is timed by another: "it cost £5 **when it opened**"."""
    verb = clause.verb
    if verb is None or clause.kind not in _STATING:
        return False
    return is_past(tokens, verb) and any(
        other.kind == "adverbial" and tokens[other.start].lower == "when" for other in clauses
    )


def timed_by(
    tokens: list[Token], clauses: list[Clause], clause: Clause, vocabulary: Vocabulary
) -> list[str]:
    """Return what a past clause is timed by: "it was sold **before the war ended**".

    That is ``event:term`` for what came about, and ``order:before`` or ``order:after`` where it
    says which came first.
    """
    if clause.verb is None or clause.kind not in _STATING or not is_past(tokens, clause.verb):
        return []
    timing = [
        other
        for other in clauses
        if other.kind == "adverbial"
        and other.verb is not None
        and tokens[other.start].lower in _TIMED
        and (other.parent < 0 or clauses[other.parent] is clause)
    ]
    if len(timing) != 1:
        return []
    word = tokens[timing[0].start].lower
    terms = vocabulary.content(tokens, timing[0].start + 1, timing[0].end)
    order = [f"order:{word}"] if word in _ORDERING and terms else []
    return [*(f"event:{term}" for term in terms), *order]


def depends(tokens: list[Token], clauses: list[Clause], clause: Clause) -> bool:
    """Return whether a clause holds only under a condition that is set, or did not hold.

    "It would have sunk" says that it did not sink for all that is said.
    """
    verb = clause.verb
    if verb is not None and tokens[verb.first].lower in _UNREAL:
        group = tokens[verb.first + 1 : verb.last + 1]
        if group and any(token.lower == "have" for token in group[:-1]):
            return True
    return clause.kind in _STATING and any(
        other.kind == "adverbial" and tokens[other.start].lower in CONDITIONAL for other in clauses
    )


def cases(
    tokens: list[Token], clauses: list[Clause], clause: Clause, vocabulary: Vocabulary
) -> list[str]:
    """Return in which case something holds, in the present: "the pump stops **once it is full**".

    They are ``case:term``, for what has come about then, or goes on beside it: "alcohol must be
    avoided **while taking the drug**".
    """
    if clause.kind not in _STATING:
        return []
    past = clause.verb is not None and is_past(tokens, clause.verb)
    return [
        f"case:{term}"
        for other in clauses
        if (
            other.kind == "adverbial"
            and _awaits(tokens, other)
            and tokens[other.start].lower not in _DELIMITING
        )
        or (other.kind == "participial" and not past and tokens[other.start].lower in _BESIDE)
        for term in vocabulary.content(tokens, other.start + 1, other.end)
    ]


def only_supposed(tokens: list[Token], clauses: list[Clause], clause: Clause) -> bool:
    """Return whether a clause is the condition of another: "**if it is full**, the pump stops".

    So is, in the present, when something comes about: "the pump stops **once it is full**". "**When
    it was full**, the pump stopped" tells what came about.
    """
    if clause.kind != "adverbial" or clause.verb is None:
        return False
    narrows = clause.start > 0 and tokens[0].tag == "P"
    if not (narrows or any(other.kind in _STATING for other in clauses)):
        return False
    opening = tokens[clause.start].lower
    return opening in CONDITIONAL or _measure(tokens, clause) == "far" or _awaits(tokens, clause)


def _measure(tokens: list[Token], clause: Clause) -> str:
    """Return up to what a clause says that another holds: "**as long as** it rains"; else ""."""
    for low in (clause.start - 2, clause.start):
        words = [token.lower for token in tokens[low : low + 3]] if low >= 0 else []
        if words[:1] in (["as"], ["so"]) and words[2:] == ["as"]:
            return words[1]
    return ""


def _awaits(tokens: list[Token], clause: Clause) -> bool:
    """Return whether a clause tells, in the present, in which case another holds."""
    measured = _measure(tokens, clause) in {"soon", "long"}
    awaiting = measured or tokens[clause.start].lower in _AWAITING
    return awaiting and clause.verb is not None and not is_past(tokens, clause.verb)
