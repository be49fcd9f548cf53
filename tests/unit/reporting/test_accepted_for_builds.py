"""Accepted findings in the outputs for builds."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from accepting import accepting
from attrs import evolve
from junitparser import JUnitXml, Skipped
from published_schemas import faults

from factcheck.model import Baseline, Run
from factcheck.reporting import render
from factcheck.reporting.sarif import SCHEMA


@pytest.fixture
def known(run: Run) -> Baseline:
    """A baseline that accepts the dispute and leaves the tension new."""
    return accepting(evolve(run, qualifications=()), "Both [stand].", "Ann", "2026-11-22")


def results(run: Run, **options: Any) -> Any:
    log = json.loads(render(run, "sarif", **options))
    assert faults(log, SCHEMA) == []
    return log["runs"][0]["results"]


def test_sarif_tells_new_results_from_old_ones(run: Run, known: Baseline) -> None:
    old, new = results(run, baseline=known)
    assert (old["baselineState"], new["baselineState"]) == ("unchanged", "new")
    (suppression,) = old["suppressions"]
    assert suppression["kind"] == "external"
    assert suppression["justification"] == r"Both \[stand\]., Ann, 2026-11-22"
    assert new["suppressions"] == []
    for result in results(run):
        assert not {"baselineState", "suppressions"} & set(result)
    (silent, _) = results(run, baseline=accepting(evolve(run, qualifications=())))
    assert silent["suppressions"] == [{"kind": "external", "status": "accepted"}]


def test_annotations_leave_out_what_is_accepted(run: Run, known: Baseline) -> None:
    output = render(run, "github", baseline=known)
    assert [line.split(" ")[0] for line in output.splitlines()] == ["::error", "::warning"]
    assert "Deck repair" not in output


def test_junit_skips_what_is_accepted_and_says_why(run: Run, known: Baseline) -> None:
    results = JUnitXml.fromstring(render(run, "junit", baseline=known).encode())
    assert (results.failures, results.skipped) == (0, 2)
    told = [one.message for suite in results for case in suite for one in case.result]
    assert "accepted: Both [stand]." in told
    skipped = [one for suite in results for case in suite for one in case.result]
    assert sum(isinstance(one, Skipped) for one in skipped) == 2


def test_the_comment_only_counts_what_is_accepted(run: Run, known: Baseline) -> None:
    text = render(run, "comment", baseline=known)
    assert "1 finding of these is accepted; 1 new one:" in text
    assert "Deck repair" not in text
    assert r"| \~&nbsp;1 | Flooding" in text
    every = render(run, "comment", baseline=accepting(run))
    assert "2 findings of these are accepted; 0 new ones." in every
    assert "| question |" not in every


def test_the_table_of_disputes_has_a_column_for_it(run: Run, known: Baseline) -> None:
    text = io.StringIO(render(run, "csv-disputes", baseline=known), newline="")
    assert [row["accepted"] for row in csv.DictReader(text)] == ["yes", "yes", "no", "no"]
    text = io.StringIO(render(run, "csv-disputes"), newline="")
    assert {row["accepted"] for row in csv.DictReader(text)} == {"no"}
