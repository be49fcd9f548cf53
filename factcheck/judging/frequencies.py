"""How often something happens, however that is told: "sails twice a day", "two sailings a day"."""

from __future__ import annotations

from factcheck.judging.context import Context
from factcheck.judging.restated import Restated
from factcheck.model import Claim, Mention, Value

_GIVING = frozenset("be have hold make offer operate provide run".split())
"""What is said of a thing that so many of something come: "**makes** three crossings a day"."""

_COMING = frozenset("run go leave depart operate come".split())
"""What says no more of a thing than that it comes: who counts buses counts how often they run."""


def frequencies(claim: Claim, context: Context) -> tuple[Restated, ...]:
    """Return how often a claim says that something happens, by the term for what does.

    Of a bus that only runs, nothing is left to tell what it is of.
    """
    return tuple(
        Restated(happening[-1], Mention(" ".join(happening), value.span, happening), value)
        for value in claim.values
        if value.scale == "count/day" and len(happening := _happening(claim, value, context)) > 1
    )


def _happening(claim: Claim, value: Value, context: Context) -> tuple[str, ...]:
    """Return the terms for what happens, what it is last: those of whatever does it before."""
    of = context.relations.terms.of_base
    verb = claim.predicate[-1:]
    if value.attribute == ("interval",):
        bare = {*verb} <= {*map(of, _COMING)}
        return claim.subject_terms if bare else (*claim.subject_terms, *verb)
    if len(value.attribute) > 1 or not {*verb} <= {*map(of, _GIVING)}:
        return ()
    named = claim.object.terms if claim.object is not None and claim.subject is None else ()
    left = tuple(term for term in named if term != value.attribute[0])
    return (*claim.subject_terms, *left, *value.attribute)
