"""Claims that say the same in the same words: what is said of one of them goes for all.

Sources copy each other, and one source repeats itself. What rules say of a claim rests on what it
says and in which words, and never on where these stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from attrs import define, field, has

from factcheck import model
from factcheck.model import CandidatePair, Claim, Judgement, Span
from factcheck.model.columns import slots_of

REMEMBERED = 100_000
"""Claims, and pairs of claims, that are remembered before all of them are forgotten, so that memory
does not grow with the corpus."""

_PLACE = frozenset(["source", "span", "sentence", "topics", "occurrence", "id"])
"""What tells where a claim stands and what it goes with, and nothing of what it says."""


@define(eq=False)
class Repeats:
    """What was said of pairs of claims, which is said again of pairs that say the same."""

    _like: dict[int, tuple[Claim, Claim]] = field(factory=dict, init=False)
    _by_text: dict[str, Claim | None] = field(factory=dict, init=False)
    _by_saying: dict[bytes, Claim] = field(factory=dict, init=False)
    _said: dict[tuple[int, int, bool], Judgement | None] = field(factory=dict, init=False)

    def __reduce__(self) -> tuple[type[Repeats], tuple[()]]:
        # What is kept by identity means nothing where claims are made anew.
        return Repeats, ()

    def said(
        self, pair: CandidatePair, judge: Callable[[CandidatePair], Judgement | None]
    ) -> Judgement | None:
        """Return what ``judge`` says of a pair, or said of one whose claims say the same."""
        if max(len(self._like), len(self._said)) >= REMEMBERED:
            self._forget()
        a, b = self._first_like(pair.a), self._first_like(pair.b)
        question = (id(a), id(b), pair.together)
        if question not in self._said:
            self._said[question] = judge(CandidatePair(a, b, pair.shared, pair.together))
        said = self._said[question]
        return said and _said_of(pair, said)

    def _forget(self) -> None:
        for known in (self._like, self._by_text, self._by_saying, self._said):
            known.clear()

    def _first_like(self, claim: Claim) -> Claim:
        """Return the first claim that was met and says the same in the same words."""
        known = self._like.get(id(claim))
        if known is None:
            # The claim is kept with it so that no other gets its identity.
            known = self._like[id(claim)] = self._find(claim), claim
        return known[0]

    def _find(self, claim: Claim) -> Claim:
        if claim.text not in self._by_text:
            # What else it says matters only once its text is met again.
            self._by_text[claim.text] = claim
            return claim
        lone = self._by_text[claim.text]
        if lone is not None:
            self._by_text[claim.text] = None
            self._by_saying[saying(lone)] = lone
        return self._by_saying.setdefault(saying(claim), claim)


def _said_of(pair: CandidatePair, said: Judgement) -> Judgement:
    """Return a judgement as it goes for a pair that says the same as its own."""
    a, b = pair.a, pair.b
    if said.a is a and said.b is b:
        return said
    return Judgement(
        a=a,
        b=b,
        stance=said.stance,
        confidence=said.confidence,
        rule=said.rule,
        rationale=said.rationale,
        aspect=said.aspect,
        label=said.label,
        a_evidence=said.a_evidence.moved(a.start - said.a.start),
        b_evidence=said.b_evidence.moved(b.start - said.b.start),
        votes=said.votes,
        grounds=said.grounds,
        judge=said.judge,
    )


def saying(claim: Claim) -> bytes:
    """Return a digest of all that a claim says, and of the words that it was read from."""
    text, start = claim.source.text, claim.start

    def told(value: Any) -> Any:
        kind = value.__class__
        if kind is Span:
            return value.start - start, value.end - start, text[value.start : value.end]
        if kind is tuple:
            return [one if one.__class__ is str else told(one) for one in value]
        parts = _PARTS.get(kind)
        return value if parts is None else [told(part(value)) for part in parts]

    said = repr((claim.quote, [told(part(claim)) for part in _SAID]))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


_PARTS = {
    kind: tuple(slot.__get__ for slot in slots_of(kind).values())
    for kind in vars(model).values()
    if isinstance(kind, type) and has(kind)
}
_SAID = tuple(slot.__get__ for name, slot in slots_of(Claim).items() if name not in _PLACE)
