"""How the aspect of a finding reads: in the words of a source, where they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Span

LONGEST = 6
"""Words of a source that still read as the name of an aspect; longer ones are half a sentence."""

_BREAKS = re.compile(r'[()\[\]“”";:,–—]')
"""Marks that end a phrase or enclose one; a name that held one would be cut off."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@frozen
class _Word:
    """A word of a claim in lower case, its term, and where it stands."""

    lower: str
    term: str
    start: int
    end: int


@frozen
class _Stretch:
    """Words of a claim from one that names the aspect to another.

    Attributes:
        text: the words as they stand.
        length: how many they are.
        besides: those that do not name the aspect, in lower case.
    """

    text: str
    length: int
    besides: frozenset[str]


def label(finding: Finding, a: Claim, b: Claim, context: Context) -> str:
    """Return what a finding is about in readable words.

    These are the fewest words of either claim that hold every term of the aspect, as they stand,
    unless they are too many or hold what the claims are compared by, which would answer the
    question before it is asked. Else the terms follow each other in the order of the first claim.
    """
    role, terms = context.role(finding.aspect)
    stretches = [each for claim in (a, b) for each in _stretches(claim, frozenset(terms), context)]
    if stretches:
        deciding = _own_words(a, finding.a_evidence, b, context) | _own_words(
            b, finding.b_evidence, a, context
        )
        stretches = [each for each in stretches if each.besides.isdisjoint(deciding)]
    if stretches:
        named = min(stretches, key=lambda stretch: stretch.length).text
    else:
        named = context.label(_as_written(terms, a, context))
    return f"{role} {named}".strip()


def _own_words(claim: Claim, evidence: Span, other: Claim, context: Context) -> frozenset[str]:
    """Return the deciding words of a claim that the other claim does not have."""
    if evidence == claim.span:
        words = context.once(_said, claim)
    else:
        words = _lower(claim.source.text[evidence.start : evidence.end])
    return words - context.once(_vocabulary, other)


def _said(claim: Claim, _: Context) -> frozenset[str]:
    return _lower(claim.quote)


def _lower(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _vocabulary(claim: Claim, context: Context) -> frozenset[str]:
    return frozenset(word.lower for word in context.once(_words, claim))


def _stretches(claim: Claim, terms: frozenset[str], context: Context) -> Iterator[_Stretch]:
    """Yield the stretches of a claim that hold all ``terms``, none of them within another.

    Not those that are too long or hold a figure.
    """
    places = context.once(_places, claim)
    if not terms <= places.keys():
        return
    words = context.once(_words, claim)
    last: dict[str, int] = {}
    for index in sorted(place for term in terms for place in places[term]):
        last[words[index].term] = index
        first = min(last.values())
        if len(last) < len(terms) or index - first >= LONGEST:
            continue
        shown = claim.text[words[first].start : words[index].end]
        within = words[first : index + 1]
        if not _BREAKS.search(shown) and not any(word.lower[0].isdigit() for word in within):
            besides = frozenset(word.lower for word in within if word.term not in terms)
            yield _Stretch(shown, len(within), besides)


def _places(claim: Claim, context: Context) -> dict[str, list[int]]:
    """Return where every term of a claim stands among its words."""
    found: dict[str, list[int]] = {}
    for index, word in enumerate(context.once(_words, claim)):
        found.setdefault(word.term, []).append(index)
    return found


def _words(claim: Claim, context: Context) -> tuple[_Word, ...]:
    return tuple(
        _Word(lower, context.relations.terms.of(lower), word.start(), word.end())
        for word in _WORD.finditer(claim.text)
        for lower in [word[0].lower()]
    )


def _as_written(terms: tuple[str, ...], claim: Claim, context: Context) -> tuple[str, ...]:
    """Return ``terms`` in the order in which a claim has them, those it has not at the end."""
    places = context.once(_places, claim)
    behind = [len(claim.text)]
    return tuple(sorted(dict.fromkeys(terms), key=lambda term: places.get(term, behind)[0]))
