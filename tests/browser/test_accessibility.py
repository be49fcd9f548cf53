"""Everyone can read a report: axe-core finds nothing serious, and a keyboard reaches everything."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Run

from .conftest import COLLECTIONS
from .window import SCHEMES, WIDTHS, Window, violations, without_scripts

# Every way to look at a page once, and every collection at every width.
WAYS = [
    (COLLECTIONS[(number + number // 4) % len(COLLECTIONS)], *way)
    for number, way in enumerate(product(WIDTHS, SCHEMES, (True, False)))
]

FOCUSABLE = (
    "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary,"
    "[tabindex]:not([tabindex='-1'])"
)

# An element that a closed part of the page hides cannot be reached before that part is opened.
WATCH = """focusable => {
  window.visited = new Set();
  document.addEventListener("focusin", event => {
    const style = getComputedStyle(event.target), box = event.target.getBoundingClientRect();
    event.target.dataset.focus = [
      style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 ? "" : "no outline",
      box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
        ? "" : "out of sight",
    ].join(" ").trim();
  });
  return [...document.querySelectorAll(focusable)].filter(each => each.checkVisibility()).length;
}"""

MISSED = """focusable => [...document.querySelectorAll(focusable)]
  .filter(each => each.checkVisibility() && each.dataset.focus !== "")
  .map(each => `${each.dataset.focus ?? "not reached"}: ${each.outerHTML.slice(0, 120)}`)"""

DECIDING = """() => [...document.querySelectorAll("mark")].map(mark => {
  const style = getComputedStyle(mark), around = getComputedStyle(mark.parentElement);
  return style.textDecorationLine.includes("underline") || style.borderBottomWidth !== "0px"
    || Number(style.fontWeight) - Number(around.fontWeight) >= 200;
})"""


@pytest.mark.parametrize(("collection", "width", "scheme", "scripts"), WAYS)
def test_axe_finds_nothing_serious(
    reports: dict[str, Path],
    show: Callable[..., Window],
    collection: str,
    width: int,
    scheme: str,
    scripts: bool,
) -> None:
    path = reports[collection] if scripts else without_scripts(reports[collection])
    window = show(path, width=width, scheme=scheme)
    response: dict[str, Any] = Axe().run(window.page).response
    assert violations(response) == []


@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    reports: dict[str, Path], show: Callable[..., Window], width: int
) -> None:
    window = show(reports["kefir"], width=width)
    reachable = window.run(WATCH, FOCUSABLE)
    assert reachable > 20
    for _ in range(reachable + 5):
        window.page.keyboard.press("Tab")
    assert window.run(MISSED, FOCUSABLE) == []


def test_deciding_words_are_marked_by_more_than_colour(
    report: Path, show: Callable[..., Window]
) -> None:
    window = show(report)
    for medium in ("screen", "print"):
        window.page.emulate_media(media="print" if medium == "print" else "screen")
        marks = window.run(DECIDING)
        assert len(marks) > 10
        assert all(marks)


def test_signs_are_spoken_as_words(
    reports: dict[str, Path], runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    run = runs["tramway"]
    page = show(reports["tramway"]).page
    for word, found in (
        ("dispute", run.disputes),
        ("qualification", run.qualifications),
        ("agreement", run.agreements),
    ):
        spoken = page.get_by_role("heading", name=re.compile(rf"^{word}\b", re.IGNORECASE), level=3)
        assert spoken.count() == len(found)
    for role in ("heading", "link"):
        assert page.get_by_role(role, name=re.compile("[≠~]")).count() == 0
