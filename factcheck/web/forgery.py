"""Requests that another site had somebody's browser send (CSRF).

What changes anything has to come from a page of this server, as the browser's own headers
``Sec-Fetch-Site`` and ``Origin`` tell, and has to bring the token that only such a page holds.
Programs that log in and send ``Authorization: Bearer`` need no token: browsers never add that
header by themselves.
"""

from __future__ import annotations

import hmac

from attrs import frozen
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.web.problems import API, problem
from factcheck.web.requests import forgery_token, identity, site

FIELD, HEADER = "csrf", "x-csrf-token"

_SAFE = ("GET", "HEAD", "OPTIONS")
_MOST_FIELDS = 50


@frozen
class NoForgery:
    """Lets only requests of our own pages, and of programs, change anything."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] in _SAFE:
            await self.app(scope, receive, send)
            return
        # The body was read whole before; it is read here, and given once more to the application.
        message = await receive()
        request = Request(scope, _once(message))
        wrong = _foreign(request) or await _unproven(request)
        if wrong:
            await problem(request, 403, wrong)(scope, receive, send)
            return
        await self.app(scope, _once(message, receive), send)


def _foreign(request: Request) -> str:
    """Return what is wrong with where a request comes from; empty where nothing is."""
    fetched = request.headers.get("sec-fetch-site", "same-origin")
    host = request.headers["host"].lower()
    own = f"{site(request).scheme}://{host}"
    origin = request.headers.get("origin", own).lower()
    if fetched not in ("same-origin", "none") or origin != own:
        return "this was sent from a page of another site; nothing was changed."
    return ""


async def _unproven(request: Request) -> str:
    sender = identity(request)
    path = request.scope["path"]
    # A log-in by a program needs no cookie, and gives its token to nobody but who reads the answer.
    if sender.bearer or (path == f"{API}v1/session" and request.method == "POST"):
        return ""
    given = request.headers.get(HEADER, "") or await _field(request)
    expected = forgery_token(sender.token)
    if sender.token and hmac.compare_digest(given.encode(), expected.encode()):
        return ""
    return (
        "the token against forged requests is missing or belongs to another session; reload the "
        f"page and send it again. Programs send it in the header {HEADER.title()}, as GET "
        f"{API}v1/session tells it."
    )


async def _field(request: Request) -> str:
    if request.scope["path"].startswith(API):
        return ""
    try:
        async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
            given = form.get(FIELD, "")
    except HTTPException:
        return ""
    return given if isinstance(given, str) else ""


def _once(message: Message, after: Receive | None = None) -> Receive:
    """Return what gives one message, and then what comes after it."""
    left = [message]

    async def receiving() -> Message:
        if left:
            return left.pop()
        assert after is not None
        return await after()

    return receiving
