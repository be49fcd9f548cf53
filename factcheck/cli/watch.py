"""``factcheck watch``: checked again after every change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from attrs import evolve

from factcheck.cli.command import Command
from factcheck.cli.options import message_options, path_argument
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import checked, folder_of, read_corpus
from factcheck.cli.run_options import CHECKING, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError, FactcheckError
from factcheck.history import text
from factcheck.history.diff import diff
from factcheck.history.snapshot import snapshot
from factcheck.model import Corpus
from factcheck.reading.changes import changes
from factcheck.reporting import render
from factcheck.settings import Settings


@click.command("watch", cls=Command)
@path_argument
@settings_options(*CHECKING)
@message_options
def command(path: str, settings: Settings, terminal: Terminal) -> int:
    """Check the documents at PATH, and again whenever one of them changes.

    PATH is a file or a folder. First come the findings, as check tells them; then, after each
    change, what is new, gone or different, as diff tells it. Nothing ends it but Ctrl-C (exit code
    130), or a pipe that nobody reads any longer. Needs factcheck[watch].
    """
    if path == STANDARD:
        raise ConfigurationError("standard input cannot be watched; name a file or a folder.")
    output = Output(STANDARD, "text")
    with TemporaryDirectory(prefix="factcheck-") as folder:
        kept = evolve(settings, runs=settings.runs or str(Path(folder) / "runs.db"))
        for told in _told(path, kept, terminal):
            if not output.write(told):
                break
            terminal.say(f"watching {path}; Ctrl-C ends")
    return ExitCode.CLEAN


def _told(path: str, settings: Settings, terminal: Terminal) -> Iterator[str]:
    """Yield the findings, and then what changes about them."""
    before = None
    for corpus in _corpora(path, settings, terminal):
        run = checked(corpus, settings, terminal).run
        after = snapshot(run)
        if before is None:
            yield render(
                run,
                "text",
                verbose=terminal.verbose,
                color=terminal.color(False),
                folder=folder_of(path),
            )
        else:
            yield text.write(diff(before, after))
        before = after


def _corpora(path: str, settings: Settings, terminal: Terminal) -> Iterator[Corpus]:
    """Yield what is at a path whenever that is something else than before.

    While it cannot be read the last state stands, and the reason is told once.
    """
    last, trouble = None, ""
    for _ in changes(Path(path)):
        try:
            corpus = read_corpus(path, settings, terminal)
        except (FactcheckError, OSError) as error:
            if last is None:
                raise
            if str(error) != trouble:
                trouble = str(error)
                terminal.warn(trouble)
            continue
        trouble = ""
        if corpus != last:
            last = corpus
            yield corpus
