"""Decisions follow the words that they are about from run to run."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from reviewing.examples import ANN, BEN, CONFLICT, HARMLESS, ROOT

import factcheck as fc
from factcheck.errors import RefusedError
from factcheck.model import Status
from factcheck.review import Desk, Intake, Policy
from factcheck.store import events, items, open_store

MILL = {
    "one.txt": "The old mill was built in 1784. It stands by the river.",
    "two.txt": "The old mill was built in 1812. Visitors like it.",
}


class Review:
    """A folder of documents, and the desk at which what is found in it is reviewed."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder / "documents"
        self.folder.mkdir()
        self.desk = Desk(open_store(address))

    def write(self, texts: dict[str, str]) -> Intake:
        for path in self.folder.iterdir():
            path.unlink()
        for name, text in texts.items():
            (self.folder / name).write_text(text)
        return self.desk.take_in(ROOT, fc.check(fc.read(self.folder)).run)

    @property
    def first(self) -> str:
        (row,) = self.desk.queue(ROOT).rows
        return row.fingerprint

    def status(self, fingerprint: str) -> Status:
        kept = self.desk.database.read(lambda db: items.get(db, fingerprint))
        assert kept is not None
        return kept.status


@pytest.fixture
def review(tmp_path: Path, address: str) -> Review:
    found = Review(tmp_path, address)
    found.write(MILL)
    return found


def test_a_run_is_taken_in_once(review: Review) -> None:
    assert review.write(MILL) == Intake(0, 1, 0, {}, (), 0)
    with pytest.raises(RefusedError, match="only admins"):
        review.desk.take_in(ANN, fc.check(fc.read(review.folder)).run)


def test_edits_elsewhere_leave_a_decision_alone(review: Review) -> None:
    item = review.first
    review.desk.vote(ANN, "ann-votes", item, HARMLESS)
    review.write(MILL | {"one.txt": "A preface. " + MILL["one.txt"]})
    view = review.desk.item(ANN, item)
    assert view.mine is not None and view.mine.id == "ann-votes"
    assert view.quoted[0].span.of((review.folder / "one.txt").read_text()) == view.quoted[0].exact


def test_lost_words_bring_a_finding_back(review: Review) -> None:
    item = review.first
    review.desk.vote(ANN, "ann-votes", item, HARMLESS)
    review.desk.vote(BEN, "ben-votes", item, HARMLESS)
    assert review.status(item) is Status.CLOSED
    intake = review.write(MILL | {"two.txt": "Nothing is known of the mill."})
    assert list(intake.orphaned) == [item]
    view = review.desk.item(ANN, item)
    assert view.mine is None and view.round == 2 and "two.txt" in view.orphaned
    assert review.desk.next_item(ANN) == item
    with pytest.raises(RefusedError, match="changed since"):
        review.desk.undo(ANN, "ann-undoes")
    assert [one.id for one in review.desk.history(ANN, item)] == ["ann-votes"]
    assert review.write(MILL).returned == (item,)
    assert review.status(item) is Status.CLOSED
    kinds = [one.kind for one in review.desk.database.read(events.everything)]
    assert kinds == ["run", "run", "orphaned", "run", "returned"]


def test_the_documents_of_findings_that_are_no_longer_reported_are_known(review: Review) -> None:
    review.write({"one.txt": "Nothing is known.", "four.txt": "Nothing either."})
    assert review.desk.documents() == ("one.txt", "two.txt")


def test_an_orphan_can_be_decided_again(review: Review) -> None:
    item = review.first
    review.desk.vote(ANN, "ann-votes", item, HARMLESS)
    review.write(MILL | {"two.txt": "Nothing is known of the mill."})
    review.desk.vote(ANN, "ann-again", item, CONFLICT)
    review.desk.vote(BEN, "ben-votes", item, CONFLICT)
    ((_, outcome),) = review.desk.outcomes(ROOT)
    assert outcome.authors == ("ann", "ben")
    assert len(review.desk.history(ROOT, item)) == 3


def test_a_finding_without_words_or_votes_just_goes(review: Review) -> None:
    item = review.first
    intake = review.write(MILL | {"two.txt": "Nothing is known of the mill."})
    assert (intake.gone, intake.orphaned) == (1, {})
    assert review.desk.next_item(ANN) is None
    assert not review.desk.item(ROOT, item).present


def test_a_renamed_document_takes_its_decisions_along(review: Review) -> None:
    item = review.first
    review.desk.vote(ANN, "ann-votes", item, HARMLESS)
    assert review.write({"one.txt": MILL["one.txt"], "three.txt": MILL["two.txt"]}).moved == 1
    moved = review.first
    assert moved != item
    for name in (item, moved):
        view = review.desk.item(ANN, name)
        assert view.mine is not None and view.mine.id == "ann-votes"
        assert [one.id for one in review.desk.history(ANN, name)] == ["ann-votes"]
    review.desk.vote(BEN, "ben-votes", moved, CONFLICT)
    assert review.status(moved) is Status.ADJUDICATION
    review.desk.undo(ANN, "ann-undoes")
    assert review.status(moved) is Status.OPEN
    assert len(review.desk.outcomes(ROOT)) == 0


def test_another_number_of_votes_counts_at_once(review: Review) -> None:
    item = review.first
    review.desk.vote(ANN, "ann-votes", item, HARMLESS)
    review.desk = evolve(review.desk, policy=Policy(needed=1))
    review.write(MILL)
    assert review.status(item) is Status.CLOSED


def test_a_finding_that_grew_shows_who_may_see_it_what_was_decided_before(review: Review) -> None:
    old = review.first
    review.desk.vote(ANN, "ann-votes", old, HARMLESS)
    review.write(MILL | {"three.txt": "The old mill was built in 1833."})
    new = review.first
    assert new != old
    assert review.desk.item(ANN, new).earlier == (old,)
    assert [one.id for one in review.desk.history(ANN, new)] == ["ann-votes"]
    for blind in (BEN, ROOT):
        assert review.desk.item(blind, new).earlier == ()
        assert review.desk.history(blind, new) == ()
    review.desk.vote(BEN, "ben-votes", old, HARMLESS)
    assert review.desk.item(ROOT, new).earlier == (old,)
    assert [one.author for one in review.desk.history(ROOT, new)] == ["ann", "ben"]
    assert review.desk.item(ANN, new).mine is None
