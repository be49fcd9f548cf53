"""The JSON API: what programs ask of the desk, under the same rules as the pages."""

from __future__ import annotations

from starlette.routing import BaseRoute

ROUTES: list[BaseRoute] = []
