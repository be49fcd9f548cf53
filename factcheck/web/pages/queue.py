"""The queue: which findings wait, and which there are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from factcheck.reporting.pages import Stretch
from factcheck.review import filters_of
from factcheck.web.pages.people import reviewers
from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk
from factcheck.web.shown import evidence

ROWS = 50
"""Findings on a page."""


def show(request: Request) -> Response:
    """Return a page of the queue."""
    account, filters = actor(request), filters_of(request.query_params)
    number = _number(request.query_params.get("page", ""))
    found = desk(request).queue(account, filters, ROWS, (number - 1) * ROWS)
    stretch = Stretch(
        number, -(-found.total // ROWS), found.offset, found.offset + len(found.rows), found.total
    )
    return page(
        request,
        "queue.html.j2",
        rows=[(view, evidence(request).titles(view)) for view in found.rows],
        stretch=stretch,
        filters=filters,
        choices=desk(request).choices(account),
        progress=desk(request).progress(account),
        done="done" in request.query_params,
        assigning=reviewers(request),
    )


def _number(text: str) -> int:
    """Return the number of a page; the first for what is no number of a page.

    >>> _number("3"), _number("-1"), _number("x"), _number("9" * 30)
    (3, 1, 1, 1)
    """
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1


routes = [Route("/", show)]
