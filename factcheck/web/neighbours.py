"""Findings that another may be a duplicate of, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import chain, islice

from attrs import define, field, frozen

from factcheck.model import Dispute
from factcheck.reporting.wording import clean, question


@frozen
class OtherFinding:
    """A finding that another may be a duplicate of."""

    fingerprint: str
    question: str
    answers: tuple[str, ...]
    related: bool


@frozen
class _Known:
    """A finding with what it is looked up by."""

    fingerprint: str
    question: str
    answers: tuple[str, ...]
    words: str
    topics: frozenset[str]
    documents: frozenset[str]


@define
class Neighbours:
    """The findings of a run, by what they have in common; made once, for runs with many.

    Attributes:
        findings: those that the run reports.
    """

    findings: Iterable[Dispute]
    _known: list[_Known] = field(init=False, repr=False)
    _places: dict[str, int] = field(init=False, repr=False)
    _sharing: dict[tuple[str, str], list[int]] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        by_fingerprint = {one.fingerprint: one for one in self.findings}
        known = [_known(key, one) for key, one in by_fingerprint.items()]
        self._known = sorted(known, key=lambda one: (one.question, one.fingerprint))
        self._places = {one.fingerprint: place for place, one in enumerate(self._known)}
        self._sharing = {}
        for place, one in enumerate(self._known):
            for key in _keys(one.topics, one.documents):
                self._sharing.setdefault(key, []).append(place)

    def of(
        self, fingerprint: str, documents: frozenset[str], words: str, most: int
    ) -> tuple[OtherFinding, ...]:
        """Return findings that hold some words, those on the same topic or documents first.

        Args:
            fingerprint: of the finding that may repeat them.
            documents: names of its documents.
            words: what they have to hold; may be empty.
            most: how many at most.
        """
        own = self._places.get(fingerprint)
        topics = self._known[own].topics if own is not None else frozenset()
        wanted = words.casefold().split()

        def apt(place: int) -> bool:
            return place != own and all(word in self._known[place].words for word in wanted)

        def rank(place: int) -> tuple[bool, int, int]:
            one = self._known[place]
            return not topics & one.topics, -len(documents & one.documents), place

        shared = (self._sharing.get(key, ()) for key in _keys(topics, documents))
        near = set(chain.from_iterable(shared))
        nearest = nsmallest(most, filter(apt, near), key=rank)
        rest = (place for place in range(len(self._known)) if place not in near and apt(place))
        more = islice(rest, most - len(nearest))
        return tuple(self._told(place, place in near) for place in chain(nearest, more))

    def _told(self, place: int, related: bool) -> OtherFinding:
        one = self._known[place]
        return OtherFinding(one.fingerprint, one.question, one.answers, related)


def _known(fingerprint: str, finding: Dispute) -> _Known:
    asked = question(finding)
    labels = [side.label for side in finding.positions]
    return _Known(
        fingerprint,
        asked,
        tuple(f"{side.letter} {clean(side.label)}" for side in finding.positions),
        " ".join((asked, *labels)).casefold(),
        frozenset(topic for claim in finding.claims for topic in claim.topics),
        frozenset(finding.sources),
    )


def _keys(topics: Iterable[str], documents: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from (("topic", topic) for topic in topics)
    yield from (("document", name) for name in documents)
