"""The options that the commands of a review share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck.settings import load

_Command = TypeVar("_Command", bound=Callable[..., Any])


def store_option(*, create: bool = False, settings: bool = False) -> Callable[[_Command], _Command]:
    """Return a decorator that adds ``--store`` and hands over ``database`` while the command runs.

    Args:
        create: make the store, or bring it up to date, where needed.
        settings: hand over ``settings`` too.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_database(*, store: str | None, **options: Any) -> Any:
            from factcheck.store import open_store

            found = load(None, Path.cwd(), flags={"store": store})
            if settings:
                options["settings"] = found
            with closing(open_store(found.store, create=create)) as database:
                return command(database=database, **options)

        return _STORE(with_database)  # type: ignore[no-any-return]

    return decorate


def filter_options(*statuses: str) -> Callable[[_Command], _Command]:
    """Return a decorator that adds the filters of the queue and hands over ``filters``.

    Args:
        statuses: what ``--status`` may be; without any there is no such option.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_filters(**options: Any) -> Any:
            from factcheck.review import Filters

            names = ("status", *_FILTERS)
            given = {name: options.pop(name, None) for name in names}
            chosen = {name: value for name, value in given.items() if value}
            return command(filters=Filters(**chosen), **options)

        added: Any = with_filters
        for name, told in reversed(_FILTERS.items()):
            added = click.option(f"--{name}", metavar="TEXT", help=told)(added)
        if statuses:
            kind = click.Choice(statuses)
            told = "Where a finding stands."
            added = click.option("--status", type=kind, help=told)(added)
        return added  # type: ignore[no-any-return]

    return decorate


_FILTERS = {
    "topic": "Only findings on this topic.",
    "source": "Only findings in which this document takes part.",
    "rule": "Only findings of this rule.",
    "assignee": "Only findings that this reviewer has to look at, or has voted on.",
    "text": "Only findings whose question or quotations hold these words.",
}


def store_name_option(command: _Command) -> _Command:
    """Add ``--store`` and hand over ``store``, its address or None."""
    return _STORE(command)  # type: ignore[no-any-return]


_STORE: Any = click.option(
    "--store",
    metavar="STORE",
    help="Where reviews are kept, a file or an address.  [default: the setting store]",
)
