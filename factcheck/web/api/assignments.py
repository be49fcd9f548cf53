"""Who is to look at which finding; for admins."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.web.api.asked import fingerprint
from factcheck.web.api.operation import Operation
from factcheck.web.requests import actor, rota


def assignments(request: Request, _: Any) -> Response:
    """Return every assignment."""
    found = rota(request).assignments(actor(request))
    rows = [{"item": item, "reviewer": name, "until": until} for item, name, until in found]
    return JSONResponse({"assignments": rows})


def assign(request: Request, _: Any) -> Response:
    """Give a finding to a reviewer."""
    rota(request).assign(actor(request), fingerprint(request), request.path_params["reviewer"])
    return Response(status_code=204)


def unassign(request: Request, _: Any) -> Response:
    """Take a finding from a reviewer."""
    rota(request).unassign(actor(request), fingerprint(request), request.path_params["reviewer"])
    return Response(status_code=204)


_ONE = "/items/{fingerprint}/assignments/{reviewer}"

OPERATIONS = (
    Operation(
        "GET",
        "/assignments",
        "listAssignments",
        "List who is to look at which finding, and until when it is kept for them.",
        assignments,
        {200: "Assignments"},
    ),
    Operation("PUT", _ONE, "assign", "Give a finding to a reviewer for good.", assign, {204: ""}),
    Operation(
        "DELETE",
        _ONE,
        "unassign",
        "Take a finding from a reviewer who has not voted on it.",
        unassign,
        {204: ""},
    ),
)
