"""The rule families, by id."""

from __future__ import annotations

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
from factcheck.judging.finding import RuleFunction


@frozen
class Rule:
    """A way of comparing two aligned claims.

    Attributes:
        id: its name in findings and on the command line.
        summary: one line that says what it compares.
        compare: the comparison.
    """

    id: str
    summary: str
    compare: RuleFunction

    @property
    def explanation(self) -> str:
        """What it compares, at length: the docstring of the comparison."""
        return " ".join((self.compare.__doc__ or "").split())


RULES: tuple[Rule, ...] = (
    Rule("polarity", "one affirms what the other denies", polarity.judge),
    Rule("direction", "a rise or an effect against a fall or none", direction.judge),
    Rule("degree", "low against high, fast against slow", degree.judge),
    Rule("value", "quantities, dates, durations and shares as intervals", value.judge),
    Rule("category", "the same thing put into two classes that exclude each other", category.judge),
    Rule(
        "substitution",
        "one word in the place of another that excludes it, all else the same",
        substitution.judge,
    ),
    Rule("answer", "two answers where there is one: who made it, where is it", answer.judge),
    Rule("set", "lists of one thing with different members", sets.judge),
    Rule("presence", "none or little of a thing against enough of it", presence.judge),
    Rule("appraisal", "what speaks for a thing against what speaks against it", appraisal.judge),
    Rule("paraphrase", "the same content in other words", paraphrase.judge),
)
