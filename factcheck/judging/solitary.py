"""What there is only one of against several: "the only mill in town", "two mills in town"."""

from __future__ import annotations

import re

from attrs import evolve

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.value import DATES

_ONLY_ONE = re.compile(r"\b(?:is|are|remains?) (?:still |now )?the (?:only|sole) \w")
_A_SINGLE = re.compile(r"\b(?:ha[sd]|have|is|are|with) (?:only |just )?a single \w")
_OTHER = re.compile(r"(?i)\b(?:was|were|had|until|once|former|formerly|planned|will|other than)\b")
_BARE = frozenset(["be", "have", "with", "there"])
_SURE = 0.7


def only_one_or_several(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that one claim has a single thing of a kind where the other counts several.

    "Arn is the only town in the valley with a mill" and "three towns in the valley have a mill",
    or "Arn is one of three towns …", or has "a single mill" and "three mills": all else that tells
    the kind is the same.
    """
    for sole, several in ((a, b), (b, a)):
        kind = context.once(single, sole)
        if not kind or several.polarity is Polarity.NEGATED or _OTHER.search(several.text):
            continue
        counted = [
            value
            for value in several.values
            if value.scale == "count" and value.interval.low >= 2 and set(value.attribute) <= kind
        ]
        dated = any(value.scale in DATES for value in several.values)
        own = frozenset(sole.subject_terms) - kind
        plain = set(several.predicate) <= _BARE
        if counted and plain and not dated and several.vocabulary - own == kind:
            aspect = context.ordered(kind)[:3]
            rationale = f"One knows a single one, the other “{counted[0].text}”."
            found = Finding(
                "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span
            )
            return evolve(found, swapped=True)
    return None


def single(claim: Claim, context: Context) -> frozenset[str]:
    """Return the terms of what a claim says that there is one of, or that its subject is it."""
    if claim.polarity is Polarity.NEGATED or _OTHER.search(claim.text):
        return frozenset()
    sole = frozenset(map(context.relations.terms.of, ("sole", "single")))
    if set(claim.predicate) <= _BARE and _A_SINGLE.search(claim.text):
        return claim.vocabulary - sole
    if not _ONLY_ONE.search(claim.text) or not claim.subject_terms:
        return frozenset()
    return claim.vocabulary - sole - {*claim.subject_terms}
