"""Pages in a folder on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import ConfigurationError

RECORD = ".factcheck-report"
"""File that lists the pages of a report, so that the next one clears away what it does not have."""


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
