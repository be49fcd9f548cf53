"""The folder that a result in parts goes into, and what waits in it while a check is not done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import frozen
from filelock import FileLock, Timeout

from factcheck.errors import ConfigurationError

LOCK = ".lock"
"""File within the result that a check holds while it runs."""

WORKING = ".working"
"""Folder within the result that holds what stages leave for each other; it is gone at the end."""

READING = "reading"
"""Folder in it where documents are brought into order, before it is known what they make."""


@frozen
class Working:
    """The working folder of a result.

    Attributes:
        folder: where it is.
    """

    folder: Path

    @property
    def reading(self) -> Path:
        """Where documents are brought into order."""
        return self.folder / READING

    def of(self, key: str) -> Path:
        """Return the folder of the check with a key, with what was read in it; others go.

        Args:
            key: a digest of all that the check rests on, the documents included.
        """
        own = self.folder / key
        own.mkdir(exist_ok=True)
        for kind in self.reading.iterdir():
            shutil.rmtree(own / kind.name, ignore_errors=True)
            kind.rename(own / kind.name)
        for other in self.folder.iterdir():
            if other != own:
                shutil.rmtree(other)
        return own


@contextmanager
def alone_in(target: Path) -> Iterator[None]:
    """Keep other checks out of a folder, until this process leaves it or ends.

    Raises:
        ConfigurationError: a check is in it.
        OSError: the folder cannot be made or written.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise _holding_files(target) from None
    lock = FileLock(target / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ConfigurationError(
            f"{target}: another check writes into it; wait until that has ended, or name another "
            "folder."
        ) from None
    try:
        yield
    finally:
        # While it is held: whoever has opened it meanwhile finds it gone, and opens another.
        with suppress(OSError):
            (target / LOCK).unlink()
        lock.release()


@contextmanager
def result_folder(target: Path, endings: Sequence[str]) -> Iterator[Working]:
    """Make a folder within that of a result for what stages leave for each other.

    That stays where the check is broken off, so that it can go on from there.

    Args:
        target: the folder, which nobody else writes into (see ``alone_in``).
        endings: of the files that a result has.

    Raises:
        ConfigurationError: the folder holds something but what a check left that was broken off.
        OSError: it cannot be made.
    """
    # Workers may stand in other folders.
    working = Working(target.resolve() / WORKING)
    broken_off = working.folder.is_dir()
    held = list(target.iterdir())
    # A check that was ended at the very end had moved some of its files.
    moved = [one for one in held if broken_off and _is_result(one, endings)]
    if {one.name for one in held} - {one.name for one in moved} - {LOCK, WORKING}:
        raise _holding_files(target)
    for one in moved:
        one.unlink()
    working.folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(working.reading, ignore_errors=True)
    try:
        yield working
    except BaseException:
        shutil.rmtree(working.reading, ignore_errors=True)
        with suppress(OSError):
            working.folder.rmdir()
        raise
    shutil.rmtree(working.folder)


def _holding_files(target: Path) -> ConfigurationError:
    return ConfigurationError(
        f"{target}: holds files; name a new folder or an empty one for a result in parts."
    )


def _is_result(path: Path, endings: Sequence[str]) -> bool:
    number, dash, _ = path.name.partition("-")
    return bool(dash) and number.isdecimal() and path.suffix in endings
