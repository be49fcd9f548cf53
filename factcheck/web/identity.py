"""Finding out who sends a request, and turning away whom nobody knows."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.errors import StoreError
from factcheck.store.sessions import Session
from factcheck.web.problems import API, problem, unavailable
from factcheck.web.requests import Identity, sessions, site
from factcheck.web.site import Site

LOG_IN = "/log-in"

OPEN = frozenset(
    {
        ("GET", LOG_IN),
        ("HEAD", LOG_IN),
        ("POST", LOG_IN),
        ("POST", f"{API}v1/session"),
        ("GET", f"{API}v1/openapi.json"),
        ("HEAD", f"{API}v1/openapi.json"),
        ("GET", "/favicon.ico"),
    }
)
"""What is answered to everybody, beside styles and script; all else needs an account."""

STATIC = "/static/"


@frozen
class Identities:
    """Puts the identity of the sender into each request's state."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        here = site(request)
        try:
            sender = await _sender(request, here)
        except StoreError as error:
            await unavailable(request, error)(scope, receive, send)
            return
        scope["state"]["identity"] = sender
        scope["state"]["account"] = sender.account

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and sender.fresh:
                headers = MutableHeaders(scope=message)
                headers.append("Set-Cookie", cookie(here, sender.token))
            await send(message)

        if _came_from_elsewhere(request, sender):
            await _once_more(request)(scope, receive, send)
            return
        if sender.account is None and not _open(request):
            await _turned_away(request)(scope, receive, sending)
            return
        await self.app(scope, receive, sending)


def cookie(here: Site, token: str) -> str:
    """Return the value of ``Set-Cookie`` that keeps a token until the browser is closed."""
    response = Response()
    response.set_cookie(here.cookie, token, httponly=True, samesite="strict", secure=here.secure)
    return response.headers["set-cookie"]


async def _sender(request: Request, here: Site) -> Identity:
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        found = await run_in_threadpool(sessions(request).find, shown.strip())
        return _known(found, shown.strip(), bearer=True)
    token = request.cookies.get(here.cookie, "")
    if here.single is not None:
        return Identity(here.single, token=token)
    found = await run_in_threadpool(sessions(request).find, token) if token else None
    return _known(found, token)


def _known(found: Session | None, token: str, *, bearer: bool = False) -> Identity:
    return Identity(found.account if found else None, found, token, bearer)


def _open(request: Request) -> bool:
    path = request.scope["path"]
    if path.startswith(STATIC):
        return request.method in ("GET", "HEAD")
    return (request.method, path) in OPEN


def _came_from_elsewhere(request: Request, sender: Identity) -> bool:
    """Return whether a link on another site led here, so that the browser held the cookie back."""
    visited = request.method == "GET" and not request.scope["path"].startswith(API)
    crossed = request.headers.get("sec-fetch-site") == "cross-site"
    return visited and crossed and not sender.token


def _once_more(request: Request) -> Response:
    """Return a page that leads to the same address, this time from here and with the cookie."""
    return Response(media_type="text/html", headers={"Refresh": f"0;url={_asked(request)}"})


def _asked(request: Request) -> str:
    path = quote(request.scope["path"])
    return f"{path}?{request.url.query}" if request.url.query else path


def _turned_away(request: Request) -> Response:
    path = request.scope["path"]
    if path.startswith(API):
        return problem(
            request,
            401,
            "log in first: POST /api/v1/session gives a token for 'Authorization: Bearer'.",
            {"WWW-Authenticate": "Bearer"},
        )
    if request.method not in ("GET", "HEAD"):
        return RedirectResponse(LOG_IN, 303)
    to = urlencode({"to": _asked(request)}) if path != "/" else ""
    return RedirectResponse(f"{LOG_IN}?{to}" if to else LOG_IN, 303)
