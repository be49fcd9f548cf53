"""Which terms matter to judging a claim, so that it is known when it has to be judged again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.context import Context
from factcheck.model import Claim

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def reads(claim: Claim, context: Context) -> frozenset[str]:
    """Return the terms whose weights and labels rules may ask for when they compare a claim.

    These are more than any rule asks for, which does no harm: those that the claim is compared by,
    the words that it is written in, what limits it, and the names of what rules compare.
    """
    return context.kinds(_terms(claim, context)).union(context.relations.agencies.values())


def _terms(claim: Claim, context: Context) -> Iterator[str]:
    for group in claim.term_groups:
        yield from group
    for kind in claim.limits_by_kind.values():
        yield from kind
    for appraisal in claim.appraisals:
        yield appraisal.respect
    for text in (claim.text, *(one.text for one in (claim.subject, claim.object) if one)):
        for word in _WORD.findall(text.lower()):
            yield word
            yield context.relations.terms.of(word)
            yield from context.relations.terms.parts(word)
