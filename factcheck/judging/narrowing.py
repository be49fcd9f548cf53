"""Whether a figure is of a sort only of what another is of: "the upload limit", "the limit"."""

from __future__ import annotations

import re

from factcheck.judging.alignment import PERIODS
from factcheck.judging.context import Context
from factcheck.model import Claim, Value

TOPICAL = 0.4
"""Weight under which a word is of the matter of a whole collection: in one about trams, "the tram
line" is the line. It stands in a tenth of 200 claims or more."""

LIFE = frozenset(["life", "lifespan", "lifetim", "durat", "long"])
"""What a thing has that lasts as long as it does."""

_BEHIND = re.compile(
    r",| (?:about|above|across|after|against|along|among|and|around|at|before|behind|below|beneath"
    r"|beside|between|by|during|for|from|in|inside|into|near|of|off|on|opposite|or|over|past|per"
    r"|since|than|that|through|to|towards|under|until|up|which|who|whose|with|within|without)\b"
)
_BASIS = re.compile(r" per (?!cent\b)(\w+)")
_KNOWN = re.compile(r"[Tt]he (?!.* and\b)[a-z -]+$")
_LIMITED = re.compile(
    r" (?:(?:for|if|when|on|with|before|after|until|unless) |online\b|in advance\b)"
)
_STAGES = frozenset(
    "stage phase step half round period week weekday weekend day night month year"
    " season winter spring summer autumn morning afternoon evening hour".split()
)
_WORD = re.compile(r"[a-z]+")
_OWNING = ("’s", "'s", "s’", "s'")


def narrowed(a: Claim, b: Claim, first: Value, second: Value, context: Context) -> bool:
    """Return whether one of two figures is of a sort only of what the other is of.

    The words for it stand before the noun that both have, and say more than what any such thing is
    like: "the upload limit" is a limit of its own, "the famous tower" and "the stone tower" may
    well be the tower. So does what it is counted by: "the price per kilogram". "The museum shop"
    is no museum either.
    """
    if _of_a_part(a, b, first, second, context) or _of_a_part(b, a, first, second, context):
        return True
    if a.subject and b.subject and a.subject.head == b.subject.head and _basis(a) != _basis(b):
        return True
    if of_a_sort(a, b, context):
        return True
    if not first.scale == second.scale == "count":
        return False
    one, other = (_counted(value, context) for value in (first, second))
    return one < other or other < one


def of_a_sort(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether only one of two claims is about one sort of what the other is about."""
    if not (a.subject and b.subject and a.subject.head == b.subject.head):
        return False
    one, other = (context.once(_sort, claim) for claim in (a, b))
    return bool(one - b.vocabulary) is not bool(other - a.vocabulary)


def limited(a: Claim, b: Claim, first: Value, second: Value, context: Context) -> bool:
    """Return whether only one of two figures is for a case or a time that is told with it.

    A price may be for somebody, at some place or bought in some way: "£5 for members", "£5 online".
    """
    sides = ((a, b, first), (b, a, second))
    return first.scale not in PERIODS and any(
        _for_a_case(one, other, value, context) for one, other, value in sides
    )


def _for_a_case(one: Claim, other: Claim, value: Value, context: Context) -> bool:
    if one.limits("case") - other.vocabulary and not other.limits("case"):
        return True
    settings = one.limits("setting")
    if settings and not other.limits("setting") and settings & context.once(_stages, one):
        return True
    if (
        not value.scale.startswith("money:")
        or context.relations.terms.of("cost") not in value.attribute
    ):
        return False
    behind = one.source.text[value.span.end : one.sentence.end]
    if not _LIMITED.match(behind):
        return False
    terms = context.relations.terms
    said = {terms.of(word) for word in _WORD.findall(behind) if word not in terms.lexicon.stopwords}
    return not said <= other.vocabulary


def _stages(claim: Claim, context: Context) -> frozenset[str]:
    return frozenset(map(context.relations.terms.of, _STAGES))


def _of_a_part(whole: Claim, part: Claim, one: Value, other: Value, context: Context) -> bool:
    """Return whether what one claim is about is named by what the other is about, as a whole."""
    if not (whole.subject and part.subject and whole.subject.terms and part.subject.terms):
        return False
    if not all(_KNOWN.match(claim.subject.text) for claim in (whole, part) if claim.subject):
        return False
    thing, core = whole.subject.head, part.subject.head
    given = {*one.attribute, *other.attribute, *context.measures, *context.relations.effects}
    given |= LIFE
    named = thing in part.subject.terms[:-1] and core not in given | whole.vocabulary
    return named and not context.is_a(core, thing)


def _sort(claim: Claim, context: Context) -> frozenset[str]:
    """Return the words that tell which sort of thing a claim is about."""
    subject = claim.subject
    if subject is None or len(subject.terms) < 2:
        return frozenset()
    words = _BEHIND.split(subject.text, maxsplit=1)[0].split()
    of = context.relations.terms.of
    if len(words) < 2 or of(words[-1].lower()) != subject.head or words[-1][0].isupper():
        return frozenset()
    plain = [word for place, word in enumerate(words[:-1]) if not (place and word[0].isupper())]
    return _telling(plain, context)


def _basis(claim: Claim) -> set[str]:
    return set(_BASIS.findall(claim.subject.text)) if claim.subject else set()


def _counted(value: Value, context: Context) -> frozenset[str]:
    """Return the words that tell which sort of thing is counted: "40 **double** rooms"."""
    words = value.text.split()[:-1]
    last = max((place for place, word in enumerate(words) if _numeric(word, context)), default=-1)
    return _telling(words[last + 1 :], context) if last >= 0 else frozenset()


def _telling(words: list[str], context: Context) -> frozenset[str]:
    """Return those of the words before a noun that tell which sort of it is meant, as terms."""
    relations = context.relations
    given = relations.terms.lexicon.stopwords
    terms = (
        relations.terms.of(word.lower())
        for word in words
        if word[0].isalpha()
        and not word.endswith(_OWNING)
        and word.lower() not in given
        and not _numeric(word, context)
    )
    return frozenset(
        term
        for term in terms
        if term not in relations.describing and context.weight(term) >= TOPICAL
    )


def _numeric(word: str, context: Context) -> bool:
    """Return whether a word is a number: "40", "three", "twenty-six"."""
    parts = word.lower().split("-")
    numbers = context.relations.terms.lexicon.numbers
    return word[0].isdigit() or all(part in numbers for part in parts)
