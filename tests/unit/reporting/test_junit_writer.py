"""JUnit XML, read by a consumer of it and by an XML parser."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from factcheck import check, read
from factcheck.model import Run
from factcheck.reporting import render

CORPUS = Path(__file__).parents[3] / "corpus"


def suites(run: Run, folder: str = "") -> list[TestSuite]:
    return list(JUnitXml.fromstring(render(run, "junit", folder=folder).encode()))


def cases(run: Run) -> list[TestCase]:
    return [case for suite in suites(run) for case in suite]


def test_a_suite_is_a_document_and_a_case_a_finding(run: Run) -> None:
    found = {suite.name: [case.name for case in suite] for suite in suites(run, "docs")}
    assert list(found) == [
        "docs/gazette.txt",
        "docs/guide/visit.html",
        "docs/scans/plan.pdf",
        "docs/survey.txt",
    ]
    assert found["docs/gazette.txt"] == [
        "can be read",
        f"≠ Deck repair: how long? [{run.disputes[0].fingerprint}]",
        f"= Opening [{run.agreements[0].fingerprint}]",
        f"= Cables [{run.agreements[1].fingerprint}]",
    ]
    assert found["docs/survey.txt"] == ["can be read"]


def test_disputes_fail_and_tensions_are_skipped_with_their_words(run: Run) -> None:
    (failed,) = [case for case in cases(run) if any(isinstance(r, Failure) for r in case.result)]
    (failure,) = failed.result
    assert failure.message == "About four months and two years do not overlap."
    assert "survey.txt:1: “Repairs to the deck went on for two years”" in failure.text
    (skipped,) = [case for case in cases(run) if any(isinstance(r, Skipped) for r in case.result)]
    assert skipped.classname == "guide/visit.html"
    assert "A low risk is set against a yearly event." in skipped.result[0].message


def test_unread_documents_are_errors(run: Run) -> None:
    (case,) = [case for case in cases(run) if any(isinstance(r, Error) for r in case.result)]
    assert (case.classname, case.name) == ("scans/plan.pdf", "can be read")
    assert case.result[0].message == "no reader for .pdf files"


@pytest.mark.parametrize("name", ["ketamine", "lighthouse"])
def test_the_counts_are_those_of_the_cases(name: str) -> None:
    run = check(read(CORPUS / name)).run
    whole = JUnitXml.fromstring(render(run, "junit").encode())
    told = (whole.tests, whole.failures, whole.errors, whole.skipped)
    assert told == (
        len(run.corpus) + len(run.disputes) + len(run.qualifications) + len(run.agreements),
        len(run.disputes),
        0,
        len(run.qualifications),
    )
    per_suite = [(s.tests, s.failures, s.errors, s.skipped) for s in whole]
    whole.update_statistics()  # type: ignore[no-untyped-call]
    assert (whole.tests, whole.failures, whole.errors, whole.skipped) == told
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in whole] == per_suite


def test_names_of_cases_are_unique_and_know_no_order(run: Run) -> None:
    names = [(case.classname, case.name) for case in cases(run)]
    assert len(set(names)) == len(names)
    turned = evolve(run, agreements=run.agreements[::-1])
    assert {(case.classname, case.name) for case in cases(turned)} == set(names)


def test_a_document_without_findings_is_a_test_all_the_same(empty_run: Run) -> None:
    assert [case.name for case in cases(empty_run)] == ["can be read"]


def test_what_xml_forbids_and_what_it_takes_for_markup_stays_out(hostile_run: Run) -> None:
    odd = "a\x00b\x0bc\ud800d\ufffee ]]> <x> &amp; \U0001f309"
    sides = tuple(evolve(side, label=odd) for side in hostile_run.disputes[0].positions)
    run = evolve(hostile_run, disputes=(evolve(hostile_run.disputes[0], positions=sides),))
    text = render(run, "junit")
    root = ElementTree.fromstring(text.encode("utf-8"))
    tags = {element.tag for element in root.iter()}
    assert tags == {"testsuites", "testsuite", "testcase", "failure", "error"}
    (failure,) = root.iter("failure")
    assert "A a\ufffdb c\ufffdd\ufffde ]]> <x> &amp; \U0001f309\n" in (failure.text or "")
    assert "\u202e" not in text
