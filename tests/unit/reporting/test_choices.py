"""What the findings of a page can be narrowed down to."""

import pytest

from factcheck.model import Run
from factcheck.reporting import choices
from factcheck.reporting.choices import Choices, choices_of
from factcheck.reporting.report import build_report


def chosen(run: Run) -> Choices:
    report = build_report(run)
    return choices_of((*report.disputes, *report.qualifications, *report.agreements), run)


def test_every_choice_keeps_some_findings(run: Run) -> None:
    found = chosen(run)
    assert found.findings == 4
    assert [value for value, _ in found.stances] == ["contradicts", "qualifies", "agrees"]
    assert [words for _, words in found.sources] == [
        "Crossing & walking (2)",
        "Survey of 2003 (3)",
        "The Harl Bridge (3)",
    ]
    assert found.topics == (("t-1", "Harl Bridge (1)"),)
    assert [value for value, _ in found.rules] == ["paraphrase", "presence", "value"]


def test_confidences_that_change_nothing_are_no_choice(run: Run) -> None:
    assert chosen(run).confidences == (
        ("0.95", ".95 and more, extremely likely right"),
        ("0.9", ".90 and more, very likely right"),
    )


def test_only_the_most_frequent_sources_are_offered(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "MOST", 2)
    assert len(chosen(run).sources) == 2
