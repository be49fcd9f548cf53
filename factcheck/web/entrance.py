"""Logging in and out by forms."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from factcheck.web.hosts import address
from factcheck.web.identity import LOG_IN, cookie
from factcheck.web.pages.entrance import log_in_page
from factcheck.web.requests import identity, sessions, single_user, site
from factcheck.web.sessions import LogInError, TooManyAttemptsError


async def log_in(request: Request) -> Response:
    """Begin a session with a new token, whatever token the browser came with."""
    async with request.form() as form:
        name, password, to = (str(form.get(key, "")) for key in ("name", "password", "to"))
    if single_user(request):
        return RedirectResponse(_inside(to), 303)
    # Names are shown again, so that a slip can be mended; passwords never.
    again = {"to": to, "name": name}
    try:
        opened = await run_in_threadpool(sessions(request).log_in, name, password, address(request))
    except LogInError as error:
        return log_in_page(request, **again, message=error.message, status=401)
    except TooManyAttemptsError as error:
        refused = log_in_page(request, **again, message=error.message, status=429)
        refused.headers["Retry-After"] = str(error.wait)
        return refused
    before = identity(request)
    if before.session is not None:
        await run_in_threadpool(sessions(request).log_out, before.token)
    response = RedirectResponse(_inside(to), 303)
    response.headers.append("Set-Cookie", cookie(site(request), opened.token))
    return response


async def log_out(request: Request) -> Response:
    """End the session."""
    sender = identity(request)
    if sender.session is not None:
        await run_in_threadpool(sessions(request).log_out, sender.token)
    response = RedirectResponse("/" if single_user(request) else LOG_IN, 303)
    here = site(request)
    response.delete_cookie(here.cookie, httponly=True, samesite="strict", secure=here.secure)
    return response


def _inside(to: str) -> str:
    """Return where somebody wanted to go, if that is a page of ours; else the first page.

    >>> _inside("/items/fp-1?topic=sleep")
    '/items/fp-1?topic=sleep'
    >>> _inside("//elsewhere.example/")
    '/'
    """
    try:
        parts = urlsplit(to)
    except ValueError:
        return "/"
    local = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return to if local and not (parts.scheme or parts.netloc) and parts.path != LOG_IN else "/"


routes = [
    Route(LOG_IN, log_in, methods=["POST"]),
    Route("/log-out", log_out, methods=["POST"]),
]
