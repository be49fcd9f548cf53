"""From a run to a report: what is said, in which order, with which words."""

from __future__ import annotations

from collections import Counter

from attrs import evolve

from factcheck.model import Baseline, Run
from factcheck.reporting.content import Headline, Method, Report, SkippedReason, UnreadLine
from factcheck.reporting.parts import Parts
from factcheck.reporting.wording import clean

BRIEF = 3
"""Disputes and agreements that a report opens with."""


def build_report(run: Run, date: str = "", baseline: Baseline | None = None) -> Report:
    """Return the content of a report on ``run``.

    Args:
        run: what to report on.
        date: the date to print; none is looked up, so that equal runs give equal reports.
        baseline: what is accepted.
    """
    return report_of(Parts(run, baseline), date)


def report_of(parts: Parts, date: str = "") -> Report:
    """Return the content of a report whose parts are there."""
    return evolve(
        _frame(parts, date),
        disputes=tuple(parts.finding(*each) for each in enumerate(parts.disputes, 1)),
        qualifications=tuple(parts.finding(*each) for each in enumerate(parts.qualifications, 1)),
        agreements=tuple(parts.consensus(*each) for each in enumerate(parts.agreements, 1)),
        sources=tuple(parts.section(document) for document in parts.run.corpus),
    )


def overview(parts: Parts, date: str = "") -> Report:
    """Return what a report opens and closes with: its counts, what matters most, its method."""
    new = [each for each in enumerate(parts.disputes, 1) if each[1].id not in parts.accepted]
    told = new[:BRIEF] or list(enumerate(parts.disputes[:1], 1))
    return evolve(
        _frame(parts, date),
        disputes=tuple(parts.finding(*each) for each in told),
        qualifications=tuple(parts.finding(1, each) for each in parts.qualifications[:1]),
        agreements=tuple(parts.consensus(*each) for each in enumerate(parts.agreements[:BRIEF], 1)),
    )


def _frame(parts: Parts, date: str) -> Report:
    """Return a report without findings and sources: its counts, its method, what it leaves out."""
    run = parts.run
    return Report(
        title=clean(run.corpus.title),
        date=clean(date),
        headline=headline(parts),
        disputes=(),
        qualifications=(),
        agreements=(),
        sources=(),
        skipped=reasons_for_skipping(run),
        unread=unread(run),
        method=method(run),
    )


def headline(parts: Parts) -> Headline:
    """Return the counts that open a report."""
    run = parts.run
    return Headline(
        documents=len(run.corpus),
        claims=len(run.claims),
        topics=len(run.topics),
        disputes=len(run.disputes),
        qualifications=len(run.qualifications),
        agreements=len(run.agreements),
        skipped=len(run.skipped),
        unread=len(run.corpus.failed),
        accepted=len(parts.accepted),
    )


def reasons_for_skipping(run: Run) -> tuple[SkippedReason, ...]:
    """Return why passages were left out, the most frequent reason first."""
    counts = Counter(clean(skipped.reason) for skipped in run.skipped)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(SkippedReason(reason, passages) for reason, passages in ordered)


def unread(run: Run) -> tuple[UnreadLine, ...]:
    """Return the documents that could not be read, each with its reason."""
    return tuple(UnreadLine(clean(one.path), clean(one.reason)) for one in run.corpus.failed)


def method(run: Run) -> Method:
    """Return how the findings came about."""
    settings = tuple(
        (clean(str(name)), _setting(run.settings[name])) for name in sorted(run.settings, key=str)
    )
    return Method(clean(run.version), settings, run.counts, tuple(map(clean, run.judges)))


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return clean(", ".join(str(item) for item in value)) or "none"
    return clean(str(value)) or "none"
