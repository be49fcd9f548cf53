"""Two tabs of one person: nothing is overwritten unseen. And what was said can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from reviewing.examples import ANN
from reviewing.serving import Served

from factcheck.model import Act, Decision

from .reviewer import SETTLED, Reviewer


def test_the_second_tab_is_told_what_stands_and_may_choose(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    first, second = ann.page, ann.page.context.new_page()
    for way, outcome in (
        ("Keep what stands", "True conflict"),
        ("Replace it", "Needs source check"),
    ):
        for page in (first, second):
            page.goto(f"{ann.address}/items/{finding}")
        first.keyboard.press("1")
        expect(first.locator(".mine")).to_contain_text("True conflict")
        second.locator("[name=note]").fill("from the other tab")
        second.locator("[value=needs_source_check].key").click()
        clash = second.get_by_role("alert")
        expect(clash).to_contain_text("What stands: voted: True conflict")
        expect(clash).to_contain_text("What you sent now: Needs source check")
        expect(second.locator("[name=note]")).to_have_value("from the other tab")
        second.get_by_text(way).click()
        expect(second.locator(".mine")).to_contain_text(outcome)
        undo = second.locator("[data-key=undo]")
        undo.click()
        expect(second.get_by_text("taken back")).to_be_visible()
        if way == "Replace it":
            undo.click()
            expect(second.locator(".mine")).to_have_count(0)
    acts = [one.act for one in review.desk.history(ANN, finding)]
    assert acts == [Act.VOTE, Act.RETRACT, Act.VOTE, Act.VOTE, Act.RETRACT, Act.RETRACT]
    ann.forgive(SETTLED)


def test_undo_takes_back_the_last_decision_and_keeps_it_in_the_history(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    first = ann.begin()
    finding = ann.item
    ann.press("n")
    ann.page.keyboard.type("Too quick")
    ann.press("Escape", "1")
    ann.decided()
    ann.onward()
    ann.press("u")
    expect(ann.page.locator("h1")).to_have_text(first)
    expect(ann.page.get_by_text("taken back")).to_be_visible()
    expect(ann.page.locator("[name=note]")).to_have_value("Too quick")
    assert ann.page.locator(".opinion").count() == 0
    ann.press("2", "5")
    assert ann.decided() == "Not a conflict: hedged"
    entries = review.desk.history(ANN, finding)
    assert [one.act for one in entries] == [Act.VOTE, Act.RETRACT, Act.VOTE]
    ann.page.get_by_role("link", name="History").click()
    expect(ann.page.locator("tbody tr")).to_have_count(3)
    expect(ann.page.locator("tbody")).to_contain_text("took back")


def test_with_nothing_to_take_back_undo_says_so(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    first = ann.begin()
    ann.press("n")
    ann.page.keyboard.type("kept")
    ann.press("Escape", "u")
    expect(ann.page.get_by_role("alert")).to_contain_text("nothing of yours to take back")
    assert ann.question == first
    expect(ann.page.locator("[name=note]")).to_have_value("kept")
    ann.forgive(SETTLED)


def test_a_decision_can_be_changed_later(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    finding = ann.item
    ann.press("1")
    ann.decided()
    ann.page.get_by_role("link", name="Change it").click()
    expect(ann.page.locator(".key").first).to_be_enabled()
    ann.press("3")
    expect(ann.page.locator(".mine")).to_contain_text("Needs source check")
    mine = review.desk.item(ANN, finding).mine
    assert mine is not None and mine.ballot is not None
    assert mine.ballot.decision is Decision.NEEDS_SOURCE_CHECK
