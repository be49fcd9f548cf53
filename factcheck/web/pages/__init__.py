"""The pages that reviewers see."""

from __future__ import annotations

from starlette.routing import BaseRoute

from factcheck.web.pages import entrance

ROUTES: list[BaseRoute] = [*entrance.routes]
