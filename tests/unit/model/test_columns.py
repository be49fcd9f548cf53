"""Values that are copied attribute by attribute equal those copied one by one."""

from __future__ import annotations

from attrs import astuple, evolve

import factcheck as fc
from factcheck.model.columns import replaced
from factcheck.reading import corpus_of


def test_copies_differ_in_one_attribute_and_the_values_stay() -> None:
    claims = fc.extract(corpus_of([fc.read_text("The mill is red. It was built in 1903.")])).claims
    topics = [("t-1",), ()]
    before = [astuple(claim, recurse=False) for claim in claims]
    vocabularies = [claim.vocabulary for claim in claims]
    found = replaced(claims, "topics", topics)
    one_by_one = [evolve(claim, topics=each) for claim, each in zip(claims, topics, strict=True)]
    assert [astuple(claim) for claim in found] == [astuple(claim) for claim in one_by_one]
    assert [claim.vocabulary for claim in found] == vocabularies
    assert [astuple(claim, recurse=False) for claim in claims] == before


def test_of_no_values_there_are_no_copies() -> None:
    assert replaced([], "topics", []) == []
