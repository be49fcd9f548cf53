from __future__ import annotations

import pytest

from factcheck.evaluation.segments import (
    as_abbreviations,
    as_sentences,
    as_subclaims,
    token_f1,
)


def test_sentences_are_places_and_one_whole() -> None:
    things = as_sentences("It rained. It rained.", ["It rained. ", "It rained."])
    assert things == {"sentence": {(0, 10), (11, 21)}, "text": {((0, 10), (11, 21))}}


def test_a_sentence_that_the_text_does_not_have_is_a_fault() -> None:
    with pytest.raises(ValueError, match="substring"):
        as_sentences("It rained.", ["It snowed."])


def test_abbreviations_are_pairs() -> None:
    assert as_abbreviations("", [["TL", "tram line"]]) == {"pair": {("TL", "tram line")}}


def test_subclaims_are_alike_where_they_share_their_words() -> None:
    gold = as_subclaims("", ["The dam leaks.", "It was built in 1903."])
    found = as_subclaims("", ["The old dam leaks.", "Nobody lives there."])
    shared = {name: len(gold[name] & found[name]) for name in gold}
    assert shared == {"token F1 ≥ 0.5": 1, "token F1 ≥ 0.7": 1, "token F1 ≥ 0.9": 0}


@pytest.mark.parametrize(
    ("a", "b", "f1"),
    [("a b", "A, b!", 1.0), ("a b", "c d", 0.0), ("a a b", "a", 0.5), ("", "", 0.0)],
)
def test_token_f1(a: str, b: str, f1: float) -> None:
    assert token_f1(a, b) == f1
