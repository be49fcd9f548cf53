"""The rule families, by id."""

from __future__ import annotations

from collections.abc import Iterable

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
from factcheck.judging.alignment import Common
from factcheck.judging.context import Context
from factcheck.judging.finding import Hope, Matters, RuleFunction
from factcheck.model import Claim


@frozen
class Rule:
    """A way of comparing two aligned claims.

    Attributes:
        id: its name in findings and on the command line.
        summary: one line that says what it compares.
        compare: the comparison; for claims that share a matter of it (see ``applicable``).
        matters: what of a claim it compares; it says nothing of claims that share none of that.
            None where it may say something of any two.
        hope: tells, before two claims are aligned, whether it could say anything of them unless
            they are known to speak of one occasion; None where only comparing them tells.
    """

    id: str
    summary: str
    compare: RuleFunction
    matters: Matters | None = None
    hope: Hope | None = None

    @property
    def explanation(self) -> str:
        """What it compares, at length: the docstring of the comparison."""
        return " ".join((self.compare.__doc__ or "").split())


RULES: tuple[Rule, ...] = (
    Rule("polarity", "one affirms what the other denies", polarity.judge, hope=polarity.hope),
    Rule(
        "direction",
        "a rise or an effect against a fall or none",
        direction.judge,
        direction.matters,
    ),
    Rule("degree", "low against high, fast against slow", degree.judge, degree.matters),
    Rule(
        "value",
        "quantities, dates, durations and shares as intervals",
        value.judge,
        value.matters,
    ),
    Rule(
        "category",
        "the same thing put into two classes that exclude each other",
        category.judge,
        category.matters,
    ),
    Rule(
        "substitution",
        "one word in the place of another that excludes it, all else the same",
        substitution.judge,
        substitution.matters,
        substitution.hope,
    ),
    Rule(
        "answer",
        "two answers where there is one: who made it, where is it",
        answer.judge,
        answer.matters,
    ),
    Rule("set", "lists of one thing with different members", sets.judge, sets.matters),
    Rule(
        "presence",
        "none or little of a thing against enough of it",
        presence.judge,
        presence.matters,
    ),
    Rule(
        "appraisal",
        "what speaks for a thing against what speaks against it",
        appraisal.judge,
        appraisal.matters,
    ),
    Rule("paraphrase", "the same content in other words", paraphrase.judge, hope=paraphrase.hope),
)


def applicable(rules: Iterable[Rule], a: Claim, b: Claim, context: Context) -> list[Rule]:
    """Return the rules that find one matter to compare in both claims."""
    able = {rule for rule, _ in context.once(_matters, a) & context.once(_matters, b)}
    return [rule for rule in rules if rule.matters is None or rule.id in able]


def hopeless(rules: Iterable[Rule], a: Claim, b: Claim, common: Common, context: Context) -> bool:
    """Return whether none of the rules could say anything of two claims, whatever they align to.

    Of claims that are known to speak of one occasion it is not to be asked.
    """
    return all(rule.hope is not None and not rule.hope(a, b, common, context) for rule in rules)


def _matters(claim: Claim, context: Context) -> frozenset[tuple[str, str]]:
    """Return what the rules compare of a claim, each matter with the id of its rule."""
    return frozenset(
        (rule.id, each)
        for rule in RULES
        if rule.matters is not None
        for each in rule.matters(claim, context)
    )
