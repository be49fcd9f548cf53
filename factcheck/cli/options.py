"""Options on documents, messages and output that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from factcheck.cli.output import Output
from factcheck.cli.terminal import Terminal
from factcheck.reporting import FORMATS, Options, suffix_of

REPORT_FORMATS = tuple(FORMATS)
CHECK_FORMATS = tuple(name for name in FORMATS if name != "claimreview")
"""What a check can write by itself; reviews of claims need what people decided."""

PARQUET = "parquet"
"""What a check writes part by part only."""

_Command = TypeVar("_Command", bound=Callable[..., Any])

_MESSAGES = (
    click.option("-q", "--quiet", is_flag=True, help="No messages but errors."),
    click.option("-v", "--verbose", is_flag=True, help="More messages, and more text."),
    click.option("--no-color", is_flag=True, help="No colour (as NO_COLOR does)."),
)


def path_argument(command: _Command) -> _Command:
    """Add the documents to read: a file, a folder, or ``-``."""
    return click.argument("path", type=click.Path())(command)


def message_options(command: _Command) -> _Command:
    """Add the options on messages and hand over ``terminal``."""

    @wraps(command)
    def with_terminal(*, quiet: bool, verbose: bool, no_color: bool, **options: Any) -> Any:
        return command(terminal=Terminal(quiet, verbose, no_color), **options)

    added: Any = with_terminal
    for option in reversed(_MESSAGES):
        added = option(added)
    return added  # type: ignore[no-any-return]


def output_options(*formats: str, default: str) -> Callable[[_Command], _Command]:
    """Return a decorator that adds ``--format`` and ``--output`` and hands over ``output``.

    Args:
        formats: what the command can write.
        default: the format where neither the option nor the file's suffix says one.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_output(*, format: str | None, output: str | None, **options: Any) -> Any:
            return command(output=Output.chosen(output, format, formats, default), **options)

        return _writing(with_output, formats, default, several=False)  # type: ignore[no-any-return]

    return decorate


def report_options(
    *formats: str, default: str, stem: str = "", folders: tuple[str, ...] = ("html",)
) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the options of reports and hands over ``outputs``.

    Reports can be written into several files at once, and take ``rule_pages``.

    Args:
        formats: what the command can write.
        default: the format where neither the option nor the file's suffix says one.
        stem: name, without suffix, of the file that is written where none is named; standard
            output by default.
        folders: the formats that can be written into a folder, as files that belong together.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_outputs(*, format: str | None, output: tuple[str, ...], **options: Any) -> Any:
            chosen = Output.several(output, format, formats, default, stem, folders)
            return command(outputs=chosen, **options)

        added: Any = _RULE_PAGES(with_outputs)
        return _writing(added, formats, default, several=True, stem=stem)  # type: ignore[no-any-return]

    return decorate


def _writing(
    command: Any, formats: tuple[str, ...], default: str, several: bool, stem: str = ""
) -> Any:
    target = f"{stem}{suffix_of(default)}" if stem else "standard output"
    also = "  Repeat it for several formats at once." if several else ""
    for option in (
        click.option(
            "-o",
            "--output",
            metavar="FILE",
            multiple=several,
            help=f"Where to write; - is standard output.{also}  [default: {target}]",
        ),
        click.option(
            "-f",
            "--format",
            type=click.Choice(formats),
            help=f"Format; the file's suffix says it too.  [default: {default}]",
        ),
    ):
        command = option(command)
    return command


def _rule_pages(context: click.Context, parameter: click.Parameter, value: str) -> str:
    return Options(rule_pages=value).rule_pages


_RULE_PAGES = click.option(
    "--rule-pages",
    default="",
    metavar="ADDRESS",
    callback=_rule_pages,
    help="Where your copy of the pages on rules stands, {rule} for the rule's name (SARIF).",
)
