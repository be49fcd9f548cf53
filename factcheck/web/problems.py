"""Answers that say what went wrong and how to mend it: pages for people, RFC 9457 for programs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from factcheck.errors import StoreError
from factcheck.web.pages.errors import error_page

API = "/api/"


class ProblemResponse(JSONResponse):
    """Problem details for HTTP APIs (RFC 9457)."""

    media_type = "application/problem+json"


def problem(
    request: Request,
    status: int,
    detail: str,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """Return an answer for what cannot be done.

    Args:
        request: what was asked.
        status: the status code.
        detail: what is wrong and how to mend it.
        headers: further headers.
        **more: further members, for programs.
    """
    title = HTTPStatus(status).phrase
    if request.scope["path"].startswith(API):
        told = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
        return ProblemResponse(told, status, headers)
    response = error_page(request, status, title, detail)
    response.headers.update(headers or {})
    return response


def unavailable(request: Request, error: StoreError) -> Response:
    """Return an answer for while the store cannot be used; why is for the server's log alone."""
    logging.getLogger(__name__).error("%s", error.message)
    detail = "what is decided cannot be read or kept just now; try again in a moment."
    return problem(request, 503, detail, {"Retry-After": "1"})
