"""``factcheck review import``: decisions from a file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from factcheck.cli.options import message_options
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import read_lines
from factcheck.cli.review.options import store_name_option
from factcheck.cli.terminal import Terminal
from factcheck.reporting.wording import counted
from factcheck.settings import load


@click.command("import")
@click.argument("file", type=click.Path())
@store_name_option
@message_options
def command(file: str, *, store: str | None, terminal: Terminal) -> int:
    """Bring in the decisions of FILE, which export wrote as JSON Lines; - is standard input.

    Everything is checked first, and a fault leaves the store as it was. What is there already is
    passed over, and nothing is overwritten: entries keep their authors and times, and the store
    keeps where they came from.
    """
    from factcheck.review import Policy
    from factcheck.review.exchange import from_jsonl
    from factcheck.review.people import CONSOLE
    from factcheck.review.transfer import Transfer
    from factcheck.store import open_store

    lines, name = read_lines(file)
    dossiers = from_jsonl(lines, name)
    settings = load(None, Path.cwd(), flags={"store": store})
    with closing(open_store(settings.store)) as database:
        found = Transfer(database, Policy(settings.reviewers)).bring_in(CONSOLE, dossiers, name)
        terminal.say(
            f"{database.label}: {counted(found.entries, 'entry', 'entries')} brought in, "
            f"{found.known:,} known already; {counted(found.findings, 'finding')} new"
        )
    return ExitCode.CLEAN
