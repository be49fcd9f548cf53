"""The rules of reviewing hold for whoever sits at the desk."""

from __future__ import annotations

from functools import partial

import pytest
from attrs import evolve
from reviewing.examples import ADA, ANN, BEN, CLEO, CONFLICT, GUEST, HARMLESS, ROOT, desk, item

from factcheck.errors import ConflictError, RefusedError, StoreError, UnknownItemError
from factcheck.model import Account, Act, Ballot, Decision, Reason, Role, Status, Sureness
from factcheck.review import Desk, Filters, Policy
from factcheck.store import Connection, items

FIRST, SECOND, THIRD = (item(number).fingerprint for number in range(3))


@pytest.fixture
def table(address: str) -> Desk:
    return desk(address)


def status(table: Desk, fingerprint: str) -> Status:
    kept = table.database.read(lambda db: items.get(db, fingerprint))
    assert kept is not None
    return kept.status


def _run(statement: str, db: Connection) -> None:
    db.execute(statement)


def vote(table: Desk, actor: Account, fingerprint: str, ballot: Ballot, seen: str = "") -> str:
    number = len(table.entries(actor))
    entry_id = f"{actor.name}-entry-{number}"
    return table.vote(actor, entry_id, fingerprint, ballot, seen).entry.id


def test_the_gravest_finding_comes_first(table: Desk) -> None:
    assert [row.fingerprint for row in table.queue(ANN).rows] == [FIRST, SECOND, THIRD]
    assert table.next_item(ANN) == FIRST
    assert table.next_item(ANN, after=FIRST) == SECOND
    assert table.next_item(ANN, after=THIRD) is None


def test_identical_votes_close_a_finding(table: Desk) -> None:
    vote(table, ANN, FIRST, HARMLESS)
    assert status(table, FIRST) is Status.OPEN
    vote(table, BEN, FIRST, Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED, note="may"))
    assert status(table, FIRST) is Status.CLOSED
    ((kept, outcome),) = table.outcomes(ROOT)
    assert kept.fingerprint == FIRST
    assert outcome.reasons == (Reason.DIFFERENT_TIME, Reason.HEDGED)
    assert outcome.authors == ("ann", "ben")
    assert outcome.notes == ("may",)
    assert not outcome.adjudicated


def test_differing_votes_wait_for_somebody_who_has_not_voted(table: Desk) -> None:
    vote(table, ANN, FIRST, HARMLESS)
    vote(table, ADA, FIRST, CONFLICT)
    assert status(table, FIRST) is Status.ADJUDICATION
    with pytest.raises(RefusedError, match="you voted"):
        table.adjudicate(ADA, "ada-settles", FIRST, CONFLICT, table.item(ADA, FIRST).mine.id)  # type: ignore[union-attr]
    with pytest.raises(RefusedError, match="only adjudicators"):
        table.adjudicate(CLEO, "cleo-settles", FIRST, CONFLICT)
    view = table.item(ROOT, FIRST)
    assert set(view.votes) == {HARMLESS, CONFLICT}
    table.adjudicate(ROOT, "root-settles", FIRST, CONFLICT)
    assert status(table, FIRST) is Status.CLOSED
    ((_, outcome),) = table.outcomes(ADA)
    assert outcome.adjudicated and outcome.decision is Decision.TRUE_CONFLICT


def test_votes_never_change_by_adjudication(table: Desk) -> None:
    first = vote(table, ANN, FIRST, HARMLESS)
    vote(table, BEN, FIRST, CONFLICT)
    table.adjudicate(ADA, "ada-settles", FIRST, CONFLICT)
    with pytest.raises(RefusedError, match="settled"):
        table.vote(ANN, "ann-late-vote", FIRST, CONFLICT, first)
    with pytest.raises(RefusedError, match="adjudicator has settled"):
        table.undo(ANN, "ann-late-undo")
    acts = [(one.author, one.act) for one in table.history(ROOT, FIRST)]
    assert acts == [("ann", Act.VOTE), ("ben", Act.VOTE), ("ada", Act.ADJUDICATE)]


