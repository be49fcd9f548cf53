"""Options of a run, gathered into settings; each command takes those that mean something to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.cli.command import Headed
from factcheck.settings import FAIL_ON, INPUT_FORMATS, RULE_IDS, load

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Group = Mapping[str, Callable[[Any], Any]]

_comparing = partial(click.option, cls=Headed, heading="Comparing")
_opinion = partial(click.option, cls=Headed, heading="Second opinion and confidence")
_reading = partial(click.option, cls=Headed, heading="Reading")
_work = partial(click.option, cls=Headed, heading="Work")

_CONFIG = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Configuration to use instead of the nearest factcheck.toml or pyproject.toml.",
)
JUDGING = {
    "select": _comparing(
        "--select",
        multiple=True,
        metavar="RULE",
        help=f"Use this rule only; repeat it or separate by commas. Rules: {', '.join(RULE_IDS)}.",
    ),
    "ignore": _comparing("--ignore", multiple=True, metavar="RULE", help="Leave this rule out."),
    "min_confidence": _comparing(
        "--min-confidence",
        type=float,
        metavar="NUMBER",
        help="Drop judgements below, 0 to 1.",
    ),
}
COMPARING = {
    "within_documents": _comparing(
        "--within-documents/--across-documents",
        default=None,
        help="Also compare the claims of one document with each other.",
    ),
    "max_candidates": _comparing(
        "--max-candidates",
        type=int,
        metavar="N",
        help="Most candidate pairs for one claim.",
    ),
}
SPOTTING = {
    "min_checkability": _comparing(
        "--min-checkability",
        type=float,
        metavar="NUMBER",
        help="Spot a claim from this score on, 0 to 1.",
    ),
}
OPINION = {
    "judge": _opinion(
        "--judge",
        metavar="JUDGE",
        help="Second opinion beside the rules: nli, nli:PATH or llm:URL#MODEL.  [default: rules]",
    ),
    "max_opinions": _opinion(
        "--max-opinions",
        type=int,
        metavar="N",
        help="Most pairs asked for a second opinion.",
    ),
    "max_calls": _opinion(
        "--max-calls",
        type=int,
        metavar="N",
        help="Most calls of a language model (--judge llm).",
    ),
    "max_tokens": _opinion(
        "--max-tokens",
        type=int,
        metavar="N",
        help="Most tokens that those read and write.",
    ),
    "answers": _opinion(
        "--answers",
        metavar="FILE",
        help="Keeps a language model's answers, by content.",
    ),
    "calibration": _opinion(
        "--calibration",
        metavar="FILE",
        help="Weights of confidence (evaluate calibrate).",
    ),
}
LEXICON = {
    "packs": _reading(
        "--pack",
        "packs",
        multiple=True,
        metavar="PACK",
        help="Lexicon pack by name or path instead of the configured ones; repeatable.",
    ),
}
READING = {
    "include": _reading(
        "--include",
        multiple=True,
        metavar="GLOB",
        help="Read only documents that match.",
    ),
    "exclude": _reading("--exclude", multiple=True, metavar="GLOB", help="Pass over what matches."),
    "input_format": _reading(
        "--input-format",
        type=click.Choice(INPUT_FORMATS),
        help="How PATH is read, a file or -; its ending says it too.  [default: txt]",
    ),
    "columns": _reading(
        "--column",
        "columns",
        multiple=True,
        metavar="WHAT=NAME",
        help="Column of a table that holds id, text, title, author, date, …; repeatable.",
    ),
}
WORK = {
    "jobs": _work(
        "-j",
        "--jobs",
        type=int,
        metavar="N",
        help="Processes at a time; 0 for as many as the work is worth.  [default: 0]",
    ),
    "engine": _work(
        "--engine",
        metavar="ENGINE",
        help="Where work is done: auto, serial, processes, dask, dask:ADDRESS or dask:FILE."
        "  [default: auto]",
    ),
    "runs": _work(
        "--runs",
        metavar="FILE",
        help="Keep what this run works out, and take over what earlier ones did.",
    ),
}
PARTS = {
    "part_size": _work(
        "--part-size",
        type=int,
        metavar="N",
        help="Characters of a part where a result is written in parts.  [default: 500000]",
    ),
}

EXTRACTING = (LEXICON, READING, WORK)
"""What a command is told that reads claims and compares none."""

VERIFYING = (JUDGING, OPINION, *EXTRACTING)
"""What a command is told that compares claims with a statement."""

CHECKING = (JUDGING, COMPARING, OPINION, *EXTRACTING)
"""What a command is told that compares all claims."""

FAILING = {
    "fail_on": click.option(
        "--fail-on",
        type=click.Choice(FAIL_ON),
        help="Weakest finding that makes the exit code 1.  [default: contradicts]",
    )
}
ACCEPTING = {
    "baseline": click.option(
        "--baseline",
        metavar="FILE",
        help="Findings that are accepted (factcheck baseline); they are marked and do not fail.",
    )
}
REVIEWED = {
    "reviews": click.option(
        "--reviews",
        metavar="STORE",
        help="What reviewers have settled (factcheck review): a path or an address.",
    )
}


def settings_options(*groups: _Group) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the options of a run and hands over ``settings``.

    Args:
        *groups: the options, by the names of settings.
    """
    options = {name: option for group in groups for name, option in group.items()}

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_settings(*, config: Path | None, **given: Any) -> Any:
            flags = {name: _flag(name, given.pop(name)) for name in options}
            return command(settings=load(config, Path.cwd(), flags=flags), **given)

        added: Any = with_settings
        for option in reversed((_CONFIG, *options.values())):
            added = option(added)
        return added  # type: ignore[no-any-return]

    return decorate


def _flag(name: str, value: Any) -> Any:
    """Return what an option gave; None where it was not given, as it is with a repeatable one."""
    if not isinstance(value, tuple):
        return value
    return (_split(value) if name in ("select", "ignore") else value) or None


def _split(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())
