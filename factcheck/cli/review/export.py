"""``factcheck review export``: decisions in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import message_options, output_options
from factcheck.cli.output import Output
from factcheck.cli.program import ExitCode
from factcheck.cli.review.options import filter_options, store_option
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.reporting.wording import counted

if TYPE_CHECKING:
    from factcheck.review import Filters
    from factcheck.review.exchange import Dossier
    from factcheck.store import Database

_FORMATS = ("jsonl", "csv", "annotations", "adjudications")


@click.command("export")
@output_options(*_FORMATS, default="jsonl")
@click.option(
    "--open",
    "unblinded",
    is_flag=True,
    help="Also findings that are not settled, with their votes. Who reads them cannot vote blindly "
    "any more; that they were written is kept in the store.",
)
@filter_options("open", "adjudication", "closed", "orphaned")
@store_option()
@message_options
def command(
    output: Output,
    *,
    unblinded: bool,
    filters: Filters,
    database: Database,
    terminal: Terminal,
) -> int:
    """Write what reviewers decided: every finding that is settled, with the whole log of it.

    jsonl holds everything and can be brought in again; csv is for spreadsheets; annotations are
    Web Annotations of the votes that stand; adjudications are for report --format claimreview, once
    somebody has added ratings.
    """
    from factcheck.review.people import CONSOLE
    from factcheck.review.transfer import Transfer

    if filters.status not in ("", "closed") and not unblinded:
        raise ConfigurationError(
            f"--status {filters.status}: findings that are not settled are written with --open "
            "only, which unblinds who reads them."
        )
    if unblinded:
        terminal.warn("votes on findings that are not settled are written; keep them from voters")
    found = Transfer(database).dossiers(CONSOLE, filters, unblinded=unblinded)
    output.write(_writers()[output.format](found))
    entries = sum(len(one.entries) for one in found)
    terminal.say(
        f"{counted(len(found), 'finding')} with {counted(entries, 'entry', 'entries')} written"
    )
    return ExitCode.CLEAN


def _writers() -> Mapping[str, Callable[[Sequence[Dossier]], str]]:
    from factcheck.review import exchange
    from factcheck.review.annotations import to_annotations

    writers = (exchange.to_jsonl, exchange.to_csv, to_annotations, exchange.to_adjudications)
    return dict(zip(_FORMATS, writers, strict=True))
