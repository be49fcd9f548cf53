"""One form for everything that a term is written as, across a corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import chain

from attrs import evolve, field, frozen

from factcheck.lexicon.terms import Terms
from factcheck.linking.variants import variants
from factcheck.linking.wording import Wording
from factcheck.model import Category, Claim, Items, Mention


@frozen
class Canon:
    """Rewrites every term of a claim: long forms to their abbreviation, variants to one.

    Attributes:
        long_forms: abbreviations with the terms of their long forms, in the order in which they
            are put in place: that of the corpus.
        variants: rarer spellings to commoner ones.
    """

    long_forms: tuple[tuple[str, tuple[str, ...]], ...]
    variants: Mapping[str, str]
    _by_term: Mapping[str, list[int]] = field(init=False, repr=False, eq=False)

    _touched: frozenset[str] = field(init=False, repr=False, eq=False)

    @_by_term.default
    def _indexed(self) -> dict[str, list[int]]:
        # By the last term, which mostly is the head: any that must be there would do.
        found: dict[str, list[int]] = defaultdict(list)
        for number, (_, long) in enumerate(self.long_forms):
            found[long[-1]].append(number)
        return dict(found)

    @_touched.default
    def _rewritten(self) -> frozenset[str]:
        return frozenset(self.variants) | frozenset(self._by_term)

    @classmethod
    def of(cls, wording: Wording, terms: Terms) -> Canon:
        """Return what the wording of a whole corpus makes of its terms."""
        ordered = sorted(wording.definitions.items(), key=lambda each: each[1])
        return cls(
            tuple((short, one.long) for short, one in ordered if len(one.long) > 1),
            variants(wording.terms, terms),
        )

    def terms(self, terms: Iterable[str]) -> tuple[str, ...]:
        """Return canonical terms, in order, without repetition."""
        out = list(terms)
        due = [number for term in dict.fromkeys(out) for number in self._by_term.get(term, ())]
        heapify(due)
        while due:
            number = heappop(due)
            short, long = self.long_forms[number]
            if all(part in out for part in long):
                out[out.index(long[-1])] = short
                out = [term for term in out if term not in long or term == short]
                for later in self._by_term.get(short, ()):
                    if later > number and later not in due:
                        heappush(due, later)
        return tuple(dict.fromkeys(self.variants.get(term, term) for term in out))

    def _rewrites(self, claim: Claim) -> bool:
        """Return whether the terms of a claim may come out otherwise than they went in."""
        groups = claim.term_groups
        return (
            list(map(len, map(set, groups))) != list(map(len, groups))
            or sorted(claim.terms) != list(claim.terms)
            or not self._touched.isdisjoint(chain.from_iterable(groups))
        )

    def mention(self, mention: Mention | None) -> Mention | None:
        """Return a mention with its terms in canonical form."""
        return None if mention is None else evolve(mention, terms=self.terms(mention.terms))

    def claim(self, claim: Claim) -> Claim:
        """Return a claim with every term in its canonical form."""
        if not self._rewrites(claim):
            return claim
        return evolve(
            claim,
            subject=self.mention(claim.subject),
            object=self.mention(claim.object),
            predicate=self.terms(claim.predicate),
            changes=tuple(
                evolve(change, of=self.terms(change.of), by=self.terms(change.by))
                for change in claim.changes
            ),
            categories=tuple(
                Category(self.terms(category.terms), category.cue) for category in claim.categories
            ),
            items=tuple(
                Items(
                    tuple(self.terms(member) for member in items.members),
                    self.terms(items.attribute),
                    items.span,
                    items.exhaustive,
                )
                for items in claim.items
            ),
            presences=tuple(evolve(one, of=self.terms(one.of)) for one in claim.presences),
            appraisals=tuple(evolve(one, of=self.terms(one.of)) for one in claim.appraisals),
            values=tuple(
                evolve(
                    value,
                    attribute=self.terms(value.attribute),
                    holder=self.terms(value.holder),
                )
                for value in claim.values
            ),
            terms=tuple(sorted(self.terms(claim.terms))),
        )
