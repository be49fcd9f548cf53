"""Keys can be changed and turned off, and never act on what somebody types (WCAG 2.2, 2.1.4)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from reviewing.examples import ANN
from reviewing.serving import Served

from .reviewer import Reviewer


def test_typing_decides_nothing(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    first = ann.begin()
    ann.press("n")
    ann.page.keyboard.type("1234 skunk jog ?")
    expect(ann.page.locator("[name=note]")).to_have_value("1234 skunk jog ?")
    ann.press("Escape", "4")
    ann.page.wait_for_selector("[name=find]:focus")
    ann.page.keyboard.type("1234 skunk jog ?")
    ann.press("Escape")
    for modifier in ("Control", "Alt", "Meta"):
        ann.press(f"{modifier}+1", f"{modifier}+u")
    assert ann.question == first
    assert review.desk.item(ANN, ann.item).mine is None


def test_a_key_that_is_held_down_goes_no_further(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann")
    ann.begin()
    ann.page.keyboard.down("1")
    assert ann.decided() == "True conflict"
    for _ in range(5):
        ann.page.keyboard.down("1")
        ann.page.keyboard.down("Enter")
    ann.page.keyboard.up("1")
    expect(ann.page.locator("main")).to_be_visible()
    assert ann.page.locator(".progress").inner_text().startswith("1 done")


def test_keys_can_be_changed(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.press("?")
    keys = ann.page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    field = keys.get_by_label("True conflict")
    field.fill("s")
    expect(keys.get_by_text("would do two things")).to_be_visible()
    field.fill("y")
    expect(keys.get_by_text("Kept on this computer")).to_be_visible()
    ann.press("Escape")
    ann.page.reload()
    ann.begin()
    expect(ann.page.locator("[data-key=conflict] kbd")).to_have_text("y")
    finding = ann.item
    ann.press("1")
    assert review.desk.item(ANN, finding).mine is None
    ann.press("y")
    assert ann.decided() == "True conflict"


def test_keys_can_be_turned_off(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.go("/keys")
    ann.page.get_by_label("use single keys").uncheck()
    ann.go("/next")
    expect(ann.page.locator("kbd:visible")).to_have_count(0)
    ann.press("1", "s", "j", "?")
    ann.page.wait_for_timeout(200)
    assert review.desk.item(ANN, ann.item).mine is None
    assert ann.page.get_by_role("dialog").count() == 0
    ann.page.locator("[value=true_conflict].key").click()
    assert ann.decided() == "True conflict"


def test_guidelines_open_over_the_finding_and_the_source_beside_it(
    reviewer: Callable[..., Reviewer],
) -> None:
    ann = reviewer("ann")
    first = ann.begin()
    ann.press("g")
    guidelines = ann.page.get_by_role("dialog", name="Guidelines")
    expect(guidelines).to_contain_text("can both be true as they stand?")
    ann.press("Escape")
    expect(guidelines).to_have_count(0)
    # Right after Escape has closed a dialog, a key at times opens no page in Chromium.
    ann.page.wait_for_timeout(500)
    words = ann.page.locator(".stated").first.inner_text()
    with ann.page.context.expect_page() as opened:
        ann.press("o")
    source = opened.value
    source.wait_for_load_state()
    pointed = "".join(source.locator(".pointed").all_text_contents())
    assert words in " ".join(pointed.split())
    assert source.locator(".disputed, .qualified, .beside").count() == 0
    assert ann.question == first
