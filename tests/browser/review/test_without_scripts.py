"""Everything can be done with scripts off."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from reviewing.examples import ANN, ROOT
from reviewing.serving import Served

from factcheck.model import Act, Decision, Reason, Status

from .reviewer import SETTLED, Reviewer


def test_each_decision_and_undo(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann", log_in=False, scripts=False)
    ann.log_in()
    page = ann.page
    page.get_by_role("link", name="Start").click()
    first = ann.item
    expect(page.locator("kbd:visible")).to_have_count(0)

    page.get_by_label("Note").fill("By hand.\n1 < 2")
    page.get_by_role("button", name="Not a conflict").click()
    expect(page.get_by_text("Why is it not a conflict?")).to_be_visible()
    expect(page.get_by_label("Note")).to_have_value("By hand.\n1 < 2")
    page.get_by_label("Sure", exact=True).check()
    page.get_by_role("button", name="Different unit").click()
    assert ann.decided() == "Not a conflict: different unit"
    expect(page.locator(".opinion")).to_contain_text("What every rule says")
    page.reload()
    assert ann.decided() == "Not a conflict: different unit"
    mine = review.desk.item(ANN, first).mine
    assert mine is not None and mine.ballot is not None
    assert (mine.ballot.reason, mine.ballot.note) == (Reason.DIFFERENT_UNIT, "By hand.\n1 < 2")

    page.get_by_role("link", name="Next").click()
    second = ann.item
    assert second != first
    page.get_by_role("button", name="Duplicate", exact=True).click()
    page.get_by_label("Words").fill("zzzz")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_text("No other finding holds these words")).to_be_visible()
    page.get_by_label("Words").fill("")
    page.get_by_role("button", name="Search").click()
    page.locator("[name=duplicate_of]").first.check()
    page.get_by_role("button", name="Save as a duplicate").click()
    assert ann.decided() == "Duplicate"

    page.get_by_role("link", name="Next").click()
    page.get_by_role("button", name="Skip").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("taken back")).to_be_visible()
    page.get_by_role("button", name="True conflict").click()
    assert ann.decided() == "True conflict"
    page.get_by_role("link", name="Change it").click()
    page.get_by_role("button", name="Needs source check").click()
    assert ann.decided() == "Needs source check"
    entries = review.desk.history(ANN, ann.item)
    assert [one.act for one in entries] == [Act.SKIP, Act.RETRACT, Act.VOTE, Act.VOTE]


def test_return_in_a_field_decides_nothing(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    ann = reviewer("ann", scripts=False)
    ann.page.get_by_role("link", name="Start").click()
    ann.page.get_by_label("Unsure").check()
    ann.page.get_by_label("Unsure").press("Enter")
    expect(ann.page.get_by_label("Unsure")).to_be_checked()
    assert review.desk.item(ANN, ann.item).mine is None


def test_two_tabs_and_adjudication(review: Served, reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann", scripts=False)
    ann.page.get_by_role("link", name="Start").click()
    finding = ann.item
    other = ann.page.context.new_page()
    other.goto(ann.page.url)
    ann.page.get_by_role("button", name="True conflict").click()
    other.get_by_role("button", name="Needs source check").click()
    expect(other.get_by_role("alert")).to_contain_text("What stands: voted: True conflict")
    other.get_by_role("button", name="Replace it").click()
    expect(other.locator(".mine")).to_contain_text("Needs source check")

    ben = reviewer("ben", scripts=False)
    ben.go(f"/items/{finding}")
    ben.page.get_by_role("button", name="True conflict").click()
    root = reviewer("root", scripts=False)
    root.page.get_by_role("link", name="Adjudication").click()
    root.page.locator("[data-row]").click()
    expect(root.page.locator(".votes li")).to_have_count(2)
    root.page.get_by_role("button", name="True conflict").click()
    assert ben.page.locator(".votes").count() == 0
    settled = review.desk.item(ROOT, finding)
    assert settled.status is Status.CLOSED and settled.outcome is not None
    assert settled.outcome.decision is Decision.TRUE_CONFLICT
    ann.forgive(SETTLED)


def test_findings_are_assigned_and_filtered(
    review: Served, reviewer: Callable[..., Reviewer]
) -> None:
    root = reviewer("root", scripts=False)
    rows = root.page.locator("[data-row]")
    every = rows.count()
    row = root.page.get_by_role("checkbox").first
    finding = str(row.get_attribute("value"))
    row.check()
    root.page.locator("#assign [name=reviewer]").select_option("cleo")
    root.page.get_by_role("button", name="Assign what is chosen").click()
    cleo = reviewer("cleo", scripts=False)
    cleo.page.get_by_label("Given to").select_option("me")
    cleo.page.get_by_role("button", name="Show").click()
    expect(cleo.page.locator("[data-row]")).to_have_count(1)
    assert "assignee=me" in cleo.page.url
    cleo.page.get_by_role("link", name="Start").click()
    assert cleo.item == finding
    assert "assignee=me" in cleo.page.url
    root.page.get_by_role("searchbox", name="Words").fill("zzzz")
    root.page.get_by_role("button", name="Show").click()
    expect(root.page.get_by_text("No finding is like this.")).to_be_visible()
    root.page.get_by_role("link", name="Show all").first.click()
    expect(rows).to_have_count(every)
