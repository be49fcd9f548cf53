"""The words that pairs are made with."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from attrs import frozen

Pairs = tuple[tuple[str, str], ...]


@frozen
class Words:
    """Words and openings that edits put into sentences.

    Attributes:
        swaps: words that exclude each other.
        nouns: nouns that exclude each other.
        sisters: words for what is measured beside each other.
        shares: what is said of two parts of a group, and the label of the pair.
        general: openings for other cases of what holds in general.
        told: openings for other accounts of what happened once.
        said: openings by which somebody says a thing that need not be so.
    """

    swaps: Pairs
    nouns: Pairs
    sisters: Pairs
    shares: tuple[tuple[str, str, int], ...]
    general: Pairs
    told: Pairs
    said: tuple[str, ...]


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words that come with the project."""
    text = files("factcheck.training.generation").joinpath("words.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Words(
        swaps=_pairs(data["swaps"]),
        nouns=_pairs(data["nouns"]),
        sisters=_pairs(data["sisters"]),
        shares=tuple((one, other, label) for one, other, label in data["shares"]),
        general=_pairs(data["cases"]["general"]),
        told=_pairs(data["cases"]["told"]),
        said=tuple(data["said"]["openings"]),
    )


def _pairs(listed: list[list[str]]) -> Pairs:
    return tuple((one, other) for one, other in listed)
