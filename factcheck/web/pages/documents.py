"""A source in full."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk
from factcheck.web.shown import evidence


def show(request: Request) -> Response:
    """Return a source with the words of one finding set off."""
    fingerprint = request.query_params.get("item", "")
    question = desk(request).item(actor(request), fingerprint).question if fingerprint else ""
    view = evidence(request).document(request.path_params["document"], fingerprint)
    if view is None:
        raise HTTPException(404)
    return page(request, "document.html.j2", view=view, item=fingerprint, question=question)


routes = [Route("/documents/{document}", show)]
