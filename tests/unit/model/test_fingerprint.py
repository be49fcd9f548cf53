"""Fingerprints stay while the words stand, and change with them."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import factcheck as fc
from factcheck.api import Result
from factcheck.model import (
    Claim,
    Dispute,
    Document,
    Judgement,
    Passage,
    PassageKind,
    Position,
    Span,
    Stance,
)

FIRST = "The mill was built in 1784."
SECOND = "The mill was built in 1812."


def checked(**texts: str) -> Result:
    documents = tuple(fc.read_text(text, name=f"{name}.md") for name, text in texts.items())
    return fc.check(fc.Corpus("", documents))


def prints(result: Result) -> tuple[set[str], set[str], set[str]]:
    return (
        {one.fingerprint for one in result.claims},
        {one.fingerprint for one in result.judgements},
        {one.fingerprint for one in result.disputes},
    )


def test_a_paragraph_above_changes_no_id_and_no_fingerprint() -> None:
    before = checked(a=FIRST, b=SECOND)
    after = checked(a=f"# Mills\n\nWhat follows is short.\n\n{FIRST}", b=SECOND)
    assert before.disputes[0].id == after.disputes[0].id
    assert {one.id for one in before.claims} <= {one.id for one in after.claims}
    assert prints(before)[1:] == prints(after)[1:]
    assert prints(before)[0] <= prints(after)[0]


def test_markup_and_line_breaks_are_no_words(tmp_path: Path) -> None:
    found = []
    (tmp_path / "b.md").write_text(SECOND, encoding="utf-8")
    for words in (FIRST, "> The *mill* was\n> built in [1784](mill.html)."):
        (tmp_path / "a.md").write_text(words, encoding="utf-8")
        found.append(prints(fc.check(fc.read(tmp_path))))
    assert found[0] == found[1]
    assert found[0][2]


def test_other_words_another_document_or_another_stance_change_it() -> None:
    (known,) = checked(a=FIRST, b=SECOND).judgements
    (reworded,) = checked(a="The mill was built in 1785.", b=SECOND).judgements
    (renamed,) = checked(a=FIRST, c=SECOND).judgements
    weaker = evolve(known, stance=Stance.QUALIFIES)
    found = {one.fingerprint for one in (known, reworded, renamed, weaker)}
    assert len(found) == 4


def test_another_rule_on_the_same_words_is_the_same_finding() -> None:
    (known,) = checked(a=FIRST, b=SECOND).judgements
    again = evolve(known, rule="category", confidence=0.5, rationale="New.", aspect=())
    assert again.id != known.id
    assert again.fingerprint == known.fingerprint
    assert evolve(known, a=known.b, b=known.a).fingerprint == known.fingerprint


def test_words_that_stand_twice_are_one_finding() -> None:
    once = checked(a=FIRST, b=SECOND)
    twice = checked(a=f"{FIRST}\n\nMore was said.\n\n{FIRST}", b=SECOND)
    assert len(twice.judgements) == 2
    assert prints(once)[1:] == prints(twice)[1:]


def test_a_third_side_makes_a_new_dispute_of_known_pairs_and_new_ones() -> None:
    two = checked(a=FIRST, b=SECOND)
    three = checked(a=FIRST, b=SECOND, c="The mill was built in 1650.")
    assert len(three.disputes) == 1
    assert prints(two)[2] != prints(three)[2]
    assert prints(two)[1] < prints(three)[1]


def test_a_tension_that_joins_a_contradiction_leaves_it_the_same() -> None:
    result = checked(a=FIRST, b=SECOND)
    (dispute,), (pair,) = result.disputes, result.judgements
    tension = evolve(pair, stance=Stance.QUALIFIES)
    joined = evolve(dispute, judgements=(pair, tension))
    assert joined.fingerprint == dispute.fingerprint
    only = evolve(dispute, stance=Stance.QUALIFIES, judgements=(tension,))
    assert only.fingerprint != dispute.fingerprint


def test_how_a_claim_is_restated_makes_no_difference() -> None:
    (claim, *_) = checked(a=FIRST, b=SECOND).claims
    restated = evolve(claim, text="The windmill of the village was built in 1784.")
    assert restated.id != claim.id
    assert restated.fingerprint == claim.fingerprint


def test_agreements_have_one_too() -> None:
    before = checked(a=FIRST, b=FIRST).agreements
    after = checked(a=f"# Mills\n\n{FIRST}", b=FIRST).agreements
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]
    assert before[0].fingerprint not in prints(checked(a=FIRST, b=SECOND))[2]


def placed(name: str, words: str, before: str = "", after: str = "") -> Claim:
    """Return a claim of these words in a document with other text around it."""
    text = f"{before}\n{words}\n{after}"
    document = Document(name, text, (Passage.plain(PassageKind.PARAGRAPH, text, 0, len(text)),))
    span = Span(len(before) + 1, len(before) + 1 + len(words))
    return Claim(document, span, words, sentence=span)


def opposed(a: Claim, b: Claim) -> Dispute:
    pair = Judgement(a, b, Stance.CONTRADICTS, 0.9, "value", "", (), "", a.span, b.span)
    sides = (Position("A", "", (a,)), Position("B", "", (b,)))
    return Dispute("", Stance.CONTRADICTS, sides, (pair,), 0.9)


@given(st.text(), st.text(), st.text(), st.text())
def test_text_around_the_claims_makes_no_difference(a: str, b: str, c: str, d: str) -> None:
    plain = opposed(placed("a.txt", FIRST), placed("b.txt", SECOND))
    edited = opposed(placed("a.txt", FIRST, a, b), placed("b.txt", SECOND, c, d))
    assert edited.fingerprint == plain.fingerprint
    assert edited.judgements[0].fingerprint == plain.judgements[0].fingerprint


@given(st.text(), st.text())
def test_words_decide(one: str, other: str) -> None:
    first, second = placed("a.txt", one), placed("a.txt", other)
    same = one.split() == other.split()
    assert (first.fingerprint == second.fingerprint) is same
