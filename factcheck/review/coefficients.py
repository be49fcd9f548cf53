"""Coefficients of agreement for categories without an order: kappa, AC1 and alpha.

Each sets the agreement that was observed against the agreement that chance would bring, and they
differ in what they take chance to be. All are 1 where everybody agrees and 0 where they agree as
often as by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import sqrt
from statistics import mean, variance

from attrs import frozen

from factcheck.evaluation.intervals import Z95

Ratings = Mapping[str, int]
"""How many raters put one item into each category."""

_NONE_SHARED = "nothing was rated by two"
_ONE_CATEGORY = "only one category was used, so that agreement by chance is certain"
_ONE_ITEM = "a single item gives no interval"
_ALL_ALIKE = "all items agree or disagree alike, so that a large-sample interval has no width"


@frozen
class Coefficient:
    """An estimate, or why there is none.

    Attributes:
        value: the estimate; None where it is undefined.
        error: its standard error in a large sample; None where it is undefined.
        note: why the estimate, or its interval, is undefined; empty where neither is.
    """

    value: float | None = None
    error: float | None = None
    note: str = ""

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval by the normal distribution, cut off at -1 and 1."""
        if self.value is None or self.error is None:
            return None
        reach = Z95 * self.error
        # Where few items have several ratings, an estimate can itself lie below -1.
        return max(min(-1.0, self.value), self.value - reach), min(1.0, self.value + reach)

    def as_data(self) -> dict[str, object]:
        """Return the estimate as plain values, rounded to four digits."""
        bounds = self.interval
        return {
            "value": None if self.value is None else round(self.value, 4),
            "interval": None if bounds is None else [round(bound, 4) for bound in bounds],
            "note": self.note,
        }


def cohen_kappa(rated: Sequence[tuple[str, str]]) -> Coefficient:
    """Return Cohen's kappa of two raters, given what each said of the same items.

    Chance is that each rater keeps to their own share of every category (Cohen, "A coefficient of
    agreement for nominal scales", Educational and Psychological Measurement 20, 1960). The
    standard error is that of Fleiss, Cohen and Everitt, "Large sample standard errors of kappa and
    weighted kappa", Psychological Bulletin 72, 1969.

    >>> rated = [("a", "a")] * 45 + [("b", "b")] * 40 + [("a", "b")] * 5 + [("b", "a")] * 10
    >>> cohen_kappa(rated).as_data()["value"], cohen_kappa(rated).as_data()["interval"]
    (0.7, [0.5607, 0.8393])
    """
    if not rated:
        return Coefficient(note=_NONE_SHARED)
    n = len(rated)
    first, second = (Counter(pair[rater] for pair in rated) for rater in (0, 1))
    observed = sum(a == b for a, b in rated) / n
    chance = sum(first[one] * second[one] for one in first) / n**2
    if chance == 1:
        return Coefficient(note=_ONE_CATEGORY)
    pull = [
        ((a == b) * (1 - chance) - (1 - observed) * (second[a] + first[b]) / n) / (1 - chance) ** 2
        for a, b in rated
    ]
    return _estimate((observed - chance) / (1 - chance), pull, divisor=n)


def fleiss_kappa(items: Iterable[Ratings]) -> Coefficient:
    """Return Fleiss' kappa, for raters that vary in name and number from item to item.

    Chance is that everybody keeps to the shares that all have together (Fleiss, "Measuring nominal
    scale agreement among many raters", Psychological Bulletin 76, 1971); where items have
    different numbers of ratings, and for the standard error, see Gwet under :func:`gwet_ac1`.
    """
    return _pooled(items, lambda shares: shares, 1.0)


