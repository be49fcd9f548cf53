"""An explanation as JSON, in the shape of ``docs/reference/explanation.md``."""

from __future__ import annotations

from typing import Any

from factcheck.explaining.explanation import (
    Confidence,
    ExplainedClaim,
    ExplainedPair,
    Explanation,
    Matched,
)
from factcheck.model import Agreement, Claim, Dispute, Document, Judgement
from factcheck.reporting.json import dumps
from factcheck.serialization import value_to_data

EXPLANATION_SCHEMA = "factcheck-explanation/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

Data = dict[str, Any]


def write(explanation: Explanation) -> str:
    """Return ``explanation`` as indented JSON with a newline at the end."""
    return dumps(to_data(explanation), indent=1) + "\n"


def to_data(explanation: Explanation) -> Data:
    """Return ``explanation`` in the shape ``factcheck-explanation/1``."""
    return {
        "schema": EXPLANATION_SCHEMA,
        "kind": _kind(explanation),
        "value": value_to_data(explanation.value),
        "claims": [_claim(claim) for claim in explanation.claims],
        "pairs": [_pair(pair) for pair in explanation.pairs],
        "counterfactuals": value_to_data(explanation.counterfactuals),
        "skipped": value_to_data(explanation.skipped),
    }


def _kind(explanation: Explanation) -> str:
    match explanation.value:
        case Dispute(stance=stance):
            return "dispute" if stance.value == "contradicts" else "qualification"
        case Agreement():
            return "agreement"
        case Judgement():
            return "judgement"
        case Claim():
            return "claim"
        case Document():
            return "document"
        case _:
            return "topic"


def _claim(told: ExplainedClaim) -> Data:
    return {
        "side": told.side,
        "claim": value_to_data(told.claim),
        "entries": value_to_data(told.entries),
    }


def _pair(pair: ExplainedPair) -> Data:
    return {
        "judgement": value_to_data(pair.judgement),
        "matched": _matched(pair.matched),
        "hearings": value_to_data(pair.hearings),
        "confidence": pair.confidence and _confidence(pair.confidence),
        "counterfactuals": value_to_data(pair.counterfactuals),
    }


def _matched(matched: Matched) -> Data:
    data: Data = value_to_data(matched)
    for key in ("shared", "only_a", "only_b"):
        data[key] = [{"term": term, "weight": weight} for term, weight in data[key]]
    return data


def _confidence(confidence: Confidence) -> Data:
    data: Data = value_to_data(confidence)
    data["contributions"] = [
        {**each, "points": round(part.points, 4)}
        for each, part in zip(data["contributions"], confidence.contributions, strict=True)
    ]
    return data
