"""How often a finding of this sort is right."""

from __future__ import annotations

from factcheck.judging.alignment import Alignment
from factcheck.judging.finding import Finding
from factcheck.model import Certainty, Claim, Stance

_BASE = {
    ("polarity", Stance.CONTRADICTS): 0.8,
    ("direction", Stance.CONTRADICTS): 0.75,
    ("polarity", Stance.QUALIFIES): 0.65,
    ("direction", Stance.QUALIFIES): 0.7,
    ("degree", Stance.QUALIFIES): 0.65,
    ("category", Stance.QUALIFIES): 0.65,
    ("direction", Stance.AGREES): 0.8,
    ("degree", Stance.CONTRADICTS): 0.7,
    ("degree", Stance.AGREES): 0.7,
    ("value", Stance.CONTRADICTS): 0.75,
    ("value", Stance.QUALIFIES): 0.72,
    ("value", Stance.AGREES): 0.75,
    ("category", Stance.CONTRADICTS): 0.8,
    ("category", Stance.AGREES): 0.85,
    ("set", Stance.CONTRADICTS): 0.6,
    ("set", Stance.QUALIFIES): 0.65,
    ("set", Stance.AGREES): 0.7,
    ("presence", Stance.CONTRADICTS): 0.78,
    ("presence", Stance.QUALIFIES): 0.75,
    ("presence", Stance.AGREES): 0.75,
    ("paraphrase", Stance.AGREES): 0.75,
}
HEDGED = 0.9
"""A hedge on either side leaves room for both."""


def confidence(finding: Finding, a: Claim, b: Claim, alignment: Alignment) -> float:
    """Return the share of findings like this one that are right, from 0 to 1."""
    base = _BASE.get((finding.rule, finding.stance), 0.5)
    value = base * (0.6 + 0.4 * finding.strength) * (0.9 + 0.1 * alignment.subject)
    if finding.stance is not Stance.AGREES and Certainty.HEDGED in (a.certainty, b.certainty):
        value *= HEDGED
    return round(min(0.99, value + 0.1 * alignment.jaccard), 3)
