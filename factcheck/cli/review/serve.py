"""``factcheck review serve``: the pages on which people check the findings."""

from __future__ import annotations

import signal
from contextlib import ExitStack, closing
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, path_argument
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import checked, elsewhere, read_corpus
from factcheck.cli.review.reach import Reach, reach_options
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.saved import saved_run
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.model import Run
from factcheck.reporting.wording import counted
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.review import Desk
    from factcheck.review.intake import Intake

_NEEDED = ("starlette", "uvicorn", "h11", "python_multipart", "argon2")


@click.command("serve", cls=Command)
@path_argument
@click.option(
    "--run",
    "saved",
    metavar="FILE",
    help="Review this run, which check saved as JSON or JSON Lines, and check nothing anew.",
)
@click.option(
    "--store",
    metavar="STORE",
    help="Where reviews are kept, a file or an address.  [default: the setting store]",
)
@reach_options
@settings_options(*CHECKING)
@message_options
def command(
    path: str,
    saved: str | None,
    store: str | None,
    reach: Reach,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Serve the pages on which people check what is found in the documents at PATH.

    What they decide is kept in --store, from one time to the next and when the documents change.
    Without accounts (factcheck review user add) one person reviews, on this machine only. Ctrl+C
    ends it. Needs the extra factcheck[review].
    """
    _check_extra()
    from factcheck.review.opening import open_desk
    from factcheck.review.people import People
    from factcheck.store import open_store
    from factcheck.web.app import application
    from factcheck.web.server import PORT, bound, serve

    with ExitStack() as opened:
        database = opened.enter_context(closing(open_store(store or settings.store)))
        desk, people = open_desk(database, settings), len(People(database).everybody())
        reach.check(people)
        port = PORT if reach.port is None else reach.port
        listening = opened.enter_context(closing(bound(reach.host, port)))
        site = reach.site(listening.getsockname()[1], people)
        corpus = read_corpus(path, settings, terminal)
        run = saved_run(saved, corpus) if saved else checked(corpus, settings, terminal).run
        terminal.say(_told(_taken_in(desk, run, path), database.label))
        journal = terminal.detail if terminal.verbose else None
        app = application(desk, run, site, ready=True, journal=journal)
        reach.announce(site, terminal)
        # The server hands a signal on when it has ended, and then there is nothing left to do.
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: None)
        serve(app, listening)
    return ExitCode.CLEAN


def _check_extra() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"the review application needs {', '.join(missing)}: pip install 'factcheck[review]'"
        )


def _taken_in(desk: Desk, run: Run, path: str) -> Intake:
    from factcheck.review.people import CONSOLE

    return desk.take_in(CONSOLE, run, elsewhere(desk.documents(), run.corpus, path))


def _told(intake: Intake, label: str) -> str:
    """Return what became of the review, leaving out what there is none of."""
    more = {
        "new": intake.new,
        "found under the new name of a document": intake.moved,
        "orphaned, since their words are gone": len(intake.orphaned),
        "back again": len(intake.returned),
        "no longer found": intake.gone,
    }
    parts = [f"{number:,} {word}" for word, number in more.items() if number]
    total = counted(intake.new + intake.known, "finding")
    return f"{label}: {total} to review" + (f" ({', '.join(parts)})" if parts else "")
