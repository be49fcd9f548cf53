"""Work grows with the text and not with its square, whatever the text is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from effort import TWICE, calls, lines

import factcheck as fc
from factcheck.extraction.discourse import Discourse
from factcheck.extraction.entities import Entity
from factcheck.extraction.phrases import Vocabulary
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms
from factcheck.model import Mention, Span
from factcheck.reading import corpus_of

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
    "items": lambda n: "- the mill\n" * n,
    "sentences": lambda n: "The mill is red. " * n,
    "pronouns": lambda n: "The mill is red. It is old. " * n,
    "abbreviations": lambda n: "The mill hall (MH) is red. " * n,
}

LONG = {
    "words": "mill water old bridge ",
    "short words": "a ",
    "letters": "a",
    "commas": ", the weir",
    "bare commas": ",",
    "brackets": "(",
    "bracketed words": "(a ",
    "closing quotations": '."',
    "numbers": "12 ",
    "digits": "1234567890",
    "points": ".",
    "points apart": ". ",
    "exclamations": "! ",
    "lines": "the mill is red\n",
    "spaces": " ",
    "links": "[a](b ",
    "entities": "&amp;",
    "abbreviated": "Dr. Mr. U.S. e.g. ",
    "initials": "A. ",
    "clauses": ", which is old",
    "hyphens": "ab-",
    "names": "The Mill Hall ",
}
"""What is repeated without an end to the sentence, or with nothing but ends."""


def reading(text: str) -> int:
    """Return how many calls it takes to read the claims of a text."""
    corpus = corpus_of([fc.read_text(text)])
    return calls(lambda: fc.extract(corpus))


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("size", [25, 200])
def test_twice_the_text_takes_twice_the_work(kind: str, size: int) -> None:
    text = TEXTS[kind]
    reading(text(2 * size))  # What is worked out once for a word is not counted.
    assert reading(text(2 * size)) <= TWICE * reading(text(size))


@pytest.mark.parametrize("kind", LONG)
def test_work_is_in_proportion_from_10_000_to_200_000_characters(kind: str) -> None:
    def work(size: int) -> int:
        repeated = LONG[kind] * (size // len(LONG[kind]))
        return reading(f"The mill is {repeated} red.")

    work(10_000)
    assert work(200_000) <= 20 * 1.3 * work(10_000)


def test_one_more_subject_is_remembered_at_the_same_cost_however_many_names_there_are() -> None:
    def remembering(names: int) -> int:
        proper = {"mill": tuple(Entity(f"Mill {i}", ("mill", f"x{i}")) for i in range(names))}
        discourse = Discourse(None, Vocabulary(Terms(load())), None, proper)
        mention = Mention("Mill 1", Span(0, 6), ("x1", "mill"))
        return lines(lambda: discourse.remember(mention, plural=False))

    assert remembering(1_000) == remembering(10)
