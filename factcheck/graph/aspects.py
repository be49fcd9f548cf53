"""Whether two judgements are about the same aspect of things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve, frozen

# With fewer distinct aspects a term's share says nothing about how common it is in the corpus.
_ENOUGH_ASPECTS = 8
# A term in more than this share of the aspects is the corpus' main subject, not a link.
_EVERYWHERE = 0.5


@frozen
class _Aspect:
    """An aspect as it is compared: its first term, all of them, and those that link."""

    respect: str
    terms: frozenset[str]
    telling: frozenset[str]


@frozen
class Aspects:
    """Distinct aspects by number, and which of them overlap."""

    known: tuple[_Aspect, ...]

    @classmethod
    def of(cls, aspects: Sequence[tuple[str, ...]]) -> Aspects:
        """Return the aspects, comparable once it is known which terms nearly all of them hold.

        Args:
            aspects: every distinct aspect of a run's judgements, in the order of their numbers.
        """
        plain = (_Aspect(each[0] if each else "", frozenset(each), frozenset()) for each in aspects)
        return cls(tuple(plain)).among(range(len(aspects)))

    def among(self, used: Iterable[int]) -> Aspects:
        """Return the aspects where only those that are used count for how common a term is."""
        everywhere = _everywhere({self.known[number].terms for number in used})
        return Aspects(tuple(evolve(one, telling=one.terms - everywhere) for one in self.known))

    @property
    def everywhere(self) -> frozenset[str]:
        """The terms that do not tell aspects apart."""
        return frozenset().union(*(one.terms - one.telling for one in self.known))

    def overlap(self, a: int, b: int) -> bool:
        """Return whether two aspects are equal or one is about what the other is compared on.

        The first term of an aspect says in what respect, the others of what: the height of a tower
        and its distance from a cliff are two questions. A term that nearly every aspect holds does
        not tell aspects apart.
        """
        one, other = self.known[a], self.known[b]
        if one.terms == other.terms:
            return True
        if one.telling.isdisjoint(other.telling):
            return False
        return one.respect in other.terms or other.respect in one.terms

    def like(self, aspect: int) -> Callable[[int], bool]:
        """Return what says of other aspects whether they overlap this one."""
        return _Overlaps(self, aspect).__getitem__


class _Overlaps(dict[int, bool]):
    """Whether aspects overlap one, each compared when it is first asked for."""

    def __init__(self, aspects: Aspects, aspect: int) -> None:
        super().__init__()
        self._aspects = aspects
        self._aspect = aspect

    def __missing__(self, other: int) -> bool:
        found = self[other] = self._aspects.overlap(self._aspect, other)
        return found


def _everywhere(distinct: set[frozenset[str]]) -> frozenset[str]:
    if len(distinct) < _ENOUGH_ASPECTS:
        return frozenset()
    counts = Counter(term for aspect in distinct for term in aspect)
    return frozenset(term for term, count in counts.items() if count > _EVERYWHERE * len(distinct))
