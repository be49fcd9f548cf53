"""Pairs of sentences with what holds between them, as they are trained on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path

from attrs import frozen

from factcheck.errors import GoldError

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)

_LABELS = {"entailment": ENTAILMENT, "neutral": NEUTRAL, "contradiction": CONTRADICTION}


@frozen
class Row:
    """One pair.

    Attributes:
        premise: what is taken to hold.
        hypothesis: what is held against it.
        label: 0 where it follows, 1 where it is left open, 2 where it cannot hold.
        origin: where the pair comes from: a data set, or the kind of a generated pair.
    """

    premise: str
    hypothesis: str
    label: int
    origin: str = ""


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """Return the rows of files of JSON lines, as they are or packed with gzip.

    Each line has the keys ``p`` (premise), ``h`` (hypothesis), ``y`` (label, a number or its name)
    and, where it is known, ``src`` (origin).

    Raises:
        GoldError: a line is none; the message names the file and the line.
        OSError: a file cannot be read.
    """
    return [row for path in paths for row in _rows(path)]


def _rows(path: Path) -> Iterator[Row]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                yield _row(line, f"{path}:{number}")
    except (EOFError, gzip.BadGzipFile, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read: {error}.") from error


def _row(line: bytes, place: str) -> Row:
    try:
        data = json.loads(line)
        label = data["y"]
        row = Row(data["p"], data["h"], _LABELS.get(label, label), data.get("src", ""))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{place}: is no row with p, h and y: {error!r}.") from error
    texts = (row.premise, row.hypothesis, row.origin)
    if row.label not in range(3) or not all(isinstance(text, str) for text in texts):
        raise GoldError(f"{place}: p, h and src are texts, and y is 0, 1, 2 or the label's name.")
    return row


def write_rows(rows: Iterable[Row], path: Path) -> int:
    """Write rows as JSON lines, packed where the name ends in ``.gz``; return how many.

    The same rows give the same bytes.
    """
    written = 0
    with path.open("wb") as file:
        packed = gzip.GzipFile("", "wb", fileobj=file, mtime=0) if path.suffix == ".gz" else file
        with TextIOWrapper(packed, encoding="utf-8", newline="\n") as lines:
            for row in rows:
                data = {"p": row.premise, "h": row.hypothesis, "y": row.label, "src": row.origin}
                lines.write(json.dumps(data, ensure_ascii=False) + "\n")
                written += 1
    return written
