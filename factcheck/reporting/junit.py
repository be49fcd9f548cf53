"""Findings as JUnit XML, which build services show as test results.

There is no standard; the elements and attributes are those that the services have in common (see
https://github.com/testmoapp/junitxml).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attrs import frozen

from factcheck.model import Agreement, Baseline, Run, Stance, Unread
from factcheck.reporting.alerts import Alert, find_alerts
from factcheck.reporting.places import Locator, Place
from factcheck.reporting.standing import acceptance_of
from factcheck.reporting.wording import clean, sentence_case


@frozen
class _Case:
    """A test of the document in which it is listed.

    Attributes:
        suite: path of that document.
        name: what was tested, the same in each run as long as the words are.
        outcome: ``failure``, ``error``, ``skipped``, or empty where it passed.
        message: one line on the outcome.
        text: all that is to be said of it.
        line: where it stands in the document; 0 for nowhere.
    """

    suite: str
    name: str
    outcome: str = ""
    message: str = ""
    text: str = ""
    line: int = 0


def write(run: Run, folder: str = "", baseline: Baseline | None = None) -> Iterator[str]:
    """Yield ``run`` as JUnit XML, suite by suite: a suite a document, a case a finding.

    A suite is a document, as it is a file for other checkers, because services group, link and
    count by file. A finding is a case of the document that its first side is quoted from, so that
    it counts once. Each document also has the case that it can be read, so that a collection
    without findings is no run without tests. Disputes fail, tensions and what is accepted are
    skipped with their reason, agreements pass, and documents that cannot be read are errors.

    Args:
        run: what was found.
        folder: the folder that was read, seen from the root of the repository.
        baseline: what is accepted.
    """
    locator = Locator.of(run.corpus, folder)
    cases = _cases(run, locator, baseline)
    suites: dict[str, list[_Case]] = {}
    for case in cases:
        suites.setdefault(case.suite, []).append(case)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    root = Element("testsuites", {"name": "factcheck", **_counts(cases)})
    root.text = "\n"
    opening, _, closing = tostring(root, encoding="unicode").partition("\n")
    yield f"{opening}\n"
    for name in sorted(suites):
        suite = Element("testsuite", {"name": name, **_counts(suites[name])})
        for case in suites[name]:
            _write_case(suite, case)
        indent(suite, " ", level=1)
        yield f" {tostring(suite, encoding='unicode')}\n"
    yield f"{closing}\n"


def _cases(run: Run, locator: Locator, baseline: Baseline | None) -> list[_Case]:
    read = [_Case(clean(locator.path(document.name)), "can be read") for document in run.corpus]
    unread = [_unread(each, locator) for each in run.corpus.failed]
    found = [_finding(alert) for alert in find_alerts(run, locator, baseline)]
    return [*read, *unread, *found, *(_agreement(each, locator) for each in run.agreements)]


def _unread(unread: Unread, locator: Locator) -> _Case:
    reason = clean(unread.reason)
    return _Case(clean(locator.path(unread.path)), "can be read", "error", reason, reason)


def _finding(alert: Alert) -> _Case:
    fails = alert.dispute.stance is Stance.CONTRADICTS and alert.accepted is None
    message = alert.reason
    if alert.accepted is not None:
        told = acceptance_of(alert.accepted)
        message = f"{told.verdict}: {told.reason or 'no reason given'}"
    return _case(
        alert.place,
        f"{alert.dispute.stance.sign} {alert.question}",
        alert.dispute.fingerprint,
        "failure" if fails else "skipped",
        message,
        "\n".join(alert.lines()),
    )


def _agreement(agreement: Agreement, locator: Locator) -> _Case:
    first = agreement.claims[0]
    place = locator.place(first.source, first.span)
    return _case(place, f"= {sentence_case(clean(agreement.topic))}", agreement.fingerprint)


def _case(
    place: Place, told: str, fingerprint: str, outcome: str = "", message: str = "", text: str = ""
) -> _Case:
    # Services know a test again by its name, which therefore holds no number of this run.
    name = f"{told} [{fingerprint}]"
    return _Case(clean(place.path), name, outcome, message, text, place.line)


def _counts(cases: list[_Case]) -> dict[str, str]:
    found = [case.outcome for case in cases]
    return {
        "tests": str(len(cases)),
        "failures": str(found.count("failure")),
        "errors": str(found.count("error")),
        "skipped": str(found.count("skipped")),
    }


def _write_case(suite: Element, case: _Case) -> None:
    attributes = {"name": case.name, "classname": case.suite, "file": case.suite}
    if case.line:
        attributes["line"] = str(case.line)
    element = SubElement(suite, "testcase", attributes)
    if case.outcome:
        SubElement(element, case.outcome, message=case.message).text = case.text
