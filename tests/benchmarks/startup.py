"""What a command takes before it does anything, and for a small collection."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from material import CORPUS
from measuring import Row, seconds, seconds_of, times

import factcheck as fc


def rows() -> Iterator[Row]:
    """Yield commands against starting Python, with their milliseconds."""
    command = (sys.executable, "-m", "factcheck")
    bare = seconds_of((sys.executable, "-c", "pass"))
    python = f"starting Python, {_milliseconds(bare)}"
    for name, words in (
        ("factcheck --version", ("--version",)),
        ("factcheck check corpus/ketamine", ("check", str(CORPUS / "ketamine"), "--quiet")),
    ):
        taken = seconds_of((*command, *words))
        yield Row(f"`{name}`, {_milliseconds(taken)}", times(taken / bare), python)
    corpus = fc.read(CORPUS / "ketamine")
    warm, _ = seconds(lambda: fc.check(corpus))
    yield Row("the same in a warm process", times(warm / taken), "the whole command")


def _milliseconds(taken: float) -> str:
    return f"{taken * 1000:.0f} ms"
