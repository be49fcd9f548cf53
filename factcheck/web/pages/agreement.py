"""How far reviewers agree, for admins."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.model import Decision
from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk
from factcheck.web.words import DECISIONS


def show(request: Request) -> Response:
    """Return how far those who voted on the same findings agree."""
    found = desk(request).agreement(actor(request))
    names = [DECISIONS[Decision(one)] for one in found.categories]
    return page(request, "agreement.html.j2", found=found, names=names)


routes = [Route("/agreement", show)]
