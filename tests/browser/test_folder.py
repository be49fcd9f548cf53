"""The pages of a report in a folder: everyone can read them, and they lead to each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from factcheck.model import Run
from factcheck.reporting import render_folder

from .test_layout import NARROW_TO_WIDE, OVERHANG
from .window import Window, violations


@pytest.fixture(scope="module")
def folder(runs: dict[str, Run], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("folder")
    render_folder(runs["kefir"], target, date="2026-11-22")
    return target


def kinds(folder: Path) -> list[Path]:
    """One page of each kind."""
    first = {path.stem.partition("-")[0]: path for path in sorted(folder.glob("*.html"))}
    return list(first.values())


def test_every_kind_of_page_is_readable(folder: Path, show: Callable[..., Window]) -> None:
    found = kinds(folder)
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
    folder: Path, runs: dict[str, Run], show: Callable[..., Window]
) -> None:
    dispute = runs["kefir"].disputes[0]
    page = show(folder / "index.html").page
    page.locator(f"#{dispute.id} a").first.click()
    page.wait_for_url(f"**/disputes-1.html#{dispute.id}")
    page.locator(f"article#{dispute.id} a.place").first.click()
    page.wait_for_url("**/source-*.html#c-*")
    claim = page.url.rpartition("#")[2]
    assert page.locator(f'[data-claims~="{claim}"]').first.is_visible()


def test_the_index_finds_and_says_how_many(folder: Path, show: Callable[..., Window]) -> None:
    page = show(folder / "index.html").page
    every = page.locator("[data-stance]:visible").count()
    page.select_option("[name=stance]", "agrees")
    shown = page.locator("[data-stance]:visible").count()
    assert 0 < shown < every
    assert page.locator("output").inner_text() == f"{shown} of {every} findings"
