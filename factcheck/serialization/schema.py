"""What writing and reading a run have to agree on."""

from __future__ import annotations

import hashlib

SCHEMA = "factcheck-run/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

LINE_TYPES = {
    "documents": "document",
    "failed": "failed",
    "claims": "claim",
    "skipped": "skipped",
    "notes": "note",
    "topics": "topic",
    "judgements": "judgement",
    "disputes": "dispute",
    "qualifications": "qualification",
    "agreements": "agreement",
    "retold": "retold",
}
"""What a line of JSON Lines is called that holds an entry of each list, in the order of lines."""

DECIMALS = 4
"""Places kept of confidences, weights, degrees and authority: finer than any of them is known.

Bounds of intervals are kept whole, because half a milligram is 0.0000005 in the base unit.
"""


def text_sha256(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
