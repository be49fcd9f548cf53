"""What one rule says of a pair, before the cascade weighs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from factcheck.judging.alignment import Alignment, Common
from factcheck.judging.context import Context
from factcheck.model import Claim, Polarity, Span, Stance
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Finding:
    """A rule's answer.

    Attributes:
        rule: id of the rule.
        stance: agrees, contradicts or qualifies.
        strength: how clear the comparison itself is, from 0 to 1.
        rationale: one sentence that says why.
        aspect: terms of what was compared.
        a_evidence, b_evidence: the deciding words.
        once: whether it concerns what happens to a thing once, wherever and to whomever else.
        advice: whether it holds what is advised against what is.
        swapped: whether the things it is about have changed places, so that their names differ.
    """

    rule: str
    stance: Stance
    strength: float
    rationale: str
    aspect: tuple[str, ...]
    a_evidence: Span
    b_evidence: Span
    once: bool = False
    advice: bool = False
    swapped: bool = False


_OPEN = re.compile(
    r"(?i)\b(?:or|either|at least|at most|more than|less than|fewer than|up to(?! date))\b"
)

RuleFunction = Callable[[Claim, Claim, Alignment, Context], Finding | None]
Matters = Callable[[Claim, Context], Iterable[str]]
Hope = Callable[[Claim, Claim, Common, Context], bool]


def title(claim: Claim) -> str:
    """Return the name a reader knows the claim's source by."""
    return claim.source.title or claim.source.name


def leaves_open(claim: Claim, _: Context) -> bool:
    """Return whether a claim names several answers or a bound, so that another need not differ."""
    return bool(_OPEN.search(claim.text))


def affirms_one(claim: Claim, context: Context) -> bool:
    """Return whether a claim affirms one thing and nothing in its stead."""
    return claim.polarity is Polarity.AFFIRMED and not leaves_open(claim, context)


def reconciled(groups: Iterable[list[Finding]]) -> Finding | None:
    """Return the finding to keep where a claim gives several values of one attribute.

    "Two metres at the foot and one at the top" agrees with itself: within a group one match
    outweighs every mismatch.
    """
    best: Finding | None = None
    for findings in groups:
        matches = [finding for finding in findings if finding.stance is Stance.AGREES]
        for finding in matches or findings:
            best = better(best, finding)
    return best


def better(first: Finding | None, second: Finding | None) -> Finding | None:
    """Return the finding to keep of two by one rule: conflict before agreement, then strength."""
    found = [finding for finding in (first, second) if finding is not None]
    order = {Stance.CONTRADICTS: 2, Stance.QUALIFIES: 1, Stance.AGREES: 0}
    return max(found, key=lambda f: (order[f.stance], f.strength), default=None)
