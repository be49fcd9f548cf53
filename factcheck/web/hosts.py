"""Requests that were meant for this server."""

from __future__ import annotations

from attrs import frozen
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from factcheck.web.problems import problem
from factcheck.web.requests import site


@frozen
class KnownHosts:
    """Refuses what was sent to another name, as after DNS rebinding, or past the proxy's TLS."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        here = site(request)
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or not here.knows(hosts[0]):
            answer = problem(
                request,
                421,
                "this server is not known by the name it was called; open the address that it "
                "printed when it started, or start it with --proxy ADDRESS.",
            )
            await answer(scope, receive, send)
            return
        if here.secure and _forwarded(request, "x-forwarded-proto") not in ("", "https"):
            answer = problem(request, 403, f"open {here.proxy} instead, which is encrypted.")
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, send)


def address(request: Request) -> str:
    """Return the address that a request comes from, as the proxy tells it where there is one."""
    direct = request.client.host if request.client else ""
    if not site(request).proxy:
        return direct
    return _forwarded(request, "x-forwarded-for") or direct


def _forwarded(request: Request, header: str) -> str:
    """Return what the proxy itself added: the last; what stands before it may be forged."""
    return ",".join(request.headers.getlist(header)).rpartition(",")[2].strip()
