"""Scores of games and votes, which are two figures and no range: "won 26-1", "a 2–2 draw"."""

from __future__ import annotations

from factcheck.extraction.quantities.grammar import Grammar
from factcheck.extraction.quantities.listing import listed
from factcheck.extraction.quantities.nouns import plural
from factcheck.extraction.quantities.units import read_simple_unit
from factcheck.extraction.quantities.words import Words

_DASHES = frozenset("-–‐‑")
_CONTESTS = listed(
    "win won beat beaten lose lost draw drew defeat defeated victory loss score scoreline tie tied"
    " lead led majority vote verdict"
)
_NEAR = 5
_MOST = 1000


def past_score(words: Words, at: int, grammar: Grammar) -> int:
    """Return the token after the score that begins at one; 0 where there is none.

    A range begins with the smaller of its numbers; what does not is a score, and so is what stands
    near a word for winning, losing or voting: "won 3-5", but "won 3-5 games".
    """
    first, second = words.literal(at), words.literal(at + 2)
    glued = words.lows[at + 1] in _DASHES and words.glued(at + 1) and words.glued(at + 2)
    if first is None or second is None or not glued:
        return 0
    whole = all(words.words[place].isdigit() for place in (at, at + 2))
    after = at + 3
    more = words.lows[after] in _DASHES and words.glued(after)
    if not whole or more or not max(first, second) < _MOST:
        return 0
    if words.lows[after] == "%" or read_simple_unit(words, after, grammar) is not None:
        return 0
    near = [*words.lows[max(at - _NEAR, 0) : at], *words.lows[after : after + 2]]
    told = not plural(words.lows[after]) and not _CONTESTS.isdisjoint(near)
    return after if first > second or told else 0
