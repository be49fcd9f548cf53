from graph_builders import AGREES, CONTRADICTS, QUALIFIES, claim, document, judgement

from factcheck.graph.balance import BALANCE_FACTOR, balance

A = claim(document("a.txt", "The bridge is high."), "The bridge is high.")
B = claim(document("b.txt", "The bridge is tall."), "The bridge is tall.")
C = claim(document("c.txt", "The bridge is not high."), "The bridge is not high.")


def test_a_contradiction_within_two_agreements_loses_confidence_and_so_does_the_weaker() -> None:
    strong, weak = judgement(A, B, AGREES, 0.9), judgement(B, C, AGREES, 0.6)
    conflict = judgement(A, C, CONTRADICTS, 0.8)
    after = balance([strong, weak, conflict])
    assert [one.confidence for one in after] == [
        0.9,
        0.6 * BALANCE_FACTOR,
        0.8 * BALANCE_FACTOR,
    ]
    assert [one.id for one in after] == [strong.id, weak.id, conflict.id]


def test_one_agreement_and_two_contradictions_are_consistent() -> None:
    judgements = (
        judgement(A, B, AGREES),
        judgement(A, C, CONTRADICTS),
        judgement(B, C, CONTRADICTS),
    )
    assert balance(judgements) == judgements


def test_agreements_on_another_aspect_make_no_triangle() -> None:
    judgements = (
        judgement(A, B, AGREES, aspect=("colour",)),
        judgement(B, C, AGREES, aspect=("colour",)),
        judgement(A, C, CONTRADICTS, aspect=("height",)),
    )
    assert balance(judgements) == judgements


def test_a_qualification_has_no_sign() -> None:
    judgements = (judgement(A, B, AGREES), judgement(B, C, AGREES), judgement(A, C, QUALIFIES))
    assert balance(judgements) == judgements


def test_several_triangles_lower_a_contradiction_once() -> None:
    d = claim(document("d.txt", "High is the bridge."), "High is the bridge.")
    judgements = [
        judgement(A, C, CONTRADICTS, 0.8),
        *(judgement(x, y, AGREES, 0.9) for x, y in ((A, B), (B, C), (A, d), (C, d))),
    ]
    assert balance(judgements)[0].confidence == 0.8 * BALANCE_FACTOR
