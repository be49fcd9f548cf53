"""The pages of a report in a folder: everyone can read them, and they lead to each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Run

from .test_layout import NARROW_TO_WIDE, OVERHANG
from .window import Window, violations

HREF = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')


def kinds(folder_report: Path) -> list[Path]:
    """One page of each kind."""
    first = {path.stem.partition("-")[0]: path for path in sorted(folder_report.glob("*.html"))}
    return list(first.values())


def test_every_kind_of_page_is_readable(folder_report: Path, show: Callable[..., Window]) -> None:
    found = kinds(folder_report)
    assert len(found) >= 6
    window = show(found[0])
    for path in found:
        window.go(path)
        for width in NARROW_TO_WIDE:
            window.page.set_viewport_size({"width": width, "height": 800})
            assert window.run(OVERHANG) == [], (path.name, width)
        response: dict[str, Any] = Axe().run(window.page).response
        assert violations(response) == [], path.name


def test_from_the_index_to_the_words_of_a_source(
    folder_report: Path, runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    dispute = runs["tramway"].disputes[0]
    page = show(folder_report / "index.html").page
    page.locator(f"#{dispute.id} a").first.click()
    page.wait_for_url(f"**/disputes-1.html#{dispute.id}")
    page.locator(f"article#{dispute.id} a.place").first.click()
    page.wait_for_url("**/source-*.html#c-*")
    claim = page.url.rpartition("#")[2]
    assert page.locator(f'[data-claims~="{claim}"]').first.is_visible()


def test_the_index_finds_and_says_how_many(
    folder_report: Path, show: Callable[..., Window]
) -> None:
    page = show(folder_report / "index.html").page
    every = page.locator("[data-stance]:visible").count()
    page.select_option("[name=stance]", "agrees")
    shown = page.locator("[data-stance]:visible").count()
    assert 0 < shown < every
    assert page.locator("output").inner_text() == f"{shown} of {every} findings"


def test_every_link_of_every_page_leads_somewhere(folder_report: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder_report.glob("*.html")}
    ids = {name: ID.findall(text) for name, text in texts.items()}
    assert len(texts) > 6
    for name, text in texts.items():
        assert len(ids[name]) == len(set(ids[name]))
        for link in HREF.findall(text):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or "=" in parts.fragment:
                continue
            page = parts.path or name
            assert page in texts, (name, link)
            assert not parts.fragment or parts.fragment in ids[page], (name, link)


def test_every_finding_and_claim_has_its_page(folder_report: Path, runs: dict[str, Run]) -> None:
    run = runs["tramway"]
    pages = [path.read_text(encoding="utf-8") for path in folder_report.glob("*.html")]
    ids = {identity for text in pages for identity in ID.findall(text)}
    for found in (run.disputes, run.qualifications, run.agreements, run.claims):
        assert {each.id for each in found} <= ids
