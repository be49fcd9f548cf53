"""A report as a folder of pages keeps what the single page promises."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Run

from .test_layout import OVERHANG
from .window import Window, violations

HREF = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')


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


@pytest.mark.parametrize(
    "page", ["index.html", "disputes-1.html", "sources-1.html", "source-*.html"]
)
def test_pages_fit_and_can_be_read_by_all(
    folder_report: Path, show: Callable[..., Window], page: str
) -> None:
    path = next(iter(sorted(folder_report.glob(page))))
    window = show(path, width=360)
    assert window.run(OVERHANG) == []
    assert violations(Axe().run(window.page).response) == []
