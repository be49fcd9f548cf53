"""Rule ``category``: "X is a protein" against "X is a neurotransmitter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging import material
from factcheck.judging.alignment import Alignment
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, better
from factcheck.judging.subjects import same_thing
from factcheck.model import Category, Claim, Polarity, Stance

_RANK = re.compile(
    r"\b(?:most|least|first|second|third|fourth|fifth|last|\d+(?:st|nd|rd|th)"
    r"|(?:larg|small|high|low|long|tall|old|new|young|deep|wide|big|great|fast|rich|poor)est)\b"
)


def matters(claim: Claim, _: Context) -> Iterator[str]:
    """Yield what a claim puts into a class, and whether it says what that is made of.

    "40 per cent of pupils are girls" puts no pupil into a class.
    """
    share = any(value.scale == "proportion" and value.is_figure for value in claim.values)
    if claim.categories and claim.subject is not None and not share:
        yield f"class of {claim.subject.head}"
    if claim.limits("material"):
        yield "material"


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Compare the classes that the claims put one thing into.

    Two classes conflict only where the lexicon knows that one thing cannot be both, or where one
    claim denies the class that the other affirms; two things said of one subject that do not
    exclude each other are no conflict. Classes are compared with what describes them ("a French
    film", "a Danish film"). What a thing is made of is compared as well where one claim says it.
    """
    best = material.compare(a, b, context)
    if not (a.categories and b.categories):
        return best
    if a.subject is None or b.subject is None or not same_thing(a.subject, b.subject, context):
        return best
    for first in a.categories:
        for second in b.categories:
            best = better(best, _compare(a, b, first, second, context))
    return best


def _compare(
    a: Claim, b: Claim, first: Category, second: Category, context: Context
) -> Finding | None:
    assert a.subject is not None
    assert b.subject is not None
    heads = (first.terms[-1], second.terms[-1])
    aspect = tuple(term for term in a.subject.terms if term in b.subject.terms)
    words = f"“{first.cue.text}” against “{second.cue.text}”"
    subject = context.label(aspect)
    same = context.of_one_kind(heads[0], heads[1])
    if heads[0] == heads[1]:
        same = set(first.terms) <= set(second.terms) or set(second.terms) <= set(first.terms)
    affirmed = Polarity.AFFIRMED in (a.polarity, b.polarity)
    if a.polarity is b.polarity is Polarity.AFFIRMED:
        if _exclusive(first, second, a, b, context):
            rationale = f"They call {subject} two things that exclude each other: {words}."
            strength, stance = 0.9, Stance.CONTRADICTS
        elif same:
            rationale = f"Both call {subject} the same kind of thing: {words}."
            strength = 0.9 if heads[0] == heads[1] else 0.75
            stance = Stance.AGREES
        else:
            return None
    elif affirmed and _denied(a, b, first, second, context):
        rationale = f"One says that {subject} is what the other says it is not: {words}."
        strength, stance = 0.95, Stance.CONTRADICTS
    else:
        return None
    return Finding("category", stance, strength, rationale, aspect, first.cue.span, second.cue.span)


def _exclusive(first: Category, second: Category, a: Claim, b: Claim, context: Context) -> bool:
    """Return whether nothing can be in both classes as they are described.

    The classes are compared with each other, and what describes them likewise: "Russian" excludes
    "Danish" and not "poet". A word that the other claim has as well is no difference: "a Danish
    and French film".
    """
    words = (_words(first, context), _words(second, context))
    stated = (words[0] | context.kinds(a.terms), words[1] | context.kinds(b.terms))
    nouns = (_noun(first, context), _noun(second, context))
    described = (words[0] - nouns[0], words[1] - nouns[1])
    ranks = _rank(first), _rank(second)
    alike = _is_bare(first) is _is_bare(second) and not (all(ranks) and ranks[0] != ranks[1])
    return any(
        context.exclude(x, y)
        for one, other in (nouns, described)[not alike :]
        for x in one - stated[1]
        for y in other - stated[0]
    )


def _is_bare(category: Category) -> bool:
    """Return whether a class is told by a name alone, as a people or a language is: "English"."""
    return category.cue.text[:1].isupper() and " " not in category.cue.text


def _rank(category: Category) -> frozenset[str]:
    """Return what makes the first or the last of a class: "the **largest** producer".

    A nation may well be the largest producer, though no nation is a producer.
    """
    return frozenset(_RANK.findall(category.cue.text.lower()))


def _words(category: Category, context: Context) -> frozenset[str]:
    """Return the terms of all words that name a class, and of the phrases that they make up."""
    terms = context.relations.terms
    return context.kinds(
        part for word in category.cue.text.lower().split() for part in terms.parts(word)
    )


def _noun(category: Category, context: Context) -> frozenset[str]:
    """Return the terms for what a class is, without what describes it."""
    last = context.relations.terms.of(category.cue.text.lower().split()[-1])
    return frozenset(
        term for term in _words(category, context) if term == last or term.endswith(f"_{last}")
    )


def _denied(a: Claim, b: Claim, first: Category, second: Category, context: Context) -> bool:
    """Return whether the class that one claim denies holds what the other affirms.

    What narrows the denied class ("no bridge over the Orne") has to be affirmed as well.
    """
    denied, affirmed = (first, second) if a.polarity is Polarity.NEGATED else (second, first)
    denying, affirming = (a, b) if a.polarity is Polarity.NEGATED else (b, a)
    narrowed = set(denying.object.terms if denying.object else ()) - set(denied.terms)
    if not context.is_a(affirmed.terms[-1], denied.terms[-1]) or narrowed - set(affirming.terms):
        return False
    return all(
        any(context.is_a(narrow, wide) for narrow in affirmed.terms) for wide in denied.terms
    )
