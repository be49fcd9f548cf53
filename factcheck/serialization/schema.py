"""What writing and reading a run have to agree on."""

from __future__ import annotations

import hashlib

SCHEMA = "factcheck-run/1"
"""Name and version of the shape; the number changes when a reader of the old one would break."""

DECIMALS = 4
"""Places kept of confidences, weights, degrees and authority: finer than any of them is known.

Bounds of intervals are kept whole, because half a milligram is 0.0000005 in the base unit.
"""


def text_sha256(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
