"""Every link of a report leads to a place that is there and can be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from factcheck.model import Run

from .window import Window

PLACES = """() => ({
  ids: [...document.querySelectorAll("[id]")].map(each => each.id),
  links: [...document.querySelectorAll("a[href]")].map(each => each.getAttribute("href")
    ?? each.getAttribute("xlink:href")),
})"""

TARGET = """() => {
  const target = document.querySelector(":target");
  if (!target) return "no target";
  const box = target.getBoundingClientRect();
  return target.checkVisibility() && box.bottom > 0 && box.top < innerHeight
    ? target.id : "out of sight";
}"""


def test_every_link_leads_somewhere(report: Path, show: Callable[..., Window]) -> None:
    places = show(report).run(PLACES)
    ids = places["ids"]
    assert len(ids) == len(set(ids))
    for link in places["links"]:
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in ("http", "https"), link
        elif parts.path:
            assert (report.parent / unquote(parts.path)).is_file(), link
        elif "=" not in parts.fragment:
            assert unquote(parts.fragment) in ids, link


def test_every_finding_claim_and_source_has_its_place(
    reports: dict[str, Path], runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    for name, run in runs.items():
        ids = set(show(reports[name]).run(PLACES)["ids"])
        expected = (*run.disputes, *run.qualifications, *run.agreements, *run.claims, *run.corpus)
        assert {each.id for each in expected} <= ids


def test_a_permanent_link_opens_at_its_finding(
    reports: dict[str, Path], runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    run = runs["tramway"]
    last = (run.disputes[-1], run.qualifications[-1], run.agreements[-1], run.claims[-1])
    for scripts in (True, False):
        window = show(reports["tramway"], scripts=scripts)
        for each in (*last, run.corpus.documents[-1]):
            window.go(reports["tramway"], f"#{each.id}")
            assert window.run(TARGET) == each.id
            window.page.reload()
            assert window.run(TARGET) == each.id


def test_a_click_on_a_finding_of_the_first_screen_shows_it(
    reports: dict[str, Path], show: Callable[..., Window]
) -> None:
    window = show(reports["lighthouse"])
    link = window.page.locator("a[href^='#d-'], a[href^='#f-']").first
    identity = str(link.get_attribute("href"))[1:]
    link.click()
    window.page.wait_for_url(f"**#{identity}")
    assert window.run(TARGET) == identity
