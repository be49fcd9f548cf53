"""Whether evidence speaks of all that a statement says."""

import pytest

import factcheck as fc
from factcheck.model import Verdict


def verdict(statement: str, text: str) -> Verdict:
    return fc.verify(statement, fc.Corpus("", (fc.read_text(text, name="a.txt"),))).verdict


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The kiln opened in 1931.", "The kiln opened in 1931."),
        ("The kiln is fired with gas.", "The kiln is fired with gas."),
        ("The glue is safe for children.", "The glue is safe for children."),
    ],
)
def test_the_whole_is_supported(statement: str, text: str) -> None:
    assert verdict(statement, text) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The village kiln of Arden opened in 1931.", "The village kiln of Arden opened."),
        ("The glue is safe during pregnancy.", "The glue is safe."),
        ("The glue is safe during pregnancy.", "The glue has side effects."),
    ],
)
def test_a_part_is_no_evidence_on_the_whole(statement: str, text: str) -> None:
    assert verdict(statement, text) is Verdict.NOT_ENOUGH_INFO


def test_who_contradicts_a_part_contradicts_the_whole() -> None:
    text = "The kiln did not open in 1931."
    assert verdict("The kiln opened in 1931.", text) is Verdict.REFUTED


def test_shared_words_support_only_what_they_say_for_the_most_part() -> None:
    text = "Ida Holm is the last potter of the village."
    assert verdict("Ida Holm was born in the potter's cottage.", text) is Verdict.NOT_ENOUGH_INFO


def test_one_tension_does_not_dispute_what_several_sources_say() -> None:
    texts = [
        "Common glues need weeks or months to harden.",
        "Common glues need weeks or months to harden.",
        "Common glues need months or years to harden.",
    ]
    documents = tuple(fc.read_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    found = fc.verify("Common glues need weeks or months to harden.", fc.Corpus("", documents))
    assert found.verdict is Verdict.SUPPORTED
    assert len(found.opposing) == 1
