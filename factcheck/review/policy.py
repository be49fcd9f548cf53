"""How a review goes."""

from __future__ import annotations

from attrs import frozen


@frozen
class Policy:
    """How a review goes.

    Attributes:
        needed: how many votes a finding needs, 1 or more.
        blind: whether the machine's opinion is hidden from those who have not voted.
        lease_hours: for how long a finding is kept for whom it was shown to.
    """

    needed: int = 2
    blind: bool = True
    lease_hours: int = 24
