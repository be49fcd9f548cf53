"""What is said of all against what some of them are not: "all members", "junior members"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance

_EVERY = re.compile(r"(?:Every|Each|All)\s")
_SAVING = re.compile(r"\b(?:except|but|apart from|other than|excluding|besides|save|unless|or)\b")
_SURE = 0.7


def excepted(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that one claim says of all of a kind what the other denies of some of them.

    "All members have keys" and "junior members have no keys". Both say the same of them, and
    nothing else keeps them apart.
    """
    if a.polarity is b.polarity or alignment.differing:
        return None
    for whole, part in ((a, b), (b, a)):
        if not context.once(of_all, whole) or _SAVING.search(part.text):
            continue
        kinds, some = frozenset(whole.subject_terms), frozenset(part.subject_terms)
        same = whole.predicate == part.predicate and (
            whole.vocabulary - kinds == part.vocabulary - some
        )
        if same and _narrower(whole, part):
            aspect = tuple(whole.subject_terms)
            rationale = f"One says it of all {context.label(aspect)}, the other denies it of some."
            return Finding(
                "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, once=True
            )
    return None


def of_all(claim: Claim, _: Context) -> bool:
    """Return whether a claim affirms something of all of a kind, without exceptions."""
    subject = claim.subject
    if claim.polarity is Polarity.NEGATED or subject is None or not subject.terms:
        return False
    shares = [
        value.interval
        for value in claim.values
        if value.scale == "proportion" and subject.head in value.attribute
    ]
    every = [share.low == share.high == 1 for share in shares]
    told = all(every) if every else bool(_EVERY.match(subject.text))
    return told and not _SAVING.search(claim.text)


def _narrower(whole: Claim, part: Claim) -> bool:
    """Return whether a denial is of some of a kind that another claim tells of as a whole."""
    if part.subject is None or whole.subject is None or part.subject.head != whole.subject.head:
        return False
    kinds, some = set(whole.subject_terms), set(part.subject_terms)
    counted = any(value.scale == "count" and part.subject.head in value.attribute
                  for value in part.values)  # fmt: skip
    return kinds < some or (kinds == some and counted)
