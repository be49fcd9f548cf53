"""What a setting is if nobody sets it, however that is told."""

from __future__ import annotations

import re

from factcheck.judging.context import Context
from factcheck.judging.restated import Restated, without
from factcheck.model import Claim

_DEFAULT = "default"
_BY_DEFAULT = re.compile(
    r"(?i)\b(?:by default|unless (?:you|it is|they are|another|otherwise|set|changed|specified))\b"
)
_STATING = frozenset(["be", "set", _DEFAULT])


def defaults(claim: Claim, context: Context) -> tuple[Restated, ...]:
    """Return what a claim says that a setting is by default.

    "The timeout defaults to 30 seconds", "the default timeout is 30 seconds", "by default, the
    timeout is 30 seconds".
    """
    term = context.relations.terms.of(_DEFAULT)
    said = {*claim.subject_terms, *claim.predicate}
    if claim.subject is None or not {*claim.predicate} <= _STATING:
        return ()
    if term not in said and not _BY_DEFAULT.search(claim.text):
        return ()
    thing = without(claim.subject, frozenset([term]))
    figures = (value for value in claim.values if value.scale not in {"degree", "ordinal"})
    return tuple(Restated(_DEFAULT, thing, value) for value in figures) if thing.terms else ()
