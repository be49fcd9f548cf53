"""What linked data calls things: identifiers and points in time."""

from __future__ import annotations

from datetime import date as calendar_date

from factcheck.errors import ConfigurationError
from factcheck.model import Document, Run, content_id
from factcheck.reporting.json import dumps
from factcheck.serialization import text_sha256, value_to_data

VOCABULARY = "urn:factcheck:"
"""Prefix of every identifier that is ours: of values by their id, and of properties."""

PREFIX = {"factcheck": VOCABULARY}
"""The prefix as a JSON-LD context has it."""


def iri(value_id: str) -> str:
    """Return the identifier of a value (a claim, a finding, a document) with this id.

    >>> iri("f-3f9a")
    'urn:factcheck:f-3f9a'
    """
    return f"{VOCABULARY}{value_id}"


def text_iri(document: Document) -> str:
    """Return what identifies the decoded text of a document, wherever a copy of it lies."""
    return f"urn:sha256:{text_sha256(document.text)}"


def software_iri(run: Run) -> str:
    """Return what identifies the version of factcheck that made a run."""
    return iri(f"version:{run.version}")


def run_iri(run: Run) -> str:
    """Return what identifies a run: the same documents, settings and version have the same."""
    documents = (document.id for document in run.corpus)
    return iri(content_id("r", run.version, dumps(value_to_data(run.settings)), *documents))


def day(date: str) -> str:
    """Return ``date``, the day of a run in ISO 8601, or nothing where none is given.

    Raises:
        ConfigurationError: it is no such day.
    """
    if not date:
        return ""
    try:
        return calendar_date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise ConfigurationError(
            f"date: {date!r} is not allowed; give a day as in 2026-03-31."
        ) from error
