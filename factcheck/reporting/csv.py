"""Claims, judgements and findings as tables (RFC 4180), for spreadsheets.

What a source says can begin as a formula does, and a spreadsheet would work it out. So a cell of
text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return gets an apostrophe in
front, and so does one that begins with an apostrophe: whoever takes one apostrophe off each cell
that begins with one has what was there. (OWASP calls the danger "CSV injection".)
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from attrs import astuple, fields

from factcheck.model import Baseline, Run
from factcheck.reporting.tables import TableName, table

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "'")


def write(run: Run, name: TableName, baseline: Baseline | None = None) -> str:
    """Return one table of ``run``, the names of the columns in its first line.

    Args:
        run: what was found.
        name: which table.
        baseline: what is accepted, for the disputes.
    """
    kind, rows = table(run, name, baseline)
    return csv_text([column.name for column in fields(kind)], map(astuple, rows))


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """Return a table with guarded cells.

    Args:
        columns: their names.
        rows: a cell for each column.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue()


def _guarded(cell: str | int | float) -> str | int | float:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_GUARDED) else cell
