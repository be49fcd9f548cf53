"""Claims, judgements and findings as tables (RFC 4180), for spreadsheets.

What a source says can begin as a formula does, and a spreadsheet would work it out. So a cell of
text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an apostrophe in
front, and so does one that begins with an apostrophe: whoever takes one apostrophe off each cell
that begins with one has what was there. (OWASP calls the danger "CSV injection".)
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import astuple, fields

from factcheck.model import Baseline, Run
from factcheck.reporting.tables import TableName, table

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def write(run: Run, name: TableName, baseline: Baseline | None = None) -> Iterator[str]:
    """Return one table of ``run``, line by line, the names of the columns in its first line.

    Args:
        run: what was found.
        name: which table.
        baseline: what is accepted, for the disputes.
    """
    kind, rows = table(run, name, baseline)
    return csv_lines([column.name for column in fields(kind)], map(astuple, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> Iterator[str]:
    """Yield a table with guarded cells, row by row.

    Args:
        columns: their names.
        rows: a cell for each column.
    """
    writer = csv.writer(_Echo())
    yield writer.writerow(columns)
    for row in rows:
        yield writer.writerow([_guarded(cell) for cell in row])


class _Echo:
    """Hands back what is written, which the writer of a row then returns."""

    def write(self, text: str) -> Any:
        """Return ``text``."""
        return text


def _guarded(cell: str | int | float) -> str | int | float:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_GUARDED) else cell
