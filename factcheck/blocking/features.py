"""What claims show to those that they meet, and what they look for in these, in numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from factcheck.blocking.said import BROAD, POLARITY, Said

_KEY, _TERM, _ANSWER, _QUESTION, _KIND, _NAME = (
    number * 0x9E3779B97F4A7C15 % 2**64 for number in range(6)
)
"""What sets a key apart from a term of the same number, and so on; far from each other."""

APPRAISES = 2**64 - 1
"""That a claim says what a thing is worth."""


def shown(keys: Iterable[int], said: Said) -> list[int]:
    """Return what a claim shows, in numbers of 64 bits: all that it may be asked for in a block.

    First, how many terms its subject has, and these; then its features: its keys and terms, what it
    answers to which questions, the kinds of things that it names, each with the terms that do.
    """
    row = [len(said.subject), *said.subject]
    if said.appraises:
        row.append(APPRAISES)
    row.extend(_as(_KEY, keys))
    row.extend(_as(_TERM, said.terms))
    row.extend(_as(_ANSWER, said.answers))
    row.extend({_question(answer) for answer in said.answers})
    for kind, own in said.names:
        row.append(kind_feature(kind))
        row.extend(name_features(kind, own))
    return row


class ShownByAll(Sequence[Sequence[int]]):
    """What all claims show, worked out where it is asked for first."""

    def __init__(self, keys: Sequence[Iterable[int]], said: Sequence[Sequence[int]]) -> None:
        """Know the keys of all claims and what they say, packed."""
        self._keys = keys
        self._said = said
        self._rows: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._said)

    @overload
    def __getitem__(self, index: int) -> Sequence[int]: ...

    @overload
    def __getitem__(self, index: slice) -> list[Sequence[int]]: ...

    def __getitem__(self, index: int | slice) -> Sequence[int] | list[Sequence[int]]:
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        row = self._rows.get(index)
        if row is None:
            row = array("Q", shown(self._keys[index], Said.unpacked(self._said[index])))
            self._rows[index] = row
        return row


class Term(NamedTuple):
    """A term: its number, and the feature to have it."""

    number: int
    feature: int


class Name(NamedTuple):
    """A name of a thing.

    Attributes:
        kind: the first number of its kind; what else of that is named has those after it.
        terms: the features to have a term that names it.
    """

    kind: int
    terms: Sequence[int]


class Sought(NamedTuple):
    """What a claim looks for in others, as they show it.

    Attributes:
        keys: its keys with their weights and as they are shown, the most telling first.
        appraises: whether it says what a thing is worth.
        words: all its terms.
        subject: the terms of its subject.
        predicated: the terms of what it says of that.
        names: the things that it names.
        answers: by question, what it answers, but for whether something is so.
        polarity: what it answers to that.
    """

    keys: Sequence[tuple[int, int, int]]
    appraises: bool
    words: frozenset[int]
    subject: Sequence[Term]
    predicated: Sequence[Term]
    names: Sequence[Name]
    answers: dict[int, list[int]]
    polarity: Sequence[int]

    @classmethod
    def by(cls, asked: Iterable[tuple[int, int]], said: Said) -> Sought:
        """Return what a claim looks for.

        Args:
            asked: its keys with their weights, the most telling first.
            said: what it says.
        """
        answers: dict[int, list[int]] = {}
        for answer in said.answers:
            answers.setdefault(_question(answer), []).append(answer ^ _ANSWER)
        polarity = answers.pop(WHETHER, [])
        return cls(
            [(key, weight, key ^ _KEY) for key, weight in asked],
            said.appraises,
            frozenset(said.terms),
            [Term(term, term ^ _TERM) for term in said.subject],
            [Term(term, term ^ _TERM) for term in said.predicated],
            [Name(kind >> 32 << 32, _as(_TERM, own)) for kind, own in said.names],
            answers,
            polarity,
        )


def kind_feature(kind: int) -> int:
    """Return that a claim names a thing of a kind."""
    return kind ^ _KIND


def name_features(kind: int, terms: Iterable[int]) -> Iterator[int]:
    """Yield that terms name the thing of a kind."""
    # Multiplied, a kind has no bits in common with another that a term could make up for.
    base = (kind * 0xD6E8FEB86659FD93 ^ _NAME) % 2**64
    return (base ^ term for term in terms)


def _as(what: int, numbers: Iterable[int]) -> list[int]:
    return [number ^ what for number in numbers]


def _question(answer: int) -> int:
    return answer >> 32 ^ _QUESTION


WHETHER = POLARITY ^ _QUESTION
ANYTHING = frozenset(question ^ _QUESTION for question in BROAD)
"""The question whether something is so or not."""
