"""When what has a name began and ended: "Ada Lind (3 May 1802 – 9 June 1871)"."""

from __future__ import annotations

from factcheck.extraction.quantities import Quantity
from factcheck.extraction.tokens import Token
from factcheck.lexicon import Lexicon
from factcheck.model import Interval
from factcheck.model.frozen import immutable

BEGINNING = ("birth", "event:birth", "event:foundation", "event:start")
ENDING = ("death", "event:death", "event:dissolution", "event:end")
"""A person's dates and those of a firm or a war are written alike; the events that another claim
names tell which it is."""

LONGEST_NAME = 10
LONGEST_BRACKET = 40
"""Tokens; a name with its titles, and a bracket with a pronunciation and a name at birth."""

_BORN = frozenset(["born", "b", "né", "née"])
_DIED = frozenset(["died", "d", "†"])
_JOINING = frozenset("of the de del della di da van von der den la le du al el bin ibn".split())
_DATING = frozenset("c ca circa in on about or and around / - – — − . , : ;".split())
_DASHES = frozenset("-–—−")


@immutable(auto_attribs=True, frozen=True)
class Lifespan:
    """A name and the bracket behind it, as character offsets of the passage.

    Attributes:
        name: first character of the name and one past its last.
        bracket: the opening bracket and one past the closing one.
        only: ``born`` or ``died`` where the bracket gives one of the two; else empty.
    """

    name: tuple[int, int]
    bracket: tuple[int, int]
    only: str = ""


def lifespans(tokens: list[Token], lexicon: Lexicon) -> tuple[list[Token], tuple[Lifespan, ...]]:
    """Return the tokens of a sentence without the brackets that hold lifespans, and these."""
    kept: list[Token] = []
    found: list[Lifespan] = []
    index = 0
    while index < len(tokens):
        close = _closing(tokens, index) if tokens[index].lower == "(" else None
        low = _name(tokens, index) if close is not None else index
        only = _dates(tokens[index + 1 : close], low == 0, lexicon) if low < index else None
        if close is None or only is None:
            kept.append(tokens[index])
            index += 1
            continue
        stop = index - 1 if tokens[index - 1].lower == "," else index
        name = (tokens[low].start, tokens[stop - 1].end)
        found.append(Lifespan(name, (tokens[index].start, tokens[close].end), only))
        index = close + 1
    return kept, tuple(found)


def _closing(tokens: list[Token], opening: int) -> int | None:
    stop = min(len(tokens), opening + LONGEST_BRACKET)
    return next((i for i in range(opening + 1, stop) if tokens[i].lower == ")"), None)


def _name(tokens: list[Token], end: int) -> int:
    """Return where the name begins that ends before ``end``; ``end`` where there is none."""
    low = end
    while low > max(0, end - LONGEST_NAME):
        word = tokens[low - 1]
        title = word.lower == "," or word.text[0].isdigit() or word.lower in _JOINING
        if not (word.text[0].isupper() or title):
            break
        low -= 1
    while low < end and not tokens[low].text[0].isupper():
        low += 1
    return low


def _dates(inside: list[Token], opens: bool, lexicon: Lexicon) -> str | None:
    """Return what a bracket's dates are of: "born", "died", "" for both; None for no lifespan.

    The dates stand behind the last semicolon. Two bare years are a lifespan only behind a name
    that opens the sentence: "the Rovers (1940–1943)" tells when somebody played for them.
    """
    cut = max((i + 1 for i, token in enumerate(inside) if token.lower == ";"), default=0)
    dates = inside[cut:]
    words = {token.lower for token in inside}
    plain = all(
        token.text[0].isdigit()
        or token.lower in lexicon.months
        or token.lower in _DATING | _BORN | _DIED
        for token in dates
    )
    years = [t for t in dates if t.is_year]
    if not plain or not years or len(years) > 3:
        return None
    born, died = words & _BORN, words & _DIED
    dashes = sum(token.lower in _DASHES or token.lower == "--" for token in dates)
    if dashes == 0:
        return "born" if born and not died else "died" if died and not born else None
    exact = any(token.lower in lexicon.months for token in dates)
    return "" if dashes <= 2 and (exact or born or opens) else None


def ends(
    lifespan: Lifespan, read: tuple[Quantity, ...]
) -> list[tuple[Quantity, Interval, tuple[str, ...]]]:
    """Return the days that a lifespan's bracket names, each with the events they can be of."""
    low, high = lifespan.bracket
    named = [
        (quantity, days)
        for quantity in read
        if quantity.scale == "date" and low <= quantity.start < high
        for days in quantity.named
    ]
    if lifespan.only:
        events = BEGINNING if lifespan.only == "born" else ENDING
        return [(*one, events) for one in named[-1:]]
    if len(named) == 2:
        return [(*named[0], BEGINNING), (*named[1], ENDING)]
    return [(*one, ENDING) for one in named if one[0].end == high - 1]
