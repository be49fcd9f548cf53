"""What a topic map shows of a run: topics, the sources that speak of them, the findings on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from factcheck.model import Claim, Dispute, Document, Run, Topic
from factcheck.reporting.pictures.findings import Found, numbered
from factcheck.reporting.wording import clean


@frozen
class Subject:
    """A topic with what was found on it.

    Attributes:
        topic: the topic.
        label: its name, clean.
        claims: how many claims each document makes about it, by document id.
        findings: disputes first, then qualifications, then agreements.
    """

    topic: Topic
    label: str
    claims: Mapping[str, int]
    findings: tuple[Found, ...]

    @property
    def size(self) -> int:
        """How many claims are about it."""
        return sum(self.claims.values())

    @property
    def sign(self) -> str:
        """The sign of the gravest finding; empty where there is none."""
        return self.findings[0].sign if self.findings else ""


@frozen
class Subjects:
    """The topics and sources that a map shows, and how many there are of each."""

    topics: tuple[Subject, ...]
    sources: tuple[Document, ...]
    of_topics: int
    of_sources: int


def subjects(run: Run, most_topics: int, most_sources: int) -> Subjects:
    """Return the topics with most findings, sources and claims, and the sources behind them."""
    found = _findings(run)
    claims = {claim.id: claim.source.id for claim in run.claims}
    known = [
        Subject(
            topic,
            clean(topic.label),
            Counter(claims[claim] for claim in topic.claims if claim in claims),
            tuple(found[topic.id]),
        )
        for topic in run.topics
    ]
    known.sort(
        key=lambda one: (-len(one.findings), -len(one.claims), -one.size, one.label, one.topic.id)
    )
    chosen = _distinct(known, most_topics)
    volume: Counter[str] = Counter()
    for subject in chosen:
        volume.update(subject.claims)
    strongest = {source for source, _ in _largest(volume, most_sources)}
    return Subjects(
        tuple(_among(subject, strongest) for subject in chosen),
        tuple(document for document in run.corpus if document.id in strongest),
        len(run.topics),
        len(run.corpus),
    )


def _among(subject: Subject, sources: set[str]) -> Subject:
    kept = {source: count for source, count in subject.claims.items() if source in sources}
    return evolve(subject, claims=dict(sorted(kept.items())))


def _largest(counts: Counter[str], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


def _findings(run: Run) -> defaultdict[str, list[Found]]:
    """Return the findings on each topic: those in which it is on both sides, or in two sources."""
    found: defaultdict[str, list[Found]] = defaultdict(list)
    for name, finding in numbered(run):
        if isinstance(finding, Dispute):
            parts = [_topics(position.claims) for position in finding.positions]
        else:
            by_source: dict[str, list[Claim]] = defaultdict(list)
            for claim in finding.claims:
                by_source[claim.source.id].append(claim)
            parts = [_topics(stated) for stated in by_source.values()]
        shared = Counter(topic for part in parts for topic in part)
        for topic in sorted(topic for topic, times in shared.items() if times > 1):
            found[topic].append(name)
    return found


def _topics(claims: Iterable[Claim]) -> set[str]:
    return {topic for claim in claims for topic in claim.topics}


def _distinct(known: Sequence[Subject], most: int) -> list[Subject]:
    """Return the first topics, one where two share a term and all their findings.

    "antidepressants" and "traditional antidepressants" with one dispute between them are one
    point to a reader: the one with the fuller name, unless few of the claims bear it.
    """
    chosen: list[Subject] = []
    for subject in known:
        terms = {*subject.topic.terms}
        alike = next(
            (
                index
                for index, other in enumerate(chosen)
                if subject.findings == other.findings != () and terms & {*other.topic.terms}
            ),
            None,
        )
        if alike is not None:
            fuller = len(terms) > len(chosen[alike].topic.terms)
            if fuller and 2 * subject.size >= chosen[alike].size:
                chosen[alike] = subject
        elif len(chosen) < most:
            chosen.append(subject)
    return chosen
