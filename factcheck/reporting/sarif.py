"""Findings as SARIF 2.1.0, which code scanning services and editors read.

The standard is OASIS "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus
Errata 01"; every property below has the name and the meaning that it has there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import quote

from factcheck.judging.rules import RULES
from factcheck.model import Baseline, Dispute, Document, Run, Span
from factcheck.reporting import json
from factcheck.reporting.alerts import Alert, AlertSide, Witness, find_alerts
from factcheck.reporting.labels import source_labels
from factcheck.reporting.places import Locator
from factcheck.reporting.standing import by_weight, told_reason
from factcheck.reporting.wording import clean

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factcheckFinding/v1"
"""Key of a finding's fingerprint; its number changes with the way fingerprints are made."""

_UNREAD = "unread"
_BRACKETS = re.compile(r"[\\\[\]]")
_BRACES = re.compile(r"[{}]")

Data = dict[str, Any]


def write(
    run: Run, folder: str = "", rule_pages: str = "", baseline: Baseline | None = None
) -> Iterator[str]:
    """Return ``run`` as a SARIF log with one run, a result for each dispute and qualification.

    Args:
        run: what was found.
        folder: the folder that was read, seen from the root of the repository; an absolute path
            makes ``file`` addresses of all places.
        rule_pages: address of the page on a rule, with ``{rule}`` in the place of its id, for
            ``helpUri``; empty for none.
        baseline: what is accepted: it tells new results from old ones, and suppresses these.
    """
    rules = [_rule(each.id, each.summary, each.explanation, rule_pages) for each in RULES]
    locator = Locator.of(run.corpus, folder)
    rules += _rules_of_others(run, {rule["id"] for rule in rules})
    driver = {
        "name": "factcheck",
        "version": clean(run.version),
        "rules": rules,
        "notifications": [{"id": _UNREAD, "shortDescription": {"text": "Could not be read."}}],
    }
    indexes = {rule["id"]: number for number, rule in enumerate(rules)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "automationDetails": {"id": _collection(folder)},
                "invocations": [_invocation(run, locator)],
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n"],
                "artifacts": _artifacts(run, locator),
                "results": (
                    _result(alert, indexes[_rule_id(alert.dispute)], locator)
                    | (_standing(alert) if baseline is not None else {})
                    for alert in find_alerts(run, locator, baseline)
                ),
            }
        ],
    }
    return json.document(log)


def _collection(folder: str) -> str:
    """Return what tells the collections of one repository apart.

    Behind the last slash would stand what tells runs apart (3.17.3); equal runs have equal logs.
    """
    return f"{'/'.join(filter(None, ('factcheck', clean(folder).strip('/'))))}/"


def _rule(rule: str, summary: str, explanation: str, rule_pages: str) -> Data:
    about = clean(explanation)
    data: Data = {
        "id": rule,
        "name": rule.title(),
        "shortDescription": {"text": f"{summary[:1].upper()}{summary[1:]}."},
        "fullDescription": {"text": about},
        "help": {
            "text": f"{about} More: factcheck explain {rule}",
            "markdown": f"{about}\n\nMore: `factcheck explain {rule}`",
        },
        "properties": {"tags": ["consistency"]},
    }
    if rule_pages:
        data["helpUri"] = rule_pages.replace("{rule}", rule)
    return data


def _rules_of_others(run: Run, known: set[str]) -> list[Data]:
    """Return the rules that a judge other than the built-in ones went by."""
    others = dict.fromkeys(
        map(_rule_id, (*by_weight(run.disputes), *by_weight(run.qualifications)))
    )
    return [{"id": rule, "name": rule} for rule in others if rule not in known]


def _rule_id(dispute: Dispute) -> str:
    return clean(dispute.rule)


def _invocation(run: Run, locator: Locator) -> Data:
    """Say how the check went; where documents are missing it did not succeed."""
    return {
        "executionSuccessful": not run.corpus.failed,
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": _UNREAD},
                "level": "error",
                "message": {"text": _plain(f"This document could not be read: {unread.reason}")},
                "locations": [
                    {"physicalLocation": {"artifactLocation": _file(unread.path, locator)}}
                ],
            }
            for unread in run.corpus.failed
        ],
    }


