"""Rules ask for the weights and labels of no terms but those that are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

import factcheck as fc
from factcheck.judging import Context, RuleJudge
from factcheck.pipeline import Pipeline, make_pipeline

CORPORA = Path(__file__).parents[3] / "corpus"


class Asked(dict[str, object]):
    """A mapping that notes which keys it is asked for."""

    def __init__(self, held: dict[str, object], notes: set[str]) -> None:
        super().__init__(held)
        self.notes = notes

    def get(self, key: str, default: object = None) -> object:
        self.notes.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> object:
        self.notes.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.notes.add(str(key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("a rule asks for all terms")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(fc.Settings(jobs=1))


@pytest.mark.parametrize("name", ["kefir", "ketamine", "lighthouse", "tramway"])
def test_no_other_terms_are_asked_for(pipeline: Pipeline, name: str) -> None:
    corpus = fc.read(CORPORA / name)
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    linked = pipeline.linker(claims, corpus)
    judge = pipeline.make_judge(linked)
    assert isinstance(judge, RuleJudge)
    told = {claim.id: judge.reads(claim) for claim in linked.claims}
    notes: set[str] = set()
    weights, labels = (Asked(dict(held), notes) for held in (linked.weights, linked.labels))
    for pair in pipeline.blocker(linked.claims, linked.weights).pairs:
        notes.clear()
        context = Context(weights, labels, judge.context.relations)  # type: ignore[arg-type]
        evolve(judge, context=context).judge(pair)
        assert notes <= told[pair.a.id] | told[pair.b.id]


def test_linking_rewrites_nothing_but_groups_of_terms(pipeline: Pipeline) -> None:
    corpus = fc.read(CORPORA / "ketamine")
    claims = tuple(claim for one in pipeline.extract(corpus) for claim in one.claims)
    rewritten = 0
    for before, after in zip(claims, pipeline.linker(claims, corpus).claims, strict=True):
        rewritten += before.term_groups != after.term_groups
        same = ("text", "span", "sentence", "polarity", "certainty", "conditions", "kind", "id")
        assert all(getattr(before, name) == getattr(after, name) for name in same)
    assert rewritten
