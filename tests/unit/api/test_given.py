"""What is told where a verb is given something else than it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck as fc
from factcheck.errors import ConfigurationError, CorpusError, FactcheckError, JudgeError
from factcheck.reading import corpus_of

MILL = fc.read_text("The mill was built in 1784.", name="mill.txt")
GUIDE = fc.read_text("The mill was built in 1812.", name="guide.txt")
CORPUS = corpus_of([MILL, GUIDE])
UNCHECKED: Any = fc
"""The library as a script sees it that no type checker has read."""


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda: UNCHECKED.check("mill/"),
            CorpusError,
            "'mill/' is no corpus; factcheck.read makes",
        ),
        (
            lambda: UNCHECKED.extract(Path("mill")),
            CorpusError,
            "factcheck.read makes one of a path.",
        ),
        (lambda: UNCHECKED.verify("It is old.", "mill"), CorpusError, "'mill' is no corpus"),
        (
            lambda: UNCHECKED.check([MILL, GUIDE]),
            CorpusError,
            "factcheck.reading.corpus_of makes one of",
        ),
        (lambda: UNCHECKED.check(MILL), CorpusError, "a Document is no corpus"),
        (lambda: UNCHECKED.check_in_parts("mill", "out"), CorpusError, "factcheck.stream yields"),
        (
            lambda: UNCHECKED.check(CORPUS, {"jobs": 1}),
            ConfigurationError,
            "give factcheck.Settings",
        ),
        (
            lambda: UNCHECKED.quantities("2 mills", "strict"),
            ConfigurationError,
            "settings: 'strict'",
        ),
        (lambda: UNCHECKED.check(CORPUS, judge=len), JudgeError, "method judge(pair)"),
    ],
)
def test_the_message_names_what_was_given_and_what_to_give(
    call: Callable[[], Any], error: type[FactcheckError], message: str
) -> None:
    with pytest.raises(error) as raised:
        call()
    assert message in str(raised.value)


def test_what_the_message_recommends_makes_a_corpus() -> None:
    (dispute,) = fc.check(corpus_of([MILL, GUIDE])).disputes
    assert dispute.sources == ("guide.txt", "mill.txt")
