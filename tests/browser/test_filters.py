"""Filters, search and order of the findings live in the address, and so survive and can be sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from factcheck.model import Agreement, Dispute, Run

from .window import Window

SHOWN = """() => [...document.querySelectorAll("article[data-stance]")]
  .filter(each => each.checkVisibility()).map(each => each.id)"""


@pytest.fixture
def window(reports: dict[str, Path], show: Callable[..., Window]) -> Window:
    return show(reports["tramway"])


@pytest.fixture
def run(runs: dict[str, Run]) -> Run:
    return runs["tramway"]


def find(page: Page, **wanted: str) -> None:
    """Fill the form for finding."""
    for name, value in wanted.items():
        control = page.locator(f"#filters [name={name}]")
        if name == "q":
            control.fill(value)
        else:
            control.select_option(value)


def test_without_a_choice_everything_is_shown(window: Window, run: Run) -> None:
    findings: list[Dispute | Agreement] = [*run.disputes, *run.qualifications, *run.agreements]
    assert set(window.run(SHOWN)) == {each.id for each in findings}
    assert "#" not in window.page.url


def test_a_kind_of_finding(window: Window, run: Run) -> None:
    find(window.page, stance="contradicts")
    assert set(window.run(SHOWN)) == {each.id for each in run.disputes}
    assert window.page.url.endswith("#stance=contradicts")
    told = window.page.locator("#filters output").inner_text()
    assert told.startswith(f"{len(run.disputes)} of ")


def test_words_are_searched_in_all_of_a_finding(window: Window) -> None:
    every = len(window.run(SHOWN))
    find(window.page, q="STOPS tram")
    found = window.run(SHOWN)
    assert 0 < len(found) < every
    for identity in found:
        words = window.page.locator(f"article#{identity}").inner_text().lower()
        assert "stops" in words and "tram" in words


def test_a_view_survives_reloading_and_sending(
    window: Window, reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    find(window.page, q="line", sort="topic")
    view = window.run(SHOWN)
    window.page.reload()
    assert window.run(SHOWN) == view
    assert window.page.locator("[name=q]").input_value() == "line"
    fragment = "#" + window.page.url.split("#", 1)[1]
    assert show(reports["tramway"], fragment=fragment).run(SHOWN) == view


def test_order_by_confidence(window: Window) -> None:
    find(window.page, sort="confidence")
    for section in ("disputes", "qualifications", "agreements"):
        grades = window.run(
            f"() => [...document.querySelectorAll('#{section} article')]"
            ".map(each => Number(each.dataset.confidence))"
        )
        assert grades == sorted(grades, reverse=True)


def test_a_source_and_a_pair_of_sources(window: Window, run: Run) -> None:
    first, second = run.disputes[0].claims[0].source, run.disputes[0].claims[-1].source
    find(window.page, source=first.id)
    one = set(window.run(SHOWN))
    find(window.page, **{"and": second.id})
    both = set(window.run(SHOWN))
    assert run.disputes[0].id in both <= one


def test_showing_all_again_clears_the_address(window: Window) -> None:
    every = window.run(SHOWN)
    find(window.page, q="no such words at all")
    assert window.run(SHOWN) == []
    window.page.get_by_role("button", name=re.compile("show all", re.IGNORECASE)).click()
    window.page.wait_for_function("() => !location.hash")
    assert window.run(SHOWN) == every


def test_a_link_to_a_hidden_finding_shows_it(window: Window, run: Run) -> None:
    find(window.page, stance="agrees")
    target = run.disputes[0].id
    assert target not in window.run(SHOWN)
    window.run("id => { location.hash = id; }", target)
    window.page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=target)
    assert target in window.run(SHOWN)
    assert window.page.url.endswith(f"#{target}")


def test_without_scripts_there_is_no_form_that_does_nothing(
    reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    page = show(reports["tramway"], scripts=False).page
    assert not page.locator("#filters").is_visible()
