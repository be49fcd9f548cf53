"""Whose value a quantity is, where that is not the subject: "a 75-minute **crossing**"."""

from __future__ import annotations

from factcheck.extraction.phrases import noun_phrase
from factcheck.extraction.placed import Placed

_SELLING = frozenset(["sell", "offer"])
_SPANS = frozenset("age delay duration interval lifetime period span stretch term time".split())


def holder(placed: Placed) -> tuple[str, ...]:
    """Return the terms of what a quantity is the value of, where that is not the subject."""
    for read in (_named_by_measure, _measured_behind, paid_for):
        found = read(placed)
        if found:
            return found
    return ()


def _named_by_measure(placed: Placed) -> tuple[str, ...]:
    """Read "a 75-minute **crossing**", "an 80-seat **ferry**"."""
    tokens, low, high = placed.tokens, *placed.clause.subject
    start = placed.after
    if start < len(tokens) and tokens[start].lower == "-":
        start += 2
    joined = start > placed.after or "-" in placed.quantity.text
    if not joined or low <= placed.index < high or not _determined(placed, placed.index):
        return ()
    held = noun_phrase(tokens, start, placed.clause.end)
    if held[0] < held[1] and tokens[held[1] - 1].lower in _SPANS:
        return ()
    return placed.vocabulary.content(tokens, *held)


def _measured_behind(placed: Placed) -> tuple[str, ...]:
    """Read "a **crossing** of 75 minutes"; what only names a span of time is no holder."""
    tokens, stop = placed.tokens, placed.index
    while stop > placed.clause.start and tokens[stop - 1].tag in "RA":
        stop -= 1
    low = stop - 1
    if placed.quantity.scale != "duration" or stop < 2 or tokens[low].lower != "of":
        return ()
    if tokens[low - 1].tag not in "NG" or tokens[low - 1].lower in _SPANS:
        return ()
    return _before(placed, low)


def paid_for(placed: Placed) -> tuple[str, ...]:
    """Read "sells **a bottle** for £3", "spent £7 million on **the bridge**"."""
    tokens, verb = placed.tokens, placed.clause.verb
    if not placed.quantity.scale.startswith("money:") or verb is None or verb.passive:
        return ()
    if placed.verb == "spend" and placed.behind == "on":
        start = placed.after + 1
        return placed.vocabulary.content(tokens, *noun_phrase(tokens, start, placed.clause.end))
    sold = placed.verb in _SELLING and tokens[placed.index - 1].lower in {"for", "at"}
    return _before(placed, placed.index - 1) if sold else ()


def _before(placed: Placed, stop: int) -> tuple[str, ...]:
    """Return the terms of the noun phrase of the object that ends before ``stop``."""
    verb = placed.clause.verb
    first = verb.last + 1 if verb is not None else placed.clause.start
    low = stop
    while low > first and placed.tokens[low - 1].tag in "NAG#":
        low -= 1
    timed = placed.quantity.scale == "duration"
    if timed and not _determined(placed, low):
        return ()
    return placed.vocabulary.content(placed.tokens, low, stop)


def _determined(placed: Placed, low: int) -> bool:
    """Return whether a determiner opens the noun phrase around ``low``: no "ten-year cycles"."""
    while low > placed.clause.start and placed.tokens[low - 1].tag in "ARN":
        low -= 1
    return low > 0 and placed.tokens[low - 1].tag == "D"
