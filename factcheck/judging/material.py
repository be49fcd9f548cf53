"""What a thing is made of, said of it or taken for granted where it is named."""

from __future__ import annotations

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, leaves_open
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.value import DATES

_WALLS = frozenset(["wall"])


def compare(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Compare what one claim says its subject is made of with what the other has it made of.

    The other says so too, or names the subject by it: "the brick chapel". Two claims that only
    name it so may tell two of a kind apart. What was of another material once was so at a time, so
    a claim with a time is not compared.
    """
    if not (a.limits("material") and b.limits("material")):
        return None
    affirmed = a.polarity is b.polarity is Polarity.AFFIRMED
    if not affirmed or _timed(a) or _timed(b) or context.once(leaves_open, a):
        return None
    for one, other in ((a, b), (b, a)):
        about = _subject(one)
        for said in sorted(one.limits("material")):
            for held in sorted(other.limits("material")):
                same = said not in about and _one(about, _subject(other) - {held})
                new = said not in other.terms and held not in one.terms
                if same and new and not about & context.contrasts and context.exclude(said, held):
                    aspect = one.subject_terms
                    words = [context.label((term,)) for term in (said, held)]
                    label = context.label(aspect)
                    rationale = f"One has {label} of {words[0]}, the other of {words[1]}."
                    return Finding(
                        "category", Stance.CONTRADICTS, 0.8, rationale, aspect, a.span, b.span
                    )
    return None


def _one(about: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two subjects are one, or one is the walls of the other.

    A house is of what its walls are of.
    """
    return about == other or (about ^ other == _WALLS and bool(about & other))


def _timed(claim: Claim) -> bool:
    return "time:then" in claim.conditions or any(value.scale in DATES for value in claim.values)


def _subject(claim: Claim) -> frozenset[str]:
    return frozenset(claim.subject_terms)
