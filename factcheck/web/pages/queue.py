"""The queue: which findings wait, and which there are."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from factcheck.reporting.pages import Stretch
from factcheck.review import Filters, filters_of
from factcheck.web.pages.people import reviewers
from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk
from factcheck.web.shown import evidence

ROWS = 50
"""Findings on a page."""

_TO_SETTLE = Filters(status="adjudicable")


def show(request: Request) -> Response:
    """Return a page of the queue; who is only to settle what others differ on is led there."""
    account, filters = actor(request), filters_of(request.query_params)
    number = _number(request.query_params.get("page", ""))
    found = desk(request).queue(account, filters, ROWS, (number - 1) * ROWS)
    if not found.total and not request.query_params and _has_to_settle(request):
        return RedirectResponse(f"/?{_TO_SETTLE.query}", status_code=303)
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


def _has_to_settle(request: Request) -> bool:
    account = actor(request)
    if not account.role.adjudicates:
        return False
    return desk(request).queue(account, _TO_SETTLE, 1, 0).total > 0


def _number(text: str) -> int:
    """Return the number of a page; the first for what is no number of a page.

    >>> _number("3"), _number("-1"), _number("x"), _number("9" * 30)
    (3, 1, 1, 1)
    """
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1


routes = [Route("/", show)]
