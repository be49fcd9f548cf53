"""``factcheck check``: findings, on standard output."""

from __future__ import annotations

import click

from factcheck.cli.accepted import Known, fails, tell
from factcheck.cli.command import Command
from factcheck.cli.options import (
    CHECK_FORMATS,
    PARQUET,
    message_options,
    path_argument,
    report_options,
)
from factcheck.cli.output import Output
from factcheck.cli.partitioned import check_in_parts
from factcheck.cli.reading import checked, exit_code, folder_of, read_corpus
from factcheck.cli.run_options import (
    ACCEPTING,
    CHECKING,
    FAILING,
    PARTS,
    REVIEWED,
    settings_options,
)
from factcheck.cli.terminal import Terminal
from factcheck.settings import Settings


@click.command("check", cls=Command)
@path_argument
@report_options(*CHECK_FORMATS, PARQUET, default="text", folders=("html", "jsonl", PARQUET))
@settings_options(*CHECKING, PARTS, FAILING, ACCEPTING, REVIEWED)
@message_options
def command(
    path: str,
    outputs: tuple[Output, ...],
    rule_pages: str,
    settings: Settings,
    terminal: Terminal,
) -> int:
    """Find what the documents at PATH agree on and where they contradict each other.

    PATH is a file or a folder; - reads one document from standard input. The exit code is 1 where
    there is a finding at or above --fail-on that neither --baseline nor --reviews accepts, 3 where
    a document could not be read.
    """
    # A folder takes lines only where it is the one output.
    if outputs[0].in_parts:
        return check_in_parts(path, outputs[0], settings, terminal)
    known = Known.of(settings)
    corpus = read_corpus(path, settings, terminal, *outputs)
    run = checked(corpus, settings, terminal).run
    terminal.cut(run.counts, settings.max_candidates)
    told = known.on(run, path)
    tell(told, run, path, settings, terminal)
    for output in outputs:
        output.write_run(
            run,
            baseline=told.baseline,
            verbose=terminal.verbose,
            color=terminal.color(output.to_file),
            folder=folder_of(path),
            rule_pages=rule_pages,
        )
    return exit_code(corpus, findings=fails(run, settings, told.baseline))
