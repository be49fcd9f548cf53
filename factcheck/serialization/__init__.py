"""Runs as JSON-ready data, and back: the only place that knows both shapes.

The shape is ``factcheck-run/1``, described in ``docs/reference/json.md`` and, for machines, in
``docs/reference/run.schema.json``. Values are written once and referred to by id (claims,
judgements) or by name (documents). A document's text is not written, only its SHA-256: reading
a run back takes the corpus that it was made from.
"""

from factcheck.serialization.adjudications import adjudication_to_data, read_adjudications
from factcheck.serialization.baseline import (
    BASELINE_SCHEMA,
    baseline_from_data,
    baseline_to_data,
)
from factcheck.serialization.entries import Entries
from factcheck.serialization.lines import data_from_lines, json_lines
from factcheck.serialization.reading import from_data, from_jsonl
from factcheck.serialization.review import (
    REVIEW_SCHEMA,
    ballot_from_data,
    ballot_to_data,
    entry_from_data,
    entry_to_data,
    item_from_data,
    item_to_data,
    quoted_to_data,
)
from factcheck.serialization.schema import LINE_TYPES, SCHEMA, text_sha256
from factcheck.serialization.texts import decoded, parsed
from factcheck.serialization.writing import decided_data, run_entries, to_data, value_to_data

__all__ = [
    "BASELINE_SCHEMA",
    "LINE_TYPES",
    "REVIEW_SCHEMA",
    "SCHEMA",
    "Entries",
    "adjudication_to_data",
    "ballot_from_data",
    "ballot_to_data",
    "baseline_from_data",
    "baseline_to_data",
    "data_from_lines",
    "decided_data",
    "decoded",
    "entry_from_data",
    "entry_to_data",
    "from_data",
    "from_jsonl",
    "item_from_data",
    "item_to_data",
    "json_lines",
    "parsed",
    "quoted_to_data",
    "read_adjudications",
    "run_entries",
    "text_sha256",
    "to_data",
    "value_to_data",
]
