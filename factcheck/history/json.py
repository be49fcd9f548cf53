"""What changed as JSON, in the shape of ``docs/reference/diff.md``."""

from __future__ import annotations

from typing import Any

from factcheck.history.difference import Cause, Difference, DocumentChange, FindingChange
from factcheck.history.snapshot import SavedFinding, Snapshot
from factcheck.model import RecordedClaim
from factcheck.reporting.json import dumps
from factcheck.serialization import decided_data

DIFF_SCHEMA = "factcheck-diff/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

Data = dict[str, Any]


def write(difference: Difference) -> str:
    """Return ``difference`` as indented JSON with a newline at the end."""
    return dumps(to_data(difference), indent=1) + "\n"


def to_data(difference: Difference) -> Data:
    """Return ``difference`` in the shape ``factcheck-diff/1``, keys in the documented order."""
    return {
        "schema": DIFF_SCHEMA,
        "old": _run(difference.old),
        "new": _run(difference.new),
        "documents": [_document(change) for change in difference.documents],
        "settings": [
            {"name": name, "old": then, "new": now} for name, then, now in difference.settings
        ],
        "appeared": [_change(change) for change in difference.appeared],
        "changed": [_change(change) for change in difference.changed],
        "gone": [_change(change) for change in difference.gone],
        "same": difference.same,
    }


def _run(run: Snapshot) -> Data:
    return {
        "name": run.name,
        "version": run.version,
        "documents": len(run.documents),
        "unread": list(run.unread),
        "findings": len(run.findings),
        "agreements": run.agreements,
    }


def _document(change: DocumentChange) -> Data:
    return {"name": change.name, "state": change.state.value, "before": change.before}


def _change(change: FindingChange) -> Data:
    return {
        "before": change.before and _finding(change.before),
        "after": change.after and _finding(change.after),
        "causes": [_cause(cause) for cause in change.causes],
        "decided": decided_data(change.decided),
    }


def _finding(finding: SavedFinding) -> Data:
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "topic": finding.topic,
        "stance": finding.stance.value,
        "confidence": finding.confidence,
        "rule": finding.rule,
        "explanation": finding.explanation,
        "sides": [{"letter": letter, "label": label} for letter, label in finding.labels],
        "claims": [_claim(claim) for claim in finding.claims],
    }


def _cause(cause: Cause) -> Data:
    return {
        "kind": cause.kind.value,
        "document": cause.document,
        "state": cause.state.value if cause.state else None,
        "claim": _claim(cause.claim) if cause.claim else None,
        "settings": list(cause.settings),
    }


def _claim(claim: RecordedClaim) -> Data:
    return {
        "fingerprint": claim.fingerprint,
        "side": claim.side,
        "document": claim.document,
        "words": claim.words,
    }
