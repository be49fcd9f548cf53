"""Text as it is put together and kept: blocks, files, pages in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from factcheck.errors import ConfigurationError

RECORD = ".factcheck-report"
"""File that lists the pages of a report, so that the next one clears away what it does not have."""


BLOCK = 1 << 16
"""Characters that are handed on at a time, so that small pieces cost no write each."""


def apart(blocks: Iterable[str]) -> Iterator[str]:
    r"""Yield a text of blocks with an empty line between them.

    >>> "".join(apart(["one", "two"]))
    'one\n\ntwo\n'
    """
    between = ""
    for block in blocks:
        yield f"{between}{block}"
        between = "\n\n"
    yield "\n"


def begun(pieces: Iterable[str]) -> Iterator[str]:
    """Return a text in larger pieces, the first of which is made at once.

    What cannot be written at all is so known before a file is opened and what it held is lost.
    """
    larger = _larger(pieces)
    return chain((next(larger),), larger)


def _larger(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)


def save_text(file: Path, pieces: Iterable[str]) -> None:
    """Write a text into ``file``, piece by piece.

    Raises:
        OSError: the file cannot be written.
    """
    with file.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        stream.writelines(pieces)


def save_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> Path:
    """Write pages into ``folder``, each as it comes, and return the first.

    The folder is made where there is none. Pages of an earlier report that this one lacks go.

    Args:
        folder: where to write.
        pages: file names, without folders, with their text; the first is where reading starts.

    Raises:
        ConfigurationError: the folder holds other files than those of a report.
        OSError: a page cannot be written.
    """
    folder = folder.resolve()
    record = folder / RECORD
    if folder.is_dir() and not record.is_file() and any(folder.iterdir()):
        raise ConfigurationError(
            f"{folder}: holds files that are no report; name a new folder or an empty one."
        )
    folder.mkdir(parents=True, exist_ok=True)
    before = record.read_text(encoding="utf-8").splitlines() if record.is_file() else []
    written: list[str] = []
    with record.open("a", encoding="utf-8") as listing:
        for name, text in pages:
            listing.write(f"{name}\n")
            (folder / name).write_bytes(text.encode("utf-8", "backslashreplace"))
            written.append(name)
    for name in {*before} - {*written}:
        # The record is a file that anybody can edit: nothing outside the folder goes by it.
        if Path(name).name == name:
            (folder / name).unlink(missing_ok=True)
    record.write_text("".join(f"{name}\n" for name in written), encoding="utf-8")
    return folder / written[0]
