"""Rule ``substitution``: one word in the place of another that excludes it, all else the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factcheck.judging.alignment import Alignment, Common
from factcheck.judging.bearings import exclusive
from factcheck.judging.comparing import turned
from factcheck.judging.context import Context
from factcheck.judging.finding import Finding, affirms_one
from factcheck.judging.subjects import ONE_SIDED_CONTRAST
from factcheck.model import Claim, Stance
from factcheck.model.frozen import immutable

LIKE_ENOUGH = 0.25
"""Shared weight over both together below which claims are not worth comparing word by word."""

SPECIFIC = 3
"""Shared terms from which descriptions of "a" thing on one occasion are of the same thing."""

VERY_SPECIFIC = 5
"""As many where the words exchanged are opposites, which often tell two of a kind apart."""

_WORD = re.compile(r"\d[\d.,:/]*\w*|[^\W\d_]+(?:-[^\W\d_]+)*")
_SHADE = re.compile(r"\b(dark|light|pale|bright|dull|deep|jet|pure|plain|dirty)[ -]([a-z]+)")
_DEFINITE = re.compile(r"(?i)(?:the|this|that|these|those|its|his|her|their|he|she|it|they)\b")
_INDEFINITE = re.compile(r"(?i)(?:an?|some|another|several|few|many|one|two|three|\d+)\b")
_CHOICE = re.compile(r"\b(?:can|could|may|might|or|some(?:times)?|often|usually|most(?:ly)?)\b")
_LIKE_VERBS = (
    "be sell sold buy bought dispense supply obtain available obtainable possible only",
    "be hold held take takes place happen conduct run",
    "be take taken give given administer use",
    "fill filled in complete completed submit apply",
    "be store keep kept hold held save",
)
"""Verbs that say no more of a thing than that it is to be had, comes about, is given or done."""
_FRAME = frozenset(
    "a an the is are was were be been being am has have had do does did and of to from away at on"
    " in by s very there".split()
)


@immutable(auto_attribs=True, frozen=True)
class Exchange:
    """Terms that stand in each other's place in two claims that are otherwise the same.

    Attributes:
        pairs: the exchanged terms, as ``(of the first, of the second)``.
        rest: the words of the one and of the other that have no counterpart.
    """

    pairs: tuple[tuple[str, str], ...]
    rest: tuple[frozenset[str], frozenset[str]]


def matters(claim: Claim, context: Context) -> tuple[str, ...]:
    """Return one matter for a claim that affirms one thing and nothing in its stead."""
    return ("",) if context.once(affirms_one, claim) else ()


def hope(a: Claim, b: Claim, common: Common, context: Context) -> bool:
    """Return whether two claims are alike, and say of one subject what it is or does."""
    if not _of_one(a, b, context):
        return False
    return common.jaccard >= LIKE_ENOUGH or exclusive(a, b, context) is not None


def judge(a: Claim, b: Claim, alignment: Alignment, context: Context) -> Finding | None:
    """Find one word exchanged for another that excludes it, all else being the same.

    Which words exclude each other the lexicon says: antonyms, and members of one class of which a
    thing has one. Two texts that speak of one occasion contradict each other wherever such words
    are exchanged. In documents that may each tell of something else, the subject must be the same
    and the exchange must be in what the subject is said to be.
    """
    if not (alignment.together or hope(a, b, alignment, context)):
        return None
    apart = exclusive(a, b, context)
    if apart is not None:
        return _stands_otherwise(a, b, apart, alignment, context)
    # Values are compared as such, with what bounds and rounds them.
    counted = alignment.together and not {v.scale for v in a.values} & {v.scale for v in b.values}
    found = exchange(a, b, context, counted=counted)
    if len(set(found.pairs)) != 1 or any(found.rest):
        return None
    if alignment.subject <= ONE_SIDED_CONTRAST and all(map(str.isdigit, found.pairs[0])):
        # "Bus 40" and "bus 41" are two buses.
        return None
    if _changes_elsewhere(a, b, found) or _every_week(a, b, found) or turned(a, b, context):
        return None
    same = (
        _same_occasion(a, b, found, alignment, context)
        if alignment.together
        else _in_what_is_said(a, found)
    )
    if not same:
        return None
    words = [context.label((term,)) for term in found.pairs[0]]
    rationale = f"One says “{words[0]}” where the other says “{words[1]}”, and it cannot be both."
    strength = 0.5 + 0.5 * alignment.jaccard
    aspect = alignment.shared[:2]
    return Finding("substitution", Stance.CONTRADICTS, strength, rationale, aspect, a.span, b.span)


def _stands_otherwise(
    a: Claim, b: Claim, apart: tuple[str, str], alignment: Alignment, context: Context
) -> Finding | None:
    """Find one thing in stock and out of it, all else being the same."""
    found = exchange(a, b, context, counted=True)
    left = {term for side in (*found.pairs, *found.rest) for term in side}
    of = context.relations.terms.of
    named = {of(word) for side in apart for word in re.split(r"[ -]", side)}
    told = (named | {*map(of, words.split())} for words in ("", *_LIKE_VERBS))
    if not any(left <= known for known in told) or not _of_one(a, b, context):
        return None
    if any(_CHOICE.search(claim.text) for claim in (a, b)):
        # What may be drunk with milk may be drunk without.
        return None
    rationale = f"One says “{apart[0]}” where the other says “{apart[1]}”, and it cannot be both."
    strength = 0.5 + 0.5 * alignment.jaccard
    aspect = alignment.shared[:2]
    return Finding("substitution", Stance.CONTRADICTS, strength, rationale, aspect, a.span, b.span)


def _every_week(a: Claim, b: Claim, found: Exchange) -> bool:
    """Return whether each tells what is so on some day of every week: "opens on Fridays"."""
    first, second = a.text.lower(), b.text.lower()
    return any(x.endswith("day") and f"{x}s" in first and f"{y}s" in second for x, y in found.pairs)


def _changes_elsewhere(a: Claim, b: Claim, found: Exchange) -> bool:
    """Return whether one change is told of two places: "prices rose in Spain", "… in Italy"."""
    places = a.limits("setting") | b.limits("setting") | a.limits("place") | b.limits("place")
    moved = all({*pair} & places for pair in found.pairs)
    return moved and bool(a.changes and b.changes)


def exchange(a: Claim, b: Claim, context: Context, *, counted: bool = False) -> Exchange:
    """Return what stands in each other's place in two claims, and what has no counterpart.

    Words of one synonym group, and a word and its wider class, count as the same. Numbers exclude
    each other only where the claims are ``counted`` by them.
    """
    words = (context.once(_words, a), context.once(_words, b))
    left = [{word.partition(" ")[0] for word in words[n] - words[1 - n]} for n in (0, 1)]
    pairs: list[tuple[str, str]] = []
    if not all(left):
        return Exchange((), (frozenset(left[0]), frozenset(left[1])))
    rivals = list(_fillers(left[1], words[1], context))
    for x, used, _ in _fillers(left[0], words[0], context):
        for y, met, by in rivals:
            if used & left[0] and by in left[1] and _excludes(x, y, context, counted):
                pairs.append((x, y))
                left[0] -= used
                left[1] -= met
                break
    for x in sorted(left[0]):
        alike = {y for y in left[1] if context.of_one_kind(x, y)}
        if alike:
            left[0].discard(x)
            left[1] -= alike
    exchanged = {term for pair in pairs for term in pair}
    rest = [
        frozenset(words - _shades(claim, exchanged, context))
        for claim, words in zip((a, b), left, strict=True)
    ]
    return Exchange(tuple(pairs), (rest[0], rest[1]))


def _shades(claim: Claim, exchanged: set[str], context: Context) -> set[str]:
    """Return what only says how light or strong an exchanged colour is: "**dull** brown"."""
    of = context.relations.terms.of
    return {of(shade) for shade, colour in _SHADE.findall(claim.text) if of(colour) in exchanged}


def _words(claim: Claim, context: Context) -> frozenset[str]:
    """Return the words of a claim as terms; the second of one word as "word 2"."""
    parts = context.relations.terms.parts
    found: set[str] = set()
    times: dict[str, int] = {}
    for word in _WORD.findall(claim.text.lower()):
        for term in parts(word) if word not in _FRAME else ():
            times[term] = times.get(term, 0) + 1
            found.add(f"{term} {times[term]}" if times[term] > 1 else term)
    return frozenset(found)


def _fillers(
    left: set[str], words: frozenset[str], context: Context
) -> Iterator[tuple[str, frozenset[str], str]]:
    """Yield the phrases and words of a claim that the other lacks.

    Each comes with the words it uses and the lacking one that it was found by.
    """
    for word in sorted(left):
        for parts, phrase in context.relations.phrases.get(word, ()):
            if parts <= words:
                yield phrase, parts, word
    for word in sorted(left):
        yield word, frozenset([word]), word


def _excludes(one: str, other: str, context: Context, counted: bool) -> bool:
    numbers = context.relations.numbers
    if one in numbers or other in numbers or one.isdigit() or other.isdigit():
        found = (_number(one, numbers), _number(other, numbers))
        return counted and None not in found and found[0] != found[1]
    return context.opposed(one, other) or context.exclude(one, other)


def _number(term: str, numbers: Mapping[str, float]) -> float | None:
    return float(term) if term.isdigit() else numbers.get(term)


def _same_occasion(
    a: Claim, b: Claim, found: Exchange, alignment: Alignment, context: Context
) -> bool:
    """Return whether two descriptions of one occasion are of the same thing in it.

    A definite subject is the same in both. "A" thing is the same where enough is said of it,
    though not where the words exchanged tell those who take part from each other: "a dog barks"
    and "a cat barks", "a small boat" and "a big boat".
    """
    exchanged = {term for pair in found.pairs for term in pair}
    subjects = [claim.subject for claim in (a, b) if claim.subject is not None]
    if any(subject.head in exchanged for subject in subjects):
        return False
    if all(_DEFINITE.match(subject.text) for subject in subjects):
        return True
    opposed = any(context.opposed(x, y) for x, y in found.pairs)
    if not opposed and not any(_INDEFINITE.match(subject.text) for subject in subjects):
        return True
    if any(context.takes_part(term) for term in exchanged):
        return False
    if not opposed:
        return len(alignment.shared) >= SPECIFIC
    inside = any(exchanged & set(subject.terms) for subject in subjects)
    return not inside and len(alignment.shared) >= VERY_SPECIFIC


def _of_one(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether both claims say of one subject what it is or does."""
    if a.subject is None or b.subject is None:
        return False
    if set(a.subject.terms) != set(b.subject.terms):
        return False
    return a.predicate == b.predicate or context.between(_alike, a.predicate, b.predicate)


def _alike(one: tuple[str, ...], other: tuple[str, ...], context: Context) -> bool:
    """Return whether two verbs say no more of a thing than each other: "held", "takes place"."""
    of, done = context.relations.terms.of, {*one, *other}
    return any(done <= {*map(of, verbs.split())} for verbs in _LIKE_VERBS)


def _in_what_is_said(claim: Claim, found: Exchange) -> bool:
    """Return whether the exchange is in what a claim says of its subject."""
    exchanged = {term for pair in found.pairs for term in pair}
    return exchanged.isdisjoint((*claim.subject_terms, *claim.predicate))
