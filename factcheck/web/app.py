"""The application: what is answered at which address, and what every request passes before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from factcheck.errors import (
    ConfigurationError,
    ConflictError,
    FactcheckError,
    RefusedError,
    StoreError,
    UnknownItemError,
)
from factcheck.model import Run
from factcheck.review import Desk
from factcheck.web import entrance, rendering
from factcheck.web.api import ROUTES as API_ROUTES
from factcheck.web.assets import TYPES, content
from factcheck.web.forgery import NoForgery
from factcheck.web.headers import SafeHeaders
from factcheck.web.hosts import KnownHosts
from factcheck.web.identity import Identities
from factcheck.web.journal import Journal
from factcheck.web.limits import Limits
from factcheck.web.pages import ROUTES as PAGE_ROUTES
from factcheck.web.problems import problem, unavailable
from factcheck.web.sessions import Sessions
from factcheck.web.shown import Shown
from factcheck.web.site import Site

STATUS: Mapping[type[FactcheckError], int] = {
    RefusedError: 403,
    UnknownItemError: 404,
    ConflictError: 409,
    ConfigurationError: 422,
}
"""The status code of each error that a desk raises, beside those of the store."""


def application(
    desk: Desk,
    run: Run,
    here: Site,
    *,
    ready: bool = False,
    journal: Callable[[str], None] | None = None,
) -> ASGIApp:
    """Return the application.

    Args:
        desk: what answers reviewers.
        run: the run whose findings are reviewed, with its documents.
        here: where the application stands.
        ready: make what pages show of the run now, not when the first of them is asked for.
        journal: takes a line for every request; nothing by default.
    """
    app = Starlette(
        routes=[
            *entrance.routes,
            *PAGE_ROUTES,
            *API_ROUTES,
            Route("/static/{name}", static),
            Route("/favicon.ico", no_icon),
        ],
        middleware=[
            Middleware(Limits),
            Middleware(KnownHosts),
            Middleware(Identities),
            Middleware(NoForgery),
        ],
        exception_handlers={
            HTTPException: _http,
            Exception: _fault,
            StoreError: _unavailable,
            **{kind: _handler(status) for kind, status in STATUS.items()},
        },
    )
    app.router.redirect_slashes = False
    app.state.desk, app.state.run, app.state.site = desk, run, here
    app.state.shown = Shown(run)
    if ready:
        app.state.shown.prepare()
        rendering.prepare()
    app.state.sessions = Sessions(desk.database, desk.clock)
    return SafeHeaders(Journal(app, journal) if journal else app)


def static(request: Request) -> Response:
    """Return a file of the pages; its address changes with what it holds."""
    name = request.path_params["name"]
    if name not in TYPES:
        raise HTTPException(404)
    age = "max-age=31536000, immutable" if request.query_params.get("v") else "no-cache"
    return Response(content(name), media_type=TYPES[name][-1], headers={"Cache-Control": age})


def no_icon(request: Request) -> Response:
    """Return nothing: browsers ask for an icon, and there is none."""
    return Response(status_code=204)


_TOLD = {
    404: "there is nothing at this address; go back to the queue.",
    405: "this address does not take this method.",
}


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = _TOLD.get(error.status_code, error.detail)
    return problem(request, error.status_code, told, error.headers)


def _handler(status: int) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, FactcheckError)
        return problem(request, status, error.message)

    return answer


def _unavailable(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreError)
    return unavailable(request, error)


def _fault(request: Request, error: Exception) -> Response:
    return problem(
        request,
        500,
        "this is a fault of the program, and nothing was changed; the server's log tells more.",
    )