def test_a_reviewer_sees_nothing_of_the_other(table: Desk) -> None:
    before = table.item(BEN, FIRST)
    vote(table, ANN, FIRST, Ballot(Decision.TRUE_CONFLICT, note="a secret"))
    assert table.item(BEN, FIRST) == before
    assert table.queue(BEN).rows[0] == before
    assert table.history(BEN, FIRST) == ()
    assert table.entries(BEN) == ()
    vote(table, BEN, FIRST, HARMLESS)
    after = table.item(BEN, FIRST)
    assert after.votes == () and after.status is None and after.outcome is None
    assert [one.author for one in table.history(BEN, FIRST)] == ["ben"]
    with pytest.raises(RefusedError):
        table.outcomes(BEN)


def test_the_machine_is_hidden_until_the_vote(table: Desk) -> None:
    assert table.item(ANN, FIRST).opinion is None
    table.skip(ANN, "ann-skips", FIRST)
    assert table.item(ANN, FIRST).opinion is None
    vote(table, ANN, FIRST, CONFLICT, "ann-skips")
    assert table.item(ANN, FIRST).opinion is not None
    assert evolve(table, policy=Policy(blind=False)).item(BEN, FIRST).opinion is not None


def test_a_finding_goes_to_two_and_no_third(table: Desk) -> None:
    assert [table.next_item(actor) for actor in (ANN, BEN, CLEO)] == [FIRST, FIRST, SECOND]


def test_a_finding_that_nobody_decides_is_given_to_another(table: Desk) -> None:
    hasty = evolve(table, policy=Policy(lease_hours=0))
    assert [hasty.next_item(actor) for actor in (ANN, BEN, CLEO)] == [FIRST] * 3


def test_a_skipped_finding_goes_to_others(table: Desk) -> None:
    table.next_item(ANN)
    table.next_item(BEN)
    table.skip(ANN, "ann-skips", FIRST)
    assert table.next_item(ANN) == SECOND
    assert table.next_item(CLEO) == FIRST
    assert [row.fingerprint for row in table.queue(ANN, Filters("skipped")).rows] == [FIRST]


def test_what_is_sent_twice_is_kept_once(table: Desk) -> None:
    one = table.vote(ANN, "the-same-id", FIRST, HARMLESS)
    again = table.vote(ANN, "the-same-id", FIRST, HARMLESS)
    assert again.repeated and again.entry == one.entry
    assert len(table.entries(ANN)) == 1
    with pytest.raises(ConflictError, match="used before"):
        table.vote(ANN, "the-same-id", FIRST, CONFLICT)
    with pytest.raises(ConflictError, match="used before"):
        table.vote(BEN, "the-same-id", FIRST, HARMLESS)
    with pytest.raises(ConflictError, match="used before"):
        table.undo(ANN, "the-same-id")


def test_a_second_tab_does_not_overwrite(table: Desk) -> None:
    first = vote(table, ANN, FIRST, HARMLESS)
    with pytest.raises(ConflictError, match="elsewhere"):
        table.vote(ANN, "other-tab", FIRST, CONFLICT)
    changed = table.vote(ANN, "other-tab-2", FIRST, CONFLICT, seen=first)
    assert changed.entry.supersedes == first
    assert changed.view.mine == changed.entry


def test_undo_brings_back_what_stood_before(table: Desk) -> None:
    first = vote(table, ANN, FIRST, HARMLESS)
    second = table.vote(ANN, "ann-again", FIRST, CONFLICT, first).entry.id
    vote(table, BEN, FIRST, CONFLICT)
    assert status(table, FIRST) is Status.CLOSED
    undone = table.undo(ANN, "ann-undoes")
    assert undone.entry.supersedes == second
    assert undone.view.mine is not None and undone.view.mine.id == first
    assert status(table, FIRST) is Status.ADJUDICATION
    assert table.undo(ANN, "ann-undoes").repeated
    assert table.undo(ANN, "ann-undoes-2").view.mine is None
    assert status(table, FIRST) is Status.OPEN
    with pytest.raises(RefusedError, match="nothing of yours"):
        table.undo(ANN, "ann-undoes-3")
    assert len(table.history(ANN, FIRST)) == 4


