"""How much a request may bring, and how long it may take to bring it."""

from __future__ import annotations

import asyncio

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.web.problems import problem

MOST_BODY = 128 * 1024
"""Bytes of a body; a note of the greatest length takes half of it in the least thrifty form."""

MOST_HEADERS = 16 * 1024
"""Bytes of all headers together."""

MOST_TARGET = 8 * 1024
"""Bytes of a path with its query."""

PATIENCE = 20.0
"""Seconds in which a body has to arrive."""


@frozen
class Limits:
    """Reads a request whole, within limits, before ``app`` gets it."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        refused = _too_much(request)
        body = b""
        if refused is None:
            try:
                async with asyncio.timeout(PATIENCE):
                    body = await _body(receive)
            except _TooLargeError:
                refused = _too_large(request)
            except TimeoutError:
                refused = problem(
                    request, 408, f"the body did not arrive within {PATIENCE:.0f} seconds."
                )
            except _GoneError:
                return
        if refused is not None:
            # What is left of the request is not read, so nothing can follow on this connection.
            refused.headers["Connection"] = "close"
            await refused(scope, receive, send)
            return
        await self.app(scope, _replayed(body, receive), send)


class _TooLargeError(Exception):
    pass


class _GoneError(Exception):
    pass


def _too_much(request: Request) -> Response | None:
    scope = request.scope
    target = len(scope.get("raw_path") or b"") + len(scope["query_string"])
    if target > MOST_TARGET:
        return problem(request, 414, f"the address has more than {MOST_TARGET:,} bytes.")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADERS:
        return problem(
            request, 431, f"the headers have more than {MOST_HEADERS:,} bytes; delete cookies."
        )
    declared = request.headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit():
        return problem(request, 400, "the header Content-Length is no number.")
    return _too_large(request) if int(declared[:20]) > MOST_BODY else None


def _too_large(request: Request) -> Response:
    return problem(request, 413, f"the body has more than {MOST_BODY:,} bytes; shorten the note.")


async def _body(receive: Receive) -> bytes:
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _GoneError
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MOST_BODY:
            raise _TooLargeError
        if not message.get("more_body", False):
            return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Return what gives the body first, and then whatever else happens to the request."""
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
