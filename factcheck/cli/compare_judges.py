"""``factcheck evaluate --by judge``: the rules, the judge beside them, and both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import click
from attrs import evolve

from factcheck.evaluation import Gold, TextPair
from factcheck.evaluation.judges import Answer, answers_of, stance_of
from factcheck.evaluation.outcomes import cases_of_pairs
from factcheck.settings import Settings

RULES, BOTH = "rules", "both"


def by_rules_alone(settings: Settings) -> Settings:
    """Return settings without the judge beside the rules.

    Raises:
        click.UsageError: there is none to compare with.
    """
    if settings.judge == RULES:
        raise click.UsageError("--by judge compares a judge with the rules: give --judge.")
    return evolve(settings, judge=RULES)


def pairs_by_judge(
    pairs: Sequence[TextPair], file: str, settings: Settings
) -> dict[str, list[Answer]]:
    """Return what the rules, the judge by itself and both say of labelled pairs of texts."""
    from factcheck import api

    alone = by_rules_alone(settings)
    labelled = [pair for pair in pairs if pair.label]
    rules, both = (
        answers_of(cases_of_pairs(labelled, partial(api.judge_pair, settings=each), file))
        for each in (alone, settings)
    )
    texts = [(pair.a, pair.b) for pair in labelled]
    return {RULES: rules, settings.judge: _by_itself(texts, rules, settings), BOTH: both}


def gold_by_judge(
    gold: Gold, rules: Sequence[Answer], both: Sequence[Answer], settings: Settings
) -> dict[str, Sequence[Answer]]:
    """Return what the rules, the judge by itself and both say of the pairs that gold lists.

    The judge by itself reads the propositions of the gold, so that it needs no extraction.
    """
    said = {one.id: one.statement for one in gold.claims}
    texts = [(said[one.a], said[one.b]) for one in gold.relations]
    return {RULES: rules, settings.judge: _by_itself(texts, rules, settings), BOTH: both}


def _by_itself(
    texts: Sequence[tuple[str, str]], known: Sequence[Answer], settings: Settings
) -> list[Answer]:
    from factcheck import api

    opinions = api.opinions(texts, settings)
    return [
        Answer(one.case, stance_of(opinion)) for one, opinion in zip(known, opinions, strict=True)
    ]
