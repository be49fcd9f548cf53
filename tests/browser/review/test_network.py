"""No vote or note is lost or doubled, whatever becomes of network, page and session."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Route, expect
from reviewing.examples import ANN, ROOT
from reviewing.serving import Served

from factcheck.model import Act

from .reviewer import SETTLED, UNREACHED, Reviewer

NOT_SAVED = "Not saved yet"


def kept(review: Served, finding: str) -> list[tuple[Act, str]]:
    """What the log holds of Ann's on a finding, with the notes."""
    entries = review.desk.history(ANN, finding)
    return [(one.act, one.ballot.note if one.ballot else "") for one in entries]


def test_a_vote_without_a_network_is_sent_when_it_is_back(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    ann.press("n")
    ann.page.keyboard.type("Typed on a train.")
    ann.press("Escape")
    ann.page.context.set_offline(True)
    ann.press("1")
    expect(ann.page.get_by_text(NOT_SAVED)).to_be_visible()
    assert kept(review, finding) == []
    # While it waits, nothing else can be decided here.
    ann.press("3")
    ann.page.context.set_offline(False)
    assert ann.decided() == "True conflict"
    assert kept(review, finding) == [(Act.VOTE, "Typed on a train.")]
    ann.forgive(UNREACHED)


def test_it_is_sent_after_the_page_was_loaded_anew(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    ann.press("n")
    ann.page.keyboard.type("Survives.")
    ann.press("Escape")
    ann.page.route("**/items/**", refuse)
    ann.press("3")
    expect(ann.page.get_by_text(NOT_SAVED)).to_be_visible()
    ann.page.reload()
    expect(ann.page.get_by_text(NOT_SAVED)).to_be_visible()
    assert kept(review, finding) == []
    ann.page.unroute("**/items/**")
    ann.page.reload()
    assert ann.decided() == "Needs source check"
    assert kept(review, finding) == [(Act.VOTE, "Survives.")]
    ann.forgive(UNREACHED)


def test_a_vote_whose_answer_is_lost_is_kept_once(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    arrived: list[int] = []

    def swallow(route: Route) -> None:
        if route.request.method == "POST" and len(arrived) < 2:
            arrived.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    ann.page.route("**/items/**", swallow)
    ann.press("1")
    assert ann.decided() == "True conflict"
    assert arrived == [200, 200]
    assert len(kept(review, finding)) == 1
    ann.forgive(UNREACHED)


def test_a_server_that_fails_for_a_while_loses_nothing(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    failing = [503, 500]
    ann.page.route(
        "**/items/**",
        lambda route: (
            route.fulfill(status=failing.pop())
            if route.request.method == "POST" and failing
            else route.continue_()
        ),
    )
    ann.press("1")
    assert ann.decided() == "True conflict"
    assert failing == []
    ann.forgive("Failed to load resource: the server responded with a status of 5")


def test_a_typed_note_survives_reloading_and_going_away(
    reviewer: Callable[..., Reviewer],
) -> None:
    ann = reviewer("ann")
    ann.begin()
    note = ann.page.locator("[name=note]")
    ann.press("n")
    ann.page.keyboard.type("Half a thought")
    ann.page.get_by_label("Fairly sure").check()
    ann.page.reload()
    expect(note).to_have_value("Half a thought")
    expect(ann.page.get_by_label("Fairly sure")).to_be_checked()
    first = ann.question
    ann.press("j")
    expect(ann.page.locator("h1")).not_to_have_text(first)
    expect(note).to_have_value("")
    ann.page.go_back()
    expect(ann.page.locator("h1")).to_have_text(first)
    expect(note).to_have_value("Half a thought")
    ann.press("1")
    ann.decided()
    assert not ann.window.run("() => Object.keys(localStorage).filter(key => /draft/.test(key))")


def test_logging_out_takes_drafts_along(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    ann.press("n")
    ann.page.keyboard.type("Nobody else's business")
    ann.page.get_by_role("button", name="Log out").click()
    ann.page.wait_for_url("**/log-in*")
    assert ann.window.run("() => localStorage.length") == 0


def test_when_the_session_ends_a_vote_waits_for_its_owner(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    ann.page.context.clear_cookies()
    ann.press("n")
    ann.page.keyboard.type("After hours.")
    ann.press("Escape", "1")
    expect(ann.page.get_by_text("You are logged out")).to_be_visible()
    assert kept(review, finding) == []
    # Somebody else at the same computer neither sees nor sends it.
    ann.come_in(review, "ben")
    ann.go(f"/items/{finding}")
    expect(ann.page.locator("[name=note]")).to_have_value("")
    ann.page.context.clear_cookies()
    ann.log_in(f"/items/{finding}")
    assert ann.decided() == "True conflict"
    assert kept(review, finding) == [(Act.VOTE, "After hours.")]
    assert len(review.desk.entries(ROOT)) == 0
    ann.forgive(SETTLED)


def refuse(route: Route) -> None:
    """Let pages come, but nothing be sent."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()
