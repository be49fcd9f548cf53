"""What is said of all against what some of them are not: "all members", "junior members"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance

_EVERY = re.compile(r"(?:Every|Each|All)\s")
_APPLIES = re.compile(r"\b(?:apply to|cover)\b")
_APPLYING = re.compile(r"\b(?:applies to|apply to|covers?|is binding on) (?:all|every|each|any)\b")
_EVERYONE = re.compile(r"\b(?:all|every|each|any|only)\b")
_EXEMPT = re.compile(r"\b(?:is|are) exempt from (?P<rule>[^,;.]+)")
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


def exempted(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find that something is for all of a kind to one claim, and not for some of them to another.

    "The law applies to all companies" and "small companies are exempt from the law", or "the law
    does not apply to small companies".
    """
    if alignment.differing:
        return None
    for whole, part in ((a, b), (b, a)):
        covered, left = context.once(_covering, whole), context.once(spared, part)
        if covered is None or left is None or whole.subject is None:
            continue
        rule, kind = left
        known = set(rule) == set(whole.subject_terms)
        if known and kind[-1] == covered[-1] and set(covered) < set(kind):
            aspect = tuple(whole.subject_terms)
            label = context.label(covered)
            rationale = f"One has it apply to all {label}, the other exempts some of them."
            return Finding(
                "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, once=True
            )
    return None


def _covering(claim: Claim, _: Context) -> tuple[str, ...] | None:
    """Return the terms of those to all of whom something applies: "to all **companies**"."""
    said = claim.object
    if claim.polarity is Polarity.NEGATED or said is None or not said.terms:
        return None
    return said.terms if _APPLYING.search(claim.text) and not _SAVING.search(claim.text) else None


def spared(claim: Claim, context: Context) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the terms of what some are spared, and of those who are."""
    terms = context.relations.terms
    exempt = _EXEMPT.search(claim.text)
    if exempt is not None and claim.polarity is Polarity.AFFIRMED:
        rule = tuple(
            term for word in exempt["rule"].lower().split()
            if (term := terms.of(word)) in claim.vocabulary
        )  # fmt: skip
        return (rule, claim.subject_terms) if claim.subject_terms else None
    if claim.polarity is Polarity.NEGATED and claim.object is not None and claim.object.terms:
        told = _APPLIES.search(claim.text) and not _EVERYONE.search(claim.text)
        return (claim.subject_terms, claim.object.terms) if told else None
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
