"""Which of two things is said to be more: "the mast is taller than the spire"."""

from __future__ import annotations

import re

from factcheck.judging.context import Context
from factcheck.judging.finding import Finding
from factcheck.model import Claim, Polarity, Stance
from factcheck.model.frozen import immutable

_THAN = re.compile(r"(?i)^(.*\S)\s+than\s+(?!\d)([^.;:,]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKERS = frozenset("more less fewer better worse".split())
_SURE = 0.9


@immutable(auto_attribs=True, frozen=True)
class Comparison:
    """What is said to be more or less than what.

    Attributes:
        marker: the word that compares: "more", "taller".
        said: the terms of what stands before "than", without the marker.
        against: the terms of what stands behind it.
    """

    marker: str
    said: frozenset[str]
    against: frozenset[str]

    @property
    def own(self) -> frozenset[str]:
        """The terms of the first side alone, with what they are compared in."""
        return self.said - self.against

    @property
    def other(self) -> frozenset[str]:
        """The terms of the second side alone."""
        return self.against - self.said


def swapped(a: Claim, b: Claim, context: Context) -> Finding | None:
    """Find that two things have changed places in one comparison.

    Where one is more than the other, the other is not more than the one in the same respect.
    """
    first, second = context.once(compared, a), context.once(compared, b)
    if first is None or second is None or first.marker != second.marker:
        return None
    if not turned(a, b, context):
        return None
    aspect = context.ordered(first.own | first.other)[:3]
    things = " and ".join(f"“{context.label(sorted(one.other))}”" for one in (second, first))
    rationale = f"They compare {things} the other way round: which is “{first.marker}”."
    return Finding(
        "polarity", Stance.CONTRADICTS, _SURE, rationale, aspect, a.span, b.span, swapped=True
    )


def turned(a: Claim, b: Claim, context: Context) -> bool:
    """Return whether two claims compare the same in one respect from either side.

    "The mast is taller than the spire" and "the spire is shorter than the mast".
    """
    first, second = context.once(compared, a), context.once(compared, b)
    if first is None or second is None:
        return False
    x, y = first.other, second.other
    sides = bool(x and y) and x <= second.own and y <= first.own
    return sides and first.own - y == second.own - x


def compared(claim: Claim, context: Context) -> Comparison | None:
    """Return the comparison that a claim affirms; None where it affirms none."""
    found = _THAN.match(claim.text) if "than" in claim.text else None
    if found is None or claim.polarity is Polarity.NEGATED:
        return None
    before = _WORD.findall(found[1].lower())
    places = [place for place, word in enumerate(before) if is_comparative(word, context)]
    if not places:
        return None
    marker = before.pop(places[-1])
    said, against = (
        frozenset(
            term
            for word in words
            if word not in context.relations.terms.lexicon.stopwords
            for term in context.relations.terms.parts(word)
        )
        for words in (before, _WORD.findall(found[2].lower()))
    )
    return Comparison(marker, said, against)


def is_comparative(word: str, context: Context) -> bool:
    """Return whether a word is "more" or "less", or an adjective with "-er"."""
    if word in _MARKERS:
        return True
    root = word.removesuffix("er")
    known = context.relations.terms.lexicon.adjectives
    roots = {root, f"{root}e", root[:-1], f"{root[:-1]}y" if root.endswith("i") else root}
    return root != word and len(root) > 1 and not roots.isdisjoint(known)
