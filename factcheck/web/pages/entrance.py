"""The page on which people log in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from factcheck.web.rendering import page


def log_in(request: Request) -> HTMLResponse:
    """Return the page, with where to go from there."""
    return log_in_page(request, to=request.query_params.get("to", ""))


def log_in_page(
    request: Request, *, to: str = "", name: str = "", message: str = "", status: int = 200
) -> HTMLResponse:
    """Return the page with what was typed before and what is wrong with it."""
    return page(request, "log_in.html.j2", status, to=to, name=name, message=message)


routes = [Route("/log-in", log_in)]
