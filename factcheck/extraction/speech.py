"""Clauses that only tell who spoke: "The ferry is late," **said the pilot**."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.phrases import Vocabulary, noun_phrase
from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable

_CLOSING_QUOTES = frozenset(["”", '"', "’", "'"])
_QUOTES = _CLOSING_QUOTES | {"“", "‘"}
_TELLING = frozenset(
    "say tell add explain write reply remark warn note report announce state argue claim insist"
    " believe think suggest show indicate find estimate".split()
)


@immutable(auto_attribs=True, frozen=True)
class Speech:
    """Who says what stands before.

    Attributes:
        frame: the clause that tells it.
        speaker: token positions of who speaks; empty where nobody is named.
        goes_on: whether a quotation opens again behind it.
    """

    frame: Clause
    speaker: tuple[int, int]
    goes_on: bool = False


def speech(tokens: list[Token], clauses: list[Clause], vocabulary: Vocabulary) -> Speech | None:
    """Return the clause that only tells who says what the sentence states before it, if any."""
    for index, clause in enumerate(clauses):
        if clause.verb is None or clause.verb.first == 0 or clause.verb.passive:
            continue
        lemma = tokens[clause.verb.main].lemma
        behind = clause.verb.last + 1
        before = tokens[clause.verb.first - 1].lower
        if lemma in vocabulary.lexicon.reporting_verbs and before in _CLOSING_QUOTES:
            return Speech(clause, noun_phrase(tokens, behind, clause.end))
        following = clauses[index + 1] if index + 1 < len(clauses) else clause
        around = behind < len(tokens) and tokens[behind].lower == "," and clause.kind == "main"
        resumed = following.kind == "main" or (
            following.kind == "independent" and tokens[following.start - 1].lower == ","
        )
        if around and resumed and following.parent == index and lemma in _TELLING:
            return Speech(clause, clause.subject, goes_on=True)
        if not index or lemma not in _TELLING or clauses[index - 1].kind == "adverbial":
            continue
        if before == "," and lemma == "say" and tokens[min(behind, clause.end - 1)].tag in "ND":
            return Speech(clause, noun_phrase(tokens, behind, clause.end))
        apart = tokens[clause.start - 1].lower in _CLOSING_QUOTES | {","}
        rest = tokens[behind : clause.end]
        says_no_more = not rest or rest[0].tag in "I#.R" or lemma == "tell"
        says_no_more = says_no_more or (rest[0].is_name and len(rest) == 1)
        told = any(one.parent == index and one.kind == "complement" for one in clauses)
        if apart and says_no_more and not told and clause.kind == "independent":
            again = any(token.lower in _QUOTES for token in tokens[behind : behind + 2])
            return Speech(clause, clause.subject, goes_on=again)
    return None
