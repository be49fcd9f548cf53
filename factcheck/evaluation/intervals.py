"""How far a share that was counted on a sample can be trusted."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

Z95 = NormalDist().inv_cdf(0.975)
"""How many standard errors a 95 % interval reaches to either side."""


def wilson(count: int, of: int) -> tuple[float, float] | None:
    """Return the 95 % interval of a share by Wilson's score; None of nothing.

    It stays within 0 and 1 and keeps its width where all or none were counted (Wilson, "Probable
    inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22, 1927).

    >>> [round(bound, 3) for bound in wilson(9, 10)]
    [0.596, 0.982]
    """
    if not of:
        return None
    share, shrink = count / of, 1 + Z95**2 / of
    middle = share + Z95**2 / (2 * of)
    reach = Z95 * sqrt(share * (1 - share) / of + Z95**2 / (4 * of**2))
    return max(0.0, (middle - reach) / shrink), min(1.0, (middle + reach) / shrink)