def _artifacts(run: Run, locator: Locator) -> Iterator[Data]:
    labels = source_labels(run.corpus.documents)
    for document in run.corpus:
        artifact: Data = {
            "location": _file(document.name, locator),
            "description": {"text": _plain(labels[document.id].label)},
            "roles": ["analysisTarget"],
        }
        if document.encoding:
            artifact["encoding"] = clean(document.encoding)
        yield artifact


def _result(alert: Alert, rule_index: int, locator: Locator) -> Data:
    first, others = alert.sides[0].first, _others(alert)
    return {
        "ruleId": _rule_id(alert.dispute),
        "ruleIndex": rule_index,
        "level": alert.level,
        "message": {"text": _message(alert, others)},
        "locations": [_location(first, locator)],
        "relatedLocations": [
            {"id": number, **_location(witness, locator), "message": {"text": _side_words(side)}}
            for number, (side, witness) in enumerate(others, 1)
        ],
        "partialFingerprints": {FINGERPRINT: alert.dispute.fingerprint},
        "rank": round(alert.dispute.confidence * 100, 2),
        "properties": {
            "id": alert.dispute.id,
            "stance": alert.dispute.stance.value,
            "topic": clean(alert.dispute.topic),
            "confidence": round(alert.dispute.confidence, 4),
        },
    }


def _standing(alert: Alert) -> Data:
    """Say whether a result is new, and who accepted it where it is not.

    Where one result has suppressions each has to, if only an empty list (3.27.23).
    """
    if alert.accepted is None:
        return {"baselineState": "new", "suppressions": []}
    known = (told_reason(alert.accepted), alert.accepted.author, alert.accepted.date)
    suppression: Data = {"kind": "external", "status": "accepted"}
    if any(known):
        suppression["justification"] = _plain(", ".join(filter(None, known)))
    return {"baselineState": "unchanged", "suppressions": [suppression]}


def _others(alert: Alert) -> list[tuple[AlertSide, Witness]]:
    """Return every claim but the one that the alert is shown at, the other sides' first."""
    first, *rest = alert.sides
    behind = ((first, witness) for witness in first.witnesses[1:])
    return list(chain(((side, each) for side in rest for each in side.witnesses), behind))


def _message(alert: Alert, others: list[tuple[AlertSide, Witness]]) -> str:
    """Return the sides in one line, each of the others as a link to its strongest claim."""
    first = alert.sides[0]
    told = [f"{_plain(alert.question)} {_side_words(first)} here"]
    shown = {first.letter}
    for number, (side, witness) in enumerate(others, 1):
        if side.letter not in shown:
            shown.add(side.letter)
            where = _plain(str(witness.place))
            told.append(f"[{_side_words(side)}]({number}) in {where}")
    return f"{'; '.join(told)}. {_plain(alert.reason)}"


def _side_words(side: AlertSide) -> str:
    return _plain(f"{side.letter} “{side.label}”" if side.label else side.letter)


def _plain(text: str) -> str:
    """Return ``text`` so that nothing in it is a link or a placeholder (3.11.5, 3.11.6)."""
    escaped = _BRACKETS.sub(r"\\\g<0>", clean(text))
    return _BRACES.sub(r"\g<0>\g<0>", escaped)


def _location(witness: Witness, locator: Locator) -> Data:
    """Return where a claim stands, with its sentence around it and the deciding words marked."""
    claim = witness.claim
    physical: Data = {
        "artifactLocation": _file(claim.source.name, locator),
        "region": _region(claim.source, claim.span, locator),
    }
    # A context has to be more than what it is the context of (3.29.5).
    if claim.sentence != claim.span and claim.sentence.covers(claim.span):
        physical["contextRegion"] = _region(claim.source, claim.sentence, locator)
    location: Data = {"physicalLocation": physical}
    if witness.evidence:
        location["annotations"] = [
            {**_region(claim.source, span, locator), "message": {"text": "deciding words"}}
            for span in witness.evidence
        ]
    return location


def _region(document: Document, span: Span, locator: Locator) -> Data:
    place = locator.place(document, span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": span.of(document.text)},
    }


def _file(name: str, locator: Locator) -> Data:
    return {"uri": address(locator.path(name))}


def address(path: str) -> str:
    """Return a path as a URI reference (RFC 3986), an absolute one as a ``file`` address.

    >>> address("docs/a b#1.md"), address("/srv/docs/ü.md")
    ('docs/a%20b%231.md', 'file:///srv/docs/%C3%BC.md')
    """
    encoded = quote(path, errors="replace")
    return f"file://{encoded}" if path.startswith("/") else encoded
