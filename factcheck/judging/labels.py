"""How the aspect of a finding reads: in the words of a source, where they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Span
from factcheck.model.frozen import immutable

LONGEST = 6
"""Words of a source that still read as the name of an aspect; longer ones are half a sentence."""

_BREAKS = re.compile(r'[()\[\]“”";:,–—]')
"""Marks that end a phrase or enclose one; a name that held one would be cut off."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@immutable(auto_attribs=True, frozen=True)
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
    stretches = [each for claim in (a, b) for each in context.once(_Wording, claim)[terms]]
    if stretches:
        deciding = _own_words(a, finding.a_evidence, b, context) | _own_words(
            b, finding.b_evidence, a, context
        )
        stretches = [each for each in stretches if each.besides.isdisjoint(deciding)]
    if stretches:
        named = min(stretches, key=lambda stretch: stretch.length).text
    else:
        named = context.label(context.once(_Wording, a).in_order(terms))
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
    return frozenset(context.once(_Wording, claim).words)


class _Wording(dict[tuple[str, ...], list[_Stretch]]):
    """The words of a claim, and by terms its stretches that hold all of them.

    Attributes:
        text: the text of the claim.
        words: its words, in lower case.
        terms: their terms.
        spans: where they stand in the text.
        places: where every term stands among the words.
    """

    __slots__ = ("places", "spans", "terms", "text", "words")

    def __init__(self, claim: Claim, context: Context) -> None:
        found = list(_WORD.finditer(claim.text))
        self.text = claim.text
        self.words = [word[0].lower() for word in found]
        self.terms = list(map(context.relations.terms.of, self.words))
        self.spans = [word.span() for word in found]
        self.places: dict[str, list[int]] = {}
        for place, term in enumerate(self.terms):
            self.places.setdefault(term, []).append(place)

    def __missing__(self, terms: tuple[str, ...]) -> list[_Stretch]:
        found = self[terms] = list(self._stretches(frozenset(terms)))
        return found

    def _stretches(self, terms: frozenset[str]) -> Iterator[_Stretch]:
        """Yield stretches, none of them within another, too long, or with a figure."""
        if not terms <= self.places.keys():
            return
        last: dict[str, int] = {}
        for place in sorted(place for term in terms for place in self.places[term]):
            last[self.terms[place]] = place
            first = min(last.values())
            if len(last) < len(terms) or place - first >= LONGEST:
                continue
            shown = self.text[self.spans[first][0] : self.spans[place][1]]
            words = self.words[first : place + 1]
            if not _BREAKS.search(shown) and not any(word[0].isdigit() for word in words):
                besides = zip(words, self.terms[first : place + 1], strict=True)
                others = frozenset(word for word, term in besides if term not in terms)
                yield _Stretch(shown, len(words), others)

    def in_order(self, terms: tuple[str, ...]) -> tuple[str, ...]:
        """Return terms in the order in which the claim has them, those it has not at the end."""
        behind = [len(self.words)]
        return tuple(sorted(dict.fromkeys(terms), key=lambda t: self.places.get(t, behind)[0]))
