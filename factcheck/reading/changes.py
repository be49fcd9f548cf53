"""When something changes at a path."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from factcheck.errors import ConfigurationError

QUIET = 200
"""Milliseconds without a change after which those before it are told together."""

PATIENCE = 5000
"""Milliseconds after which changes are told even where they go on."""

LOOK = 500
"""Milliseconds after which a look is taken whether the place is still there."""


def changes(path: Path) -> Iterator[None]:
    """Yield as soon as changes are noticed, and from then on after each, for ever.

    What changes while nobody asks is told when somebody does. A place that goes, comes back or is
    another one by the same name has changed; while there is none, it is waited for.

    Args:
        path: a file or a folder with all that is in it.

    Raises:
        ConfigurationError: the library that notices changes is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise ConfigurationError(
            "watching needs watchfiles: pip install 'factcheck[watch]'"
        ) from None
    while True:
        place = path if path.is_dir() else path.parent
        known = _identity(place)
        told = watch(
            place,
            watch_filter=None if place == path else partial(_named, path.name),
            debounce=PATIENCE,
            step=QUIET,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            recursive=place == path,
        )
        try:
            # The first look tells that changes are noticed from now on.
            next(told)
            yield
            for found in told:
                if found:
                    yield
                if _identity(place) != known or path.is_dir() != (place == path):
                    break
        except FileNotFoundError:
            time.sleep(LOOK / 1000)
        finally:
            told.close()


def _identity(place: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one by the same name; None where there is none."""
    try:
        found = place.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _named(name: str, change: object, changed: str) -> bool:
    return Path(changed).name == name
