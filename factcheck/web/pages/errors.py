"""The page that says what went wrong."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse


def error_page(request: Request, status: int, title: str, detail: str) -> HTMLResponse:
    """Return a page that says what cannot be done, and how to mend it."""
    return HTMLResponse(
        f'<!doctype html><html lang="en"><title>{escape(title)}</title>'
        f"<h1>{escape(title)}</h1><p>{escape(detail)}</p>",
        status,
    )
