"""Findings under the numbers that a report gives them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from factcheck.model import Agreement, Dispute, Run
from factcheck.reporting.standing import by_weight


@frozen
class Found:
    """How a report calls a finding: by its sign and number."""

    sign: str
    number: int
    id: str

    def __str__(self) -> str:
        return f"{self.sign} {self.number}"


def numbered(run: Run) -> Iterator[tuple[Found, Dispute | Agreement]]:
    """Yield the disputes, the qualifications, then the agreements of ``run``."""
    for findings in (by_weight(run.disputes), by_weight(run.qualifications)):
        for number, dispute in enumerate(findings, 1):
            yield Found(dispute.stance.sign, number, dispute.id), dispute
    for number, agreement in enumerate(run.agreements, 1):
        yield Found("=", number, agreement.id), agreement
