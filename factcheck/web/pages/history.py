"""What was said of one finding, entry by entry."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk


def show(request: Request) -> Response:
    """Return the log of a finding, as far as whoever asks may see it."""
    account, fingerprint = actor(request), request.path_params["fingerprint"]
    entries = desk(request).history(account, fingerprint)
    view = desk(request).item(account, fingerprint)
    return page(request, "history.html.j2", view=view, entries=entries)


routes = [Route("/items/{fingerprint}/history", show)]
