"""How far people who decide independently of each other agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from attrs import field, frozen

from factcheck.evaluation.intervals import wilson
from factcheck.model import Act, Decision, Entry
from factcheck.review.coefficients import (
    Coefficient,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    krippendorff_alpha,
    observed_agreement,
)
from factcheck.review.standing import what_stands

DECISIONS = tuple(decision.value for decision in Decision)
"""What a reviewer can choose from."""

Votes = Mapping[str, Mapping[str, str]]
"""For each item, which category each reviewer chose."""


@frozen
class PairAgreement:
    """How two reviewers agree on the items that both voted on.

    Attributes:
        reviewers: their names, sorted.
        items: how many items both voted on, at least one.
        agreed: on how many of them they chose one category.
        kappa: Cohen's.
        ac1: Gwet's.
        confusion: how often the first chose the category of the row and the second that of the
            column, in the order of the categories.
    """

    reviewers: tuple[str, str]
    items: int
    agreed: int
    kappa: Coefficient
    ac1: Coefficient
    confusion: tuple[tuple[int, ...], ...] = field(repr=False)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the share agreed, by Wilson's score."""
        return wilson(self.agreed, self.items)

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values, rounded to four digits."""
        bounds = self.interval
        return {
            "reviewers": list(self.reviewers),
            "findings": self.items,
            "agreed": round(self.agreed / self.items, 4),
            "interval": None if bounds is None else [round(bound, 4) for bound in bounds],
            "cohen_kappa": self.kappa.as_data(),
            "gwet_ac1": self.ac1.as_data(),
            "confusion": [list(row) for row in self.confusion],
        }


@frozen
class Agreement:
    """How all reviewers agree, whoever of them voted on an item.

    Attributes:
        categories: what they could choose from.
        reviewers: names of those who voted, sorted.
        items: how many items two or more of them voted on; all figures are about these.
        single: how many items only one of them voted on.
        votes: how many votes there are on ``items``.
        revised: how many of these votes are not the first that their author cast on the item;
            whoever votes anew has seen what the rules hold of it.
        agreed: share of an item's pairs of votes that are alike, on average over the items; None
            where there are none.
        kappa: Fleiss'.
        ac1: Gwet's.
        alpha: Krippendorff's.
        confusion: how many pairs of votes on one item hold the category of the row and that of
            the column, in the order of the categories; each pair stands above the diagonal or on
            it, since neither vote comes first.
        pairs: every two reviewers who share an item, by name.
        strangers: names that votes bear which were left out, since nobody here is called so.
    """

    categories: tuple[str, ...]
    reviewers: tuple[str, ...]
    items: int
    single: int
    votes: int
    revised: int
    agreed: float | None
    kappa: Coefficient
    ac1: Coefficient
    alpha: Coefficient
    confusion: tuple[tuple[int, ...], ...] = field(repr=False)
    pairs: tuple[PairAgreement, ...]
    strangers: tuple[str, ...] = ()

    def as_data(self) -> dict[str, object]:
        """Return the figures as plain values, rounded to four digits."""
        return {
            "decisions": list(self.categories),
            "reviewers": list(self.reviewers),
            "findings": self.items,
            "single": self.single,
            "votes": self.votes,
            "revised": self.revised,
            "strangers": list(self.strangers),
            "agreed": None if self.agreed is None else round(self.agreed, 4),
            "fleiss_kappa": self.kappa.as_data(),
            "gwet_ac1": self.ac1.as_data(),
            "krippendorff_alpha": self.alpha.as_data(),
            "confusion": [list(row) for row in self.confusion],
            "pairs": [one.as_data() for one in self.pairs],
        }


@frozen
class IndependentVotes:
    """Votes that nobody's but the voter's own opinion went into.

    Attributes:
        votes: for each item, what each reviewer chose.
        revised: item and reviewer of the votes that are not their author's first.
        strangers: names of those who voted and are none of the people of the review, sorted.
    """

    votes: Votes
    revised: frozenset[tuple[str, str]] = frozenset()
    strangers: tuple[str, ...] = ()


def independent_votes(
    entries: Iterable[Entry],
    known_as: Mapping[str, str] | None = None,
    people: Collection[str] = (),
) -> IndependentVotes:
    """Return the votes of the first round that stand, by what they decide.

    What is skipped, taken back or adjudicated is no independent vote, and neither is what is said
    in a later round, when some know what was settled in the first. A log can hold what was
    imported, with names that nobody here vouches for, such as that of a machine.

    Args:
        entries: the log, in order.
        known_as: for fingerprints that an item had earlier, the one that it has now.
        people: names of those who have an account; without any, everybody counts.
    """
    renamed = known_as or {}
    logs: dict[str, list[Entry]] = {}
    for entry in entries:
        logs.setdefault(renamed.get(entry.item, entry.item), []).append(entry)
    votes: dict[str, dict[str, str]] = {}
    revised, strangers = set(), set()
    for item, log in sorted(logs.items()):
        first: dict[str, str] = {}
        for entry in log:
            if entry.act is Act.VOTE:
                first.setdefault(entry.author, entry.id)
        for entry in what_stands(log, round=1):
            if entry.ballot is None or entry.act is not Act.VOTE:
                continue
            if people and entry.author not in people:
                strangers.add(entry.author)
                continue
            votes.setdefault(item, {})[entry.author] = entry.ballot.decision.value
            if entry.id != first[entry.author]:
                revised.add((item, entry.author))
    return IndependentVotes(votes, frozenset(revised), tuple(sorted(strangers)))


def agreement(
    votes: Votes,
    categories: Collection[str] = DECISIONS,
    revised: Collection[tuple[str, str]] = (),
) -> Agreement:
    """Return how the reviewers agree, altogether and two by two.

    Reviewers share an item in ever different company, so the figures about all of them pool the
    items as Fleiss does: it counts what was said of an item, not by whom, and every item counts
    alike. Items that only one voted on are left out.

    Args:
        votes: for each item, which category each reviewer chose.
        categories: all that they could choose from.
        revised: item and reviewer of the votes that are not their author's first.

    Raises:
        ValueError: a category was chosen that is none of ``categories``.
    """
    order = tuple(dict.fromkeys(categories))
    for item, chosen in votes.items():
        for category in chosen.values():
            if category not in order:
                raise ValueError(f"{item}: {category!r} is none of {', '.join(order)}")
    shared = {item: votes[item] for item in sorted(votes) if len(votes[item]) > 1}
    # Sorted, so that sums do not depend on who voted first.
    ratings = [Counter(sorted(chosen.values())) for chosen in shared.values()]
    observed = [observed_agreement(one) for one in ratings]
    together = [
        (a, b) if order.index(a) <= order.index(b) else (b, a)
        for chosen in shared.values()
        for a, b in combinations(chosen.values(), 2)
    ]
    return Agreement(
        categories=order,
        reviewers=tuple(sorted({name for chosen in votes.values() for name in chosen})),
        items=len(shared),
        single=sum(len(chosen) == 1 for chosen in votes.values()),
        votes=sum(map(len, shared.values())),
        revised=sum(item in shared and name in shared[item] for item, name in revised),
        agreed=sum(observed) / len(observed) if observed else None,
        kappa=fleiss_kappa(ratings),
        ac1=gwet_ac1(ratings, order),
        alpha=krippendorff_alpha(ratings),
        confusion=_table(together, order),
        pairs=_pairs(shared, order),
    )


def _pairs(shared: Votes, order: Sequence[str]) -> tuple[PairAgreement, ...]:
    rated: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for chosen in shared.values():
        for a, b in combinations(sorted(chosen), 2):
            rated.setdefault((a, b), []).append((chosen[a], chosen[b]))
    return tuple(
        PairAgreement(
            reviewers=names,
            items=len(both),
            agreed=sum(a == b for a, b in both),
            kappa=cohen_kappa(both),
            ac1=gwet_ac1([Counter(sorted(pair)) for pair in both], order),
            confusion=_table(both, order),
        )
        for names, both in sorted(rated.items())
    )


def _table(pairs: Iterable[tuple[str, str]], order: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    counts = Counter(pairs)
    return tuple(tuple(counts[row, column] for column in order) for row in order)
