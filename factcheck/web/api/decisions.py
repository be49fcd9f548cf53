"""Votes and what else people decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.errors import ConfigurationError, ConflictError
from factcheck.model import Ballot
from factcheck.review import Receipt
from factcheck.serialization import ballot_from_data
from factcheck.web.api.asked import check_members, entry_id, fingerprint, text
from factcheck.web.api.operation import Operation
from factcheck.web.api.shapes import item_data, receipt_data
from factcheck.web.problems import problem
from factcheck.web.requests import actor, desk


def vote(request: Request, body: Any) -> Response:
    """Say what becomes of a finding."""
    who, of = actor(request), fingerprint(request)
    id, seen, ballot = _ballot(request, body)
    return _kept(request, of, lambda: desk(request).vote(who, id, of, ballot, seen))


def adjudicate(request: Request, body: Any) -> Response:
    """Settle what voters differ on."""
    who, of = actor(request), fingerprint(request)
    id, seen, ballot = _ballot(request, body)
    return _kept(request, of, lambda: desk(request).adjudicate(who, id, of, ballot, seen))


def skip(request: Request, body: Any) -> Response:
    """Leave a finding to others."""
    who, of = actor(request), fingerprint(request)
    check_members(body, "id", "seen")
    id, seen = entry_id(body, who), text(body, "seen", "")
    return _kept(request, of, lambda: desk(request).skip(who, id, of, seen))


def undo(request: Request, body: Any) -> Response:
    """Take back the last decision."""
    check_members(body, "id")
    return _receipt(desk(request).undo(actor(request), entry_id(body, actor(request))))


def _ballot(request: Request, body: Any) -> tuple[str, str, Ballot]:
    check_members(body, "id", "seen", "ballot")
    if "ballot" not in body:
        raise ConfigurationError("ballot: is missing.")
    ballot = ballot_from_data(body["ballot"])
    return entry_id(body, actor(request)), text(body, "seen", ""), ballot


def _kept(request: Request, fingerprint: str, keep: Callable[[], Receipt]) -> Response:
    """Return what became of an entry; where somebody was faster, what stands instead."""
    try:
        return _receipt(keep())
    except ConflictError as error:
        stands = desk(request).item(actor(request), fingerprint)
        return problem(request, 409, error.message, item=item_data(stands))


def _receipt(receipt: Receipt) -> Response:
    return JSONResponse(receipt_data(receipt), 200 if receipt.repeated else 201)


_REPLIES = {200: "Receipt", 201: "Receipt", 409: "Conflict"}

OPERATIONS = (
    Operation(
        "POST",
        "/items/{fingerprint}/votes",
        "vote",
        "Vote on a finding, or vote anew.",
        vote,
        _REPLIES,
        body="Vote",
    ),
    Operation(
        "POST",
        "/items/{fingerprint}/skips",
        "skip",
        "Leave a finding to others.",
        skip,
        _REPLIES,
        body="Skip",
    ),
    Operation(
        "POST",
        "/items/{fingerprint}/adjudications",
        "adjudicate",
        "Settle a finding that voters differ on; for adjudicators and admins who did not vote.",
        adjudicate,
        _REPLIES,
        body="Vote",
    ),
    Operation(
        "POST",
        "/undos",
        "undo",
        "Take back one's own last decision; what stood before stands again.",
        undo,
        {200: "Receipt", 201: "Receipt"},
        body="Undo",
    ),
)
