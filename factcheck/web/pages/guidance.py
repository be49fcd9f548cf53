"""What reviewers look up: when a conflict is one, and which keys there are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.web.rendering import page


def guidelines(request: Request) -> Response:
    """Return when something is a conflict, with examples."""
    return page(request, "guidelines.html.j2")


def keys(request: Request) -> Response:
    """Return the keys, which can be changed and turned off here."""
    return page(request, "keys.html.j2")


routes = [Route("/guidelines", guidelines), Route("/keys", keys)]
