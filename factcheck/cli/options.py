"""Options that several commands share, gathered into values."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.output import Output
from factcheck.cli.terminal import Terminal
from factcheck.reporting import FORMATS, Options, suffix_of
from factcheck.settings import FAIL_ON, INPUT_FORMATS, RULE_IDS, load

REPORT_FORMATS = tuple(FORMATS)
CHECK_FORMATS = tuple(name for name in FORMATS if name != "claimreview")
"""What a check can write by itself; reviews of claims need what people decided."""

PARQUET = "parquet"
"""What a check writes part by part only."""

_Command = TypeVar("_Command", bound=Callable[..., Any])

_SETTINGS = (
    click.option(
        "--config",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Configuration to use instead of the nearest factcheck.toml or pyproject.toml.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        help=f"Use this rule only; repeat it or separate by commas. Rules: {', '.join(RULE_IDS)}.",
    ),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out."),
    click.option(
        "--min-confidence", type=float, metavar="NUMBER", help="Drop judgements below, 0 to 1."
    ),
    click.option(
        "--min-checkability",
        type=float,
        metavar="NUMBER",
        help="Spot a claim from this score on, 0 to 1.",
    ),
    click.option(
        "--within-documents/--across-documents",
        default=None,
        help="Also compare the claims of one document with each other.",
    ),
    click.option(
        "--max-candidates", type=int, metavar="N", help="Most candidate pairs for one claim."
    ),
    click.option(
        "-j",
        "--jobs",
        type=int,
        metavar="N",
        help="Processes at a time; 0 for as many as the work is worth.  [default: 0]",
    ),
    click.option(
        "--engine",
        metavar="ENGINE",
        help="Where work is done: auto, serial, processes, dask, dask:ADDRESS or dask:FILE."
        "  [default: auto]",
    ),
    click.option(
        "--runs",
        metavar="FILE",
        help="Keep what this run works out, and take over what earlier ones did.",
    ),
    click.option(
        "--part-size",
        type=int,
        metavar="N",
        help="Characters of a part where a result is written in parts.  [default: 500000]",
    ),
    click.option(
        "--judge",
        metavar="JUDGE",
        help="Second opinion beside the rules: nli, nli:PATH or llm:URL#MODEL.  [default: rules]",
    ),
    click.option(
        "--max-opinions", type=int, metavar="N", help="Most pairs asked for a second opinion."
    ),
    click.option(
        "--max-calls", type=int, metavar="N", help="Most calls of a language model (--judge llm)."
    ),
    click.option(
        "--max-tokens", type=int, metavar="N", help="Most tokens that those read and write."
    ),
    click.option("--answers", metavar="FILE", help="Keeps a language model's answers, by content."),
    click.option(
        "--calibration", metavar="FILE", help="Weights of confidence (evaluate calibrate)."
    ),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="PACK",
        help="Lexicon pack by name or path instead of the configured ones; repeatable.",
    ),
    click.option(
        "--include", multiple=True, metavar="GLOB", help="Read only documents that match."
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="Pass over what matches."),
    click.option(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="How PATH is read, a file or -; its ending says it too.  [default: txt]",
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="WHAT=NAME",
        help="Column of a table that holds id, text, title, author, date, …; repeatable.",
    ),
)
_SINGLE = (
    "max_candidates",
    "jobs",
    "engine",
    "part_size",
    "runs",
    "judge",
    "max_opinions",
    "max_calls",
    "max_tokens",
    "answers",
    "calibration",
    "input_format",
)
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Weakest finding that makes the exit code 1.  [default: contradicts]",
)
_BASELINE = click.option(
    "--baseline",
    metavar="FILE",
    help="Findings that are accepted (factcheck baseline); they are marked and do not fail.",
)
_REVIEWS = click.option(
    "--reviews",
    metavar="STORE",
    help="What reviewers have settled (factcheck review): a path, or the address of a database.",
)
_MESSAGES = (
    click.option("-q", "--quiet", is_flag=True, help="No messages but errors."),
    click.option("-v", "--verbose", is_flag=True, help="More messages, and more text."),
    click.option("--no-color", is_flag=True, help="No colour (as NO_COLOR does)."),
)


def path_argument(command: _Command) -> _Command:
    """Add the documents to read: a file, a folder, or ``-``."""
    return click.argument("path", type=click.Path())(command)


def settings_options(
    *, fail_on: bool = False, baseline: bool = False, reviews: bool = False
) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the options of a run and hands over ``settings``.

    Args:
        fail_on: whether findings may make the command fail.
        baseline: whether some findings may be accepted.
        reviews: whether what reviewers have settled may hold.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_settings(*, config: Path | None, **options: Any) -> Any:
            flags: dict[str, Any] = {
                name: options.pop(name)
                for name in ("min_confidence", "min_checkability", "within_documents")
            }
            for name in _SINGLE:
                flags[name] = options.pop(name)
            for name in ("fail_on", "baseline", "reviews"):
                flags[name] = options.pop(name, None)
            for name in ("select", "ignore"):
                flags[name] = _split(options.pop(name)) or None
            for name in ("packs", "include", "exclude", "columns"):
                flags[name] = options.pop(name) or None
            return command(settings=load(config, Path.cwd(), flags=flags), **options)

        added: Any = with_settings
        asked = ((_FAIL_ON, fail_on), (_BASELINE, baseline), (_REVIEWS, reviews))
        optional = (option for option, wanted in asked if wanted)
        for option in reversed((*_SETTINGS, *optional)):
            added = option(added)
        return added  # type: ignore[no-any-return]

    return decorate


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


def _split(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())
