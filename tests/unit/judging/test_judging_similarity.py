"""How much two lists of terms share, by the weights of the terms."""

import pytest

from factcheck.judging.context import Context, make_relations
from factcheck.judging.similarity import mutual, overlap
from factcheck.lexicon import load
from factcheck.lexicon.terms import Terms

CONTEXT = Context(
    {"mill": 0.25, "tower": 0.75, "lamp": 1.0}, {}, make_relations(Terms(load(("english",))))
)


@pytest.mark.parametrize(
    ("one", "other", "of_smaller", "of_both"),
    [
        (("mill", "tower"), ("mill", "tower"), 1.0, 1.0),
        (("mill",), ("mill", "tower"), 1.0, 0.25),
        (("mill", "tower"), ("mill", "lamp"), 0.25, 0.125),
        (("mill",), ("tower",), 0.0, 0.0),
        ((), ("tower",), 0.0, 0.0),
    ],
)
def test_what_is_shared_counts_by_its_weight(
    one: tuple[str, ...], other: tuple[str, ...], of_smaller: float, of_both: float
) -> None:
    for first, second in ((one, other), (other, one)):
        assert overlap(first, second, CONTEXT) == pytest.approx(of_smaller)
        assert mutual(first, second, CONTEXT) == pytest.approx(of_both)
