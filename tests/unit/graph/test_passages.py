"""Passages that sources share."""

from factcheck.graph import SharedPassage, shared_passages
from factcheck.graph.independence import REACH
from factcheck.model import Claim, Document, Span

TEXT = "x" * 5000


def document(name: str) -> Document:
    return Document(name, TEXT, ())


ONE, TWO, THREE = document("1.txt"), document("2.txt"), document("3.txt")


def claim(source: Document, start: int) -> Claim:
    span = Span(start, start + 40)
    return Claim(source=source, span=span, text=f"Claim at {start}.", sentence=span)


def passages(*pairs: tuple[Claim, Claim]) -> dict[str, tuple[SharedPassage, ...]]:
    claims = [claim for pair in pairs for claim in pair]
    return shared_passages(claims, [(a.id, b.id) for a, b in pairs])


def test_claims_close_together_in_both_sources_are_one_passage() -> None:
    found = passages(
        (claim(ONE, 0), claim(TWO, 1000)),
        (claim(ONE, 100), claim(TWO, 1060)),
        (claim(ONE, 200), claim(TWO, 1120)),
    )
    assert found[ONE.id] == (SharedPassage(ONE.id, Span(0, 240), TWO.id, Span(1000, 1160), 3),)
    assert found[TWO.id] == (SharedPassage(TWO.id, Span(1000, 1160), ONE.id, Span(0, 240), 3),)


def test_claims_far_apart_in_one_source_are_two_passages() -> None:
    near, far = claim(TWO, 0), claim(TWO, 100 + REACH)
    found = passages((claim(ONE, 0), near), (claim(ONE, 100), far))
    assert [passage.other_span for passage in found[ONE.id]] == [near.span, far.span]


def test_a_claim_that_retells_two_counts_once() -> None:
    told = claim(ONE, 0)
    (passage,) = passages((told, claim(TWO, 0)), (told, claim(TWO, 60)))[ONE.id]
    assert (passage.statements, passage.other_span) == (1, Span(0, 100))


def test_every_other_source_has_its_own_passage() -> None:
    told = claim(ONE, 0)
    found = passages((told, claim(TWO, 0)), (told, claim(THREE, 0)))
    assert {passage.other for passage in found[ONE.id]} == {TWO.id, THREE.id}
    assert passages() == {}
