"""A review of one example collection, served anew for each test, and reviewers in windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reviewing.examples import EVERYBODY
from reviewing.serving import Served, served

import factcheck as fc
from factcheck.model import Run
from factcheck.review import Desk, Policy
from factcheck.review.people import CONSOLE
from factcheck.store import open_store

from ..conftest import CORPUS
from .reviewer import Reviewer


@pytest.fixture(scope="package")
def run() -> Run:
    """The outcome of checking one collection."""
    return fc.check(fc.read(CORPUS / "tramway")).run


@pytest.fixture
def review(run: Run, tmp_path: Path) -> Iterator[Served]:
    """A server with all findings of the run, and an account of each role."""
    desk = Desk(open_store(str(tmp_path / "review.db")), Policy())
    desk.take_in(CONSOLE, run)
    with served(desk, run, EVERYBODY) as here:
        yield here
    desk.database.close()


@pytest.fixture
def reviewer(browser: Browser, review: Served) -> Iterator[Callable[..., Reviewer]]:
    """Seat somebody in a window; when the test ends, none may have asked or said anything."""
    seated: list[Reviewer] = []

    def seat(name: str = "ann", *, log_in: bool = True, **how: object) -> Reviewer:
        person = Reviewer.seated(browser, review.address, name, **how)
        seated.append(person)
        if log_in:
            person.come_in(review)
        return person

    yield seat
    for person in seated:
        person.window.close()
