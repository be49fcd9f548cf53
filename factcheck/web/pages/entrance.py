"""The page on which people log in."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from factcheck.web.requests import csrf_token


def log_in(request: Request) -> HTMLResponse:
    """Return the page, with where to go from there."""
    return log_in_page(request, to=request.query_params.get("to", ""))


def log_in_page(
    request: Request, *, to: str = "", name: str = "", message: str = "", status: int = 200
) -> HTMLResponse:
    """Return the page with what was typed before and what is wrong with it."""
    return HTMLResponse(
        '<!doctype html><html lang="en"><title>Log in</title><h1>Log in</h1>'
        f"<p>{escape(message)}</p>"
        '<form method="post" action="/log-in">'
        f'<input type="hidden" name="csrf" value="{csrf_token(request)}">'
        f'<input type="hidden" name="to" value="{escape(to)}">'
        f'<label>Name <input name="name" value="{escape(name)}"></label>'
        '<label>Password <input name="password" type="password"></label>'
        "<button>Log in</button></form>",
        status,
    )


routes = [Route("/log-in", log_in)]
