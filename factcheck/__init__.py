"""What several documents claim, where they agree, and where they contradict each other.

The verbs (``read``, ``check``, ``verify``, …) and the values they return are loaded on first
use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.api import (
        Extraction,
        Result,
        abbreviations,
        check,
        check_in_parts,
        checkability,
        cues,
        diff,
        extract,
        judge_pair,
        negated,
        opinions,
        quantities,
        read,
        read_reviews,
        read_rows,
        read_text,
        sentences,
        stream,
        verify,
    )
    from factcheck.errors import FactcheckError
    from factcheck.explaining.explanation import Explanation
    from factcheck.graph import ClaimGraph
    from factcheck.history.difference import Difference
    from factcheck.model import (
        Agreement,
        CandidatePair,
        Claim,
        Corpus,
        Dispute,
        Document,
        Judgement,
        Opinion,
        ScopedCue,
        Stance,
        Verdict,
        Verification,
    )
    from factcheck.settings import Settings

_HOMES = {
    "factcheck.api": (
        "Extraction",
        "Result",
        "abbreviations",
        "check",
        "check_in_parts",
        "checkability",
        "cues",
        "diff",
        "extract",
        "judge_pair",
        "negated",
        "opinions",
        "quantities",
        "read",
        "read_reviews",
        "read_rows",
        "read_text",
        "sentences",
        "stream",
        "verify",
    ),
    "factcheck.errors": ("FactcheckError",),
    "factcheck.explaining.explanation": ("Explanation",),
    "factcheck.graph": ("ClaimGraph",),
    "factcheck.history.difference": ("Difference",),
    "factcheck.model": (
        "Agreement",
        "CandidatePair",
        "Claim",
        "Corpus",
        "Dispute",
        "Document",
        "Judgement",
        "Opinion",
        "ScopedCue",
        "Stance",
        "Verdict",
        "Verification",
    ),
    "factcheck.settings": ("Settings",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Agreement",
    "CandidatePair",
    "Claim",
    "ClaimGraph",
    "Corpus",
    "Difference",
    "Dispute",
    "Document",
    "Explanation",
    "Extraction",
    "FactcheckError",
    "Judgement",
    "Opinion",
    "Result",
    "ScopedCue",
    "Settings",
    "Stance",
    "Verdict",
    "Verification",
    "__version__",
    "abbreviations",
    "check",
    "check_in_parts",
    "checkability",
    "cues",
    "diff",
    "extract",
    "judge_pair",
    "negated",
    "opinions",
    "quantities",
    "read",
    "read_reviews",
    "read_rows",
    "read_text",
    "sentences",
    "stream",
    "verify",
]


if not TYPE_CHECKING:  # A type checker would take any name for one that is there.

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
