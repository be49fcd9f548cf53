"""Pictures of the pages of a review, for people to look at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser
from reviewing.examples import ANN, BEN, EVERYBODY, ROOT
from reviewing.serving import Served, served

import factcheck as fc
from factcheck.model import Ballot, Decision, Reason, Run, Sureness
from factcheck.review import Desk
from factcheck.review.people import CONSOLE
from factcheck.store import open_store

from ..conftest import CORPUS
from ..window import SCHEMES, WIDTHS
from .reviewer import Reviewer

NOTES = (
    "The first speaks of the whole line, the second of the part that is open.",
    "Same line, same year: one of the figures is wrong.",
)


def pictures(browser: Browser, collection: str, target: Path, folder: Path) -> Iterator[Path]:
    """Write a picture of each page at each width in each colour scheme; yield where they lie.

    Args:
        browser: the browser.
        collection: name of the example collection that is reviewed.
        target: folder for the pictures.
        folder: folder for the store.
    """
    run = fc.check(fc.read(CORPUS / collection)).run
    desk = Desk(open_store(str(folder / "review.db")))
    desk.take_in(CONSOLE, run)
    with served(desk, run, EVERYBODY) as here:
        pages = _prepared(here, run)
        for width, scheme in product(WIDTHS, SCHEMES):
            for name, (person, path) in pages.items():
                picture = target / f"review-{name}-{width}-{scheme}.png"
                _take(browser, here, person, path, picture, width=width, scheme=scheme)
                yield picture
    desk.database.close()


def _prepared(here: Served, run: Run) -> dict[str, tuple[str, str]]:
    """Have two people vote, and return who looks at which page."""
    rows = [one.fingerprint for one in here.desk.queue(ROOT).rows]
    scope = Ballot(Decision.NOT_A_CONFLICT, Reason.DIFFERENT_SCOPE, note=NOTES[0])
    conflict = Ballot(Decision.TRUE_CONFLICT, note=NOTES[1], sureness=Sureness.SURE)
    here.desk.vote(ANN, "entry-ann-1", rows[0], scope)
    here.desk.vote(BEN, "entry-ben-1", rows[0], conflict)
    return {
        "queue": ("ann", "/"),
        "item": ("ann", f"/items/{rows[1]}"),
        "voted": ("ann", f"/items/{rows[0]}"),
        "adjudication": ("ada", f"/items/{rows[0]}"),
        "document": ("ann", f"/documents/{run.corpus.documents[0].id}?item={rows[0]}"),
        "history": ("ann", f"/items/{rows[0]}/history"),
        "agreement": ("root", "/agreement"),
        "people": ("root", "/people"),
        "guidelines": ("ann", "/guidelines"),
        "keys": ("ann", "/keys"),
    }


def _take(
    browser: Browser,
    here: Served,
    name: str,
    path: str,
    picture: Path,
    *,
    width: int,
    scheme: str,
) -> None:
    person = Reviewer.seated(browser, here.address, name, width=width, scheme=scheme)
    person.come_in(here)
    person.go(path)
    person.page.screenshot(path=picture)
    person.window.close()
