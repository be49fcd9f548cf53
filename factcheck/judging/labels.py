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
class _Stretch:
    """Words of a claim from one that names the aspect to another."""

    text: str
    words: tuple[str, ...]


def label(finding: Finding, a: Claim, b: Claim, context: Context) -> str:
    """Return what a finding is about in readable words.

    These are the fewest words of either claim that hold every term of the aspect, as they stand,
    unless they are too many or hold what the claims are compared by, which would answer the
    question before it is asked. Else the terms follow each other in the order of the first claim.
    """
    role, terms = context.role(finding.aspect)
    deciding = _own_words(a, finding.a_evidence, b) | _own_words(b, finding.b_evidence, a)
    stretches = [
        stretch
        for claim in (a, b)
        for stretch in _stretches(claim.text, frozenset(terms), context)
        if len(stretch.words) <= LONGEST and not _answers(stretch, deciding, terms, context)
    ]
    if stretches:
        named = min(stretches, key=lambda stretch: len(stretch.words)).text
    else:
        named = context.label(_as_written(terms, a.text, context))
    return f"{role} {named}".strip()


def _own_words(claim: Claim, evidence: Span, other: Claim) -> frozenset[str]:
    """Return the deciding words of a claim that the other claim does not have."""
    words = _WORD.findall(claim.source.text[evidence.start : evidence.end].lower())
    return frozenset(words).difference(_WORD.findall(other.text.lower()))


def _stretches(text: str, terms: frozenset[str], context: Context) -> Iterator[_Stretch]:
    """Yield the stretches of ``text`` that hold all ``terms``, none of them within another."""
    words = list(_WORD.finditer(text))
    last: dict[str, int] = {}
    for index, word in enumerate(words):
        term = context.relations.terms.of(word[0].lower())
        if term not in terms:
            continue
        last[term] = index
        if len(last) == len(terms):
            first = min(last.values())
            shown = text[words[first].start() : word.end()]
            if _BREAKS.search(shown):
                continue
            yield _Stretch(shown, tuple(each[0].lower() for each in words[first : index + 1]))


def _answers(
    stretch: _Stretch, deciding: frozenset[str], terms: tuple[str, ...], context: Context
) -> bool:
    """Return whether a stretch holds a figure, or words that decided beside those it is about."""
    return any(
        word[0].isdigit() or (word in deciding and context.relations.terms.of(word) not in terms)
        for word in stretch.words
    )


def _as_written(terms: tuple[str, ...], text: str, context: Context) -> tuple[str, ...]:
    """Return ``terms`` in the order in which ``text`` has them, those it has not at the end."""
    order: dict[str, int] = {}
    for index, word in enumerate(_WORD.findall(text.lower())):
        order.setdefault(context.relations.terms.of(word), index)
    return tuple(sorted(dict.fromkeys(terms), key=lambda term: order.get(term, len(text))))
