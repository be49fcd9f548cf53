"""``factcheck report``: a report in a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from factcheck.cli.accepted import Known, tell_orphans
from factcheck.cli.command import Command
from factcheck.cli.options import REPORT_FORMATS, message_options, path_argument, report_options
from factcheck.cli.output import Output
from factcheck.cli.reading import checked, exit_code, folder_of, read_corpus, read_lines
from factcheck.cli.run_options import ACCEPTING, CHECKING, REVIEWED, settings_options
from factcheck.cli.saved import saved_run
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.model import Adjudication, Run
from factcheck.reporting.folder import is_large
from factcheck.reporting.wording import counted
from factcheck.settings import Settings

NAME = "report"
"""What a report is called where no output is named: a file, or a folder where it is large."""


@click.command("report", cls=Command)
@path_argument
@report_options(*REPORT_FORMATS, default="html", stem=NAME)
@click.option(
    "--adjudications",
    metavar="FILE",
    help="What people decided about findings, as JSON Lines; for --format claimreview.",
)
@click.option(
    "--run",
    "saved",
    metavar="FILE",
    help="Report on this run, which check saved as JSON or JSON Lines, and check nothing anew.",
)
@settings_options(*CHECKING, ACCEPTING, REVIEWED)
@message_options
def command(
    path: str,
    saved: str | None,
    adjudications: str | None,
    outputs: tuple[Output, ...],
    rule_pages: str,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Write a report on the documents at PATH and say where it lies.

    Findings do not change the exit code; documents that could not be read make it 3. The report
    bears today's date, or that of SOURCE_DATE_EPOCH.
    """
    from factcheck.reporting.linkeddata.claimreview import unknown_findings

    date = report_date()
    known = Known.of(settings)
    decided = _decided(adjudications, outputs)
    corpus = read_corpus(path, settings, terminal, *outputs)
    run = checked(corpus, settings, terminal).run if saved is None else saved_run(saved, corpus)
    told = known.on(run, path)
    if told.feedback is not None:
        tell_orphans(told.feedback, terminal)
    written = [
        (output if output.named else _suited(output, run, terminal)).write_run(
            run,
            date=date,
            baseline=told.baseline,
            verbose=terminal.verbose,
            color=terminal.color(output.to_file),
            adjudications=decided,
            folder=folder_of(path),
            rule_pages=rule_pages,
        )
        for output in outputs
    ]
    for finding in unknown_findings(run, decided):
        terminal.warn(f"{adjudications}: the finding {finding} is not in this run")
    for first, output in zip(written, outputs, strict=True):
        if output.to_file:
            terminal.say(f"the report is in {first.resolve()}")
    return exit_code(corpus)


def _suited(output: Output, run: Run, terminal: Terminal) -> Output:
    """Return where a report goes whose place nobody named: a folder, where it is large."""
    if output.format != "html" or not is_large(run):
        return output
    terminal.say(
        f"{counted(len(run.claims), 'claim')} of {counted(len(run.corpus), 'document')} are "
        f"too much for one page, so the report is a folder; --output FILE.html writes one page"
    )
    return Output(f"{NAME}/", "html")


def _decided(file: str | None, outputs: Sequence[Output]) -> tuple[Adjudication, ...]:
    """Return what people decided, where a report is about that.

    Raises:
        ConfigurationError: none is, or one is and there is nothing.
    """
    from factcheck.serialization import read_adjudications

    formats = [output.format for output in outputs]
    if "claimreview" not in formats:
        if file is not None:
            raise ConfigurationError(
                f"--adjudications is for --format claimreview, not {', '.join(formats)}."
            )
        return ()
    if file is None:
        raise ConfigurationError(
            "--format claimreview writes only what people have decided; name their decisions with "
            "--adjudications FILE."
        )
    return read_adjudications(*read_lines(file))


def report_date() -> str:
    """Return the date that reports bear, as ISO 8601.

    SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) stands in for
    now, so that a report can be built twice alike.

    Raises:
        ConfigurationError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now().astimezone().date().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f"SOURCE_DATE_EPOCH: {epoch!r} is not allowed; give seconds since 1970."
        ) from error
