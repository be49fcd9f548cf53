"""Which rules are asked about a pair."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

import factcheck as fc
from factcheck.judging import RULES
from factcheck.judging.alignment import align
from factcheck.judging.rules import applicable, hopeless
from factcheck.pipeline import make_pipeline

_BY_MATTERS = frozenset(["value", "degree", "direction", "set", "presence", "appraisal"])
"""Rules that have nothing to say but of the matters that they tell."""


@pytest.mark.parametrize("name", ["ketamine", "kefir"])
def test_a_rule_that_is_not_asked_would_have_found_nothing(name: str) -> None:
    pipeline = make_pipeline(fc.Settings(jobs=1))
    corpus = fc.read(f"corpus/{name}")
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    context = pipeline.make_judge(linked).context  # type: ignore[attr-defined]
    asked = spared = 0
    for a, b in combinations(linked.claims[::2], 2):
        apt = applicable(RULES, a, b, context)
        alignment = align(a, b, context)
        for rule in RULES:
            if rule in apt:
                asked += 1
            elif rule.id in _BY_MATTERS:
                spared += 1
                assert rule.compare(a, b, alignment, context) is None, (rule.id, a.text, b.text)
    assert asked
    assert spared


@pytest.mark.parametrize("name", ["lighthouse", "tramway"])
def test_a_rule_without_hope_would_have_found_nothing(name: str) -> None:
    pipeline = make_pipeline(fc.Settings(jobs=1))
    corpus = fc.read(f"corpus/{name}")
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    context = pipeline.make_judge(linked).context  # type: ignore[attr-defined]
    given_up, found = Counter[str](), Counter[str]()
    for a, b in combinations(linked.claims, 2):
        alignment = align(a, b, context)
        for rule in RULES:
            said = rule.hope is not None and rule.compare(a, b, alignment, context)
            found[rule.id] += bool(said)
            if hopeless((rule,), a, b, alignment, context):
                given_up[rule.id] += 1
                assert said is None, (rule.id, a.text, b.text)
    assert given_up.keys() == {"polarity", "substitution", "paraphrase"}
    assert found["polarity"]
    assert found["paraphrase"]
