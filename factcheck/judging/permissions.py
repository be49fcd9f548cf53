"""What may be done against what may not: "dogs are welcome", "dogs are banned"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import only_in_case
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.judging.subjects import is_anyone
from factcheck.model import Claim, Polarity, Stance

_ALLOWING = frozenset(["allow", "welcom", "admit", "accept"])
_FORBIDDING = frozenset(["ban", "bar", "exclud"])
_SHUNNED = "avoid"
_ABLE = re.compile(r"\b(?:may|can|could|cannot|is possible|is not possible|is impossible)\b")
_MAY = re.compile(r"\bmay\b")
_FORBIDDEN = re.compile(r"\bmust (?:not|never)\b|\bmustn['’]t\b")
_FINE = re.compile(
    r"\b(?:is|are)(?: not| always| also| perfectly| quite)? (?:fine|OK|okay|all right|no problem)\b"
)
_DONE_TO = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: \w+){0,2} (?:\w+ed|welcome|forbidden)\b"
)
_FRAME = frozenset(
    "be fine ok okay right take bring use pay enter go come time board site insid possibl".split()
)
"""Terms that do not tell where or what for: "at any **time**", "be **taken** on **board**"."""

_HOLDING = frozenset(["contain", "includ"])
_SAFE = frozenset(["safe", "suitabl", "harmless"])
_SURE = 0.7


def advised_or_not(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that one claim advises against, or forbids, what the other calls possible or safe.

    What must not be done is no matter of advice: that it "may" be done contradicts it, where
    neither says more than that.
    """
    for said, warned in ((a, b), (b, a)):
        if warned.polarity is Polarity.AFFIRMED or "advised" not in warned.limits("modality"):
            continue
        forbidden = _forbidden(said, warned)
        rationale = _advised_against(said, warned, context, forbidden=forbidden)
        if rationale:
            aspect = tuple(term for term in said.subject_terms if term in warned.terms)
            stance = Stance.CONTRADICTS if forbidden else Stance.QUALIFIES
            return Finding(
                "polarity", stance, _SURE, rationale, aspect, a.span, b.span, advice=True
            )
    return None


def _forbidden(said: Claim, warned: Claim) -> bool:
    """Return whether just what may be done must not be done."""
    same = set(said.terms) == set(warned.terms)
    strict = _FORBIDDEN.search(warned.text) and _MAY.search(said.text)
    return same and bool(strict) and not (said.limits("case") or warned.limits("case"))


def permitted_or_not(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that one claim permits what the other forbids to the same ones in the same place.

    One of them has to say so in as many words: what "may" or "can" happen is permitted only where
    another source speaks of permission.
    """
    if a.subject is None or b.subject is None or only_in_case(a, b) or only_in_case(b, a):
        return None
    permitted = [context.once(permits, claim) for claim in (a, b)]
    if all(word is None for word in permitted):
        return None
    told = [
        word if word is not None else _modal(claim)
        for claim, word in zip((a, b), permitted, strict=True)
    ]
    if None in told or told[0] == told[1]:
        return None
    things = [_thing(claim) for claim in (a, b)]
    permitted_thing, banned = things if told[0] else reversed(things)
    if not things[0] or not (things[0] == things[1] or _is_a(permitted_thing, banned, context)):
        return None
    told_within = any(map(_holds, (a, b)))
    if any(value.scale == "count" for claim in (a, b) for value in claim.values):
        return None
    places = [_place(claim) - things[0] for claim in (a, b)]
    whoever = any(things[0] != set(claim.subject_terms) - _FRAME for claim in (a, b))
    if (whoever and any(places) and not told_within) or (all(places) and not places[0] & places[1]):
        return None
    aspect = context.ordered(things[0])
    rationale = f"One permits {context.label(aspect)} what the other forbids."
    whole = places[0] == places[1]
    stance = Stance.CONTRADICTS if whole else Stance.QUALIFIES
    return Finding("polarity", stance, _SURE, rationale, aspect, a.span, b.span, advice=True)


def _advised_against(said: Claim, warned: Claim, context: Context, *, forbidden: bool) -> str:
    """Return why advice against a thing sits badly with what is said to be possible or safe.

    "Must not be frozen" against "can be frozen", "children should not drink it" against "it is
    safe for children"; empty where it does not.
    """
    if said.polarity is Polarity.NEGATED or said.subject is None or warned.subject is None:
        return ""
    against = "forbids" if forbidden else "advises against"
    whom, thing = set(warned.subject_terms), set(said.subject_terms)
    same = whom == thing and said.predicate == warned.predicate
    if same and _ABLE.search(said.text) and _matter(said) <= _matter(warned):
        return f"One permits {context.label(said.subject.terms)} what the other {against}."
    safe = said.predicate == ("be",) and _SAFE & set(said.terms)
    meant = whom <= set(said.terms) - thing and thing <= set(warned.terms) - whom
    if safe and meant and not whom & thing:
        return f"One finds {context.label(said.subject.terms)} safe, the other {against} it."
    return ""


def permits(claim: Claim, _: Context) -> bool | None:
    """Return whether a claim speaks of a permission, True, or a ban; None where of neither.

    Who "allows users to log in" is not who is allowed to.
    """
    if not _DONE_TO.search(claim.text):
        return None
    said = set(claim.predicate) | {term for category in claim.categories for term in category.terms}
    if said & _ALLOWING:
        return claim.polarity is Polarity.AFFIRMED
    if _SHUNNED in said and "advised" in claim.limits("modality"):
        return claim.polarity is Polarity.NEGATED
    if said & _FORBIDDING:
        return claim.polarity is Polarity.NEGATED
    return None


def _modal(claim: Claim) -> bool | None:
    """Return whether a claim says that something can happen or cannot; None where neither."""
    if _FORBIDDEN.search(claim.text):
        return False
    told = _ABLE.search(claim.text) or _FINE.search(claim.text)
    return claim.polarity is Polarity.AFFIRMED if told else None


def _is_a(permitted: set[str], banned: set[str], context: Context) -> bool:
    """Return whether what is permitted is a kind of what is banned: dogs, pets."""
    return len(permitted) == len(banned) == 1 and context.is_a(min(permitted), min(banned))


def _holds(claim: Claim) -> bool:
    """Return whether a claim says what something may have in it: "must not **contain** glass"."""
    return (
        claim.object is not None and bool(claim.predicate) and _HOLDING.issuperset(claim.predicate)
    )


def _place(claim: Claim) -> set[str]:
    """Return where and what for something is permitted."""
    return set(claim.subject_terms) if _holds(claim) else _matter(claim)


def _thing(claim: Claim) -> set[str]:
    """Return what may be brought, done or used: "**dogs** are welcome", "you can use **cash**"."""
    assert claim.subject is not None
    if _holds(claim) and claim.object is not None:
        return set(claim.object.terms) - _FRAME
    return _matter(claim) if is_anyone(claim) else set(claim.subject.terms) - _FRAME


def _matter(claim: Claim) -> set[str]:
    """Return where and what for something is permitted, as far as a claim says."""
    return set(claim.terms) - _ALLOWING - _FORBIDDING - _FRAME - {
        *claim.subject_terms, *claim.predicate
    }  # fmt: skip
