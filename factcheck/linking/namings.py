"""Which nouns name many different things in a collection, so that alone they name none of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from factcheck.model import Claim

MANY = 10
"""Things that a noun names from which the noun alone says nothing of which of them is meant.

In collections of four articles on one thing, no noun has more than six; in the manuals of two
programs "package", "option", "event" and "method" have from 20 to 200 (see ADR 0064)."""

_ONE_OF_A_KIND = re.compile(
    r"(?:the|an?|th(?:is|at|ese|ose)|each|every|any|all|some|no|both|many|most|several|few|another"
    r"|other|its|his|her|their|our|your|my|one|two|three|\d\S*) ",
    re.IGNORECASE,
)
_BEHIND_NOUN = re.compile(r",| (?:of|in|on|at|to|for|from|with|by|that|which|who) ")
_NO_PLURAL = ("ss", "us", "is")


@frozen
class Namings:
    """What the subjects of some claims are called, by their nouns.

    Attributes:
        things: for each noun the terms of what it is the noun of, the first ``MANY`` in order.
        counted: how much more often a noun has an article, a number or a plural than none. What
            mostly has none is a substance or a name: "kefir" is one thing, whatever sorts it has.
    """

    things: Mapping[str, frozenset[tuple[str, ...]]]
    counted: Counter[str]

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Namings:
        """Return what the subjects of claims are called, but for pronouns."""
        things: dict[str, set[tuple[str, ...]]] = {}
        counted: Counter[str] = Counter()
        for claim in claims:
            subject = claim.subject
            if subject is None or subject.resolved or not subject.terms:
                continue
            if _is_counted(subject.text):
                things.setdefault(subject.head, set()).add(subject.terms)
                counted[subject.head] += 1
            else:
                counted[subject.head] -= 1
        return cls({noun: _first(names) for noun, names in things.items()}, counted)

    @classmethod
    def total(cls, parts: Iterable[Namings]) -> Namings:
        """Return the namings in what was counted in parts, whatever their order."""
        things: dict[str, frozenset[tuple[str, ...]]] = {}
        counted: Counter[str] = Counter()
        for part in parts:
            counted.update(part.counted)
            for noun, names in part.things.items():
                things[noun] = _first(names | things.get(noun, frozenset()))
        return cls(things, counted)

    @property
    def manifold(self) -> frozenset[str]:
        """The nouns by which so many things are called that alone they tell none of them."""
        return frozenset(
            noun
            for noun, names in self.things.items()
            if len(names) >= MANY and self.counted[noun] > 0
        )


def _first(names: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    return frozenset(sorted(names)[:MANY])


def _is_counted(text: str) -> bool:
    """Return whether a phrase speaks of one or several of a kind: "the line", "trams"."""
    if _ONE_OF_A_KIND.match(text):
        return True
    noun = _BEHIND_NOUN.split(text, maxsplit=1)[0].lower()
    return noun.endswith("s") and not noun.endswith(_NO_PLURAL)
