"""Which sentences are claims that somebody could check, and what speaks for and against it."""

from __future__ import annotations

import pytest

import factcheck as fc
from factcheck.api import read_text
from factcheck.extraction.spotting import WEIGHTS
from factcheck.pipeline import make_pipeline
from factcheck.settings import Settings

THRESHOLD = Settings().min_checkability


@pytest.mark.parametrize(
    "text",
    [
        "The council spent 40 million pounds on the new harbour last year.",
        "Rents in Bergen rose by 12 percent between 2015 and 2019.",
        "My opponent voted against the fishing bill three times.",
        "Iceland produces 40 percent more electricity than it needs.",
        "The mill was closed by the county in 1987.",
    ],
)
def test_a_claim_is_spotted(text: str) -> None:
    assert fc.checkability(text) >= THRESHOLD


@pytest.mark.parametrize(
    "text",
    [
        "Who paid for the harbour?",
        "I think we can do better than this.",
        "If we work together, we will find a way.",
        "Let's talk about schools.",
        "Thank you, and good night.",
        "I want to be honest with you.",
        "",
    ],
)
def test_what_nobody_could_check_is_not_spotted(text: str) -> None:
    assert fc.checkability(text) < THRESHOLD


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("The pier is 300 metres long.", "numeric"),
        ("The pier cost $3 million.", "weighty"),
        ("The pier was closed in May 1990.", "timed"),
        ("The pier burned down.", "deed"),
        ("They sell the pier.", "others"),
        ("It is the longest pier.", "compares"),
        ("The pier belongs to Anna Berg.", "names"),
        ("Is the pier open?", "asks"),
        ("Is the pier open?", "skipped"),
        ("The pier may be closed.", "hedges"),
        ("The pier is safe if the wind is low.", "conditional"),
        ("My pier is safe.", "personal"),
        ("I believe the pier is safe.", "opinion"),
        ("The pier will be closed.", "unreal"),
    ],
)
def test_traits(text: str, trait: str) -> None:
    reader = make_pipeline(Settings()).reader
    (found,) = reader.traits(read_text(text))
    (plain,) = reader.traits(read_text("The pier is long."))
    assert found[trait] > 0
    assert plain[trait] == 0
    assert found.keys() == WEIGHTS.keys()


def test_a_text_is_as_checkable_as_its_most_checkable_sentence() -> None:
    claim = "The mill was closed by the county in 1987."
    assert fc.checkability(f"Well, well. {claim}") == fc.checkability(claim)
