"""How much a finding matters: what a reviewer should look at first."""

from __future__ import annotations

from math import log2

from factcheck.model import Dispute, Run


def impacts(run: Run) -> dict[str, float]:
    """Return the impact of every dispute and qualification of a run, by fingerprint, from 0 to 1.

    It is the product of four parts, each from 0 to 1: the finding's confidence; the number of
    sources that take part, n, as n / (n + 1); the authority of the weaker side, that of its best
    source; and the weight of the topic, which grows with the logarithm of the number of claims on
    the same topic. A side of poor sources only is soon settled, so the weaker side decides.
    """
    sizes = {claim: len(topic.claims) for topic in reversed(run.topics) for claim in topic.claims}
    most = max(sizes.values(), default=1)
    return {
        finding.fingerprint: round(
            finding.confidence
            * (len(finding.sources) / (len(finding.sources) + 1))
            * _authority(finding)
            * _topic(finding, sizes, most),
            6,
        )
        for finding in (*run.disputes, *run.qualifications)
    }


def _authority(finding: Dispute) -> float:
    best = [max(claim.source.authority for claim in side.claims) for side in finding.positions]
    # No source is worth nothing: what only such sources dispute still stands in an order.
    return (1 + min(best)) / 2


def _topic(finding: Dispute, sizes: dict[str, int], most: int) -> float:
    largest = max(sizes.get(claim.id, 1) for claim in finding.claims)
    return log2(1 + largest) / log2(1 + most)
