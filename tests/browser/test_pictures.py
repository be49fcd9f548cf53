"""The pictures as a browser draws them: legible words that stay apart, and links that work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from factcheck.model import Run

from .window import WIDTHS, Window

# Words of a visible drawing that lie on other words or leave it; a line may lend its leading.
CROWDED = """() => [...document.querySelectorAll(".picture svg")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => {
    const frame = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll("text")].map(each => [each.textContent, each.getBBox()]);
    const out = boxes.filter(([, box]) => box.x < -1 || box.x + box.width > frame.width + 1
      || box.y < -4 || box.y + box.height > frame.height + 4).map(([words]) => words);
    const met = (a, b, from, size) =>
      Math.min(a[from] + a[size], b[from] + b[size]) - Math.max(a[from], b[from]);
    return boxes.flatMap(([words, box], index) => boxes.slice(index + 1)
      .filter(([, other]) => met(box, other, "x", "width") > 1)
      .filter(([, other]) => met(box, other, "y", "height") > 4)
      .map(([other]) => words + " | " + other)).concat(out);
  })"""

SMALLEST = """() => Math.min(...[...document.querySelectorAll(".picture svg")]
  .filter(svg => svg.checkVisibility())
  .flatMap(svg => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].map(each => each.getAttribute("font-size") * scale);
  }))"""

LEGIBLE = 9.0
"""CSS pixels of the smallest words; the counts in a full matrix on a telephone."""


def test_words_stay_apart_and_legible(report: Path, show: Callable[..., Window]) -> None:
    window = show(report)
    for width in WIDTHS:
        window.page.set_viewport_size({"width": width, "height": 800})
        assert window.run(CROWDED) == [], width
        assert window.run(SMALLEST) >= LEGIBLE, width


def test_words_of_attackers_stay_apart_too(
    hostile_report: Path, show: Callable[..., Window]
) -> None:
    window = show(hostile_report)
    for width in WIDTHS:
        window.page.set_viewport_size({"width": width, "height": 800})
        assert window.run(CROWDED) == [], width


def test_a_cell_of_the_matrix_shows_what_its_two_sources_share(
    reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    window = show(reports["lighthouse"])
    cell = window.page.locator("#matrix svg:visible a[data-filter]").first
    pair = [part.partition("=")[2] for part in str(cell.get_attribute("data-filter")).split("&")]
    cell.click()
    shown = window.page.locator("[data-stance]:visible")
    expect(shown).not_to_have_count(window.page.locator("[data-stance]").count())
    assert shown.count() > 0
    for index in range(shown.count()):
        assert set(pair) <= set(str(shown.nth(index).get_attribute("data-sources")).split())


def test_without_scripts_a_cell_leads_to_a_finding(
    reports: dict[str, Path], runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    window = show(reports["lighthouse"], scripts=False)
    window.page.locator("#matrix svg:visible a[data-filter]").first.click()
    run = runs["lighthouse"]
    ids = [found.id for found in run.disputes] + [found.id for found in run.agreements]
    assert window.page.url.partition("#")[2] in ids


def test_a_topic_leads_to_its_line_in_the_table(
    reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    window = show(reports["kefir"])
    window.page.locator("#map svg:visible a[href^='#t-']").first.click()
    assert window.page.locator("#map tr:target").is_visible()
