"""What claims say, packed into numbers, as far as it tells candidates apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from zlib import crc32

from attrs import frozen

from factcheck.model import Aspects, Claim

AspectsOf = Callable[[Claim], Aspects]
"""Tells what a claim names and answers."""


@frozen
class Said:
    """What a claim says, its words as checksums.

    Attributes:
        appraises: whether it says what a thing is worth.
        subject: the terms of its subject.
        terms: all its terms.
        names: kinds of things that it names, with the terms that name each.
        answers: what it answers to each question.
    """

    appraises: bool
    subject: frozenset[int]
    terms: frozenset[int]
    names: tuple[tuple[int, frozenset[int]], ...]
    answers: Mapping[int, frozenset[int]]

    @classmethod
    def unpacked(cls, numbers: Sequence[int]) -> Said:
        """Return what ``packed`` packed."""
        rest = iter(numbers)

        def some() -> frozenset[int]:
            return frozenset(next(rest) for _ in range(next(rest)))

        appraises, subject, terms = bool(next(rest)), some(), some()
        names = tuple((next(rest), some()) for _ in range(next(rest)))
        answers: dict[int, set[int]] = {}
        for answer in rest:
            answers.setdefault(answer >> 32, set()).add(answer)
        given = {question: frozenset(found) for question, found in answers.items()}
        return cls(appraises, subject, terms, names, given)

    def apart(self, other: Said) -> bool:
        """Return whether each names a thing of one kind that the other knows nothing of."""
        for kind, own in self.names:
            for another, others in other.names:
                if (
                    kind == another
                    and own.isdisjoint(other.terms)
                    and others.isdisjoint(self.terms)
                ):
                    return True
        return False

    def strange(self, other: Said) -> bool:
        """Return whether neither mentions what the other is about.

        What things are worth is compared even so.
        """
        return (
            self.subject.isdisjoint(other.terms)
            and other.subject.isdisjoint(self.terms)
            and bool(self.subject and other.subject)
            and not (self.appraises and other.appraises)
        )

    def differs(self, other: Said) -> bool:
        """Return whether both answer a question, and give no answer in common."""
        theirs = other.answers
        for question, answers in self.answers.items():
            given = theirs.get(question)
            if given is not None and answers.isdisjoint(given):
                return True
        return False


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
    for kind, own in aspects.names:
        yield _checksum(kind)
        yield len(own)
        yield from sorted(map(_checksum, own))
    yield from sorted(
        _checksum(question) << 32 | _checksum(answer) for question, answer in aspects.answers
    )


def _checksum(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
