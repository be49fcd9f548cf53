"""A baseline that accepts what a run found."""

from __future__ import annotations

from factcheck.history.baseline import accept
from factcheck.model import Baseline, Run


def accepting(run: Run, reason: str = "", author: str = "", date: str = "") -> Baseline:
    findings = (*run.disputes, *run.qualifications)
    return accept(findings, run, reason=reason, author=author, date=date)
