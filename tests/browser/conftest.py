"""One browser for the folder, and the reports of every example collection as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import factcheck as fc
from factcheck.model import Run
from factcheck.reporting import render, render_folder

from .hostile import write
from .window import Window, find_chromium, launch

CORPUS = Path(__file__).parents[2] / "corpus"
COLLECTIONS = sorted(path.parent.name for path in CORPUS.glob("*/corpus.toml"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium; the package's scope lets later tests have an event loop again."""
    if find_chromium() is None:
        pytest.skip("no Chromium on the path (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Window]]:
    """Open a window on a file; when the test ends, none may have asked or said anything."""
    windows: list[Window] = []

    def show_file(path: Path, **how: object) -> Window:
        window = Window.open(browser, path, **how)  # type: ignore[arg-type]
        windows.append(window)
        return window

    yield show_file
    for window in windows:
        window.close()


@pytest.fixture(scope="package")
def runs() -> dict[str, Run]:
    """The outcome of checking each collection."""
    return {name: fc.check(fc.read(CORPUS / name)).run for name in COLLECTIONS}


@pytest.fixture(scope="package")
def reports(runs: dict[str, Run], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report on each collection as one file."""
    folder = tmp_path_factory.mktemp("reports")
    found = {}
    for name, run in runs.items():
        found[name] = folder / f"{name}.html"
        found[name].write_text(render(run, "html", date="2026-11-22"), encoding="utf-8")
    return found


@pytest.fixture(scope="package")
def folder_report(runs: dict[str, Run], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on one collection as a folder of pages."""
    target = tmp_path_factory.mktemp("folder") / "report"
    render_folder(runs["tramway"], target, date="2026-11-22")
    return target


@pytest.fixture(params=COLLECTIONS)
def report(request: pytest.FixtureRequest, reports: dict[str, Path]) -> Path:
    """The report on one collection, each in turn."""
    return reports[request.param]


@pytest.fixture(scope="package")
def hostile_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The outcome of checking documents that attack their reader."""
    return fc.check(fc.read(write(tmp_path_factory.mktemp("hostile") / "collection"))).run


@pytest.fixture(scope="package")
def hostile_report(hostile_run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on them as one file."""
    path = tmp_path_factory.mktemp("hostile-report") / "report.html"
    path.write_text(render(hostile_run, "html", date="2026-11-22"), encoding="utf-8")
    return path
