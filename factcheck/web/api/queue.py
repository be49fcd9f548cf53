"""The queue of findings, and each of them."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.review.filters import STATES
from factcheck.web.api.asked import MOST_OFFSET, MOST_ROWS, filters, fingerprint, number
from factcheck.web.api.operation import Operation, Parameter
from factcheck.web.api.shapes import entry_data, item_data, page_data, progress_data
from factcheck.web.requests import actor, desk

_STATES = sorted({state for states in STATES.values() for state in states})

FILTERS = (
    Parameter(
        "status",
        "Where findings stand; which of these may be asked for depends on the role.",
        {"type": "string", "enum": ["", *_STATES]},
    ),
    Parameter("topic", "The topic."),
    Parameter("source", "The name of a document."),
    Parameter("rule", "The id of a rule."),
    Parameter("assignee", "The name of a reviewer, or `me`."),
    Parameter("text", "Words that the question or a quotation holds."),
)
"""The parameters that choose findings."""

_ROWS = 50


def queue(request: Request, _: Any) -> Response:
    """Return a part of the queue."""
    limit = number(request, "limit", _ROWS, 1, MOST_ROWS)
    offset = number(request, "offset", 0, 0, MOST_OFFSET)
    return JSONResponse(
        page_data(desk(request).queue(actor(request), filters(request), limit, offset))
    )


def following(request: Request, _: Any) -> Response:
    """Take the next finding from the queue."""
    after = request.query_params.get("after", "")
    found = desk(request).next_item(actor(request), filters(request), after)
    return JSONResponse({"fingerprint": found})


def item(request: Request, _: Any) -> Response:
    """Return a finding."""
    return JSONResponse(item_data(desk(request).item(actor(request), fingerprint(request))))


def history(request: Request, _: Any) -> Response:
    """Return the log of a finding, as far as it may be seen."""
    entries = desk(request).history(actor(request), fingerprint(request))
    return JSONResponse({"entries": [entry_data(one) for one in entries]})


def progress(request: Request, _: Any) -> Response:
    """Return how far somebody has come."""
    return JSONResponse(progress_data(desk(request).progress(actor(request))))


def choices(request: Request, _: Any) -> Response:
    """Return what findings can be filtered by."""
    found = desk(request).choices(actor(request))
    return JSONResponse({name: list(values) for name, values in found.items()})


def agreement(request: Request, _: Any) -> Response:
    """Return how far reviewers agree."""
    return JSONResponse(desk(request).agreement(actor(request)).as_data())


OPERATIONS = (
    Operation(
        "GET",
        "/items",
        "listItems",
        "List findings, those of the highest impact first.",
        queue,
        {200: "Page"},
        query=(
            *FILTERS,
            Parameter(
                "limit",
                "How many at most.",
                {"type": "integer", "minimum": 1, "maximum": MOST_ROWS, "default": _ROWS},
            ),
            Parameter(
                "offset",
                "How many to leave out before.",
                {"type": "integer", "minimum": 0, "maximum": MOST_OFFSET, "default": 0},
            ),
        ),
    ),
    Operation(
        "POST",
        "/next",
        "takeNext",
        "Take the next finding from the queue; it is kept for a day for who took it.",
        following,
        {200: "Next"},
        query=(*FILTERS, Parameter("after", "Fingerprint of the finding to go on from.")),
    ),
    Operation("GET", "/items/{fingerprint}", "getItem", "Show a finding.", item, {200: "Item"}),
    Operation(
        "GET",
        "/items/{fingerprint}/history",
        "getHistory",
        "Show what was said of a finding: for admins all of it once it is closed, for others what "
        "they said themselves.",
        history,
        {200: "History"},
    ),
    Operation(
        "GET", "/progress", "getProgress", "Say how far one has come.", progress, {200: "Progress"}
    ),
    Operation(
        "GET", "/choices", "getChoices", "List what can be filtered by.", choices, {200: "Choices"}
    ),
    Operation(
        "GET",
        "/agreement",
        "getAgreement",
        "Say how far reviewers agree; for admins.",
        agreement,
        {200: "Agreement"},
    ),
)
