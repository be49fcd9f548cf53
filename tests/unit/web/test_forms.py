"""What a form sends becomes a decision, or says what it lacks."""

from __future__ import annotations

import pytest
from reviewing.examples import ANN, GUEST, HARMLESS, item

from factcheck.model import Act, Ballot, Decision, Entry, Reason, Status, Sureness
from factcheck.review import Filters, ItemView
from factcheck.review.standing import Standing
from factcheck.review.views import view
from factcheck.web.forms import IncompleteError, ballot_of, blank
from factcheck.web.trail import Trail


def seen(mine: Entry | None = None, status: Status = Status.OPEN) -> ItemView:
    return view(ANN, item(1), Standing(status, (mine,) if mine else ()), mine, blind=True)


@pytest.mark.parametrize(
    ("sent", "ballot"),
    [
        ({"decision": "true_conflict"}, Ballot(Decision.TRUE_CONFLICT)),
        (
            {"reason": "hedged", "note": "a\r\nb", "sureness": "sure", "duplicate_of": "fp-1"},
            Ballot(Decision.NOT_A_CONFLICT, Reason.HEDGED, note="a\nb", sureness=Sureness.SURE),
        ),
        (
            {"decision": "duplicate", "duplicate_of": "fp-1"},
            Ballot(Decision.DUPLICATE, None, "fp-1"),
        ),
        (
            {"again": "not_a_conflict", "attempted_reason": "other", "decision": "skip"},
            Ballot(Decision.NOT_A_CONFLICT, Reason.OTHER),
        ),
        ({"decision": "skip", "note": "nothing"}, None),
    ],
)
def test_what_is_sent_is_a_ballot(sent: dict[str, str], ballot: Ballot | None) -> None:
    assert ballot_of(sent) == ballot


@pytest.mark.parametrize(
    ("sent", "missing"),
    [
        ({"decision": "not_a_conflict"}, "reason"),
        ({"decision": "duplicate"}, "duplicate"),
        ({"decision": "duplicate", "duplicate_of": ""}, "duplicate"),
    ],
)
def test_what_a_decision_lacks_is_said(sent: dict[str, str], missing: str) -> None:
    with pytest.raises(IncompleteError) as lacking:
        ballot_of(sent)
    assert lacking.value.missing == missing


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"decision": "nonsense"},
        {"reason": "nonsense"},
        {"decision": "true_conflict", "sureness": "nonsense"},
        {"decision": "true_conflict", "note": "x" * 4001},
        {"decision": "true_conflict", "note": "\x00"},
    ],
)
def test_what_is_not_allowed_is_refused(sent: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        ballot_of(sent)


def test_a_form_is_open_until_something_stands() -> None:
    form = blank(seen(), ANN, Trail(Filters(topic="a&b"), ("fp-9", "fp-0")))
    assert (form.act, form.seen, form.closed, form.skippable) == (Act.VOTE, "", False, True)
    assert form.previous == "/items/fp-0?topic=a%26b&from=fp-9"
    assert form.next == f"/next?topic=a%26b&after={item(1).fingerprint}&from=fp-9%2Cfp-0"
    assert len({form.entry, form.undo_entry, blank(seen(), ANN, Trail()).entry}) == 3


def test_what_stands_closes_it_until_somebody_wants_to_change_it() -> None:
    vote = Entry("entry-0001", item(1).fingerprint, "ann", Act.VOTE, HARMLESS)
    form = blank(seen(vote), ANN, Trail())
    assert (form.seen, form.closed, form.changeable, form.said) == (vote.id, True, True, HARMLESS)
    form = blank(seen(vote), ANN, Trail(), changing=True)
    assert (form.closed, form.changeable) == (False, False)


def test_a_skipped_finding_can_still_be_decided() -> None:
    skip = Entry("entry-0001", item(1).fingerprint, "ann", Act.SKIP)
    form = blank(seen(skip), ANN, Trail())
    assert (form.skipped, form.closed, form.skippable, form.seen) == (True, False, False, skip.id)


def test_who_may_do_nothing_is_told_why() -> None:
    shown = view(GUEST, item(1), Standing(Status.OPEN), None, blind=True)
    form = blank(shown, GUEST, Trail())
    assert form.closed and form.readonly == "This account may only read."
    form = blank(seen(status=Status.CLOSED), ANN, Trail())
    assert form.closed and form.readonly == "There is nothing for you to decide here."
