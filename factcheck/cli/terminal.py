"""Messages and progress, on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

import click
from attrs import define, field

from factcheck.model import Corpus, Counts
from factcheck.reporting.wording import clean, counted

# Redrawing more often than this (in seconds) costs time and shows nothing more.
_REDRAW_AFTER = 0.1
_BAR_WIDTH = 24
_KINDS_TOLD = 5


@define
class Terminal:
    """Where messages go, and how much of them is wanted.

    Attributes:
        quiet: say nothing but errors.
        verbose: say more, on standard error and in text output.
        no_color: never use colour, whatever the terminal can do.
    """

    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    _stage: str = field(default="", init=False)
    _drawn: float = field(default=0.0, init=False)
    _width: int = field(default=0, init=False)

    def color(self, to_file: bool) -> bool:
        """Return whether text output may use colour (https://no-color.org)."""
        refused = self.no_color or bool(os.environ.get("NO_COLOR"))
        return not refused and not to_file and sys.stdout.isatty()

    def say(self, message: str) -> None:
        """Write a message unless quiet."""
        if not self.quiet:
            self.clear()
            click.echo(f"factcheck: {clean(message)}", err=True)

    def detail(self, message: str) -> None:
        """Write a message where more was asked for."""
        if self.verbose:
            self.say(message)

    def warn(self, message: str) -> None:
        """Write a warning unless quiet."""
        self.say(f"warning: {message}")

    def unread(self, corpus: Corpus) -> None:
        """Say which documents could not be read, and what was noted about the others.

        What was passed over is told in one line.
        """
        self.passed_over(corpus.passed_over)
        for one in corpus.failed:
            self.warn(f"{one.path}: {one.reason}")
        for document in corpus:
            for note in document.notes:
                self.detail(f"{document.name}: {note}")

    def passed_over(self, names: Sequence[str]) -> None:
        """Say in one line which files are not read, if there are any."""
        if names:
            self.say(_passed_over(names))

    def cut(self, counts: Counts, bound: int) -> None:
        """Say how many pairs were left out, where there are any and more was asked for."""
        if counts.cut:
            self.detail(
                f"{counts.cut} candidate pairs were cut by --max-candidates {bound}; "
                f"{counts.candidates} were judged."
            )

    def progress(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage has come; nothing where standard error is no terminal."""
        if self.quiet or not sys.stderr.isatty():
            return
        now = time.monotonic()
        if stage == self._stage and done < total and now - self._drawn < _REDRAW_AFTER:
            return
        self._stage, self._drawn = stage, now
        filled = _BAR_WIDTH * done // total if total else _BAR_WIDTH
        line = f"{stage} [{'#' * filled}{'.' * (_BAR_WIDTH - filled)}] {done}/{total}"
        click.echo(f"\r{line.ljust(self._width)}", nl=False, err=True)
        self._width = len(line)

    def clear(self) -> None:
        """Remove the progress line."""
        if self._width:
            click.echo(f"\r{' ' * self._width}\r", nl=False, err=True)
            self._width = 0


def _passed_over(names: Sequence[str]) -> str:
    """Say how many files of which kind are not read, the most frequent kinds first."""
    kinds = Counter(PurePath(name).suffix.lower() or "without an ending" for name in names)
    common = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))[:_KINDS_TOLD]
    told = [f"{count:,} {kind}" for kind, count in common]
    if others := len(names) - sum(count for _, count in common):
        told.append(f"{others:,} others")
    return (
        f"{counted(len(names), 'file')} passed over in formats that are not read: "
        f"{', '.join(told)}; save their words as .txt, .md or .html to have them checked"
    )
