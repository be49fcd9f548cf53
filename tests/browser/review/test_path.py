"""From the queue to a settled finding by keyboard: two blind reviewers and an adjudicator."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Route, expect
from reviewing.examples import ROOT
from reviewing.serving import Served

from factcheck.model import Act, Decision, Reason, Status

from .reviewer import Reviewer

OPINION = ("What the machine says", "confidence", "contradict each other", "should be seen")


def test_two_reviewers_and_an_adjudicator_by_keyboard_alone(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann, ben = reviewer("ann"), reviewer("ben")
    question = ann.begin()
    assert ben.begin() == question
    finding = ann.item

    for told in OPINION:
        assert told not in ann.page.content()
    ann.press("n")
    ann.page.keyboard.type("The years differ, 1 by 1.")
    ann.press("Escape", "1")
    assert ann.decided() == "True conflict"
    expect(ann.page.locator(".opinion")).to_contain_text("confidence")

    # Nothing that the one did can be told from what the other is sent.
    ben.page.reload()
    html = ben.page.content()
    assert not re.search(r"The years differ|\bann\b", html)
    assert not [told for told in OPINION if told in html]
    ben.press("2", "1")
    assert ben.decided() == "Not a conflict: different time"
    assert ben.onward() != question

    ada = reviewer("ada")
    expect(ada.page.get_by_text("1 waits for an adjudicator")).to_be_visible()
    ada.go("/next?status=adjudicable")
    assert ada.item == finding
    votes = ada.page.locator(".votes")
    expect(votes).to_contain_text("True conflict")
    expect(votes).to_contain_text("The years differ, 1 by 1.")
    expect(votes).to_contain_text("Not a conflict: different time")
    assert not re.search(r"\bann\b|\bben\b", votes.inner_html())
    assert ada.page.locator(".opinion").count() == 0
    ada.press("2", "2")
    assert ada.decided() == "Not a conflict: different scope"

    settled = review.desk.item(ROOT, finding)
    assert settled.status is Status.CLOSED and settled.outcome is not None
    assert settled.outcome.decision is Decision.NOT_A_CONFLICT
    assert settled.outcome.reasons == (Reason.DIFFERENT_SCOPE,)
    entries = review.desk.history(ROOT, finding)
    assert [(one.author, one.act) for one in entries] == [
        ("ann", Act.VOTE),
        ("ben", Act.VOTE),
        ("ada", Act.ADJUDICATE),
    ]
    assert entries[0].ballot is not None and entries[0].ballot.note == "The years differ, 1 by 1."


def test_each_decision_by_its_key(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    first = ann.item
    ann.press("3")
    assert ann.decided() == "Needs source check"
    ann.onward()
    ann.press("4")
    ann.page.wait_for_selector("[name=find]:focus")
    choices = ann.page.locator("[name=duplicate_of]")
    expect(choices).not_to_have_count(0)
    before = choices.count()
    ann.page.keyboard.type("zzzz")
    expect(ann.page.get_by_text("No other finding holds these words")).to_be_visible()
    ann.press(*["Backspace"] * 4)
    expect(choices).to_have_count(before)
    ann.press("Tab", "Tab", "Space", "Enter")
    assert ann.decided() == "Duplicate"
    ann.onward()
    skipped = ann.item
    ann.press("s")
    expect(ann.page.locator(f"main:not([data-item='{skipped}'])")).to_be_visible()
    entries = review.desk.entries(ROOT) or review.desk.history(ROOT, first)
    assert entries == ()  # what is not settled yet is nobody's business, an admin's neither
    told = ann.page.locator(".progress").inner_text()
    assert told.startswith("2 done")


def test_moving_decides_nothing(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    shown = ann.page.locator("main")
    passed = []
    for _ in range(3):
        passed.append(ann.item)
        ann.press("j")
        expect(shown).not_to_have_attribute("data-item", passed[-1])
    for finding in reversed(passed):
        ann.press("k")
        expect(shown).to_have_attribute("data-item", finding)
    assert ann.page.locator(".progress").inner_text().startswith("0 done")


def test_buttons_stay_where_they_are_from_finding_to_finding(
    reviewer: Callable[..., Reviewer],
) -> None:
    places = """() => [...document.querySelectorAll(".keys button, .moves > *")]
      .map(each => each.getBoundingClientRect())
      .map(box => [box.x, box.y, box.width, box.height])"""
    for width in (360, 1024, 1600):
        ann = reviewer("ann", width=width)
        ann.begin()
        before = ann.window.run(places)
        ann.press("3")
        ann.decided()
        assert ann.window.run(places) == before
        ann.onward()
        assert ann.window.run(places) == before
        ann.press("u")
        expect(ann.page.get_by_text("taken back")).to_be_visible()


def test_the_next_finding_appears_at_once(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    ann.press("1")
    ann.decided()
    ann.page.wait_for_load_state("networkidle")
    taken = ann.window.run(
        """() => new Promise(done => {
          const from = performance.now(), before = document.querySelector("main").dataset.item;
          new MutationObserver((_, watcher) => {
            if (document.querySelector("main").dataset.item === before) return;
            watcher.disconnect();
            requestAnimationFrame(() => done(performance.now() - from));
          }).observe(document.body, {childList: true, subtree: true});
          document.querySelector("[data-onward]").click();
        })"""
    )
    assert taken < 200


def test_an_overtaken_search_changes_nothing(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    late: list[Route] = []

    def delay(route: Route) -> None:
        if route.request.url.endswith("find="):
            late.append(route)
        else:
            route.continue_()

    ann.page.route("**/others?*", delay)
    with ann.page.expect_request("**/others?find="):
        ann.press("4")
    ann.page.wait_for_selector("[name=find]:focus")
    ann.page.keyboard.type("zzzz")
    nothing = ann.page.get_by_text("No other finding holds these words")
    expect(nothing).to_be_visible()
    with ann.page.expect_response("**/others?find="):
        late.pop().continue_()
    ann.page.wait_for_load_state("networkidle")
    expect(nothing).to_be_visible()


def test_searching_again_keeps_what_was_chosen(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    ann.press("4")
    choices = ann.page.locator("[name=duplicate_of]")
    expect(choices).not_to_have_count(0)
    choices.last.check()
    chosen = choices.last.get_attribute("value")
    ann.page.get_by_role("button", name="Search").focus()
    with ann.page.expect_response("**/others?find="):
        ann.press("Enter")
    ann.page.wait_for_load_state("networkidle")
    expect(ann.page.locator("[name=duplicate_of]:checked")).to_have_value(str(chosen))
