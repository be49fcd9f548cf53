"""What reviewers settled, fed back into checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from reviewing.examples import ANN, BEN
from reviewing.reviewed import TEXTS, Reviewed

from factcheck.errors import StoreError
from factcheck.model import Ballot, Baseline, Decision, Reason, Stance
from factcheck.review import Policy
from factcheck.review.feedback import read_reviews

HARMLESS = Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_TIME, note="Rebuilt\nin 1911.")
HEDGED = Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED)
TRUE = Ballot(Decision.TRUE_CONFLICT)


@pytest.fixture
def reviewed(tmp_path: Path) -> Reviewed:
    return Reviewed.of(tmp_path)


def test_what_is_no_conflict_is_accepted_with_reason_names_and_day(reviewed: Reviewed) -> None:
    fingerprint = reviewed.vote("lighthouse", (ANN, HARMLESS), (BEN, HEDGED))
    run = reviewed.run()
    feedback = read_reviews(reviewed.store).on(run)
    (entry,) = feedback.accepted
    assert entry.fingerprint == fingerprint
    assert entry.reason == "different time, hedged – Rebuilt in 1911."
    assert (entry.author, entry.date) == ("ann, ben", "2026-03-31")
    assert entry.decision is Decision.NOT_A_CONFLICT
    baseline = feedback.beside(None)
    told = {one.topic.split()[0].casefold(): baseline.knows(one) for one in run.disputes}
    assert told == {"lighthouse": True, "bell": False}


def test_open_findings_say_nothing(reviewed: Reviewed) -> None:
    reviewed.vote("lighthouse", (ANN, HARMLESS))
    reviewed.vote("bell", (ANN, HARMLESS), (BEN, TRUE))
    assert read_reviews(reviewed.store).settled == ()


def test_one_vote_is_enough_where_it_was_when_it_was_cast(tmp_path: Path) -> None:
    alone = Reviewed.of(tmp_path, policy=Policy(needed=1))
    alone.vote("bell", (ANN, HARMLESS))
    assert len(read_reviews(alone.store).on(alone.run()).accepted) == 1


def test_a_true_conflict_is_confirmed_and_counts_as_before(reviewed: Reviewed) -> None:
    reviewed.agree("bell", TRUE)
    run = reviewed.run()
    baseline = read_reviews(reviewed.store).on(run).beside(None)
    bell = next(one for one in run.disputes if "bell" in one.topic.casefold())
    assert not baseline.knows(bell)
    entry = baseline.confirmation(bell)
    assert entry is not None
    assert (entry.reason, entry.author) == ("", "ann, ben")


def test_what_needs_a_source_check_counts_as_before(reviewed: Reviewed) -> None:
    reviewed.agree("bell", Ballot(Decision.NEEDS_SOURCE_CHECK))
    reviews = read_reviews(reviewed.store)
    assert len(reviews.settled) == 1
    feedback = reviews.on(reviewed.run())
    assert (feedback.accepted, feedback.confirmed) == ((), ())


def test_pairs_beside_the_contradiction_are_not_accepted_with_it(reviewed: Reviewed) -> None:
    reviewed.agree("bell", HARMLESS)
    (one,) = read_reviews(reviewed.store).settled
    pair = one.item.pairs[0]
    beside = evolve(one.item, pairs=(pair, evolve(pair, stance=Stance.QUALIFIES)))
    assert beside.fingerprint == one.item.fingerprint
    assert evolve(one, item=beside).entry.pairs == (pair,)


def test_a_duplicate_goes_the_way_of_what_it_repeats(reviewed: Reviewed) -> None:
    target = reviewed.finding("lighthouse")
    reviewed.agree("bell", Ballot(Decision.DUPLICATE, duplicate_of=target))
    assert read_reviews(reviewed.store).on(reviewed.run()).accepted == ()
    reviewed.agree("lighthouse", HARMLESS)
    feedback = read_reviews(reviewed.store).on(reviewed.run())
    reasons = {one.fingerprint: one.reason for one in feedback.accepted}
    same = "different time – Rebuilt in 1911."
    assert reasons == {
        target: same,
        reviewed.finding("bell"): f"{same}; repeats #{target}",
    }


def test_duplicates_in_a_circle_stay_duplicates(reviewed: Reviewed) -> None:
    bell, lighthouse = reviewed.finding("bell"), reviewed.finding("lighthouse")
    reviewed.agree("bell", Ballot(Decision.DUPLICATE, duplicate_of=lighthouse))
    reviewed.agree("lighthouse", Ballot(Decision.DUPLICATE, duplicate_of=bell))
    reviews = read_reviews(reviewed.store)
    assert {one.outcome.decision for one in reviews.settled} == {Decision.DUPLICATE}
    assert reviews.on(reviewed.run()).accepted == ()


def test_a_duplicate_follows_a_finding_whose_document_was_renamed(reviewed: Reviewed) -> None:
    target = reviewed.finding("lighthouse")
    reviewed.agree("bell", Ballot(Decision.DUPLICATE, duplicate_of=target))
    (reviewed.documents / "harbour.md").rename(reviewed.documents / "port.md")
    reviewed.take_in()
    reviewed.agree("lighthouse", HARMLESS)
    assert len(read_reviews(reviewed.store).on(reviewed.run()).accepted) == 2


def test_decisions_follow_a_renamed_document_that_the_review_does_not_know_yet(
    reviewed: Reviewed,
) -> None:
    reviewed.agree("bell", HARMLESS)
    (reviewed.documents / "harbour.md").rename(reviewed.documents / "port.md")
    run = reviewed.run()
    baseline = read_reviews(reviewed.store).on(run).beside(None)
    assert [baseline.knows(one) for one in run.disputes].count(True) == 1


def test_changed_words_are_no_longer_silenced_and_count_as_orphans(reviewed: Reviewed) -> None:
    reviewed.agree("bell", HARMLESS)
    reviewed.write("harbour.md", TEXTS["harbour.md"].replace("40 kg", "41 kg"))
    run = reviewed.run()
    feedback = read_reviews(reviewed.store).on(run)
    assert feedback.accepted == ()
    (orphan,) = feedback.orphans
    assert "the words do not stand in the document" in orphan.orphaned
    reviewed.take_in()
    known = read_reviews(reviewed.store)
    assert known.settled == ()
    assert [one.fingerprint for one in known.on(run).orphans] == [orphan.fingerprint]


def test_a_document_that_was_left_out_makes_no_orphans(reviewed: Reviewed) -> None:
    reviewed.agree("bell", HARMLESS)
    (reviewed.documents / "harbour.md").unlink()
    reviews = read_reviews(reviewed.store)
    assert reviews.documents == {"harbour.md", "coast.md"}
    assert reviews.on(reviewed.run(), frozenset({"harbour.md"})).orphans == ()
    assert reviews.on(reviewed.run()).orphans == ()


def test_reviews_stand_beside_a_baseline(reviewed: Reviewed) -> None:
    reviewed.agree("bell", HARMLESS)
    run = reviewed.run()
    (entry,) = read_reviews(reviewed.store).on(run).accepted
    by_hand = evolve(entry, reason="known", decision=None)
    both = read_reviews(reviewed.store).on(run).beside(Baseline((by_hand,), {"select": []}))
    bell = next(one for one in run.disputes if "bell" in one.topic.casefold())
    assert both.acceptance(bell) == by_hand
    assert both.settings == {"select": []}


def test_what_is_settled_can_be_published(reviewed: Reviewed) -> None:
    fingerprint = reviewed.agree("bell", TRUE)
    (one,) = read_reviews(reviewed.store).adjudications
    assert (one.finding, one.decision) == (fingerprint, Decision.TRUE_CONFLICT)
    assert (one.author.name, one.date, one.ratings) == ("ann, ben", "2026-03-31", ())


def test_a_missing_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere\.db: there is no such review store"):
        read_reviews(tmp_path / "nowhere.db")
    (tmp_path / "text.db").write_text("no database at all, whatever its name says")
    with pytest.raises(StoreError, match=r"text\.db"):
        read_reviews(tmp_path / "text.db")
