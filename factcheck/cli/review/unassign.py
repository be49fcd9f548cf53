"""``factcheck review unassign``: findings taken back from reviewers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import message_options
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode
from factcheck.cli.review.options import filter_options, store_option
from factcheck.cli.terminal import Terminal
from factcheck.reporting.wording import counted

if TYPE_CHECKING:
    from factcheck.review import Filters
    from factcheck.store import Database


@click.command("unassign")
@click.argument("names", nargs=-1)
@filter_options()
@store_option()
@message_options
def command(
    names: tuple[str, ...], *, filters: Filters, database: Database, terminal: Terminal
) -> int:
    """Take open findings back from NAMES, by default everybody, unless they have decided them."""
    from factcheck.review.people import CONSOLE
    from factcheck.review.rota import Rota

    tasks = Rota(database).take_back(CONSOLE, names, filters)
    given = sorted(Counter(name for _, name in tasks).items())
    lines = [f"{name}: {counted(number, 'finding')} taken back\n" for name, number in given]
    Output(STANDARD, "text").write("".join(lines))
    if not tasks:
        terminal.say("nothing to take back")
    return ExitCode.CLEAN
