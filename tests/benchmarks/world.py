"""What there is to write about: kinds of things, the things, and what can be asked of them.

A small collection speaks of the kinds in ``kinds.toml``. A larger one covers more fields: their
number grows with the square root of the documents, as the vocabulary of texts does by Heaps' law.
With it grow the kinds of things, what is asked of each, and how many topics share the first place
by Zipf's law, as each field has a common topic of its own. More kinds and questions come from
``families.toml``. So what is said on one question grows with the collection only slowly.
"""

from __future__ import annotations

import tomllib
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, islice, product, zip_longest
from pathlib import Path
from random import Random
from typing import Any

from attrs import frozen

Fact = Mapping[str, Any]

FIELD = 100
"""Documents up to which a collection is one field."""
HEAPS = 0.5
"""The power with which the number of fields grows, which Heaps' law has at 0.4 to 0.6."""
FACTS_A_FIELD = 5
"""How many more facts of each kind every field adds."""
MOST_TOPICS = 1_000_000

_FIRST = (
    "Alder Brock Calder Dun Esk Fenn Gars Hazel Ing Jarrow Kelm Lang Mor Oaken Pend Quarn"
    " Rother Sutter Tarn Ulver Vale Wester Yarrow Zell Birch Crom Dray Elm Flax"
).split()
_MIDDLE = "ing es er ey am on ick al en ast ish old um ers ock ank".split()
_LAST = (
    "ford mere wick ton holm gate bury ness combe dale thorpe stow worth hurst cliff by den ham"
    " leigh moor"
).split()
_QUALIFIED = ("", "Upper ", "Nether ", "Great ", "Little ", "Saint ", "Far ", "Old ", "High ")
_NAMESAKE = "New "


@frozen
class Kind:
    """A kind of things.

    Attributes:
        name: the name of one of them, with ``{place}`` for what tells it from others.
        short: what it is called once it has been named.
        facts: what can be asked of it.
        middle: a syllable in the names of places that things of this kind are called after.
    """

    name: str
    short: str
    facts: Sequence[Fact]
    middle: str = ""


@frozen
class World:
    """What there is to write about.

    Attributes:
        seed: what all chance comes from.
        kinds: the kinds of things.
        openings: what may stand before a sentence, by construction.
        cumulative: chances of the topics up to each rank, by Zipf's law, not normalised.
    """

    seed: int
    kinds: Sequence[Kind]
    openings: Mapping[str, Sequence[str]]
    cumulative: Sequence[float]

    @classmethod
    def of(cls, seed: int, documents: int) -> World:
        """Return a world with enough for so many documents."""
        fields = max(1.0, (documents / FIELD) ** HEAPS)
        topics = min(max(10, documents // 2), MOST_TOPICS)
        openings = dict(sentences()["openings"])
        if fields > 2:
            openings = {
                name: [*some, *_wide()["openings"][name]] for name, some in openings.items()
            }
        return cls(
            seed,
            _kinds(int(len(sentences()["kinds"]) * fields), int(FACTS_A_FIELD * (fields - 1))),
            openings,
            tuple(accumulate(1 / (rank + fields - 1) for rank in range(1, topics + 1))),
        )

    def chance(self, *what: object) -> Random:
        """Return the chance that belongs to a thing, whatever was drawn before."""
        return Random("/".join(map(str, (self.seed, *what))))

    def topics(self, chance: Random, count: int) -> list[int]:
        """Return different topics, the common ones more often."""
        found: dict[int, None] = {}
        while len(found) < min(count, len(self.cumulative)):
            found[bisect(self.cumulative, chance.random() * self.cumulative[-1])] = None
        return list(found)

    def kind(self, topic: int) -> Kind:
        """Return what kind of thing a topic is."""
        return self.kinds[topic % len(self.kinds)]

    def name(self, topic: int, namesake: bool = False) -> str:
        """Return the name of a topic, which no other has, or the name of something like it."""
        rank, number = divmod(topic, len(self.kinds))
        kind = self.kinds[number]
        # The two lengths share no factor, so that no pair comes twice before all have come.
        again, pair = divmod(rank, len(_FIRST) * len(_LAST))
        pair += number * 101
        place = _FIRST[pair % len(_FIRST)] + kind.middle + _LAST[pair % len(_LAST)]
        again, qualifier = divmod(again, len(_QUALIFIED))
        place = (
            (_NAMESAKE if namesake else _QUALIFIED[qualifier])
            + place
            + (f" {again + 1}" if again else "")
        )
        return kind.name.format(place=place)


@cache
def sentences() -> Mapping[str, Any]:
    """Return the sentences that every collection has, as the file beside this one gives them."""
    return _file("kinds.toml")


@cache
def _wide() -> Mapping[str, Any]:
    return _file("families.toml")


def _file(name: str) -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def _kinds(count: int, more: int) -> Sequence[Kind]:
    """Return so many kinds, each with so many more facts than the fewest."""
    given = [
        Kind(one["name"], one["short"], (*one["facts"], *_composed(one["family"], number, more)))
        for number, one in enumerate(sentences()["kinds"].values())
    ]
    fewest = max(len(one["facts"]) for one in sentences()["kinds"].values())
    made = (
        Kind(
            _wide()["families"][family]["name"].format(
                place="{place}", noun=noun, Noun=noun.title()
            ),
            f"the {noun}",
            tuple(_composed(family, number, fewest + more)),
            _MIDDLE[number % len(_MIDDLE)],
        )
        for number, (family, noun) in enumerate(_nouns())
    )
    return [*given, *islice(made, count - len(given))]


def _nouns() -> Iterator[tuple[str, str]]:
    """Yield what makes a kind, a noun of each family in turn."""
    families = _wide()["families"]
    for nouns in zip_longest(*(family["nouns"] for family in families.values())):
        yield from ((name, noun) for name, noun in zip(families, nouns, strict=True) if noun)


def _composed(family: str, number: int, count: int) -> Iterator[Fact]:
    """Yield so many facts of a family: of every measure about one part, then the next.

    Args:
        family: its name.
        number: of the kind; kinds begin with different parts.
        count: how many facts, where there are as many.
    """
    parts, measures = (_wide()["families"][family][key] for key in ("parts", "measures"))
    turned = [parts[(number * 3 + place) % len(parts)] for place in range(len(parts))]
    for part, measure in islice(product(turned, measures), count):
        fact = _about(part, measure)
        yield {**fact, "id": f"{part} {measure['id']}".replace(" ", "-")}


def _about(part: str, template: Any) -> Any:
    """Return a measure with a part put in wherever it is to stand."""
    if isinstance(template, str):
        return template.replace("{part}", part).replace("{Part}", part.capitalize())
    if isinstance(template, list):
        return [_about(part, one) for one in template]
    if isinstance(template, dict):
        return {key: _about(part, one) for key, one in template.items()}
    return template
