"""Pairs of claims into judgements: align first, then compare."""

from factcheck.judging.cascade import RuleJudge
from factcheck.judging.context import Context, Relations, make_relations
from factcheck.judging.rules import RULES, Rule

__all__ = ["RULES", "Context", "Relations", "Rule", "RuleJudge", "make_relations"]