def gwet_ac1(items: Iterable[Ratings], categories: Collection[str]) -> Coefficient:
    """Return Gwet's AC1, for raters that vary in name and number from item to item.

    Chance is that an item is hard and its rating a guess, which is taken to be as likely as
    ratings spread over the categories (Gwet, "Computing inter-rater reliability and its variance
    in the presence of high agreement", British Journal of Mathematical and Statistical Psychology
    61, 2008). Items with one rating tell of the shares of categories, not of agreement.

    Args:
        items: the ratings of each item.
        categories: all that raters could choose from, also those that nobody chose.
    """
    if len(set(categories)) < 2:
        return Coefficient(note="there was only one category to choose")
    return _pooled(
        items,
        lambda shares: {one: 1 - shares.get(one, 0.0) for one in categories},
        1 / (len(set(categories)) - 1),
    )


def krippendorff_alpha(items: Iterable[Ratings]) -> Coefficient:
    """Return Krippendorff's alpha for nominal data, without an interval.

    Chance is that all ratings were dealt out anew; it takes any number of raters and missing
    ratings (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011). Items with one
    rating count for nothing.
    """
    paired = [ratings for ratings in items if sum(ratings.values()) > 1]
    if not paired:
        return Coefficient(note=_NONE_SHARED)
    all_ratings = sum(map(Counter, paired), Counter[str]())
    total = all_ratings.total()
    apart = sum(
        count * (sum(ratings.values()) - count) / (sum(ratings.values()) - 1)
        for ratings in paired
        for count in ratings.values()
    )
    by_chance = sum(count * (total - count) for count in all_ratings.values()) / (total - 1)
    if not by_chance:
        return Coefficient(note=_ONE_CATEGORY)
    return Coefficient(1 - apart / by_chance)


def observed_agreement(ratings: Ratings) -> float:
    """Return the share of the pairs of raters of an item that agree; the item has two or more."""
    raters = sum(ratings.values())
    return sum(count * (count - 1) for count in ratings.values()) / (raters * (raters - 1))


def _pooled(
    items: Iterable[Ratings],
    likeness: Callable[[dict[str, float]], Mapping[str, float]],
    scale: float,
) -> Coefficient:
    """Return a coefficient whose chance agreement is a sum over the pooled shares of categories.

    Args:
        items: the ratings of each item.
        likeness: returns, for the shares of categories, how likely chance makes a rater's equal.
        scale: what the sum of shares times likeness is multiplied by.
    """
    rated = [ratings for ratings in items if sum(ratings.values())]
    agreed = [observed_agreement(one) for one in rated if sum(one.values()) > 1]
    if not agreed:
        return Coefficient(note=_NONE_SHARED)
    own = [{one: count / sum(r.values()) for one, count in r.items()} for r in rated]
    shares = {
        one: sum(share.get(one, 0.0) for share in own) / len(own)
        for one in sorted(set().union(*own))
    }
    like = likeness(shares)
    chances = [scale * sum(part * like[one] for one, part in share.items()) for share in own]
    observed, chance = mean(agreed), mean(chances)
    if chance == 1:
        return Coefficient(note=_ONE_CATEGORY)
    value = (observed - chance) / (1 - chance)
    pull = [
        (
            (len(rated) / len(agreed)) * (observed_agreement(one) - chance)
            if sum(one.values()) > 1
            else 0.0
        )
        / (1 - chance)
        - 2 * (1 - value) * (expected - chance) / (1 - chance)
        for one, expected in zip(rated, chances, strict=True)
    ]
    return _estimate(value, pull, divisor=len(rated) - 1)


def _estimate(value: float, pull: Sequence[float], divisor: int) -> Coefficient:
    """Return an estimate with its standard error.

    Args:
        value: the estimate.
        pull: how strongly each item pulls at it.
        divisor: what the squares of the pull are divided by for its variance: how many items there
            are, or one less.
    """
    n = len(pull)
    if n < 2:
        return Coefficient(value, note=_ONE_ITEM)
    spread = variance(pull) * (n - 1) / divisor
    # Rounding alone leaves a spread where there is none.
    if spread < 1e-12:
        return Coefficient(value, note=_ALL_ALIKE)
    return Coefficient(value, sqrt(spread / n))
