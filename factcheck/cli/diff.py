"""``factcheck diff``: what changed from one check to another."""

from __future__ import annotations

import sys

import click

from factcheck.cli.accepted import given_reviews
from factcheck.cli.command import Command
from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import STANDARD, checked, read_corpus
from factcheck.cli.run_options import CHECKING, REVIEWED, settings_options
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.history import json, markdown, text
from factcheck.history.diff import diff
from factcheck.history.difference import Difference
from factcheck.history.snapshot import Snapshot, is_saved, read_snapshot, snapshot, snapshot_of
from factcheck.model import Stance
from factcheck.settings import Settings

_WRITERS = {"text": text.write, "json": json.write, "markdown": markdown.write}
_FAIL_ON = ("never", "new", "changed")


@click.command("diff", cls=Command)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option(
    "--fail-on",
    "fails_on",
    type=click.Choice(_FAIL_ON),
    default="never",
    help="What makes the exit code 1: a new finding, or a changed one too.  [default: never]",
)
@output_options(*_WRITERS, default="text")
@settings_options(*CHECKING, REVIEWED)
@message_options
def command(
    old: str,
    new: str,
    *,
    fails_on: str,
    output: Output,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Say which findings are new, gone or changed from OLD to NEW, and what caused it.

    OLD and NEW are each a run that check saved as JSON or JSON Lines, or documents, which are
    checked now; - reads a saved run from standard input. The exit code is 0 unless --fail-on says
    otherwise, and 3 where a document of NEW could not be read. What --reviews settles as no
    conflict does not fail.
    """
    if old == new == STANDARD:
        raise ConfigurationError("standard input can be OLD or NEW, not both.")
    reviews = given_reviews(settings)
    before, after = (_snapshot(path, settings, terminal, output) for path in (old, new))
    found = diff(before, after, reviews.decided if reviews else None)
    output.write(_WRITERS[output.format](found))
    if after.unread:
        return ExitCode.UNREAD
    return ExitCode.FINDINGS if _fails(found, fails_on, settings) else ExitCode.CLEAN


def _snapshot(path: str, settings: Settings, terminal: Terminal, output: Output) -> Snapshot:
    if path == STANDARD:
        try:
            return snapshot_of(sys.stdin.buffer.read().decode("utf-8"), "standard input")
        except UnicodeDecodeError as error:
            raise ConfigurationError("standard input: is not UTF-8, as JSON must be.") from error
    if is_saved(path):
        return read_snapshot(path)

    corpus = read_corpus(path, settings, terminal, output)
    return snapshot(checked(corpus, settings, terminal).run)


def _fails(found: Difference, fails_on: str, settings: Settings) -> bool:
    """Return whether a contradiction is new, or changed; the setting fail-on may add tensions.

    What reviewers hold to be no conflict does not count.
    """
    changes = {
        "never": (),
        "new": found.appeared,
        "changed": (*found.appeared, *found.changed),
    }[fails_on]
    weakest = {Stance.CONTRADICTS}
    if settings.fail_on == "qualifies":
        weakest.add(Stance.QUALIFIES)
    return any(
        change.after and change.after.stance in weakest and not change.harmless
        for change in changes
    )
