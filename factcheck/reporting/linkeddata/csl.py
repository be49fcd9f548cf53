"""The sources of a run for reference managers: CSL-JSON (https://citationstyles.org, 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.model import Document, Run
from factcheck.reporting import json
from factcheck.reporting.wording import clean, safe_address
from factcheck.serialization import Entries

Data = dict[str, Any]


def write(run: Run) -> Iterator[str]:
    """Return a list of items, a document each."""
    return json.document(Entries(run.corpus.documents, _item))


def _item(document: Document) -> Data:
    # Neither the sort of publication nor whether a name is a person's is known: a web page or a
    # document, then, and names in one piece.
    address = safe_address(document.address)
    item: Data = {
        "id": document.name,
        "type": "webpage" if address else "document",
        "title": clean(document.title) or clean(document.name),
    }
    if document.author:
        item["author"] = [{"literal": clean(document.author)}]
    if document.publisher:
        item["publisher"] = clean(document.publisher)
    if document.date:
        item["issued"] = _date(document.date)
    if address:
        item["URL"] = address
    return item


def _date(date: str) -> Data:
    """Return a date in numbers; one that is not ISO 8601 goes as it is.

    >>> _date("2021-05"), _date("spring of 2021")
    ({'date-parts': [[2021, 5]]}, {'raw': 'spring of 2021'})
    """
    parts = date.split("-")
    if len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts):
        return {"date-parts": [[int(part) for part in parts]]}
    return {"raw": clean(date)}
