"""Whether confidence means what it says: of the findings printed with 0.8, four in five right."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

BINS = 10


@frozen
class Bin:
    """The findings whose confidence lies from ``low`` up to ``high``.

    Attributes:
        low, high: the bounds, from 0 to 1; the upper one belongs to the next bin, save for 1.
        findings: how many there are.
        confidence: their mean confidence.
        right: the share of them that is right.
    """

    low: float
    high: float
    findings: int
    confidence: float
    right: float


@frozen
class Reliability:
    """A reliability table: the bins that hold findings, in order.

    ``error`` is the expected calibration error: the mean distance of confidence from the share
    that is right, weighted by findings, over ten bins of equal width (Naeini, Cooper and
    Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", 2015).
    """

    bins: tuple[Bin, ...]

    @property
    def findings(self) -> int:
        """How many findings the table rests on."""
        return sum(one.findings for one in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error, from 0 to 1; 0 where there are no findings."""
        apart = sum(one.findings * abs(one.confidence - one.right) for one in self.bins)
        return apart / self.findings if self.findings else 0.0

    def as_data(self) -> dict[str, object]:
        """Return the table as plain values."""
        return {
            "findings": self.findings,
            "expected_calibration_error": round(self.error, 4),
            "bins": [
                {
                    "low": one.low,
                    "high": one.high,
                    "findings": one.findings,
                    "confidence": round(one.confidence, 4),
                    "right": round(one.right, 4),
                }
                for one in self.bins
            ],
        }


def reliability(judged: Iterable[tuple[float, bool]]) -> Reliability:
    """Return the reliability table of (confidence, whether it was right) pairs.

    >>> table = reliability([(0.9, True), (0.9, True), (0.6, False), (0.6, True)])
    >>> [(one.findings, one.right) for one in table.bins], round(table.error, 2)
    ([(2, 0.5), (2, 1.0)], 0.1)
    """
    held: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        held.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    return Reliability(
        tuple(
            Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                findings=len(inside),
                confidence=sum(confidence for confidence, _ in inside) / len(inside),
                right=sum(right for _, right in inside) / len(inside),
            )
            for number, inside in sorted(held.items())
        )
    )
