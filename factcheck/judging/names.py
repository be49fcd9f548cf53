"""Proper names, which keep like things apart: the Orla Bridge is not the Tann Bridge."""

from __future__ import annotations

import re

from factcheck.judging.context import Context
from factcheck.model import Claim

_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")

Name = tuple[str, frozenset[str]]
"""The term of what a thing is, and those that name it."""


def named_apart(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether each claim names a thing of one kind that the other knows nothing of.

    "In the Orla Museum" against "a ticket to the Tann Museum": whatever is said of them, it is
    said of two museums.
    """
    named = context.once(names, b)
    return bool(named) and any(
        one == other and own.isdisjoint(b.vocabulary) and others.isdisjoint(a.vocabulary)
        for one, own in context.once(names, a)
        for other, others in named
    )


def names(claim: Claim, context: Context) -> tuple[Name, ...]:
    """Return the names of several words in a claim, without what makes no difference in them.

    Initials and the words for somebody's office are left out: "Dr A. Lind" may be "Anna Lind".
    """
    found = []
    terms = context.relations.terms
    for match in _NAME.finditer(claim.text):
        *words, last = (word.removesuffix("’s").removesuffix("'s") for word in match[0].split())
        known = {terms.of(word.lower()) for word in words if len(word) > 1}
        own = frozenset(known & claim.vocabulary - context.relations.roles)
        if own:
            found.append((terms.of(last.lower()), own))
    return tuple(found)
