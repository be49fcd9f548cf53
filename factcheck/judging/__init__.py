"""Pairs of claims into judgements: align first, then compare."""

from factcheck.judging.aspects import aspects
from factcheck.judging.cascade import RULES_NAME, RuleJudge
from factcheck.judging.confidence import built_in, load_calibration
from factcheck.judging.context import Context, Relations, make_relations
from factcheck.judging.rules import RULES, Rule
from factcheck.judging.second import Question, SecondOpinion, Settled, asked

__all__ = [
    "RULES",
    "RULES_NAME",
    "Context",
    "Question",
    "Relations",
    "Rule",
    "RuleJudge",
    "SecondOpinion",
    "Settled",
    "asked",
    "aspects",
    "built_in",
    "load_calibration",
    "make_relations",
]
