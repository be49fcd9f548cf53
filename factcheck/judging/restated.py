"""Values told in one way, however a source puts them, so that they can be compared."""

from __future__ import annotations

from collections.abc import Callable, Set

from attrs import evolve

from factcheck.judging.alignment import Alignment, align
from factcheck.judging.context import Context
from factcheck.model import Claim, Mention, Polarity, Value
from factcheck.model.frozen import immutable


@immutable(auto_attribs=True, frozen=True)
class Restated:
    """A value as something that a thing has: "the firm has so many **employees**".

    Attributes:
        kind: what it has, as a word.
        of: the thing; without terms where it is not named.
        value: how much or how many it has.
        anywhere: whether that tells something where no thing is named: "twelve people died".
        affirmed: whether the thing has it even where the claim denies: "must not exceed 5 MB".
    """

    kind: str
    of: Mention
    value: Value
    anywhere: bool = False
    affirmed: bool = False

    @property
    def matter(self) -> str:
        """What it is of, on its scale, as the rule names its matters."""
        return f"{self.value.scale} {self.kind}"

    def told(self, claim: Claim) -> tuple[Claim, Value]:
        """Return the claim that says so, and the value as it gives it."""
        subject = self.of if self.of.terms else claim.subject
        polarity = Polarity.AFFIRMED if self.affirmed else claim.polarity
        plain = evolve(claim, subject=subject, predicate=("have",), polarity=polarity)
        return plain, evolve(self.value, attribute=(self.kind,), holder=())


Reader = Callable[[Claim, Context], tuple[Restated, ...]]


def both_restated(
    claims: tuple[Claim, Claim],
    values: tuple[Value, Value],
    readers: tuple[Reader, ...],
    alignment: Alignment,
    context: Context,
) -> tuple[tuple[Claim, Value], tuple[Claim, Value], Alignment] | None:
    """Return two values told in one way, and how the claims are aligned that tell them so.

    Args:
        claims: the claims that give the values.
        values: a value of either.
        readers: what to read the claims with.
        alignment: how the claims are aligned as they stand.
        context: what is known besides them.
    """
    for read in readers:
        first, second = (
            [one for one in context.once(read, claim) if one.value.span == value.span]
            for claim, value in zip(claims, values, strict=True)
        )
        for one in first:
            for other in second:
                if one.kind != other.kind:
                    continue
                ours, theirs = one.told(claims[0]), other.told(claims[1])
                if one.of.terms and other.of.terms:
                    return ours, theirs, align(ours[0], theirs[0], context)
                if alignment.together and one.anywhere:
                    return ours, theirs, evolve(alignment, subject=1.0)
    return None


def without(mention: Mention, terms: Set[str]) -> Mention:
    """Return what is left of a mention without some terms; it stays whole if it has none."""
    left = tuple(term for term in mention.terms if term not in terms)
    return mention if left == mention.terms else Mention(" ".join(left), mention.span, left)
