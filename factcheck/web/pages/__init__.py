"""The pages that people see."""

from starlette.routing import BaseRoute

from factcheck.web.pages import (
    agreement,
    documents,
    entrance,
    guidance,
    history,
    item,
    people,
    queue,
)

ROUTES: list[BaseRoute] = [
    *entrance.routes,
    *queue.routes,
    *item.routes,
    *documents.routes,
    *history.routes,
    *people.routes,
    *agreement.routes,
    *guidance.routes,
]

__all__ = ["ROUTES"]
