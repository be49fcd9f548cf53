"""Files that hold a document in each row: JSON Lines, CSV and Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath

from attrs import frozen

from factcheck.errors import ReadingError
from factcheck.reading.streams import LARGEST, Lines, opened

TABLE_SUFFIXES: dict[str, str] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
"""Formats of tables by the ending of a file's name, in lower case."""

_PACKED = (".gz", ".zst")
# Rows that are decoded together: enough that one costs little, few enough that they take no room.
_PARQUET_ROWS = 256
_PARQUET_BUFFER = 1 << 20


@frozen
class Row:
    """A row of a table: where it stands in its file, and its values by their columns."""

    place: str
    values: Mapping[str, object]


@frozen
class Fault:
    """A row that cannot be read: where it stands, and why."""

    place: str
    reason: str


Rows = Iterator[Row | Fault]
Choice = Callable[[Sequence[str]], Iterable[str]]
"""Told the columns of a table, says which are wanted; raises ReadingError where it has to have
others."""


def table_of(name: str) -> str:
    """Return the format of the table that a file is by its name; empty where it is none.

    >>> [table_of(name) for name in ("a.jsonl", "a.CSV.gz", "a.gz", "a.txt")]
    ['jsonl', 'csv', '', '']
    """
    path = PurePath(name)
    if path.suffix.lower() in _PACKED:
        path = path.with_suffix("")
    return TABLE_SUFFIXES.get(path.suffix.lower(), "")


def _jsonl(path: Path, choice: Choice) -> Rows:
    # Every row has columns of its own, so there is nothing to choose from at the start.
    with opened(path) as stream:
        lines = Lines(stream)
        while True:
            try:
                line = next(lines, None)
            except ReadingError as error:
                yield Fault(f"line {lines.number}", error.message)
                continue
            if line is None:
                return
            if line.strip():
                yield _object(f"line {lines.number}", line)


def _object(place: str, line: str) -> Row | Fault:
    try:
        values = json.loads(line)
    except json.JSONDecodeError as error:
        return Fault(place, f"it is not JSON: {error.msg.lower()} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Fault(place, f"it is JSON that cannot be read: {str(error).lower()}")
    if not isinstance(values, dict):
        return Fault(place, "it is no JSON object, with a value for each column")
    return Row(place, values)


def _csv(path: Path, choice: Choice, tabs: bool = False) -> Rows:
    # The module keeps one limit for the whole process, so it is only ever raised.
    csv.field_size_limit(max(LARGEST, csv.field_size_limit()))
    with opened(path) as stream:
        lines = Lines(stream)
        try:
            first = next(lines, "")
            separator = "\t" if tabs else _separator(first)
            header = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
        except (ReadingError, csv.Error) as error:
            raise ReadingError(f"line 1: {error}") from None
        choice(header)
        rows = csv.reader(lines, delimiter=separator, strict=True)
        while True:
            place = f"line {lines.number + 1}"
            try:
                cells = next(rows, None)
            except (ReadingError, csv.Error) as error:
                open_quote = not isinstance(error, ReadingError) and "end of data" in str(error)
                yield Fault(place, "a quote is not closed" if open_quote else str(error))
                continue
            if cells is None:
                return
            if len(cells) == len(header):
                yield Row(place, dict(zip(header, cells, strict=True)))
            elif cells:
                yield Fault(
                    place,
                    f"it has {len(cells)} cells and the first line {len(header)}; put cells that "
                    "hold the separator, quotes or line breaks in quotes",
                )


def _separator(header: str) -> str:
    """Return what parts the cells: spreadsheets write semicolons where commas part decimals."""
    return ";" if ";" in header and "," not in header else ","


def _parquet(path: Path, choice: Choice) -> Rows:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ReadingError(
            "it is a Parquet file; pip install 'factcheck[parquet]' reads that"
        ) from None
    number = 0
    try:
        # Without a buffer of its own every column of a group of rows would be read at once.
        with ParquetFile(path, buffer_size=_PARQUET_BUFFER, pre_buffer=False) as file:
            wanted = list(choice(file.schema_arrow.names))
            for batch in file.iter_batches(_PARQUET_ROWS, columns=wanted, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(f"row {number}", values)
    except pyarrow.ArrowException as error:
        reason = str(error).partition("\n")[0]
        raise ReadingError(f"it cannot be read after row {number}: {reason}") from None


TABLES: dict[str, Callable[[Path, Choice], Rows]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "tsv": partial(_csv, tabs=True),
    "parquet": _parquet,
}
"""Readers of tables by the name of their format. Each yields rows, and raises ReadingError or
OSError where the file is of no use from there on."""
