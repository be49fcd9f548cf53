"""What a check yields, as JSON Lines in files that follow each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from factcheck.partitions.sections import whole
from factcheck.reporting import jsonl, parquet
from factcheck.serialization import LINE_TYPES

LINES, ROWS = "lines", "rows"
"""Folders of the result of a check as lines and as Parquet, by the names that files have there."""

Format = Literal["jsonl", "parquet"]
"""What a result in parts is written as; also the ending of its files."""

FORMATS: dict[Format, str] = {"jsonl": LINES, "parquet": ROWS}
"""The folder of each format."""

HEADER = "00-run.jsonl"
"""Name of the file with the first line."""

Data = dict[str, Any]


def file_name(key: str, part: int) -> str:
    """Return the name of a part of what JSON has under ``key``; names sort as lines follow.

    >>> file_name("documents", 3)
    '01-documents-000003.jsonl'
    """
    return f"{list(LINE_TYPES).index(key) + 1:02}-{key}-{part:06}.jsonl"


def line(key: str, entry: Data) -> bytes:
    """Return an entry of what JSON has under ``key``, as it is written."""
    return encoded(jsonl.line(key, entry))


def encoded(text: str) -> bytes:
    """Return text as every report is written."""
    return text.encode("utf-8", "backslashreplace")


def write_lines(folder: Path, key: str, part: int, lines: Iterable[bytes | memoryview]) -> int:
    """Write a part of what JSON has under ``key``, if there is any; return how many lines it is."""
    made = list(lines)
    if made:
        with whole(folder / LINES / file_name(key, part)) as file:
            file.writelines(made)
    return len(made)


def write_in_files(folder: Path, key: str, lines: Iterable[bytes], most: int) -> int:
    """Write everything that JSON has under ``key``, so many lines a file; return their number."""
    rest, written, part = iter(lines), 0, 0
    while count := write_lines(folder, key, part, islice(rest, most)):
        written += count
        part += 1
    return written


@frozen
class WriteRows:
    """Writes files of lines as Parquet.

    Attributes:
        folder: the working folder.
        names: of the files.
    """

    folder: Path
    names: tuple[str, ...]

    def __call__(self, part: int) -> None:
        """Write a file, given its place among the names."""
        lines = self.folder / LINES / self.names[part]
        key = self.names[part].removesuffix(".jsonl").split("-")[1]
        with lines.open("rb") as read, whole(self.folder / ROWS / f"{lines.stem}.parquet") as file:
            parquet.write_rows(file, key, read)
