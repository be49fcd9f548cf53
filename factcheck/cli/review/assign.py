"""``factcheck review assign``: findings handed out to reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import message_options
from factcheck.cli.output import STANDARD, Output
from factcheck.cli.program import ExitCode
from factcheck.cli.review.options import filter_options, store_option
from factcheck.cli.terminal import Terminal
from factcheck.reporting.wording import counted
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.review import Filters
    from factcheck.store import Database


@click.command("assign")
@click.argument("names", nargs=-1)
@filter_options()
@store_option(settings=True)
@message_options
def command(
    names: tuple[str, ...],
    *,
    filters: Filters,
    settings: Settings,
    database: Database,
    terminal: Terminal,
) -> int:
    """Hand open findings out to NAMES, by default everybody whose role is reviewer.

    Each finding goes to as many as the setting reviewers says, those who have least to do first,
    never twice to one; whoever holds or has decided it counts. The graver findings are handed out
    first. Without assignments, reviewers take what comes.
    """
    from factcheck.review import Policy
    from factcheck.review.people import CONSOLE
    from factcheck.review.rota import Rota

    found = Rota(database, Policy(settings.reviewers)).hand_out(CONSOLE, names, filters)
    lines = [f"{name}: {counted(number, 'finding')}" for name, number in found.by_reviewer]
    Output(STANDARD, "text").write("".join(f"{line}\n" for line in lines))
    if not found.tasks:
        terminal.say("nothing to hand out")
    if found.short:
        terminal.warn(
            f"{counted(found.short, 'finding')} with fewer than {settings.reviewers} people; "
            "'factcheck review user add' adds reviewers"
        )
    return ExitCode.CLEAN
