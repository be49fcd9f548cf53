"""Sentences, abbreviations and claims of a text as answers that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from factcheck.evaluation.alike import AlikeSet
from factcheck.evaluation.texts import Things

_WORD = re.compile(r"\w+")
LEVELS = (0.5, 0.7, 0.9)
"""Token F1 from which a claim counts as a subclaim; three of them show how the figures fall."""


def as_sentences(text: str, answer: Any) -> Things:
    """Return the places of sentences, and all of them together: a text is right or wrong."""
    places = []
    at = 0
    for sentence in answer:
        start = text.index(sentence.strip(), at)
        at = start + len(sentence.strip())
        places.append((start, at))
    return {"sentence": frozenset(places), "text": frozenset([tuple(places)])}


def as_abbreviations(text: str, answer: Any) -> Things:
    """Return pairs of a short form and its long form."""
    return {"pair": frozenset((str(short), str(long)) for short, long in answer)}


def as_subclaims(text: str, answer: Any) -> Things:
    """Return claims that are the same where they share enough of their words."""
    claims = [str(one) for one in answer]
    return {f"token F1 ≥ {level}": AlikeSet(claims, _alike_from(level)) for level in LEVELS}


def _alike_from(least: float) -> Callable[[str, str], bool]:
    return lambda a, b: token_f1(a, b) >= least


def token_f1(a: str, b: str) -> float:
    """Return the harmonic mean of the shares of words that two texts have in common.

    >>> token_f1("The dam leaks.", "the old dam leaks")
    0.857...
    """
    first, second = (Counter(_WORD.findall(one.lower())) for one in (a, b))
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if common else 0.0
