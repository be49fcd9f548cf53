"""The rule families, by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from factcheck.judging import (
    answer,
    appraisal,
    category,
    degree,
    direction,
    paraphrase,
    polarity,
    presence,
    sets,
    substitution,
    value,
)
from factcheck.judging.context import Context
from factcheck.judging.finding import RuleFunction
from factcheck.model import Claim


def _any_claim(claim: Claim, context: Context) -> bool:
    return True


@frozen
class Rule:
    """A way of comparing two aligned claims.

    Attributes:
        id: its name in findings and on the command line.
        summary: one line that says what it compares.
        compare: the comparison; for claims that both have what it compares (see ``applicable``).
        looks_at: whether a claim has what it compares; it says nothing of a pair that has a
            claim without.
    """

    id: str
    summary: str
    compare: RuleFunction
    looks_at: Callable[[Claim, Context], bool] = _any_claim

    @property
    def explanation(self) -> str:
        """What it compares, at length: the docstring of the comparison."""
        return " ".join((self.compare.__doc__ or "").split())


RULES: tuple[Rule, ...] = (
    Rule("polarity", "one affirms what the other denies", polarity.judge),
    Rule(
        "direction",
        "a rise or an effect against a fall or none",
        direction.judge,
        direction.looks_at,
    ),
    Rule("degree", "low against high, fast against slow", degree.judge, degree.looks_at),
    Rule(
        "value",
        "quantities, dates, durations and shares as intervals",
        value.judge,
        value.looks_at,
    ),
    Rule(
        "category",
        "the same thing put into two classes that exclude each other",
        category.judge,
        category.looks_at,
    ),
    Rule(
        "substitution",
        "one word in the place of another that excludes it, all else the same",
        substitution.judge,
        substitution.looks_at,
    ),
    Rule(
        "answer",
        "two answers where there is one: who made it, where is it",
        answer.judge,
        answer.looks_at,
    ),
    Rule("set", "lists of one thing with different members", sets.judge, sets.looks_at),
    Rule(
        "presence",
        "none or little of a thing against enough of it",
        presence.judge,
        presence.looks_at,
    ),
    Rule(
        "appraisal",
        "what speaks for a thing against what speaks against it",
        appraisal.judge,
        appraisal.looks_at,
    ),
    Rule("paraphrase", "the same content in other words", paraphrase.judge),
)


def applicable(rules: Iterable[Rule], a: Claim, b: Claim, context: Context) -> list[Rule]:
    """Return the rules that find something to compare in both claims."""
    able = context.once(_looking, a) & context.once(_looking, b)
    return [rule for rule in rules if rule.id in able]


def _looking(claim: Claim, context: Context) -> frozenset[str]:
    """Return the ids of the rules that find something to compare in a claim."""
    return frozenset(rule.id for rule in RULES if rule.looks_at(claim, context))
