"""Documents, titles, notes and addresses that attack their reader get shown, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from reviewing.examples import ADA, ANN, BEN, EVERYBODY, ROOT
from reviewing.serving import Served, served

from factcheck.model import Ballot, Decision, Reason, Run
from factcheck.review import Desk
from factcheck.review.people import CONSOLE
from factcheck.store import open_store

from ..hostile import ATTACKS, INVISIBLE, LONG_WORD
from ..test_hostile import FOREIGN
from ..test_layout import OVERHANG
from .reviewer import Reviewer

NOTE = "\n".join((*ATTACKS, *INVISIBLE, LONG_WORD[:300])).replace("\x00", "")

# Our styles are linked, and what is focused first is ours.
FOREIGN_HERE = FOREIGN.replace("[autofocus]", "[autofocus]:not(#decide *, .log-in *)").replace(
    " link,", " link:not([rel=stylesheet][href^='/static/']),"
)


@pytest.fixture
def attacked(hostile_run: Run, tmp_path: Path) -> Iterator[Served]:
    """A review of documents that attack their reader, with votes that do."""
    desk = Desk(open_store(str(tmp_path / "review.db")))
    desk.take_in(CONSOLE, hostile_run)
    finding = desk.queue(ROOT).rows[0].fingerprint
    desk.vote(ANN, "entry-ann", finding, Ballot(Decision.TRUE_CONFLICT, note=NOTE))
    desk.vote(BEN, "entry-ben", finding, Ballot(Decision.NOT_A_CONFLICT, Reason.OTHER, note=NOTE))
    with served(desk, hostile_run, EVERYBODY) as here:
        yield here
    desk.database.close()


@pytest.mark.parametrize(("width", "scripts"), [(360, True), (1024, False)])
def test_nothing_of_it_runs_and_pages_hold(
    browser: Browser, attacked: Served, width: int, scripts: bool
) -> None:
    first = attacked.desk.queue(ADA, None, 3)
    voted = attacked.desk.queue(ROOT).rows[0].fingerprint
    source = attacked.desk.item(ANN, voted).quoted[0].document_id
    bad = "%3Cscript%3Ewindow.hacked%3D9%3C/script%3E"
    paths = {
        "ann": [
            "/",
            f"/items/{voted}",
            f"/items/{voted}/history",
            f"/documents/{source}?item={voted}",
            f"/?text={bad}&topic={bad}&page={bad}",
            f"/items/{first.rows[-1].fingerprint}?topic={bad}&from={bad}",
            f"/log-in?to=javascript:{bad}",
        ],
        "ada": [f"/items/{voted}", "/?status=adjudicable"],
    }
    for name, pages in paths.items():
        person = Reviewer.seated(browser, attacked.address, name, width=width, scripts=scripts)
        person.come_in(attacked)
        for path in pages:
            person.go(path)
            assert person.window.run("() => window.hacked") is None, path
            assert person.window.run(FOREIGN_HERE) == [], path
            assert person.page.locator("main").is_visible(), path
            assert person.window.run(OVERHANG) == [], path
        person.window.close()


def test_notes_are_shown_word_for_word(browser: Browser, attacked: Served) -> None:
    ada = Reviewer.seated(browser, attacked.address, "ada")
    ada.come_in(attacked)
    ada.go("/next?status=adjudicable")
    note = str(ada.page.locator(".votes .words").first.text_content())
    assert [attack for attack in ATTACKS if attack not in note] == []
    assert not set(note) & set("\u202e\u202c\u2066\ufeff\a\x1b")
    ada.window.close()


@pytest.mark.parametrize("path", ["/items/fp-0", "/documents/d-0", "/items/..%2F..%2Fetc%2Fpasswd"])
def test_what_is_not_there_is_said_so(reviewer: Callable[..., Reviewer], path: str) -> None:
    ann = reviewer("ann")
    answer = ann.page.request.get(ann.address + path)
    assert answer.status == 404
    assert "Back to the queue" in answer.text()
