"""The style sheets and the script that pages ask for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

TYPES: Mapping[str, tuple[str, str, str]] = {
    "base.css": ("factcheck.reporting", "templates/base.css", "text/css"),
    "source.css": ("factcheck.reporting", "templates/source.css", "text/css"),
    "review.css": ("factcheck.web", "static/review.css", "text/css"),
    "review.js": ("factcheck.web", "static/review.js", "text/javascript"),
}
"""The files under ``/static/``: package, place in it, type. Nothing else can be asked for; two are
those of the report, so that both look alike."""


@cache
def content(name: str) -> bytes:
    """Return what a file holds; ``name`` is one of :data:`TYPES`."""
    package, place, _ = TYPES[name]
    return files(package).joinpath(place).read_bytes()


@cache
def address(name: str) -> str:
    """Return where a file is asked for; with other content it has another address."""
    return f"/static/{name}?v={sha256(content(name)).hexdigest()[:12]}"
