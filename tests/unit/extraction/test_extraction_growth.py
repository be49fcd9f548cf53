"""Work grows with the text and not with its square, whatever the text is made of."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

import factcheck as fc
from factcheck.reading import corpus_of

MOST = 2.6
"""Calls for twice the text over calls for the text: twice, and something for what comes once."""

TEXTS: dict[str, Callable[[int], str]] = {
    "a long word": lambda n: f"The {'abcdefgh' * n} is old.",
    "a long compound": lambda n: f"The {'ab-' * n}x is old.",
    "commas": lambda n: f"The mill{', the weir' * n} is old.",
    "conjunctions": lambda n: f"The mill{' and the weir' * n} is old.",
    "quotations": lambda n: '"The mill" ' * n + "is old.",
    "open quotations": lambda n: "“The mill " * n + "is old.",
    "numbers": lambda n: f"The mill has {'12 ' * n}wheels.",
    "digits": lambda n: f"The mill has {'1234567890' * n} wheels.",
    "brackets": lambda n: f"The mill {'(' * n}old{')' * n} is red.",
    "open brackets": lambda n: f"The mill {'(a ' * n} is red.",
    "clauses": lambda n: f"The mill is red{', which is old' * n}.",
    "reasons": lambda n: f"The mill is red{' because it is old' * n}.",
    "denials": lambda n: f"The mill is {'not ' * n}red.",
    "points": lambda n: f"The mill is red{'. ' * n}",
    "spaces": lambda n: f"The mill{' ' * 8 * n}is red.",
    "shares": lambda n: f"The mill has {'12 % of ' * n}it.",
    "sentences": lambda n: "The mill is red. " * n,
    "pronouns": lambda n: "The mill is red. It is old. " * n,
    "abbreviations": lambda n: "The mill hall (MH) is red. " * n,
}


def calls(text: str) -> int:
    """Return how many calls it takes to read the claims of a text."""
    corpus = corpus_of([fc.read_text(text)])
    count = 0

    def counting(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        fc.extract(corpus)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("size", [25, 200])
def test_twice_the_text_takes_twice_the_work(kind: str, size: int) -> None:
    text = TEXTS[kind]
    calls(text(2 * size))  # What is worked out once for a word is not counted.
    assert calls(text(2 * size)) <= MOST * calls(text(size))
