"""What a reader may narrow the findings of a page down to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Run
from factcheck.reporting.content import Consensus, Finding
from factcheck.reporting.wording import clean, likelihood, share

MOST = 200
"""Most sources and topics to choose from, the most frequent: more cannot be looked through."""

Option = tuple[str, str]
"""A value and the words that stand for it."""

_STANCES = {"≠": ("contradicts", "disputes"), "~": ("qualifies", "qualifications")}
_BOUNDS = (0.95, 0.9, 0.66, 0.5)


@frozen
class Choices:
    """The filters of a page: each a list of values with their words.

    Attributes:
        findings: how many findings there are to choose from.
        stances, sources, topics, rules: those that the findings have.
        confidences: least confidences that keep some findings and leave out others.
    """

    findings: int
    stances: tuple[Option, ...]
    sources: tuple[Option, ...]
    topics: tuple[Option, ...]
    rules: tuple[Option, ...]
    confidences: tuple[Option, ...]


def choices_of(findings: Sequence[Finding | Consensus], run: Run) -> Choices:
    """Return the choices among ``findings`` of ``run``."""
    labels = {each.source.id: each.source.label for found in findings for each in found.testimonies}
    sources = Counter(
        source for found in findings for source in {t.source.id for t in found.testimonies}
    )
    topics = Counter(topic for found in findings for topic in found.topics)
    stances = dict.fromkeys(
        _STANCES.get(found.sign, ("agrees", "agreements")) for found in findings
    )
    return Choices(
        findings=len(findings),
        stances=tuple(stances),
        sources=_by_label(sources, labels),
        topics=_by_label(topics, {topic.id: clean(topic.label) for topic in run.topics}),
        rules=tuple((rule, rule) for rule in sorted({found.rule for found in findings})),
        confidences=tuple(
            (f"{bound:g}", f"{share(bound)} and more, {likelihood(bound)}")
            for bound in _BOUNDS
            if 0 < sum(found.confidence >= bound for found in findings) < len(findings)
        ),
    )


def _by_label(counts: Counter[str], labels: dict[str, str]) -> tuple[Option, ...]:
    """Return the most frequent values with their labels, by label."""
    frequent = sorted(counts, key=lambda value: (-counts[value], value))[:MOST]
    options = [(value, f"{labels[value]} ({counts[value]:,})") for value in frequent]
    return tuple(sorted(options, key=lambda option: (option[1].casefold(), option[0])))
