"""What one claim says of what another denies: whether affirming the one affirms the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.subjects import voices
from factcheck.model import Claim, Mention, Value

LIGHT_VERBS = frozenset("be have do make take get show give go".split())
"""Verbs that say little by themselves: what happens is told by their object."""

_THOUGHT_OF = re.compile(
    r"\b(?:absence|design|development|idea|lack|plan|possibility|proposal|prospect|search)s?"
    r" (?:of|for) "
)
_INDEFINITE = frozenset("a an any some no one two three several".split())


def uncovered(denied: Iterable[str], said: Iterable[str], context: Context) -> set[str]:
    """Return the terms of a denial that a claim says nothing of, nor of a kind of it."""
    return set(denied).difference(context.classes(said))


def entails(affirming: Claim, denying: Claim, alignment: Alignment, context: Context) -> bool:
    """Return whether a claim that has every term of a denial also relates them alike.

    Its subject must be the denied one or a kind of it, and its verb the denied one where that
    says something; a class that is denied must be one that it puts its subject into. "There is
    no X" is met by whatever befalls an X.
    """
    holder, denied = affirming.subject, denying.subject
    open_pronoun = any(subject and not subject.terms for subject in (holder, denied))
    if open_pronoun and alignment.subject < 0.5:
        return False
    if denied is not None and denied.terms and holder is not None and holder.terms:
        kind_of = not uncovered(denied.terms, holder.terms, context)
        if alignment.subject < 0.5 and not (kind_of and _some(holder, denied)):
            return False
        swapped = voices(affirming, denying, context) or voices(denying, affirming, context)
        if not swapped and not context.is_a(holder.head, denied.head):
            return False
        called = {term for category in affirming.categories for term in category.terms}
        classes = {category.terms[-1] for category in denying.categories}
        if uncovered(classes, called | set(holder.terms), context):
            return False
        if set(denying.terms) <= set(denied.terms):
            return False
    elif len(denying.terms) == 1:
        return holder is not None and holder.terms == denying.terms and _some(holder)
    elif denied is None and _only_thinks_of(affirming):
        return False
    verbs = set(denying.predicate) - LIGHT_VERBS
    return verbs <= set(affirming.predicate) or not set(affirming.predicate) - LIGHT_VERBS


def _only_thinks_of(claim: Claim) -> bool:
    """Return whether a claim may hold of what is not there: "drew **plans of** a tunnel"."""
    return bool(_THOUGHT_OF.search(claim.text))


def _some(*subjects: Mention) -> bool:
    """Return whether one of two subjects is indefinite, which the other then picks up.

    "A spaniel barked" speaks of the dog that "the dog did not bark" speaks of; "the vaccine" is
    not "the treatment".
    """
    return any(subject.text.split()[0].lower() in _INDEFINITE for subject in subjects)


def unmatched(denied: Iterable[Value], said: Iterable[Value]) -> set[str]:
    """Return the scales of a denial's quantities that meet none of the same scale.

    Dates count only where the other claim gives none: two dates that differ are for the guards.
    "Zero" denies and is no quantity that is denied.
    """
    given = list(said)
    found: set[str] = set()
    for value in denied:
        rivals = [other for other in given if other.scale == value.scale]
        differ = all(value.interval.disjoint(other.interval) for other in rivals)
        vague = value.scale == "degree" or (value.scale == "proportion" and not value.is_figure)
        none = value.interval.low == value.interval.high == 0
        if vague or none or (value.scale == "date" and rivals):
            continue
        if differ:
            found.add(value.scale)
    return found
