"""Findings handed out to reviewers, and how far they have come."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewing.examples import ADA, ANN, BEN, CLEO, CONFLICT, EVERYBODY, GUEST, ROOT, desk, item

from factcheck.errors import RefusedError, UnknownItemError
from factcheck.model import Account, Role, Status
from factcheck.review import Desk, Filters
from factcheck.review.overview import Effort, overview
from factcheck.review.rota import Held, Rota, distributed
from factcheck.store import accounts, assignments, events

NAMES = ("ann", "ben", "cleo", "dot")
LATER = "2026-04-30T10:00:00.000Z"


@pytest.fixture
def manned(tmp_path: Path) -> Desk:
    found = desk(str(tmp_path / "reviews.db"), 6)
    for one in EVERYBODY:
        found.database.write(partial(accounts.add, account=one, password=""))
    return found


def rota(desk: Desk) -> Rota:
    return Rota(desk.database, desk.policy, lambda: "2026-03-31T12:00:00.000Z")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.frozensets(st.sampled_from(NAMES)), st.frozensets(st.sampled_from(NAMES)))
    ),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5)),
    st.integers(1, 4),
)
def test_nobody_gets_a_finding_twice_and_all_get_as_many_people_as_there_are(
    known: list[tuple[frozenset[str], frozenset[str]]], load: dict[str, int], needed: int
) -> None:
    waiting = [
        Held(str(number), given, passed=passed - given)
        for number, (given, passed) in enumerate(known)
    ]
    tasks = distributed(waiting, NAMES, load, needed)
    assert len(set(tasks)) == len(tasks)
    assert tasks == distributed(waiting, tuple(reversed(NAMES)), load, needed)
    for one in waiting:
        got = {name for fingerprint, name in tasks if fingerprint == one.fingerprint}
        assert not got & (one.given | one.passed)
        free = len(NAMES) - len(one.given | one.passed)
        assert len(got) == min(max(0, needed - one.people), free)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 40), st.integers(1, 4))
def test_everybody_gets_as_much_as_the_others(findings: int, needed: int) -> None:
    tasks = distributed([Held(str(n)) for n in range(findings)], NAMES, {}, needed)
    counts = Counter(name for _, name in tasks)
    numbers = [counts[name] for name in NAMES]
    assert max(numbers) - min(numbers) <= 1


def test_whoever_has_much_to_do_gets_less() -> None:
    tasks = distributed([Held(str(n)) for n in range(3)], ("ann", "ben"), {"ann": 2}, 1)
    assert [name for _, name in tasks] == ["ben", "ben", "ann"]


def test_open_findings_go_to_reviewers_the_gravest_first(manned: Desk) -> None:
    found = rota(manned).hand_out(ROOT)
    assert found.by_reviewer == (("ann", 4), ("ben", 4), ("cleo", 4))
    assert found.short == 0
    assert [name for key, name in found.tasks if key == item(0).fingerprint] == ["ann", "ben"]
    held = manned.database.read(lambda db: assignments.held(db, item(0).fingerprint))
    assert held == {"ann": assignments.FOR_GOOD, "ben": assignments.FOR_GOOD}
    assert rota(manned).hand_out(ROOT).tasks == ()
    told = [one for one in manned.database.read(events.everything) if one.kind == "assigned"]
    assert len(told) == 12


def test_who_voted_or_passed_counts(manned: Desk) -> None:
    manned.vote(ANN, "vote-0001", item(0).fingerprint, CONFLICT)
    manned.skip(BEN, "skip-0001", item(0).fingerprint)
    tasks = rota(manned).hand_out(ROOT, filters=Filters(text="mill 0")).tasks
    assert tasks == ((item(0).fingerprint, "cleo"),)


def test_filters_and_names_say_what_goes_to_whom(manned: Desk) -> None:
    found = rota(manned).hand_out(ROOT, ("ada",), Filters(topic="weir"))
    assert found.by_reviewer == (("ada", 3),)
    assert found.short == 3


def test_open_findings_are_taken_back_unless_decided(manned: Desk) -> None:
    rota(manned).hand_out(ROOT)
    manned.vote(ANN, "vote-0001", item(0).fingerprint, CONFLICT)
    taken = rota(manned).take_back(ROOT, ("ann",))
    assert (item(0).fingerprint, "ann") not in taken
    assert Counter(name for _, name in taken) == {"ann": 3}
    assert rota(manned).take_back(ROOT, ("ann",)) == ()
    assert len(rota(manned).take_back(ROOT, filters=Filters(topic="mill"))) == 4


@pytest.mark.parametrize("actor", [ANN, ADA, GUEST])
def test_only_admins_assign_and_see_who_did_how_much(manned: Desk, actor: Account) -> None:
    with pytest.raises(RefusedError, match="only admins"):
        rota(manned).hand_out(actor)
    with pytest.raises(RefusedError, match="only admins"):
        rota(manned).take_back(actor)
    with pytest.raises(RefusedError, match="only admins"):
        overview(manned.database, actor, LATER)


def test_strangers_get_nothing(manned: Desk, tmp_path: Path) -> None:
    for name in ("zoe", "guest"):
        with pytest.raises(RefusedError, match="is nobody who votes"):
            rota(manned).hand_out(ROOT, (name,))
    with pytest.raises(RefusedError, match="no account called 'zoe'"):
        rota(manned).take_back(ROOT, ("zoe",))
    alone = desk(str(tmp_path / "alone.db"))
    with pytest.raises(RefusedError, match="nobody to hand findings to"):
        rota(alone).hand_out(ROOT)


def test_the_overview_counts_and_tells_no_votes(manned: Desk) -> None:
    rota(manned).hand_out(ROOT, filters=Filters(topic="weir"))
    manned.vote(ANN, "vote-0001", item(0).fingerprint, CONFLICT)
    manned.vote(BEN, "vote-0002", item(0).fingerprint, CONFLICT)
    manned.skip(CLEO, "skip-0001", item(1).fingerprint)
    found = overview(manned.database, ROOT, LATER)
    assert found.statuses == {Status.OPEN: 5, Status.ADJUDICATION: 0, Status.CLOSED: 1}
    people = {one.name: one for one in found.people}
    assert people["ann"] == Effort("ann", Role.REVIEWER, True, voted=1, waiting=1)
    assert people["cleo"] == Effort("cleo", Role.REVIEWER, True, skipped=1, waiting=2)
    assert set(people) == {one.name for one in EVERYBODY}
    assert (found.total, found.gone, found.orphans) == (6, 0, ())


def test_one_finding_is_given_and_taken_by_name(manned: Desk) -> None:
    here = rota(manned)
    first, second = (item(number).fingerprint for number in (0, 1))
    here.assign(ROOT, first, "ann")
    here.assign(ROOT, first, "ben")
    assert manned.next_item(CLEO) == second
    given = {(first, "ann"), (first, "ben"), (second, "cleo")}
    assert {(finding, name) for finding, name, _ in here.assignments(ROOT)} == given
    with pytest.raises(RefusedError, match="nobody"):
        here.assign(ROOT, first, "eve")
    with pytest.raises(UnknownItemError):
        here.assign(ROOT, "nowhere", "ann")
    manned.vote(ANN, "entry-ann", first, CONFLICT)
    with pytest.raises(RefusedError, match="decided"):
        here.unassign(ROOT, first, "ann")
    here.unassign(ROOT, first, "ben")
    assert manned.next_item(CLEO) == first
    happened = manned.database.read(events.everything)
    assert [(one.kind, one.after) for one in happened] == [
        ("assigned", "ann"),
        ("assigned", "ben"),
        ("unassigned", "ben"),
    ]


def test_only_admins_see_and_change_assignments(manned: Desk) -> None:
    here = rota(manned)
    first = item(0).fingerprint
    for verb in (here.assign, here.unassign):
        with pytest.raises(RefusedError, match="only admins"):
            verb(ANN, first, "ann")
    with pytest.raises(RefusedError, match="only admins"):
        here.assignments(ANN)
    assert here.assignments(ROOT) == ()
