"""Whether two judgements are about the same aspect of things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from factcheck.model import Judgement

# With fewer distinct aspects a term's share says nothing about how common it is in the corpus.
_ENOUGH_ASPECTS = 8
# A term in more than this share of the aspects is the corpus' main subject, not a link.
_EVERYWHERE = 0.5


@frozen
class Aspects:
    """The terms that link aspects: all but those that nearly every aspect holds."""

    everywhere: frozenset[str]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Aspects:
        """Return what the aspects of ``judgements`` have in common too often to tell them apart."""
        distinct = {frozenset(judgement.aspect) for judgement in judgements}
        if len(distinct) < _ENOUGH_ASPECTS:
            return cls(frozenset())
        counts = Counter(term for aspect in distinct for term in aspect)
        return cls(
            frozenset(term for term, count in counts.items() if count > _EVERYWHERE * len(distinct))
        )

    def overlap(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """Return whether two aspects are equal or one is about what the other is compared on.

        The first term of an aspect says in what respect, the others of what: the height of a tower
        and its distance from a cliff are two questions. A term that nearly every aspect holds does
        not tell aspects apart.
        """
        shared = set(a) & set(b)
        if set(a) == set(b):
            return True
        return bool(shared - self.everywhere) and bool({a[0], b[0]} & shared)
