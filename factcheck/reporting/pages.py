"""Which page of a folder holds what, and how pages are divided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from factcheck.model import Agreement, Dispute
from factcheck.reporting.parts import Parts

FINDINGS = 25
"""Findings on a page."""

ROWS = 200
"""Sources or topics on a page that lists them."""

_ON_METHOD = ("method", "rules", "left-out", "unread")


@frozen
class Stretch:
    """One of the pages that a list is divided into.

    Attributes:
        number: its number, from 1.
        pages: how many there are.
        first, last: the half-open range of what it holds, counted from 0.
        total: how many the list holds.
    """

    number: int
    pages: int
    first: int
    last: int
    total: int


def stretches(total: int, most: int) -> Iterator[Stretch]:
    """Return the pages of a list of ``total`` with at most ``most`` on each; none where empty.

    >>> [(each.first, each.last) for each in stretches(5, 2)]
    [(0, 2), (2, 4), (4, 5)]
    """
    pages = -(-total // most)
    for number in range(pages):
        first = number * most
        yield Stretch(number + 1, pages, first, min(total, first + most), total)


@frozen
class Pages:
    """The file of everything that has an address.

    Attributes:
        findings: file of each finding, by its id and by what it is linked to by.
        claims: id of the source of each claim.
        topics: file that lists a topic, by its id.
    """

    findings: dict[str, str]
    claims: dict[str, str]
    topics: dict[str, str]

    @classmethod
    def of(cls, parts: Parts, topics: Sequence[str]) -> Pages:
        """Return where everything lies.

        Args:
            parts: the report.
            topics: ids of the topics in the order in which they are listed.
        """
        findings: dict[str, str] = {}
        for kind, found in kinds(parts):
            for number, each in enumerate(found):
                file = f"{kind}-{number // FINDINGS + 1}.html"
                findings[each.id] = findings[parts.permalink(each)] = file
        return cls(
            findings,
            {claim.id: claim.source.id for claim in parts.run.claims},
            {topic: f"topics-{number // ROWS + 1}.html" for number, topic in enumerate(topics)},
        )

    def address(self, id: str) -> str:
        """Return the address of a source, claim, finding, topic, rule or section by its id."""
        if id in _ON_METHOD or id.startswith("rule-"):
            return f"method.html#{id}"
        if id in self.findings:
            return f"{self.findings[id]}#{id}"
        if id in self.claims:
            return f"{source_file(self.claims[id])}#{id}"
        if id in self.topics:
            return f"{self.topics[id]}#{id}"
        source, _, passage = id.partition(".")
        if source.startswith("d-"):
            return source_file(source) + (f"#{id}" if passage else "")
        return f"{id}-1.html"


def kinds(parts: Parts) -> Iterable[tuple[str, Sequence[Dispute | Agreement]]]:
    """Return the findings, those that there are, by what their pages are called."""
    found: tuple[tuple[str, Sequence[Dispute | Agreement]], ...] = (
        ("disputes", parts.disputes),
        ("qualifications", parts.qualifications),
        ("agreements", parts.agreements),
    )
    return [(kind, each) for kind, each in found if each]


def source_file(id: str) -> str:
    """Return the name of a source's page.

    >>> source_file("d-9b65")
    'source-9b65.html'
    """
    return f"source-{id.removeprefix('d-')}.html"
