"""What was decided, in one piece."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.errors import ConfigurationError
from factcheck.review.annotations import to_annotations
from factcheck.review.exchange import Dossier, to_csv, to_jsonl
from factcheck.review.transfer import Transfer
from factcheck.web.api.asked import filters
from factcheck.web.api.operation import Operation, Parameter
from factcheck.web.api.queue import FILTERS
from factcheck.web.api.shapes import entry_data
from factcheck.web.requests import actor, desk


@frozen
class _Format:
    media: str
    suffix: str
    write: Callable[[Sequence[Dossier]], str]


_FORMATS: Mapping[str, _Format] = {
    "jsonl": _Format("application/x-ndjson", "jsonl", to_jsonl),
    "csv": _Format("text/csv", "csv", to_csv),
    "annotations": _Format("application/ld+json", "annotations.jsonld", to_annotations),
}
_DEFAULT = "jsonl"


def export(request: Request, _: Any) -> Response:
    """Return every finding that is settled, with the whole log of it."""
    name = request.query_params.get("format", _DEFAULT)
    if name not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise ConfigurationError(f"format: {name!r} is not allowed; there are {known}.")
    here, chosen = desk(request), _FORMATS[name]
    transfer = Transfer(here.database, here.policy, here.clock)
    text = chosen.write(transfer.dossiers(actor(request), filters(request)))
    kept_as = f'attachment; filename="reviews.{chosen.suffix}"'
    return Response(text, media_type=chosen.media, headers={"Content-Disposition": kept_as})


def entries(request: Request, _: Any) -> Response:
    """Return the part of the log that somebody may see."""
    found = desk(request).entries(actor(request), filters(request))
    return JSONResponse({"entries": [entry_data(one) for one in found]})


OPERATIONS = (
    Operation(
        "GET",
        "/entries",
        "listEntries",
        "List what was said: for admins also what others said of findings that are closed.",
        entries,
        {200: "History"},
        query=FILTERS,
    ),
    Operation(
        "GET",
        "/export",
        "export",
        "Export the findings that are closed with all that was said of them; for admins.",
        export,
        {200: "Export"},
        query=(
            *FILTERS,
            Parameter(
                "format",
                "The format, as of `factcheck review export`.",
                {"type": "string", "enum": list(_FORMATS), "default": _DEFAULT},
            ),
        ),
        media=tuple(one.media for one in _FORMATS.values()),
    ),
)
