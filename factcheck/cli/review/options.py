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


def store_option(*, create: bool = False) -> Callable[[_Command], _Command]:
    """Return a decorator that adds ``--store`` and hands over ``database`` while the command runs.

    Args:
        create: make the store, or bring it up to date, where needed.
    """

    def decorate(command: _Command) -> _Command:
        @wraps(command)
        def with_database(*, store: str | None, **options: Any) -> Any:
            from factcheck.store import open_store

            settings = load(None, Path.cwd(), flags={"store": store})
            with closing(open_store(settings.store, create=create)) as database:
                return command(database=database, **options)

        return _STORE(with_database)  # type: ignore[no-any-return]

    return decorate


_STORE: Any = click.option(
    "--store",
    metavar="STORE",
    help="Where reviews are kept, a file or an address.  [default: the setting store]",
)
