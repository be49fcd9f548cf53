"""What claims say, packed into numbers, as far as it tells candidates apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from factcheck.model import Aspects, Claim

AspectsOf = Callable[[Claim], Aspects]
"""Tells what a claim names and answers."""


class Said(NamedTuple):
    """What a claim says, its words as checksums.

    Attributes:
        appraises: whether it says what a thing is worth.
        subject: the terms of its subject.
        terms: all its terms.
        names: kinds of things that it names, with the terms that name each. The upper half of a
            kind's number is its checksum; the lower counts what else of the kind is named before.
        answers: what it answers to each question; the upper half of each number is the question.
    """

    appraises: bool
    subject: Sequence[int]
    terms: Sequence[int]
    names: Sequence[tuple[int, Sequence[int]]]
    answers: Sequence[int]

    @property
    def predicated(self) -> list[int]:
        """The terms of what it says of its subject."""
        return [term for term in self.terms if term not in self.subject]

    @classmethod
    def unpacked(cls, numbers: Sequence[int]) -> Said:
        """Return what ``packed`` packed."""
        subject = 2 + numbers[1]
        terms = subject + 1 + numbers[subject]
        names, place = [], terms + 1
        for _ in range(numbers[terms]):
            end = place + 2 + numbers[place + 1]
            names.append((numbers[place], numbers[place + 2 : end]))
            place = end
        return cls(
            bool(numbers[0]),
            numbers[2:subject],
            numbers[subject + 1 : terms],
            names,
            numbers[place:],
        )


def packed(claim: Claim, aspects: Aspects) -> tuple[int, ...]:
    """Return what a claim says in numbers of at most 64 bits, equal where the same is said."""
    return tuple(_packed(claim, aspects))


def _packed(claim: Claim, aspects: Aspects) -> Iterator[int]:
    yield int(bool(claim.appraisals))
    subject = set(claim.subject_terms)
    for terms in (subject if subject <= claim.vocabulary else set(), claim.vocabulary):
        yield len(terms)
        yield from sorted(map(_checksum, terms))
    yield len(aspects.names)
    before = Counter[str]()
    for kind, own in aspects.names:
        yield _checksum(kind) << 32 | before[kind]
        before[kind] += 1
        yield len(own)
        yield from sorted(map(_checksum, own))
    yield from sorted(
        _checksum(question) << 32 | _checksum(answer) for question, answer in aspects.answers
    )


def _checksum(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


POLARITY = _checksum("polarity")
"""The question whether something is so or not."""

BROAD = frozenset(map(_checksum, ("direction", "presence", "appraisal", "duty", "charge", "phase")))
"""Questions that many claims answer, of whatever they are: what rises, what there is."""
