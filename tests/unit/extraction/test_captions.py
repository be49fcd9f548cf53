"""Captions: a noun phrase with a participle says what its thing does."""

from __future__ import annotations

import pytest
from claim_reading import claims, extraction

from factcheck.model import Polarity


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("A man sitting on a step.", "man", "sit"),
        ("Young girls playing chess.", "girl", "play"),
        ("A boy in a red and white coat holding a kite.", "boy", "hold"),
        ("A dog having a rest.", "dog", "have"),
        ("Two children playing on the floor with toy trains.", "child", "play"),
    ],
)
def test_a_caption_states_what_its_thing_does(text: str, subject: str, verb: str) -> None:
    (claim,) = claims(text)
    assert claim.subject is not None
    assert claim.subject.head == subject
    assert claim.predicate == (verb,)


def test_a_caption_can_deny() -> None:
    (claim,) = claims("A girl not holding an umbrella.")
    assert claim.polarity is Polarity.NEGATED


@pytest.mark.parametrize("text", ["Notes on keeping bees.", "Keeping bees in town."])
def test_a_title_shows_nothing(text: str) -> None:
    assert extraction(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "A girl stands in the subway waiting for a friend.",
        "A girl looks at the map while waiting for a friend.",
    ],
)
def test_what_a_subject_does_meanwhile_is_a_claim_of_its_own(text: str) -> None:
    first, second = claims(text)
    assert first.predicate != second.predicate == ("wait",)
    assert second.subject is not None
    assert second.subject.head == "girl"


def test_an_object_with_a_participle_stays_whole() -> None:
    assert len(claims("The firm bought a company making tyres.")) == 1
