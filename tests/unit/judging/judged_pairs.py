"""Two short texts and how the library says they stand to each other."""

from __future__ import annotations

from typing import Any

import pytest

import factcheck as fc
from factcheck.model import Corpus, Judgement

SILENT = "abstains"


def wrong(reason: str, *values: Any) -> Any:
    """A case that the library gets wrong today; passing fails the test, so that it is unmarked."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def stance(a: str, b: str, *rules: str) -> str:
    """How the chosen rules (all by default) say that two texts stand to each other."""
    judgement = fc.judge_pair(a, b, fc.Settings(select=rules))
    return judgement.stance.value if judgement else SILENT


def judgements(a: str, b: str, settings: fc.Settings | None = None) -> tuple[Judgement, ...]:
    """Every judgement of a whole check of two documents."""
    documents = (fc.read_text(a, name="a.txt"), fc.read_text(b, name="b.txt"))
    return fc.check(Corpus("", documents), settings).judgements


def stances(a: str, b: str) -> list[str]:
    """The stances of a whole check of two documents, with the rules and reasons behind them."""
    return [f"{one.stance}: {one.rule}: {one.rationale}" for one in judgements(a, b)]


def contradictions(a: str, b: str) -> list[str]:
    return [one for one in stances(a, b) if one.startswith("contradicts")]


def conflicts(a: str, b: str) -> list[str]:
    """Contradictions and tensions."""
    return [one for one in stances(a, b) if not one.startswith("agrees")]
