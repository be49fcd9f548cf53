"""A report fits: no sideways scrolling on a phone, nothing cut off on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .window import Window

# What runs over the right edge of the window.
OVERHANG = """() => {
  const edge = document.documentElement.clientWidth;
  const seen = each => each.checkVisibility() && !each.closest(".unseen");
  const scrolled = document.scrollingElement.scrollWidth > edge;
  return [...document.querySelectorAll("body, body *")]
    .filter(each => scrolled && seen(each) && each.getBoundingClientRect().right > edge + 1)
    .map(each => each.outerHTML.slice(0, 120));
}"""

# Words of the report that would not come out of the printer, and boxes that cut their content.
# A picture's name and description are for the ear, its table repeats it, and of its two widths the
# wider one is printed.
UNPRINTED = """() => [...document.querySelectorAll("main *, header *")]
  .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(each => !each.closest("button, label, select, [role=search], form, nav, script"))
  .filter(each => !each.closest("svg > title, svg > desc, svg a > title, .for-phones"))
  .filter(each => !each.closest(".picture details"))
  .filter(each => !each.checkVisibility({contentVisibilityAuto: false, visibilityProperty: true}))
  .map(each => each.outerHTML.slice(0, 120))"""
CUT = """() => [...document.querySelectorAll("main *, header *")]
  .filter(each => each.checkVisibility() && !each.closest(".unseen"))
  .filter(each => getComputedStyle(each).overflow !== "visible")
  .filter(each => each.scrollHeight > each.clientHeight + 1
               || each.scrollWidth > each.clientWidth + 1)
  .map(each => each.outerHTML.slice(0, 120))"""

# Widths of a telephone, of a page at 400 % as in WCAG 2.2, 1.4.10, and of screens.
NARROW_TO_WIDE = (320, 360, 1024, 1600)
A4_WIDTH = 680
"""CSS pixels between margins of 15 mm, at 96 to the inch."""


def test_nothing_runs_over_the_edge(report: Path, show: Callable[..., Window]) -> None:
    window = show(report)
    for width in NARROW_TO_WIDE:
        window.page.set_viewport_size({"width": width, "height": 800})
        assert window.run(OVERHANG) == [], width


@pytest.mark.parametrize("scripts", [True, False])
def test_everything_is_printed(report: Path, show: Callable[..., Window], scripts: bool) -> None:
    window = show(report, width=A4_WIDTH, scripts=scripts)
    window.page.emulate_media(media="print")
    assert window.run(UNPRINTED) == []
    assert window.run(CUT) == []
    assert window.run(OVERHANG) == []


def test_paper_takes_dark_ink_whatever_the_screen_prefers(
    report: Path, show: Callable[..., Window]
) -> None:
    window = show(report, scheme="dark")
    window.page.emulate_media(media="print", color_scheme="dark")
    ink, paper = window.run(
        "() => ['color', 'backgroundColor'].map("
        "name => getComputedStyle(document.documentElement)[name])"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_without_scripts_every_finding_and_claim_can_be_read(
    reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    path = reports["lighthouse"]
    with_scripts, without = show(path), show(path, scripts=False)
    words = "() => [...document.querySelectorAll('blockquote, li[id]')].map(e => e.innerText)"
    assert without.run(words) == with_scripts.run(words)
    assert without.run(
        "() => [...document.querySelectorAll('article')].every(each => each.checkVisibility())"
    )
