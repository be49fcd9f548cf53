"""Write pictures of the reports on all example collections, for people to look at.

    PYTHONPATH=tests python -m browser.screenshots FOLDER [COLLECTION ...]

For each collection, width and colour scheme: what the first screen shows, and the whole page; then
the pages of a review of the first collection.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import factcheck as fc
from factcheck.reporting import render

from .conftest import COLLECTIONS, CORPUS
from .review.screenshots import pictures
from .window import SCHEMES, WIDTHS, Window, launch


def main(folder: str, *collections: str) -> None:
    """Write the pictures into ``folder`` and say where each lies."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, TemporaryDirectory() as pages:
        browser = launch(playwright)
        for name in collections or COLLECTIONS:
            report = Path(pages) / f"{name}.html"
            run = fc.check(fc.read(CORPUS / name)).run
            report.write_text(render(run, "html", date="2026-11-22"), encoding="utf-8")
            for width, scheme in product(WIDTHS, SCHEMES):
                window = Window.open(browser, report, width=width, scheme=scheme)
                for part, whole in (("first", False), ("whole", True)):
                    picture = target / f"{name}-{width}-{scheme}-{part}.png"
                    window.page.screenshot(path=picture, full_page=whole)
                    print(picture)
                window.close()
        for picture in pictures(browser, (collections or COLLECTIONS)[0], target, Path(pages)):
            print(picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
