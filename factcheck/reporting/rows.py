"""Sources and topics in a line each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import frozen

from factcheck.model import Agreement, Dispute
from factcheck.reporting.content import Mark, SourceLabel, SourceRow
from factcheck.reporting.parts import Parts, topics_of
from factcheck.reporting.wording import clean

SHOWN = 8
"""Findings and sources that a row names; it counts the others."""


@frozen
class TopicRow:
    """A topic with who speaks of it and what was found.

    Attributes:
        id: id of the topic.
        label: its name.
        claims, sources: how many claims are about it, and of how many sources.
        named: some of the sources.
        findings: how many findings are about it.
        marks: some of them.
    """

    id: str
    label: str
    claims: int
    sources: int
    named: tuple[SourceLabel, ...]
    findings: int
    marks: tuple[Mark, ...]


def source_rows(parts: Parts) -> list[SourceRow]:
    """Return a row for each source, in the order of the collection."""
    return [
        SourceRow(
            parts.labels[document.id],
            claims=len(standings),
            disputed=sum("≠" in signs for signs, _ in standings),
            qualified=sum("~" in signs for signs, _ in standings),
            agreed=sum("=" in signs for signs, _ in standings),
            alone=sum(alone for _, alone in standings),
        )
        for document in parts.run.corpus
        for standings in [parts.standings(document)]
    ]


def topic_rows(parts: Parts) -> list[TopicRow]:
    """Return a row for each topic, those with most findings and claims first."""
    claims = {claim.id: claim for claim in parts.run.claims}
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark, id in _found(parts):
        marks[id].append(mark)
    rows = []
    for topic in parts.run.topics:
        speakers = Counter(claims[key].source.id for key in topic.claims if key in claims)
        named = sorted(speakers, key=lambda source: (-speakers[source], source))[:SHOWN]
        rows.append(
            TopicRow(
                id=topic.id,
                label=clean(topic.label),
                claims=len(topic.claims),
                sources=len(speakers),
                named=tuple(parts.labels[source] for source in named),
                findings=len(marks[topic.id]),
                marks=tuple(marks[topic.id][:SHOWN]),
            )
        )
    return sorted(rows, key=lambda row: (-row.findings, -row.claims, row.label, row.id))


def _found(parts: Parts) -> Iterator[tuple[Mark, str]]:
    """Return each finding with each topic that it is about."""
    found: tuple[tuple[Dispute | Agreement, ...], ...] = (
        parts.disputes,
        parts.qualifications,
        parts.agreements,
    )
    for kind in found:
        for number, each in enumerate(kind, 1):
            sign = each.stance.sign if isinstance(each, Dispute) else "="
            for topic in topics_of(each.claims):
                yield Mark(sign, number, "", each.id), topic
