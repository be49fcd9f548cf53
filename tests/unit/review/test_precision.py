"""What reviewers settled says how often rules are right, and what confidence can be fitted to."""

from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve
from reviewing.findings import QUESTIONS, TEXTS

import factcheck as fc
from factcheck.model import Decision, Dispute, Reason, RecordedPair, Run, Stance
from factcheck.review import Outcome
from factcheck.review.cases import cases_of_reviews
from factcheck.review.feedback import Reviews, Settled, settled
from factcheck.review.items import review_items
from factcheck.review.precision import reviewed

CONFLICT = Outcome(Decision.TRUE_CONFLICT)
CHECK = Outcome(Decision.NEEDS_SOURCE_CHECK)


def harmless(*reasons: Reason) -> Outcome:
    return Outcome(Decision.NOT_A_CONFLICT, reasons=reasons)


@cache
def run(**settings: object) -> Run:
    documents = [fc.read_text(text, name=name) for name, text in TEXTS.items()]
    return fc.check(fc.Corpus("", tuple(documents)), fc.Settings(**settings)).run  # type: ignore[arg-type]


def finding(about: str, found: Run | None = None) -> Dispute:
    (one,) = [
        one
        for one in (*(found or run()).disputes, *(found or run()).qualifications)
        if about in one.topic.lower()
    ]
    return one


def decided(**outcomes: Outcome) -> tuple[Settled, ...]:
    """Return what is settled of findings, each named by a word of its topic."""
    items = {one.fingerprint: one for one in review_items(run())}
    names = {about: finding(about).fingerprint for about in outcomes}
    return settled({names[about]: (items[names[about]], told) for about, told in outcomes.items()})


def carried(decided: tuple[Settled, ...], found: Run) -> tuple[Settled, ...]:
    return Reviews("", decided).carried(found)


def test_the_findings_are_those_that_these_tests_are_about() -> None:
    assert {about: finding(about).stance for about in QUESTIONS} == QUESTIONS
    assert len(finding("mast").judgements) == 2


def test_figures_count_what_is_right_by_stance_and_rule() -> None:
    found = reviewed(
        run(),
        decided(
            mast=CONFLICT,
            bridge=harmless(Reason.DIFFERENT_SCOPE, Reason.HEDGED),
            dam=harmless(Reason.HEDGED),
            lock=CHECK,
            visitors=CONFLICT,
        ),
    )
    assert (found.findings, found.unsettled, found.needs_check) == (len(QUESTIONS), 1, 1)
    assert (found.total.decided, found.total.right, found.total.value) == (4, 2, 0.5)
    assert [(one.stance, one.right, one.wrong) for one in found.by_stance] == [
        (Stance.CONTRADICTS, 1, 2),
        (Stance.QUALIFIES, 1, 0),
    ]
    worst, best = found.by_rule
    assert (worst.rule, worst.decided, worst.wrong) == ("value", 3, 2)
    assert worst.reasons == ((Reason.HEDGED, 2), (Reason.DIFFERENT_SCOPE, 1))
    assert worst.interval == pytest.approx((0.0615, 0.7923), abs=5e-5)
    assert (best.rule, best.stance, best.value) == ("polarity", Stance.QUALIFIES, 1.0)


def test_what_is_decided_but_no_longer_found_is_told_apart() -> None:
    told = decided(mast=CONFLICT, dam=harmless(Reason.OTHER), lock=CHECK)
    without = evolve(run(), disputes=(), qualifications=())
    found = reviewed(without, told)
    assert (found.findings, found.lost, found.gone) == (0, 1, 1)
    assert (found.total.value, found.total.interval) == (None, None)
    assert (found.by_stance, found.by_rule) == ((), ())


def test_duplicates_go_the_way_of_what_they_repeat() -> None:
    repeats = Outcome(Decision.DUPLICATE, duplicate_of=finding("mast").fingerprint)
    found = reviewed(run(), decided(mast=harmless(Reason.HEDGED), bridge=repeats))
    assert (found.total.wrong, found.repeats) == (2, 0)
    assert reviewed(run(), decided(bridge=repeats)).repeats == 1


def test_a_decision_goes_to_all_pairs_of_the_finding_and_counts_once() -> None:
    cases = list(cases_of_reviews(run(), decided(mast=CONFLICT, dam=CHECK), "mine"))
    assert [(one.source, one.labels, one.weight) for one in cases] == [
        ("mine", frozenset({"contradict"}), 0.5)
    ] * 2
    pairs = {one.judgement.fingerprint for one in cases if one.judgement}
    assert pairs == {one.fingerprint for one in finding("mast").judgements}


def test_pairs_that_only_limit_each_other_are_no_part_of_a_decided_contradiction() -> None:
    (told,) = decided(dam=CONFLICT)
    (pair,) = told.item.pairs
    beside = RecordedPair(Stance.QUALIFIES, pair.a, "another claim")
    wider = evolve(told, item=evolve(told.item, pairs=(pair, beside)))
    (case,) = cases_of_reviews(run(), (wider,), "")
    assert case.judgement is not None
    assert case.weight == 1


@pytest.mark.parametrize(
    ("about", "outcome", "right"),
    [
        ("dam", CONFLICT, {"agrees": False, "contradicts": True, "qualifies": True}),
        (
            "dam",
            harmless(Reason.HEDGED),
            {"agrees": None, "contradicts": False, "qualifies": None},
        ),
        ("visitors", CONFLICT, {"agrees": False, "contradicts": True, "qualifies": True}),
        (
            "visitors",
            harmless(Reason.HEDGED),
            {"agrees": None, "contradicts": False, "qualifies": False},
        ),
    ],
)
def test_what_a_decision_says_of_each_stance(
    about: str, outcome: Outcome, right: dict[str, bool | None]
) -> None:
    (case,) = cases_of_reviews(run(), decided(**{about: outcome}), "")
    assert {stance.value: case.right(stance) for stance in Stance} == right


def test_a_pair_is_known_by_its_words_whatever_its_confidence() -> None:
    told = decided(visitors=CONFLICT)
    (surest,) = cases_of_reviews(run(min_confidence=0.0), told, "")
    assert surest.judgement is not None
    (gone,) = cases_of_reviews(run(min_confidence=0.97), told, "")
    assert gone.judgement is None


def test_decisions_follow_a_document_to_its_new_name() -> None:
    texts = {("renamed.txt" if name == "a.txt" else name): text for name, text in TEXTS.items()}
    documents = [fc.read_text(text, name=name) for name, text in texts.items()]
    renamed = fc.check(fc.Corpus("", tuple(documents))).run
    told = decided(mast=CONFLICT)
    assert reviewed(renamed, told).total.decided == 0
    assert reviewed(renamed, carried(told, renamed)).total.right == 1
    assert [
        one.judgement is None for one in cases_of_reviews(renamed, carried(told, renamed), "")
    ] == [False, False]


def test_a_decided_finding_with_no_more_words_to_it_is_still_counted() -> None:
    documents = [fc.read_text("The mast is 30 m high.", name="a.txt")]
    other = fc.check(fc.Corpus("", tuple(documents))).run
    found = reviewed(other, carried(decided(mast=CONFLICT, dam=harmless(Reason.OTHER)), other))
    assert (found.findings, found.lost, found.gone) == (0, 1, 1)
