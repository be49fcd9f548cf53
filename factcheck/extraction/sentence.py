"""A parsed sentence."""

from __future__ import annotations

from factcheck.extraction.clause import Clause
from factcheck.extraction.lifespans import Lifespan
from factcheck.extraction.places import Places
from factcheck.extraction.tokens import Token
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Sentence:
    """A parsed sentence of a passage.

    Its tokens leave out the brackets that hold lifespans; ``cues`` tells where
    phrases of the lexicon's lists of cues stand among them. Where it says of each member of a list
    something else ("A and B cost £2 and £3 respectively"), ``parts`` says it one by one; ``whole``
    is where the words stand that a part shares with the others.
    """

    tokens: list[Token]
    clauses: list[Clause]
    start: int
    end: int
    skipped: str | None
    cues: Places
    lifespans: tuple[Lifespan, ...] = ()
    parts: tuple[Sentence, ...] = ()
    whole: tuple[int, int] = (0, 0)
