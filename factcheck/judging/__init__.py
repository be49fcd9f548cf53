"""Pairs of claims into judgements: align first, then compare."""

from factcheck.judging.cascade import RuleJudge
from factcheck.judging.confidence import built_in, load_calibration
from factcheck.judging.context import Context, Relations, make_relations
from factcheck.judging.rules import RULES, Rule

__all__ = [
    "RULES",
    "Context",
    "Relations",
    "Rule",
    "RuleJudge",
    "built_in",
    "load_calibration",
    "make_relations",
]
