"""Rows of tables and of data frames, made documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from numbers import Integral
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

from attrs import define, field, frozen

from factcheck.errors import ReadingError
from factcheck.model import Document, Unread
from factcheck.reading.columns import Columns
from factcheck.reading.dates import iso_date
from factcheck.reading.documents import make_document
from factcheck.reading.encoding import Decoded
from factcheck.reading.manifest import Source
from factcheck.reading.metadata import METADATA
from factcheck.reading.plain import read_plain
from factcheck.reading.tables import TABLES, Fault, Row, Rows
from factcheck.reading.walk import os_reason

FAULTS_TOLD = 20
"""How many faulty rows of one table are told one by one: more of them mostly have one cause."""

_LONGEST_ID = 200
_FRAME_ROWS = 1000
_STEPS = re.compile(r"[/\\]")
_HALVES = re.compile("[\ud800-\udfff]")


@frozen
class Table:
    """What is known of a table before its rows are read.

    Attributes:
        name: what it is called; a document in it is called ``NAME#ID``.
        columns: the columns that were named.
        metadata: what is said of all its documents; what a row says counts more.
        notes: what a reader should know of all of them.
        encoding: how its bytes were decoded; empty where it has none.
    """

    name: str
    columns: Columns = field(factory=Columns)
    metadata: Mapping[str, str | float] = field(factory=dict)
    notes: tuple[str, ...] = ()
    encoding: str = ""

    @classmethod
    def of_file(cls, name: str, columns: Columns, source: Source | None) -> Table:
        """Return the table that a file holds, with what a manifest says of it."""
        if source is None:
            return cls(name, columns, encoding="utf-8")
        return cls(name, columns, source.described, source.notes, "utf-8")


def holds_documents(path: Path, format: str, columns: Columns) -> bool:
    """Return whether a file that nobody named is a table of documents, by its first row.

    One that cannot be read may be, and is, so that it is told.
    """
    try:
        for row in TABLES[format](path, lambda names: names):
            if isinstance(row, Row):
                return columns.are_documents(row.values)
    except (OSError, ReadingError):
        return True
    return False


def read_table(path: Path, format: str, table: Table) -> Iterator[Document | Unread]:
    """Yield the documents in the rows of a file, and what cannot be read of it."""

    def choice(names: Sequence[str]) -> Iterable[str]:
        table.columns.check(names)
        return table.columns.chosen(names).values()

    try:
        yield from documents(TABLES[format](path, choice), table)
    except OSError as error:
        yield Unread(table.name, os_reason(error))
    except ReadingError as error:
        yield Unread(table.name, error.message)


def documents(rows: Rows, table: Table) -> Iterator[Document | Unread]:
    """Yield the document in each row, and the rows that hold none, with the reason."""
    reader = _Reader(table)
    faults, last = 0, ""
    for row in rows:
        outcome = reader.read(row)
        if isinstance(outcome, Unread):
            faults, last = faults + 1, row.place
        if isinstance(outcome, Document) or faults <= FAULTS_TOLD:
            yield outcome
    if faults > FAULTS_TOLD:
        more = faults - FAULTS_TOLD
        yield Unread(table.name, f"{more:,} more rows could not be read, the last in {last}")


@define
class _Reader:
    """Reads rows one by one, and knows which ids it has seen, and where."""

    table: Table
    _seen: dict[str, str] = field(factory=dict)

    def read(self, row: Row | Fault) -> Document | Unread:
        name = self.table.name
        if isinstance(row, Fault):
            return Unread(name, f"{row.place}: {row.reason}")
        found = self.table.columns.chosen(row.values)
        values = {what: row.values[column] for what, column in found.items()}
        try:
            identity = self._identity(row, values)
            if "text" not in values:
                raise ReadingError(self.table.columns.lacks("text", tuple(row.values)))
            name = f"{name}#{identity}"
            return self._document(name, identity, values)
        except ReadingError as error:
            return Unread(name, f"{row.place}: {error.message}")

    def _identity(self, row: Row, values: Mapping[str, object]) -> str:
        if "id" in values:
            identity = _line(values["id"])
        elif self.table.columns.names("id"):
            raise ReadingError(self.table.columns.lacks("id", tuple(row.values)))
        else:
            identity = row.place.rpartition(" ")[2]
        if not identity:
            raise ReadingError("its id is empty")
        if len(identity) > _LONGEST_ID or not identity.isprintable():
            raise ReadingError(
                f"its id is longer than {_LONGEST_ID} characters, or has some that are none"
            )
        if ".." in _STEPS.split(identity):
            raise ReadingError(f"its id {identity!r} leads up through folders, as no name may")
        first = self._seen.setdefault(identity, row.place)
        if first != row.place:
            raise ReadingError(f"its id {identity!r} is that of {first}; give each its own")
        return identity

    def _document(self, name: str, identity: str, values: Mapping[str, object]) -> Document:
        text = values["text"]
        if not isinstance(text, str):
            wrong = f"its text is no text: {text!r:.60}"
            raise ReadingError("it has no text" if _is_missing(text) else wrong)
        if not text.strip("\0 \t\r\n\f"):
            raise ReadingError("its text is empty")
        notes = [*self.table.notes]
        metadata = dict(self.table.metadata)
        for key in METADATA:
            try:
                told = _METADATA.get(key, _line)(values.get(key))
            except ReadingError as error:
                notes.append(f"its {key} is left out: {error.message}")
            else:
                metadata |= {key: told} if told != "" else {}
        text, halves = _HALVES.subn("\ufffd", text)
        if halves:
            notes.append(f"{halves} halves of characters are shown as \ufffd")
        decoded = Decoded(text, self.table.encoding, tuple(notes))
        return make_document(name, decoded, read_plain(text), metadata, identity)


def _line(value: object) -> str:
    """Return a value as one line of text; empty where there is none."""
    if _is_missing(value):
        return ""
    if isinstance(value, str):
        return " ".join(_HALVES.sub("\ufffd", value).split())
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float):  # whole numbers become these in columns with gaps
        return str(int(value) if value.is_integer() else value)
    if isinstance(value, Integral | Decimal) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_line, value)))
    raise ReadingError(f"{value!r:.60} is no text")


def _is_missing(value: object) -> bool:
    return value is None or (isinstance(value, float) and isnan(value))


def _date(value: object) -> str:
    told = _line(value)
    if told and not iso_date(told):
        raise ReadingError(f"{told!r:.60} is no date such as 2021, 2021-05 or 2021-05-03")
    return iso_date(told)


def _authority(value: object) -> str | float:
    told = _line(value)
    try:
        number = float(told or 0)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        raise ReadingError(f"{told!r:.60} is no number from 0 to 1")
    return number if told else ""


_METADATA = {"date": _date, "authority": _authority}


@runtime_checkable
class PolarsFrame(Protocol):
    """What is needed of a data frame of polars."""

    def iter_rows(self, *, named: Literal[True]) -> Iterator[dict[str, Any]]:
        """Yield the rows as mappings."""
        ...


@runtime_checkable
class PandasFrame(Protocol):
    """What is needed of a data frame of pandas."""

    @property
    def iloc(self) -> Any:
        """Rows by their numbers."""
        ...

    def __len__(self) -> int: ...


Data = Iterable[Mapping[str, object]] | PolarsFrame | PandasFrame
"""What documents can be read from in Python."""


def rows_of(data: Data) -> Rows:
    """Return the rows of a data frame of pandas or polars, or of mappings, one by one."""
    mappings: Iterable[object]
    if isinstance(data, PolarsFrame):
        mappings = data.iter_rows(named=True)
    elif isinstance(data, PandasFrame):
        mappings = _pandas_rows(data)
    elif isinstance(data, Iterable) and not isinstance(data, str | bytes | Mapping):
        mappings = data
    else:
        raise ReadingError(
            f"rows must be a data frame or mappings from columns to values, not {type(data)}"
        )
    for number, values in enumerate(mappings, 1):
        if isinstance(values, Mapping):
            yield Row(f"row {number}", values)
        else:
            yield Fault(f"row {number}", "it is no mapping from columns to values")


def _pandas_rows(frame: PandasFrame) -> Iterator[dict[str, Any]]:
    for start in range(0, len(frame), _FRAME_ROWS):
        part = frame.iloc[start : start + _FRAME_ROWS].astype(object)
        yield from part.where(part.notna(), None).to_dict("records")
