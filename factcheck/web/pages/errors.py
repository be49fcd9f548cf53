"""The page that says what went wrong."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse

from factcheck.reporting.wording import clean, sentence_case
from factcheck.web.rendering import page


def error_page(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
    """Return a page that says what cannot be done, and how to mend it."""
    told = sentence_case(clean(detail))
    return page(request, "error.html.j2", status, name=title, detail=told)
