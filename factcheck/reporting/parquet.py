"""The lists of a run as Parquet: a row for each entry, a column for each key that JSON has.

Columns have fixed types, whatever the rows hold (``docs/reference/formats.md``). What JSON has as
an object is a struct, and what it may leave out is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.errors import ConfigurationError
from factcheck.serialization import SCHEMA

if TYPE_CHECKING:
    import pyarrow

ROWS = 5_000
"""Rows that are held, and written as one group."""

Shape = type | list[Any] | dict[str, Any]
"""A column: of texts, numbers or truth values, of lists, or of structs with names."""

_SPAN = {"start": int, "end": int}
_CUE = {"text": str, "span": _SPAN}
_MENTION = {"text": str, "span": _SPAN, "terms": [str], "resolved": bool}
_CHANGE = {"direction": str, "of": [str], "cue": _CUE, "negated": bool, "by": [str]}
_INTERVAL = {"low": float, "high": float, "low_open": bool, "high_open": bool}
_VALUE = {
    "scale": str,
    "interval": _INTERVAL,
    "text": str,
    "span": _SPAN,
    "approximate": bool,
    "attribute": [str],
    "holder": [str],
}
_ITEMS = {"members": [[str]], "attribute": [str], "span": _SPAN, "exhaustive": bool}
_PRESENCE = {"of": [str], "low": float, "high": float, "cue": _CUE}
_APPRAISAL = {"respect": str, "low": float, "high": float, "of": [str], "cue": _CUE}
_EVIDENCE = {"start": int, "end": int, "quote": str}
_OPINION = {
    "judge": str,
    "agrees": float,
    "contradicts": float,
    "rationale": str,
    "a_evidence": _SPAN,
    "b_evidence": _SPAN,
}
_GROUNDS = {
    "strength": float,
    "subject": float,
    "containment": float,
    "jaccard": float,
    "hedged": int,
    "together": bool,
    "opinion": _OPINION,
}
_POSITION = {"letter": str, "label": str, "claims": [str], "sources": [str]}
_DECIDED = {"reason": str, "author": str, "date": str, "decision": str}
_FINDING = {
    "id": str,
    "fingerprint": str,
    "topic": str,
    "stance": str,
    "confidence": float,
    "rule": str,
    "explanation": str,
    "positions": [_POSITION],
    "judgements": [str],
    "accepted": _DECIDED,
    "confirmed": _DECIDED,
}
_COUNTS = dict.fromkeys(("possible", "candidates", "cut", "asked", "unasked", "unanswered"), int)

SHAPES: dict[str, dict[str, Any]] = {
    # What settings there are changes, so these are kept as JSON.
    "run": {
        "schema": str,
        "version": str,
        "settings": str,
        "corpus": {"title": str},
        "counts": _COUNTS,
        "judges": [str],
        "lines": int,
    },
    "documents": {
        "id": str,
        "name": str,
        "title": str,
        "author": str,
        "publisher": str,
        "address": str,
        "date": str,
        "authority": float,
        "encoding": str,
        "notes": [str],
        "characters": int,
        "sha256": str,
    },
    "failed": {"path": str, "reason": str},
    "claims": {
        "id": str,
        "fingerprint": str,
        "document": str,
        "start": int,
        "end": int,
        "quote": str,
        "words": str,
        "text": str,
        "sentence": _SPAN,
        "subject": _MENTION,
        "predicate": [str],
        "object": _MENTION,
        "polarity": str,
        "negation": _CUE,
        "certainty": str,
        "hedge": _CUE,
        "attribution": str,
        "endorsed": bool,
        "changes": [_CHANGE],
        "values": [_VALUE],
        "categories": [{"terms": [str], "cue": _CUE}],
        "items": [_ITEMS],
        "presences": [_PRESENCE],
        "appraisals": [_APPRAISAL],
        "conditions": [str],
        "terms": [str],
        "kind": str,
        "topics": [str],
        "occurrence": int,
    },
    "skipped": {"document": str, "start": int, "end": int, "quote": str, "reason": str},
    "notes": {
        "document": str,
        "start": int,
        "end": int,
        "quote": str,
        "kind": str,
        "text": str,
        "standard": str,
    },
    "topics": {"id": str, "label": str, "terms": [str], "weight": float, "claims": [str]},
    "judgements": {
        "id": str,
        "fingerprint": str,
        "a": str,
        "b": str,
        "stance": str,
        "confidence": float,
        "rule": str,
        "rationale": str,
        "label": str,
        "aspect": [str],
        "a_evidence": _EVIDENCE,
        "b_evidence": _EVIDENCE,
        "votes": [{"rule": str, "stance": str}],
        "grounds": _GROUNDS,
        "judge": str,
    },
    "disputes": _FINDING,
    "qualifications": _FINDING,
    "agreements": {
        "id": str,
        "fingerprint": str,
        "topic": str,
        "claims": [str],
        "sources": [str],
        "independent": int,
        "confidence": float,
        "explanation": str,
        "judgements": [str],
    },
    "retold": {"a": str, "b": str},
}
"""The columns of each list of a run, by its key in JSON, and of the run as a whole."""


def needed() -> Any:
    """Return the library that writes Parquet.

    Raises:
        ConfigurationError: it is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise ConfigurationError(
            "the format 'parquet' needs pyarrow: pip install 'factcheck[parquet]' installs it."
        ) from error
    return pyarrow


def schema(key: str) -> pyarrow.Schema:
    """Return the columns of a list with their types."""
    arrow = needed()
    columns = [(name, _typed(arrow, shape)) for name, shape in SHAPES[key].items()]
    return arrow.schema(columns, metadata={"factcheck": SCHEMA})


def write_rows(file: BinaryIO, key: str, lines: Iterable[bytes]) -> None:
    """Write what lines of JSON hold as Parquet.

    Args:
        file: where to.
        key: which list of a run it is, ``run`` for the first line.
        lines: the lines.
    """
    arrow, columns = needed(), schema(key)
    from pyarrow.parquet import ParquetWriter

    held = _rows(key, lines)
    with ParquetWriter(file, columns, compression="zstd") as writer:
        while some := list(islice(held, ROWS)):
            writer.write_table(arrow.Table.from_pylist(some, columns))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield what rows of a file hold, as JSON has it.

    Raises:
        ConfigurationError: the library is not installed.
    """
    needed()
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for batch in file.iter_batches(ROWS):
            yield from batch.to_pylist()


def _rows(key: str, lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        row: dict[str, Any] = json.loads(line)
        if key == "run":
            row["settings"] = json.dumps(row["settings"], ensure_ascii=False)
        # Half of a pair of surrogates is no Unicode, but JSON can hold it.
        yield _whole(row) if b"\\ud" in line else row


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _whole(held) for key, held in value.items()}
    return [_whole(held) for held in value] if isinstance(value, list) else value


def _typed(arrow: Any, shape: Shape) -> pyarrow.DataType:
    if isinstance(shape, dict):
        return arrow.struct([(name, _typed(arrow, held)) for name, held in shape.items()])
    if isinstance(shape, list):
        return arrow.list_(_typed(arrow, shape[0]))
    plain = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    return plain[shape]
