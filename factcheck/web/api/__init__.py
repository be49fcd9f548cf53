"""The JSON API: what programs ask of the desk, under the same rules as the pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.web.api import assignments, decisions, exports, queue, sessions
from factcheck.web.api.asked import body_of, check_query
from factcheck.web.api.openapi import description
from factcheck.web.api.operation import ADDRESS, Operation


def describe(request: Request, _: Any) -> Response:
    """Return the description of the API."""
    return JSONResponse(description(OPERATIONS))


OPERATIONS: tuple[Operation, ...] = (
    *sessions.OPERATIONS,
    *queue.OPERATIONS,
    *decisions.OPERATIONS,
    *assignments.OPERATIONS,
    *exports.OPERATIONS,
    Operation(
        "GET",
        "/openapi.json",
        "describe",
        "Describe this API.",
        describe,
        {200: "Description"},
        open=True,
    ),
)
"""Everything that can be asked for."""


def _routes() -> list[Route]:
    at: dict[str, dict[str, Operation]] = {}
    for one in OPERATIONS:
        at.setdefault(one.path, {})[one.method] = one
    return [_route(path, methods) for path, methods in at.items()]


def _route(path: str, operations: Mapping[str, Operation]) -> Route:
    """Return the one route of a path, which so knows all of its methods."""

    async def endpoint(request: Request) -> Response:
        operation = operations["GET" if request.method == "HEAD" else request.method]
        check_query(request, operation)
        body = await body_of(request, operation)
        return await run_in_threadpool(operation.answer, request, body)

    return Route(f"{ADDRESS}{path}", endpoint, methods=list(operations))


ROUTES = _routes()
"""The routes of the API, one for each path."""
