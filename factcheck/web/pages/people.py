"""Accounts and who has which finding, for admins."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from factcheck.errors import RefusedError
from factcheck.model import Account, Role
from factcheck.review.people import People
from factcheck.web.rendering import page
from factcheck.web.requests import actor, desk, rota


def show(request: Request) -> Response:
    """Return the accounts."""
    if actor(request).role is not Role.ADMIN:
        raise RefusedError("only admins manage accounts.")
    return page(request, "people.html.j2", people=_people(request).everybody())


async def change(request: Request) -> Response:
    """Give an account another role, lay it down or take it up again."""
    sent = await request.form()
    name, role, active = (str(sent.get(field, "")) for field in ("name", "role", "active"))
    if role not in tuple(Role):
        raise RefusedError(f"role: {role!r} is not allowed; give one of {', '.join(Role)}.")
    await run_in_threadpool(
        _people(request).change,
        actor(request),
        name,
        role=Role(role),
        active=active == "yes",
    )
    return RedirectResponse("/people", 303)


async def assign(request: Request) -> Response:
    """Give findings to a reviewer, or take them away."""
    sent = await request.form()
    reviewer, to = str(sent.get("reviewer", "")), str(sent.get("to", ""))
    given = sent.get("what") != "unassign"
    items = [str(one) for one in sent.getlist("item")]
    await run_in_threadpool(_assign, request, actor(request), items, reviewer, given)
    local = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    return RedirectResponse(to if local else "/", 303)


def reviewers(request: Request) -> tuple[str, ...]:
    """Return the names of those who can be given findings, where the one who asks may give them."""
    if actor(request).role is not Role.ADMIN:
        return ()
    accounts = _people(request).everybody()
    return tuple(one.name for one in accounts if one.active and one.role.votes)


def _assign(
    request: Request, account: Account, items: list[str], reviewer: str, given: bool
) -> None:
    verb = rota(request).assign if given else rota(request).unassign
    for fingerprint in items:
        verb(account, fingerprint, reviewer)


def _people(request: Request) -> People:
    return People(desk(request).database, desk(request).clock)


routes = [
    Route("/people", show),
    Route("/people", change, methods=["POST"]),
    Route("/assignments", assign, methods=["POST"]),
]