def test_undo_reaches_only_what_is_ones_own(table: Desk) -> None:
    vote(table, ANN, FIRST, HARMLESS)
    vote(table, BEN, SECOND, HARMLESS)
    assert table.undo(ANN, "ann-undoes").entry.item == FIRST
    assert table.item(BEN, SECOND).mine is not None


def test_an_adjudication_can_be_taken_back(table: Desk) -> None:
    vote(table, ANN, FIRST, HARMLESS)
    vote(table, BEN, FIRST, CONFLICT)
    table.adjudicate(ADA, "ada-settles", FIRST, CONFLICT)
    table.undo(ADA, "ada-undoes")
    assert status(table, FIRST) is Status.ADJUDICATION


def test_roles_and_states(table: Desk) -> None:
    with pytest.raises(RefusedError, match="may only read"):
        table.vote(GUEST, "guest-votes", FIRST, CONFLICT)
    with pytest.raises(RefusedError, match="status"):
        table.queue(ANN, Filters(status="adjudication"))
    with pytest.raises(RefusedError, match="assignee"):
        table.queue(ANN, Filters(assignee="ben"))
    with pytest.raises(UnknownItemError):
        table.item(ANN, "fp-nothing")
    with pytest.raises(RefusedError, match="itself"):
        table.vote(ANN, "ann-votes", FIRST, Ballot(Decision.DUPLICATE, duplicate_of=FIRST))
    with pytest.raises(UnknownItemError):
        table.vote(ANN, "ann-votes", FIRST, Ballot(Decision.DUPLICATE, duplicate_of="fp-no"))


def test_filters_narrow_the_queue(table: Desk) -> None:
    def found(**filters: str) -> list[str]:
        return [row.fingerprint for row in table.queue(ANN, Filters(**filters)).rows]

    assert found(topic="mill") == [SECOND]
    assert found(source="a2.txt") == [THIRD]
    assert found(text="MILL 0") == [FIRST]
    assert found(text="%") == []
    assert table.choices(ANN)["topic"] == ("mill", "weir")


def test_rules_are_hidden_with_the_machines_opinion(table: Desk) -> None:
    assert table.choices(ANN)["rule"] == () and table.choices(GUEST)["rule"] == ("value",)
    for status in ("", "todo", "skipped"):
        with pytest.raises(RefusedError, match="rule"):
            table.queue(ANN, Filters(status=status, rule="value"))
    vote(table, ANN, SECOND, CONFLICT)
    assert table.queue(ANN, Filters("voted", rule="value")).total == 1
    assert table.queue(ANN, Filters("voted", rule="polarity")).total == 0
    assert table.queue(GUEST, Filters(rule="value")).total == 3


def test_progress(table: Desk) -> None:
    assert table.progress(ANN).left == 3
    for fingerprint in (FIRST, SECOND):
        vote(table, ANN, fingerprint, Ballot(Decision.TRUE_CONFLICT, sureness=Sureness.SURE))
    progress = table.progress(ANN)
    assert (progress.done, progress.left, progress.adjudication) == (2, 1, None)
    vote(table, BEN, FIRST, HARMLESS)
    assert table.progress(ADA).adjudication == 1


def test_the_log_can_only_grow(table: Desk) -> None:
    vote(table, ANN, FIRST, CONFLICT)
    for statement in ("UPDATE entry SET author = 'ben'", "DELETE FROM entry"):
        with pytest.raises(StoreError, match="only ever added"):
            table.database.write(partial(_run, statement))
    assert [one.author for one in table.history(ANN, FIRST)] == ["ann"]


def test_role_of_account() -> None:
    with pytest.raises(ValueError, match="name"):
        Account("a b", Role.REVIEWER)


def test_only_admins_see_how_far_reviewers_agree(address: str) -> None:
    made = desk(address)
    for account in (ANN, ADA, GUEST):
        with pytest.raises(RefusedError, match="only admins"):
            made.agreement(account)
    assert made.agreement(ROOT).items == 0
