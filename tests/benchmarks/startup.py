"""What a command takes before it does anything, and for a small collection."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator

from material import CORPUS
from measuring import Row, seconds, seconds_of, times

import factcheck as fc


def rows() -> Iterator[Row]:
    """Yield commands against starting Python, with their milliseconds."""
    command = (sys.executable, "-m", "factcheck")
    check = ("check", str(CORPUS / "ketamine"), "--quiet")
    bare = seconds_of((sys.executable, "-c", "pass"))
    python = f"starting Python, {_milliseconds(bare)}"
    # An installer compiles what it installs, a checkout may forbid to keep what was compiled.
    with tempfile.TemporaryDirectory() as compiled:
        installed = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        anew = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": "1"}
        for name, words, environment in (
            ("factcheck check corpus/ketamine`, nothing compiled", check, anew),
            ("factcheck --version`", ("--version",), installed),
            ("factcheck check corpus/ketamine`", check, installed),
        ):
            taken = seconds_of((*command, *words), environment)
            yield Row(f"`{name}, {_milliseconds(taken)}", times(taken / bare), python)
    corpus = fc.read(CORPUS / "ketamine")
    warm, _ = seconds(lambda: fc.check(corpus))
    yield Row("the same in a warm process", times(warm / taken), "the whole command")


def _milliseconds(taken: float) -> str:
    return f"{taken * 1000:.0f} ms"
