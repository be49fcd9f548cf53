"""A check whose result is written part by part, for documents that memory need not hold."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from factcheck.cli.output import Output
from factcheck.cli.program import ExitCode
from factcheck.cli.reading import STANDARD, standard_input
from factcheck.cli.terminal import Terminal
from factcheck.errors import ConfigurationError
from factcheck.reporting.wording import counted
from factcheck.settings import Settings


def check_in_parts(path: str, output: Output, settings: Settings, terminal: Terminal) -> ExitCode:
    """Check the documents at ``path``, write the result into a folder, and say how that ended.

    Raises:
        ConfigurationError: accepted findings are named, or the folder holds something.
        CorpusError: there is nothing to read.
    """
    from factcheck import api

    if settings.baseline or settings.reviews:
        raise ConfigurationError(
            f"{output.path}: a result in parts does not tell accepted findings; leave --baseline "
            "and --reviews out."
        )
    standard = standard_input(settings, terminal) if path == STANDARD else nullcontext(Path(path))
    with standard as place:
        documents = api.stream(
            place,
            include=settings.include,
            exclude=settings.exclude,
            format=settings.input_format,
            columns=settings.column_names,
        )
        terminal.passed_over(documents.passed_over)
        title = "standard input" if path == STANDARD else ""
        summary = api.check_in_parts(
            documents,
            output.path,
            settings,
            terminal.progress,
            title,
            "parquet" if output.format == "parquet" else "jsonl",
        )
    terminal.clear()
    for one in summary.failed():
        terminal.warn(f"{one.path}: {one.reason}")
    terminal.cut(summary.counts, settings.max_candidates)
    lines = summary.lines
    terminal.say(
        f"{counted(lines['claims'], 'claim')} of {counted(lines['documents'], 'document')}, "
        f"{counted(lines['disputes'], 'dispute')}, "
        f"{counted(lines['qualifications'], 'qualification')} and "
        f"{counted(lines['agreements'], 'agreement')} written to {output.path}"
    )
    if lines["failed"]:
        return ExitCode.UNREAD
    return ExitCode.FINDINGS if _fails(lines, settings) else ExitCode.CLEAN


def _fails(lines: Counter[str], settings: Settings) -> bool:
    """Return whether there are findings at or above what the settings say."""
    weighed = {"contradicts": ("disputes",), "qualifies": ("disputes", "qualifications")}
    return any(lines[key] for key in weighed.get(settings.fail_on, ()))
